"""The live meeting: what it reads again, what it writes by itself, what it costs."""

from plcdesk.planning.agendas import change_meeting
from plcdesk.planning.teams import change_member
from plcdesk.running.entries import NewEntry, add_entry, save_draft
from plcdesk_ui.run.live import LiveMeeting
from tests.counting import calls_of


def test_a_tick_makes_no_new_facts(room):
    facts, seen = room.live.facts, room.live.room
    room.wait(seconds=30)
    assert room.live.facts is facts and room.live.room is seen
    assert room.live.state.current_elapsed == 30


def test_the_turn_is_fresh_at_each_tick(room):
    for _ in range(2):
        room.live.next_step()
        room.settle()
    room.wait(seconds=17)
    assert room.live.round.turn_elapsed == 17
    assert room.live.facts.round.turn_elapsed == 0


def test_a_note_reads_only_notes_again(room, do):
    heard = []
    room.live.changed.connect(lambda: heard.append(True))
    agenda, events = room.live.room.agenda, room.live.room.events
    do(add_entry, room.meeting, NewEntry("note", "Units are missing"))
    room.settle()
    assert [entry.text for entry in room.live.room.entries] == ["Units are missing"]
    assert room.live.room.agenda is agenda and room.live.room.events is events
    assert heard == [True]


def test_half_typed_words_and_heartbeats_are_no_news(room, do):
    heard = []
    room.live.changed.connect(lambda: heard.append(True))
    do(save_draft, room.meeting, "here", "half a sen")
    room.live.beat()
    room.settle()
    assert heard == [] and room.read().last_seen is not None


def test_a_heartbeat_does_not_wake_the_screens(room):
    heard = []
    room.screen.context.bus.changed.connect(lambda changes, initiator: heard.append(changes))
    room.live.beat()
    room.settle()
    assert [changes for changes in heard if changes.tables] == []


def test_other_meetings_are_not_its_business(room, do, team):
    from plcdesk.planning.agendas import new_meeting

    heard = []
    other = do(new_meeting, team.id, "Other", "2026-12-01T10:50")
    room.settle()
    room.live.changed.connect(lambda: heard.append(True))
    do(change_meeting, other, title="Still another")
    room.settle()
    assert heard == []


def test_a_new_name_is_taken_up(room, do):
    do(change_member, room.member("Jo"), name="Rosa Meyer")
    room.settle()
    assert room.live.name_of(room.member("Jo")) == "Rosa M."
    assert room.live.name_of(room.member("Rosa")) == "Rosa A."
    assert room.live.name_of(None) == "?"


def test_after_a_crash_the_last_heartbeat_is_kept_as_an_event(room, moment, do):
    room.wait(minutes=2)
    room.live.beat()
    room.settle()
    room.time.pass_by(seconds=40)
    moment.session = "run-2"
    again = LiveMeeting(room.screen.context, room.meeting)
    room.settle()
    seen = room.read().events[-1]
    assert (seen.kind, seen.at.session) == ("seen", "run-1")
    assert again.state.current_elapsed == 160
    again.beat()
    room.settle()
    again.let_go()
    third = LiveMeeting(room.screen.context, room.meeting)
    room.settle()
    assert [event.kind for event in room.read().events] == ["started", "seen"]
    assert third.state.current_elapsed == 160
    third.let_go()


def test_let_go_hears_and_beats_no_more(room, do):
    live = LiveMeeting(room.screen.context, room.meeting)
    heard = []
    live.changed.connect(lambda: heard.append(True))
    live.let_go()
    do(add_entry, room.meeting, NewEntry("note", "Units are missing"))
    room.settle()
    assert heard == []


def test_a_tick_of_the_whole_desk_reads_nothing_and_does_little(room, monkeypatch):
    for _ in range(2):
        room.live.next_step()
        room.settle()
    monkeypatch.setattr(room.screen.context.reader, "rows", None)
    monkeypatch.setattr(room.screen.context.reader, "each", None)
    took = []
    for _ in range(12):
        room.time.pass_by(seconds=0.25)
        took.append(calls_of(room.live.tick))

    assert sorted(took)[6] < 1500 and max(took) < 6000
