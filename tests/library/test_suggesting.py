"""Three suggestions from three answers."""

import pytest

from plcdesk.library.for_people import form_lengths, form_within, summary_for
from plcdesk.library.schema import Capture, Form
from plcdesk.library.suggesting import AIMS, SERVES, Answers, Known, suggest, weigh
from plcdesk.library.summary import summarise
from tests.library.making import protocol, step
from tests.shipped import SHIPPED


def known(people: int = 6) -> list[Known]:
    found = []
    for summary in SHIPPED.summaries():
        each = SHIPPED.get(summary.id)
        found.append(weigh(each, summary_for(summary, form_lengths(each, people))))
    return found


LIBRARY = known()


def names(answers: Answers, **more) -> list[str]:
    return [each.match.summary.id for each in suggest(LIBRARY, answers, **more)]


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize(
    "looks_at", [None, "student-work", "data", "dilemma", "text", "plans", "ourselves", "practice"]
)
@pytest.mark.parametrize("minutes", [10, 25, 60])
def test_there_are_always_three_that_differ_and_that_fit(aim, looks_at, minutes):
    found = suggest(LIBRARY, Answers(aim, minutes, 6, looks_at, "settled"))
    assert len({each.match.summary.id for each in found}) == 3
    assert all(each.match.fits and each.match.minutes <= minutes for each in found)
    assert all(each.reasons for each in found)


def test_what_is_asked_for_comes_first():
    assert "atlas-data" in names(Answers("understand", 45, 6, "data", "settled"))
    first = suggest(LIBRARY, Answers("feedback", 40, 6, "plans", "settled"))[0]
    assert "plans" in first.match.summary.looks_at
    assert first.reasons[:2] == ("aim", "looks_at")
    assert set(names(Answers("decide", 30, 6, None, "settled"))).isdisjoint({"norms", "last-word"})


def test_reasons_say_how_it_fits():
    found = {
        each.match.summary.id: each
        for each in suggest(LIBRARY, Answers("understand", 30, 6, "data", "settled"))
    }
    assert "shorter" in found["atlas-data"].reasons
    assert found["atlas-data"].notes[:1] == ("Observation",)
    nothing_fits = suggest(LIBRARY, Answers("understand", 5, 300))
    assert len(nothing_fits) == 3
    assert not any(each.match.fits for each in nothing_fits)
    assert not any({"own_time", "shorter"} & set(each.reasons) for each in nothing_fits)


def test_trust_that_is_not_there_is_not_asked_for():
    for each in suggest(LIBRARY, Answers("feedback", 60, 6, "dilemma", "just-met")):
        assert each.match.summary.trust == "just-met"


def test_what_the_team_knows_and_likes_is_preferred_and_said():
    answers = Answers("understand", 30, 6, None, "settled")
    others = [known for known in LIBRARY if known.summary.id not in names(answers)]
    near = suggest(others, answers)[1].match.summary.id
    found = suggest(others, answers, used=[near], favourites=[near])[0]
    assert found.match.summary.id == near
    assert found.reasons[-2:] == ("used", "favourite")


def test_variants_of_one_protocol_are_not_suggested_together():
    twins = [
        weigh(made := protocol(step("a", 20), id=name, variant_of=parent), summarise(made, own=False))
        for name, parent in (("parent", None), ("child", "parent"), ("cousin", "parent"), ("other", None))
    ]
    found = suggest(twins, Answers("understand", 30, 6))
    assert sorted(each.match.summary.id == "other" for each in found) == [False, True]
    assert suggest([], Answers("trust", 30, 6)) == ()


def test_aims_follow_from_what_is_written_and_for_whom():
    notes = [
        Capture(kind="warm", name="Warm"),
        Capture(kind="cool", name="Cool"),
        Capture(kind="action", name="Next"),
    ]
    made = protocol(step("talk", 20, captures=notes), category="planning", presenter="one")
    weighed = weigh(made, summarise(made, own=True))
    assert weighed.aims["feedback"] == 1 + 2 + 1
    assert weighed.notes["feedback"] == ("Warm", "Cool")
    assert weighed.aims["decide"] < SERVES


def test_a_team_gets_its_own_minutes_and_the_form_that_fits():
    form = Form(id="short", name="Short", minutes={"talk": 10}, without=["again"])
    made = protocol(step("talk", 30, floor=8), step("again", 20, floor=20), forms=[form])
    lengths = form_lengths(made, 6)
    assert [(each.form, each.own) for each in lengths] == [(None, 50), ("short", 10)]
    summary = summary_for(summarise(made, own=False), lengths)
    assert summary.minutes == 50
    assert summary.least_minutes == lengths[1].least
    assert form_within(lengths, 50).form is None
    assert form_within(lengths, 120).form is None
    assert form_within(lengths, 12).form == "short"
    assert form_within(lengths, 1).form == "short"


@pytest.mark.parametrize(
    ("slot", "form"), [(60, None), (55, None), (45, "forty"), (40, "forty"), (32, "short"), (30, "short")]
)
def test_the_form_that_is_changed_least_is_taken(slot, form):
    assert form_within(form_lengths(SHIPPED.get("tuning"), 6), slot).form == form
