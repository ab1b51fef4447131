"""The made-up meeting that a protocol is tried out with."""

import pytest

from plcdesk import paths
from plcdesk.errors import UserError
from plcdesk.library.catalogue import Catalogue
from plcdesk.planning.from_library import Chosen
from plcdesk.planning.reading import read_teams
from plcdesk.running.clock import ClockFold
from plcdesk.running.reading import read_room
from plcdesk.running.rehearsal import MOST_PEOPLE, begin_rehearsal, made_up_names
from plcdesk.running.times import Instant


@pytest.fixture
def protocol():
    return Catalogue([paths.protocols()]).get("atlas-data")


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


def test_a_protocol_that_does_not_fit_is_refused(workspace, time, protocol):
    now = Instant(time(), 0.0, "try")
    with pytest.raises(UserError):
        workspace.writer.write(begin_rehearsal, Chosen(protocol, 5, 6), now).result(60)


def test_nobody_has_a_name_twice():
    assert len(set(made_up_names(MOST_PEOPLE))) == MOST_PEOPLE
    assert len({name.split()[0] for name in made_up_names(40)}) == 40
    assert len(made_up_names(MOST_PEOPLE + 50)) == MOST_PEOPLE
