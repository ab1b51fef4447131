"""A protocol from the library on an agenda."""

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem
from plcdesk.planning.from_library import Chosen, add_chosen, plan_with


@pytest.fixture
def tuning(catalogue):
    return catalogue.get("tuning")


@pytest.fixture
def meeting(desk) -> str:
    items = (NewItem("opening", "Opening", 5), NewItem("wrap_up", "Wrap up", 5))
    return desk.meeting(desk.team(), *items)


def test_it_stands_before_the_wrap_up_as_it_was_read(desk, meeting, tuning):
    item_id = desk.do(add_chosen, meeting, Chosen(tuning, 30, 6, form="short"))
    assert desk.titles(meeting) == ["Opening", "Tuning Protocol", "Wrap up"]
    item = desk.agenda(meeting).item(item_id)
    assert (item.minutes, item.snapshot.form, item.snapshot.people) == (30, "short", 6)
    assert item.snapshot.fitted.minutes == 30


def test_it_is_fitted_to_the_people_it_was_chosen_for(desk, meeting, catalogue):
    """Three people have time for a round that the whole team of six would not."""
    last_word = catalogue.get("last-word")
    from plcdesk.library.fitting import least_minutes

    few, all_of_us = least_minutes(last_word, 3, form=""), least_minutes(last_word, 6, form="")
    assert few < all_of_us
    item_id = desk.do(add_chosen, meeting, Chosen(last_word, few, 3, form=""))
    item = desk.agenda(meeting).item(item_id)
    assert (item.minutes, item.snapshot.people, item.snapshot.fitted.minutes) == (few, 3, few)
    with pytest.raises(UserError):
        desk.do(add_chosen, meeting, Chosen(last_word, few, 6, form=""))
    assert len(desk.titles(meeting)) == 3


def test_offers_are_kept(desk, meeting, catalogue):
    story = catalogue.get("success-analysis")
    item_id = desk.do(add_chosen, meeting, Chosen(story, 45, 6, presenters=1))
    snapshot = desk.agenda(meeting).item(item_id).snapshot
    assert snapshot.presenters == 1


def test_a_meeting_is_planned_around_it(desk, tuning):
    team = desk.team()
    meeting = desk.do(plan_with, team, "2026-12-01T10:50", 45, Chosen(tuning, 40, 6), {})
    agenda = desk.agenda(meeting)
    assert [(item.kind, item.minutes) for item in agenda.items] == [
        ("opening", 5),
        ("protocol", 40),
        ("wrap_up", 5),
    ]
    assert agenda.meeting.minutes == 50
    assert agenda.meeting.title == "Tuning Protocol"
