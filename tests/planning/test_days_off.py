"""Days off, series of meetings, the rota and the history of a norm."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plcdesk.errors import UserError
from plcdesk.planning.days_off import DaysOff, add_days_off, is_off, read_days_off, remove_days_off
from plcdesk.planning.free_slot import first_free_slot
from plcdesk.planning.norm_history import read_wordings
from plcdesk.planning.reading import read_agenda, read_meetings, read_team
from plcdesk.planning.rota import read_rota
from plcdesk.planning.series import dates_of, plan_series
from plcdesk.planning.slots import next_slot
from plcdesk.planning.teams import add_team, change_norm
from plcdesk.store.undo import undo
from plcdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 24, 12, 0)
BREAK = DaysOff("break", date(2026, 12, 21), date(2027, 1, 3), "Winter break")


@pytest.fixture
def do(workspace: Workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def team(do) -> str:
    people = ("Rosa Alvarez", "Minh Trần", "Dana Kim", "Jo Becker")
    return do(add_team, "Science", members=people, norms=("Evidence",), weekday=1, time="10:50")


def test_slots_skip_days_off():
    assert next_slot(1, "10:50", datetime(2026, 12, 16, 9), [BREAK]) == datetime(2027, 1, 5, 10, 50)
    assert next_slot(None, "10:50", datetime(2026, 12, 20, 9), [BREAK]) == datetime(2027, 1, 4, 10, 50)


@settings(max_examples=60)
@given(
    st.dates(date(2026, 8, 1), date(2027, 6, 1)), st.integers(1, 40), st.integers(0, 40), st.integers(0, 60)
)
def test_a_series_keeps_its_weekday_and_skips_days_off(start: date, count: int, gap: int, length: int):
    off = DaysOff("off", start + timedelta(days=gap + 1), start + timedelta(days=gap + 1 + length))
    first = datetime(start.year, start.month, start.day, 10, 50)
    taken = {start + timedelta(weeks=3)}
    starts = dates_of(first, count, [off], taken)
    assert len(starts) == count and starts[0] == first
    assert list(starts) == sorted(set(starts))
    assert {each.weekday() for each in starts} == {first.weekday()}
    assert not [each for each in starts[1:] if is_off(each.date(), [off]) or each.date() in taken]


def test_days_off_are_kept_in_order_and_can_be_undone(do, team, workspace: Workspace):
    do(add_days_off, team, BREAK.first, BREAK.last, " Winter break ")
    spring = do(add_days_off, team, date(2026, 12, 1), date(2026, 12, 1))
    with workspace.reader() as reader:
        assert [off.name for off in read_days_off(reader, team)] == ["", "Winter break"]
        facts = read_team(reader, team)
        assert facts is not None
        assert first_free_slot(reader, facts, NOW) == datetime(2026, 12, 8, 10, 50)
        do(remove_days_off, spring)
        assert first_free_slot(reader, facts, NOW) == datetime(2026, 12, 1, 10, 50)
        do(undo, team)
        assert len(read_days_off(reader, team)) == 2
    with pytest.raises(UserError, match="before the first"):
        do(add_days_off, team, BREAK.last, BREAK.first)


def test_a_series_is_planned_with_roles_by_turns(do, team, workspace: Workspace):
    with workspace.reader() as reader:
        facts = read_team(reader, team)
        assert facts is not None
        members = [(member.id, member.name) for member in facts.members]
        starts = dates_of(datetime(2026, 12, 15, 10, 50), 4, [BREAK])
        do(
            plan_series,
            team,
            "Weekly",
            starts,
            minutes=45,
            room="",
            result_wanted="a plan",
            items=(),
            copy_from=None,
            members=members,
            past=[],
        )
        made = sorted(read_meetings(reader, team), key=lambda meeting: meeting.starts_at)
        assert [meeting.starts_at.date() for meeting in made] == [
            date(2026, 12, 15),
            date(2027, 1, 5),
            date(2027, 1, 12),
            date(2027, 1, 19),
        ]
        assert [meeting.result_wanted for meeting in made] == ["a plan", "", "", ""]
        facilitators = [read_agenda(reader, meeting.id).roles["facilitator"] for meeting in made]
        assert len(set(facilitators)) == 4
        rota = read_rota(reader, facts, NOW, 6)
        assert [line.meeting_id for line in rota] == [meeting.id for meeting in made] + ["", ""]
        assert rota[4].starts_at == datetime(2027, 1, 26, 10, 50)
        assert rota[4].roles["facilitator"] == facilitators[0]


def test_the_wordings_of_a_norm_are_kept(do, team, time, workspace: Workspace):
    with workspace.reader() as reader:
        norm = read_team(reader, team).norms[0].id
        do(change_norm, norm, text="Evidence first")
        time.pass_by(days=2)
        do(change_norm, norm, text="Evidence before opinion")
        wordings = read_wordings(reader, norm)
    assert [(wording.text, wording.since) for wording in wordings] == [
        ("Evidence before opinion", datetime(2026, 11, 26, tzinfo=UTC).date()),
        ("Evidence first", datetime(2026, 11, 24, tzinfo=UTC).date()),
    ]
