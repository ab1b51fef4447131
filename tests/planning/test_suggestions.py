"""Protocols for a number of minutes."""

import pytest

from plcdesk.planning.suggestions import Candidate, candidates, for_minutes, ways_to_shorten


@pytest.fixture(scope="module")
def all_protocols(catalogue):
    return [catalogue.get(summary.id) for summary in catalogue.summaries()]


def offered(all_protocols, slot: int, people: int = 6, on_agenda=()):
    return for_minutes(candidates(all_protocols, people), slot, on_agenda)


@pytest.mark.parametrize("slot", [5, 15, 25, 30, 45, 60, 90])
@pytest.mark.parametrize("people", [2, 6, 12])
def test_all_that_is_offered_fits(all_protocols, slot, people):
    for candidate in offered(all_protocols, slot, people):
        assert candidate.least <= slot
        assert candidate.minutes_in(slot) <= slot


def test_the_one_that_needs_no_change_comes_first(all_protocols):
    found = offered(all_protocols, 25)
    assert found[0].own == 25
    assert [each.protocol_id for each in found] == list(dict.fromkeys(each.protocol_id for each in found))


def test_what_is_on_the_agenda_is_not_offered_again(all_protocols):
    assert "chalk-talk" in {each.protocol_id for each in offered(all_protocols, 25)}
    assert "chalk-talk" not in {each.protocol_id for each in offered(all_protocols, 25, 6, ["chalk-talk"])}


def test_a_form_stands_in_for_a_protocol_that_is_too_long(all_protocols):
    found = {each.protocol_id: each for each in for_minutes(candidates(all_protocols, 6), 30, (), 99)}
    assert found["tuning"].form in ("short", "forty")
    assert found["tuning"].form_name
    assert "success-analysis" not in found


def test_a_protocol_for_more_people_stands_behind():
    suits = Candidate("a", "A", "", 25, 20)
    not_ours = Candidate("b", "B", "", 30, 20, suits_team=False)
    assert for_minutes([not_ours, suits], 30) == (suits, not_ours)


def test_what_needs_more_is_not_offered():
    assert for_minutes([Candidate("a", "A", "", 25, 20)], 19) == ()


def test_ways_to_make_a_protocol_shorter(catalogue):
    ways = ways_to_shorten(catalogue.get("tuning"), 6)
    assert {way.form for way in ways} == {"forty", "short"}
    assert all(way.minutes < 40 for way in ways)
    assert [way.kind for way in ways_to_shorten(catalogue.get("success-analysis"), 6, minutes=40)] == [
        "presenters",
        "groups",
    ]
    assert ways_to_shorten(catalogue.get("atlas-data"), 6) == ()
