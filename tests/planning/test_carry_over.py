"""What an earlier meeting left open, offered to the next."""

from datetime import UTC, date, datetime

import pytest

from plcdesk.closing.wrap_up import dispose, finish
from plcdesk.planning.agenda_sources import take_over_item
from plcdesk.planning.agendas import NewItem, delete_item, take_over
from plcdesk.planning.carry_over import read_carry_over, read_offered, read_open_actions
from plcdesk.planning.reading import read_meeting
from plcdesk.running.entries import NewEntry, add_entry, delete_entries, set_action
from plcdesk.running.room import record, start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.undo import undo

BEFORE = datetime.fromisoformat("2026-11-24T10:50")


def at(minute: int) -> Instant:
    return Instant(datetime(2026, 11, 17, 10, minute, tzinfo=UTC), minute * 60.0, "run-1")


@pytest.fixture
def team(desk) -> str:
    return desk.team()


@pytest.fixture
def last(desk, team) -> str:
    """A meeting of which only the opening and the first topic were reached."""
    meeting = desk.meeting(
        team,
        NewItem("opening", "Opening", 5),
        NewItem("topic", "Reached", 10),
        NewItem("topic", "Not reached", 12, purpose="Why"),
        NewItem("wrap_up", "Wrap up", 5),
        at="2026-11-17T10:50",
    )
    opening, reached, *_ = desk.agenda(meeting).items
    ends = datetime(2026, 11, 17, 11, 35, tzinfo=UTC)
    desk.do(start_meeting, meeting, at(50), present=(), ends_at=ends, first_step=opening.id)
    desk.do(record, meeting, at(55), "went_to", step=reached.id)
    return meeting


@pytest.fixture
def coming(desk, team) -> str:
    return desk.meeting(team, NewItem("wrap_up", "Wrap up", 5))


def write(desk, meeting: str, kind: str, text: str, **values) -> str:
    return desk.do(add_entry, meeting, NewEntry(kind, text, **values))


def end(desk, meeting: str) -> None:
    desk.do(finish, meeting, at(59))


def offered(desk, meeting: str):
    found = read_meeting(desk.reader, meeting)
    assert found is not None
    return read_offered(desk.reader, found)


def test_without_an_earlier_meeting_nothing_is_carried_over(desk, team):
    carried = read_carry_over(desk.reader, team, BEFORE)
    assert (carried.last, carried.actions, carried.open_entries, carried.unreached) == (None, (), (), ())


def test_questions_and_parked_things_of_the_last_meeting_are_open(desk, team, last):
    write(desk, last, "parked", "Lab safety contract")
    write(desk, last, "question", "Re-test unit 2?")
    write(desk, last, "note", "Said")
    end(desk, last)
    carried = read_carry_over(desk.reader, team, BEFORE)
    assert carried.last is not None and carried.last.id == last
    assert [entry.text for entry in carried.open_entries] == ["Re-test unit 2?", "Lab safety contract"]


def test_what_was_dropped_or_became_an_action_is_not_open(desk, team, last):
    parked = write(desk, last, "parked", "P")
    asked = write(desk, last, "question", "Q")
    gone = write(desk, last, "question", "R")
    desk.do(dispose, parked, "dropped")
    desk.do(dispose, asked, "action")
    desk.do(delete_entries, [gone])
    end(desk, last)
    carried = read_carry_over(desk.reader, team, BEFORE)
    assert carried.open_entries == ()
    assert [action.text for action in carried.actions] == ["Q"]


def test_only_items_that_the_clock_did_not_come_to_are_unreached(desk, team, last):
    end(desk, last)
    carried = read_carry_over(desk.reader, team, BEFORE)
    assert [(item.title, item.minutes, item.kind) for item in carried.unreached] == [
        ("Not reached", 12, "topic")
    ]


def test_a_meeting_that_runs_or_lies_ahead_carries_nothing(desk, team, last):
    write(desk, last, "parked", "P")
    assert read_carry_over(desk.reader, team, BEFORE).last is None
    end(desk, last)
    assert read_carry_over(desk.reader, team, datetime.fromisoformat("2026-11-17T10:50")).last is None


def test_what_is_on_the_agenda_is_no_longer_offered_and_is_again_when_it_goes(desk, last, coming):
    parked = write(desk, last, "parked", "Lab safety contract")
    end(desk, last)
    item = offered(desk, coming).unreached[0].item_id
    first = desk.do(take_over, coming, parked)
    desk.do(take_over_item, coming, item)
    assert desk.titles(coming) == ["Lab safety contract", "Not reached", "Wrap up"]
    taken = desk.agenda(coming).items[0]
    assert (taken.kind, taken.from_entry_id, taken.minutes) == ("topic", parked, 5)
    assert (offered(desk, coming).open_entries, offered(desk, coming).unreached) == ((), ())
    desk.do(delete_item, first)
    assert [entry.id for entry in offered(desk, coming).open_entries] == [parked]
    desk.do(undo, coming)
    assert offered(desk, coming).open_entries == ()
    desk.do(undo, coming)
    assert [each.item_id for each in offered(desk, coming).unreached] == [item]


def test_wrapping_up_hands_on_what_is_meant_for_the_next_meeting(desk, last, coming):
    asked = write(desk, last, "question", "Q")
    desk.do(dispose, asked, "next_meeting")
    end(desk, last)
    assert desk.titles(coming) == ["Q", "Wrap up"]
    assert offered(desk, coming).open_entries == ()


def test_actions_stand_by_date_those_without_one_last(desk, team, last):
    for text, due in (("none", None), ("later", date(2026, 12, 1)), ("late", date(2026, 11, 20))):
        write(desk, last, "action", text, due_on=due)
    done = write(desk, last, "action", "done", due_on=date(2026, 11, 1))
    desk.do(set_action, done, "done", date(2026, 11, 18))
    assert [each.text for each in read_open_actions(desk.reader, team)] == ["late", "later", "none"]
    assert [each.text for each in read_open_actions(desk.reader, team, date(2026, 11, 24))] == ["late"]
    assert [each.text for each in read_open_actions(desk.reader, None)] == ["late", "later", "none"]


def test_only_due_actions_are_offered_and_only_once(desk, last, coming):
    write(desk, last, "action", "none")
    write(desk, last, "action", "later", due_on=date(2026, 11, 25))
    write(desk, last, "action", "today", due_on=date(2026, 11, 24))
    late = write(desk, last, "action", "late", due_on=date(2026, 11, 20))
    end(desk, last)
    assert [each.text for each in offered(desk, coming).actions] == ["late", "today"]
    desk.do(take_over, coming, late)
    assert [each.text for each in offered(desk, coming).actions] == ["today"]


def test_another_team_has_nothing_of_it(desk, last):
    write(desk, last, "action", "ours", due_on=date(2026, 11, 20))
    write(desk, last, "parked", "P")
    end(desk, last)
    other = desk.team("Ann", "Bob")
    carried = read_carry_over(desk.reader, other, BEFORE)
    assert (carried.last, carried.actions) == (None, ())
