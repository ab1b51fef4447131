"""What a team's own meetings tell of a protocol, on a real file."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plcdesk.closing.wrap_up import finish
from plcdesk.library.history import History, read_history
from plcdesk.planning.agendas import (
    NewItem,
    change_meeting,
    delete_item,
    delete_meeting,
    move_item,
    new_meeting,
)
from plcdesk.planning.reading import read_agenda
from plcdesk.planning.teams import add_team
from plcdesk.running.room import record, start_meeting
from plcdesk.running.times import Instant
from tests.shipped import SHIPPED

NORMS = SHIPPED.get("norms")


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(60).value


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa", "Minh", "Dana", "Jo"))


class Held:
    """Plans a meeting and runs it on a clock of its own."""

    def __init__(self, do, workspace, team: str) -> None:
        self.do, self.workspace, self.team = do, workspace, team

    def plan(self, day: int, minutes: int = 25) -> str:
        items = (NewItem("opening", "Opening", 5), NewItem("protocol", "Norms", minutes, protocol=NORMS))
        return self.do(new_meeting, self.team, "Meeting", f"2026-11-{day:02}T10:50", items=items)

    def item(self, meeting: str) -> str:
        with self.workspace.reader() as reader:
            return next(item.id for item in read_agenda(reader, meeting).items if item.snapshot)

    def run(self, meeting: str, used: float, *, first_step: str | None = None, skip: bool = False) -> None:
        """Start with the opening, give the protocol `used` minutes, in two of its steps, and end."""
        with self.workspace.reader() as reader:
            agenda = read_agenda(reader, meeting)
        begin = datetime(2026, 11, 1, 10, 50, tzinfo=UTC)

        def at(minute: float) -> Instant:
            return Instant(begin + timedelta(minutes=minute), minute * 60, "run")

        first = agenda.items[0].id if first_step is None else first_step
        self.do(
            start_meeting,
            meeting,
            at(0),
            present=(),
            ends_at=begin + timedelta(minutes=45),
            first_step=first or None,
        )
        item = self.item(meeting)
        if first:
            self.do(record, meeting, at(5), "went_to", step=f"{item}/why", reason="next")
        begun = 5.0 if first else 0.0
        self.do(
            record,
            meeting,
            at(begun + used / 2),
            "went_to",
            step=f"{item}/cards",
            reason="skip" if skip else "next",
        )
        self.do(finish, meeting, at(begun + used))


@pytest.fixture
def held(do, workspace, team) -> Held:
    return Held(do, workspace, team)


def history(workspace, team: str) -> dict[str, History]:
    with workspace.reader() as reader:
        return read_history(reader, team)


def test_minutes_used_of_those_planned(held, workspace, team):
    held.run(held.plan(3), 31)
    assert history(workspace, team) == {"norms": History(1, date(2026, 11, 3), 25, 31)}


def test_several_times_give_the_mean_and_the_last_day(held, workspace, team):
    for day, used in ((10, 30), (3, 33)):
        held.run(held.plan(day), used)
    assert history(workspace, team)["norms"] == History(2, date(2026, 11, 10), 25, 32)


def test_a_meeting_that_is_only_planned_is_no_history(held, workspace, team):
    held.plan(3)
    assert history(workspace, team) == {}


def test_a_protocol_that_was_left_at_once_or_not_reached_does_not_count(held, do, workspace, team):
    held.run(held.plan(3), 0.4, skip=True)
    assert history(workspace, team) == {}
    meeting = held.plan(10)
    begin = Instant(datetime(2026, 11, 10, 10, 50, tzinfo=UTC), 0.0, "run")
    do(start_meeting, meeting, begin, present=(), ends_at=begin.wall + timedelta(minutes=45))
    do(finish, meeting, Instant(begin.wall + timedelta(minutes=30), 1800.0, "run"))
    assert history(workspace, team) == {}


def test_a_meeting_without_a_clock_counts_without_minutes(held, do, workspace, team):
    meeting = held.plan(3)
    do(change_meeting, meeting, status="draft")
    assert history(workspace, team)["norms"] == History(1, date(2026, 11, 3))
    held.run(held.plan(10), 20)
    assert history(workspace, team)["norms"] == History(2, date(2026, 11, 10), 25, 20)


def test_a_start_that_names_no_step_begins_with_the_first_item(held, do, workspace, team):
    meeting = held.plan(3)
    do(move_item, held.item(meeting), 0)
    held.run(meeting, 30, first_step="")
    assert history(workspace, team)["norms"].used == 30


def test_what_was_deleted_and_other_teams_are_not_among_it(held, do, workspace, team):
    deleted, thrown_out = held.plan(3), held.plan(10)
    held.run(deleted, 20)
    held.run(thrown_out, 20)
    do(delete_meeting, deleted)
    do(delete_item, held.item(thrown_out))
    assert history(workspace, team) == {}
    held.run(held.plan(17), 20)
    assert history(workspace, do(add_team, "Others")) == {}
    assert history(workspace, team)["norms"].times == 1
