"""The made-up meeting that a protocol is tried out with."""

from datetime import timedelta

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.reading import read_agenda, read_teams
from plcdesk.planning.teams import add_team
from plcdesk.running.clock import ClockFold
from plcdesk.running.reading import read_room
from plcdesk.running.rehearsal import MOST_PEOPLE, begin_meeting_rehearsal, begin_rehearsal, made_up_names
from plcdesk.running.times import Instant
from plcdesk.store.workspace import open_workspace
from tests.shipped import SHIPPED


@pytest.fixture
def protocol():
    return SHIPPED.get("atlas-data")


def test_it_is_this_protocol_only_and_has_begun(workspace, time, protocol):
    now = Instant(time(), 0.0, "try")
    meeting_id = workspace.writer.write(begin_rehearsal, Chosen(protocol, 30, 6), now).result(60).value
    reader = workspace.reader()
    room = read_room(reader, meeting_id)
    assert room is not None
    assert [(item.kind, item.title, item.minutes) for item in room.agenda.items] == [
        ("protocol", protocol.name, 30)
    ]
    assert len(room.present) == 6
    assert room.meeting.status == "running"
    state = ClockFold(room.plan, room.events).state(now, None)
    assert state.step is not None and state.status == "running"
    assert [team.name for team in read_teams(reader)] == ["Made-up team"]
    reader.close()


def test_it_ends_at_a_full_minute_as_meetings_do(workspace, time, protocol):
    now = Instant(time().replace(second=50), 0.0, "try")
    meeting_id = workspace.writer.write(begin_rehearsal, Chosen(protocol, 30, 6), now).result(60).value
    with workspace.reader() as reader:
        room = read_room(reader, meeting_id)
    assert room is not None and room.plan.planned_end is not None
    assert room.plan.planned_end - now.wall == timedelta(minutes=30, seconds=10)


def test_a_protocol_that_does_not_fit_is_refused(workspace, time, protocol):
    now = Instant(time(), 0.0, "try")
    with pytest.raises(UserError):
        workspace.writer.write(begin_rehearsal, Chosen(protocol, 5, 6), now).result(60)


def test_nobody_has_a_name_twice():
    assert len(set(made_up_names(MOST_PEOPLE))) == MOST_PEOPLE
    assert len({name.split()[0] for name in made_up_names(40)}) == 40
    assert len(made_up_names(MOST_PEOPLE + 50)) == MOST_PEOPLE


def test_a_whole_meeting_is_copied_as_it_is_planned(workspace, time, protocol, tmp_path):
    do = workspace.writer.write
    team = (
        do(add_team, "Science", members=("Rosa Alvarez", "Dana Kim"), norms=("Equity of voice",))
        .result(60)
        .value
    )
    with workspace.reader() as reader:
        rosa = read_teams(reader)[0].members[0].id
        items = (
            NewItem("opening", "Opening", 5),
            NewItem("protocol", "ATLAS", 30, brought_by=rosa, protocol=protocol),
            NewItem("wrap_up", "Wrap up", 5),
        )
        planned = (
            do(
                new_meeting,
                team,
                "Tickets",
                "2026-12-01T10:50",
                minutes=45,
                items=items,
                roles={"facilitator": rosa},
            )
            .result(60)
            .value
        )
        agenda = read_agenda(reader, planned)
        assert agenda is not None
        copies = open_workspace(tmp_path / "copy.plcdb", time)
        now = Instant(time(), 0.0, "try")
        copy_id = copies.writer.write(begin_meeting_rehearsal, agenda, now).result(60).value
        with copies, copies.reader() as other:
            room = read_room(other, copy_id)
        assert room is not None and room.meeting.status == "running" and len(room.present) == 2
        assert [(i.kind, i.title, i.minutes) for i in room.agenda.items] == [
            (i.kind, i.title, i.minutes) for i in agenda.items
        ]
        assert room.agenda.items[1].snapshot == agenda.items[1].snapshot
        names = {member.id: member.name for member in room.agenda.team.members}
        assert (
            names[room.agenda.items[1].brought_by]
            == names[room.agenda.roles["facilitator"]]
            == "Rosa Alvarez"
        )
        assert read_room(reader, planned).meeting.status == "planned"
