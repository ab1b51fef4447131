"""Wrapping up, on a real store."""

from datetime import UTC, date, datetime

import pytest

from plcdesk.closing import wrap_up
from plcdesk.errors import UserError
from plcdesk.minutes.gather import gather
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.carry_over import read_carry_over
from plcdesk.planning.home import read_home
from plcdesk.planning.reading import read_agenda, read_meetings, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.reading import read_room
from plcdesk.running.room import leave, record, start_meeting
from plcdesk.running.times import Instant
from plcdesk.store.undo import undo
from plcdesk.store.workspace import Workspace

START = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)
AGENDA = (NewItem("opening", "Opening", 5), NewItem("topic", "Tickets", 20), NewItem("wrap_up", "Wrap up", 5))


def at(minutes: float) -> Instant:
    wall = START.timestamp() + minutes * 60
    return Instant(datetime.fromtimestamp(wall, UTC), minutes * 60, "run")


@pytest.fixture
def do(workspace: Workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def team(do) -> str:
    return do(add_team, "Science", members=("Rosa Alvarez", "Minh Trần"), norms=("Equity of voice",))


@pytest.fixture
def meeting(do, team, workspace) -> str:
    made = do(new_meeting, team, "Tickets", "2026-11-24T10:50", items=AGENDA, result_wanted="a plan")
    with workspace.reader() as reader:
        members = read_team(reader, team).members
    do(start_meeting, made, at(0), present=tuple(m.id for m in members), ends_at=at(45).wall)
    return made


def entry(do, workspace, meeting, kind, text):
    with workspace.reader() as reader:
        item = read_agenda(reader, meeting).items[1].id
    return do(add_entry, meeting, NewEntry(kind, text, item, item))


def test_finish_makes_a_draft_with_its_end(do, workspace, team, meeting):
    do(wrap_up.finish, meeting, at(40))
    with workspace.reader() as reader:
        held = read_meetings(reader, team, ["draft"])[0]
        assert held.ended_at == at(40).wall
        assert (
            read_home(reader, team, datetime(2026, 11, 24, 12)).recent[0].gaps == 1
        )  # reached or not is not said
    with pytest.raises(UserError):
        do(wrap_up.finish, meeting, at(41))


def test_what_is_for_the_next_meeting_is_on_its_agenda_once(do, workspace, team, meeting):
    parked = entry(do, workspace, meeting, "parked", "Lab contract")
    do(wrap_up.dispose, parked, "next_meeting")
    following = do(wrap_up.plan_next, meeting, starts_at="2026-12-01T10:50", result_wanted="scores")
    again = do(wrap_up.plan_next, meeting, starts_at="2026-12-02T10:50")
    assert again == following
    do(wrap_up.finish, meeting, at(40))
    with workspace.reader() as reader:
        assert [item.title for item in read_agenda(reader, following).items] == ["Lab contract"]
        assert read_carry_over(reader, team, datetime(2026, 12, 2)).open_entries == ()


def test_an_open_question_becomes_an_action_and_back(do, workspace, team, meeting):
    question = entry(do, workspace, meeting, "question", "Did C see the demo?")
    made = do(wrap_up.dispose, question, "action")
    assert do(wrap_up.dispose, question, "action") == made
    with workspace.reader() as reader:
        assert [e.kind for e in read_room(reader, meeting).entries] == ["question", "action"]
    do(wrap_up.dispose, question, "dropped")
    with workspace.reader() as reader:
        assert [e.kind for e in read_room(reader, meeting).entries] == ["question"]
        assert read_carry_over(reader, team, datetime(2026, 12, 2)).open_entries == ()
    do(undo, meeting)
    with workspace.reader() as reader:
        assert [e.kind for e in read_room(reader, meeting).entries] == ["question", "action"]


def test_norms_that_were_written_become_the_teams_norms(do, workspace, team, meeting):
    for text in ("Start on time", "equity of voice"):
        entry(do, workspace, meeting, "norm", text)
    do(wrap_up.finish, meeting, at(40))
    with workspace.reader() as reader:
        assert [norm.text for norm in read_team(reader, team).norms] == ["Equity of voice", "Start on time"]


def test_the_next_meeting_cannot_be_before_this_one(do, meeting):
    with pytest.raises(UserError):
        do(wrap_up.plan_next, meeting, starts_at="2026-11-20T10:50")


def test_ratings_are_kept_without_names_and_can_be_taken_away(do, workspace, team, meeting):
    with workspace.reader() as reader:
        norm = read_team(reader, team).norms[0].id
    do(wrap_up.rate_norm, meeting, norm, (5, 4, 4))
    do(wrap_up.rate_norm, meeting, norm, (5, 4))
    with workspace.reader() as reader:
        assert reader.value("SELECT fingers FROM norm_rating") == "[5, 4]"
    do(wrap_up.rate_norm, meeting, norm, ())
    with workspace.reader() as reader:
        assert reader.value("SELECT count(*) FROM norm_rating") == 0


def test_minutes_gather_what_happened(do, workspace, team, meeting):
    with workspace.reader() as reader:
        items = read_agenda(reader, meeting).items
        rosa, minh = read_team(reader, team).members
    do(record, meeting, at(6), "went_to", step=items[1].id, reason="next")
    do(add_entry, meeting, NewEntry("note", "Units are missing", items[1].id, items[1].id))
    do(add_entry, meeting, NewEntry("decision", "Re-teach", items[1].id, items[1].id, why="tickets"))
    do(
        add_entry,
        meeting,
        NewEntry("action", "Print", items[1].id, items[1].id, owners=(minh.id,), due_on=date(2026, 11, 26)),
    )
    do(record, meeting, at(20), "paused", reason="fire drill")
    do(record, meeting, at(25), "resumed")
    do(leave, meeting, rosa.id, at(30))
    do(wrap_up.set_reached, meeting, "yes")
    do(wrap_up.finish, meeting, at(40))
    with workspace.reader() as reader:
        facts = gather(reader, meeting)
    assert (facts.used_minutes, facts.result_reached) == (40, "yes")
    assert [(item.title, item.used, item.reached) for item in facts.items] == [
        ("Opening", 6, True),
        ("Tickets", 29, True),
        ("Wrap up", None, False),
    ]
    assert [note.text for note in facts.items[1].notes] == ["Units are missing"]
    assert facts.decisions[0].why == "tickets"
    assert (facts.actions[0].owners, facts.actions[0].due) == (("Minh T.",), date(2026, 11, 26))
    assert [(pause.reason, pause.minutes) for pause in facts.pauses] == [("fire drill", 5)]
    assert facts.present[0].left_local == datetime(2026, 11, 24, 11, 20)


def test_a_meeting_on_paper_is_written_up(do, workspace, team):
    made = do(wrap_up.write_up, team, "On paper", "2026-11-10T10:50", minutes=45, items=AGENDA)
    with workspace.reader() as reader:
        facts = gather(reader, made)
    assert (facts.status, facts.used_minutes, facts.items[0].used) == ("draft", None, None)


def test_a_start_by_mistake_is_taken_back(do, workspace, team, meeting):
    entry(do, workspace, meeting, "note", "kept")
    do(wrap_up.abandon, meeting)
    with workspace.reader() as reader:
        room = read_room(reader, meeting)
        assert (room.meeting.status, room.events, len(room.entries)) == ("planned", (), 1)
