"""Running a meeting on a real store: start, clock, people, minutes taken and given back, an end named later."""

from datetime import UTC, datetime, timedelta

import pytest

from plcdesk.closing.wrap_up import abandon, back_to_meeting, finish
from plcdesk.errors import UserError
from plcdesk.planning.agendas import NewItem, add_item, give_minutes, new_meeting
from plcdesk.planning.reading import read_agenda, read_items, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running import room
from plcdesk.running.catching_up import catch_up
from plcdesk.running.clock import fold
from plcdesk.running.disturbances import Gap
from plcdesk.running.reading import read_room
from plcdesk.running.short_forms import short_forms
from plcdesk.running.starting import room_saw_screen, start_of
from plcdesk.running.times import Instant, named_moment
from plcdesk.store.undo import redo, undo
from tests.shipped import SHIPPED

TEN_FIFTY = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)


def at(minutes: float, session: str = "first") -> Instant:
    return Instant(TEN_FIFTY + timedelta(minutes=minutes), 500 + minutes * 60, session)


@pytest.fixture
def do(workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def read(workspace):
    with workspace.reader() as reader:
        yield reader


@pytest.fixture
def people(do, read):
    names = ("Rosa Alvarez", "Dana Kim", "Jo Meyer", "Lena Petrova", "Minh Tran")
    team = do(add_team, "Science", members=names)
    return read_team(read, team)


@pytest.fixture
def meeting(do, people):
    atlas = SHIPPED.get("atlas-data")
    items = (
        NewItem("opening", "Opening", 5),
        NewItem("protocol", "ATLAS", 28, protocol=atlas),
        NewItem("decision", "Decide", 7),
        NewItem("wrap_up", "Wrap up", 5),
    )
    return do(new_meeting, people.id, "Tickets", "2026-11-24T10:50", minutes=45, items=items)


@pytest.fixture
def start(do, people, meeting):
    def begin(minutes_in: float = 0, **other):
        ids = tuple(member.id for member in people.members)
        given = {"present": ids[:4], "absent": ids[4:], "ends_at": at(45).wall} | other
        do(room.start_meeting, meeting, at(minutes_in), **given)

    return begin


def state(read, meeting, minutes, session="first"):
    found = read_room(read, meeting)
    return fold(found.plan, found.events, at(minutes, session), found.last_seen)


def test_a_meeting_starts_with_who_is_here(do, read, meeting, people, start):
    start(room_sees_screen=True)
    found = read_room(read, meeting)
    assert (found.meeting.status, found.meeting.room_sees_screen) == ("running", True)
    assert found.meeting.ends_at == at(45).wall
    assert [people.member(member).first_name for member in found.present] == ["Rosa", "Dana", "Jo", "Lena"]
    assert [people.member(member).first_name for member in found.absent] == ["Minh"]
    now = state(read, meeting, 2)
    assert (now.step.title, now.left, now.started_at) == ("Opening", 180, at(0).wall)
    assert room_saw_screen(read, people.id)
    with pytest.raises(UserError):
        start()


def test_how_the_room_saw_the_screen_is_remembered(read, people, start):
    assert room_saw_screen(read, people.id)  # never met: the careful answer
    start(room_sees_screen=False)
    assert not room_saw_screen(read, people.id)


def test_a_late_start_is_fitted_to_the_end_that_was_planned(do, read, meeting, start):
    choice = start_of(read_agenda(read, meeting), at(6.2))
    assert choice.asks and choice.minutes_late == 6
    assert (choice.keep.ends_at, choice.later.ends_at) == (at(45).wall, at(51).wall)
    start(6.2, ends_at=choice.keep.ends_at, minutes=choice.keep.minutes)
    items = read_items(read, meeting)
    assert sum(item.minutes for item in items) == 39
    atlas = items[1]
    assert atlas.minutes == sum(step.minutes for step in atlas.snapshot.fitted.steps) < 28
    assert state(read, meeting, 6.2).behind_minutes == 0


def test_a_start_too_late_for_the_planned_end_says_by_how_much(do, read, meeting):
    choice = start_of(read_agenda(read, meeting), at(30))
    assert choice.keep is None and choice.short_by > 0
    assert choice.later.ends_at == at(75).wall
    agenda = read_agenda(read, meeting)
    fits = start_of(agenda, at(15 - choice.short_by + 15))
    assert fits.keep is not None
    assert sum(fits.keep.minutes.get(item.id, item.minutes) for item in agenda.items) == 15 + choice.short_by


def test_in_time_nothing_is_asked(read, meeting):
    for minutes in (-20, 0, 0.4):
        choice = start_of(read_agenda(read, meeting), at(minutes))
        assert not choice.asks
        assert (choice.keep.ends_at, choice.keep.minutes, choice.moved) == (at(45).wall, {}, False)


@pytest.mark.parametrize("minutes", [-24 * 60, -61, 45, 3 * 24 * 60])
def test_held_at_quite_another_time_it_has_its_full_length(do, read, meeting, start, minutes):
    choice = start_of(read_agenda(read, meeting), at(minutes + 0.7))
    assert choice.moved and not choice.asks
    assert choice.keep.ends_at == at(minutes + 46).wall  # in full minutes, and not behind at once
    start(minutes, ends_at=choice.keep.ends_at, starts_at=choice.starts_at.strftime("%Y-%m-%dT%H:%M"))
    assert read_agenda(read, meeting).meeting.starts_at == at(minutes).wall.replace(tzinfo=None)


def test_the_clock_is_what_was_recorded(do, read, meeting, start):
    start()
    steps = read_room(read, meeting).plan.steps
    do(room.record, meeting, at(4), "went_to", step=steps[1].key, reason="next")
    do(room.record, meeting, at(5), "paused", reason="fire drill")
    do(room.go_on, meeting, at(8))
    do(room.record, meeting, at(8.5), "extended", step=steps[1].key, seconds=60)
    now = state(read, meeting, 9)
    assert (now.current, now.current_elapsed, now.paused) == (steps[1].key, 120, 180)
    assert now.current_planned == steps[1].seconds + 60
    assert now.done == {steps[0].key}


def test_a_restart_goes_on_to_the_second(do, read, meeting, start):
    start()
    do(room.beat, meeting, at(3))
    assert state(read, meeting, 3.5, "second").left == 90
    do(room.beat, meeting, at(3.6, "second"))
    assert read_room(read, meeting).last_seen == at(3.6, "second")


def test_coming_late_and_leaving(do, read, meeting, people, start):
    start()
    rosa, minh = people.members[0].id, people.members[4].id
    do(room.arrive, meeting, minh, at(8))
    do(room.leave, meeting, rosa, at(20))
    found = read_room(read, meeting)
    assert found.attendance[minh].status == "late" and found.attendance[minh].arrived_at == at(8).wall
    assert found.attendance[rosa].status == "left" and found.attendance[rosa].left_at == at(20).wall
    assert [people.member(member).first_name for member in found.present] == ["Dana", "Jo", "Lena", "Minh"]
    do(undo, meeting)
    assert read_room(read, meeting).attendance[rosa].status == "present"


def test_attendance_is_corrected(do, read, meeting, people, start):
    start()
    rosa, minh = people.members[0].id, people.members[4].id
    do(room.arrive, meeting, minh, at(8))
    do(room.set_attendance, meeting, minh, "present")
    do(room.leave, meeting, rosa, at(20))
    do(room.set_attendance, meeting, rosa, "absent")
    found = read_room(read, meeting).attendance
    assert (found[minh].status, found[minh].arrived_at) == ("present", at(0).wall)
    assert (found[rosa].status, found[rosa].left_at) == ("absent", None)


@pytest.fixture
def behind(do, read, meeting, start):
    """Opening took two minutes too long, on an agenda without slack."""
    start()
    return catch_up(state(read, meeting, 7))


def test_what_is_left_is_fitted_again_and_given_back_in_one(do, read, meeting, behind):
    before = state(read, meeting, 7)
    do(room.catch_up, meeting, at(7), behind)
    after = state(read, meeting, 7)
    assert after.current_planned == before.current_planned + behind.minutes * 60
    assert after.behind_minutes == before.behind_minutes - behind.minutes
    do(undo, meeting)
    assert state(read, meeting, 7).planned == before.planned
    do(redo, meeting)
    assert state(read, meeting, 7).planned == after.planned


def test_what_was_given_back_cannot_come_again_once_the_clock_went_on(do, read, meeting, behind):
    now = state(read, meeting, 7)
    do(room.catch_up, meeting, at(7), behind)
    do(undo, meeting)
    do(room.record, meeting, at(8), "went_to", step=now.next_key, reason="next")
    with pytest.raises(UserError):
        do(redo, meeting)
    assert [event.seq for event in read_room(read, meeting).events] == [1, 2]


def test_a_topic_taken_back_can_come_again_after_the_clock_went_on(do, read, meeting, start):
    start()
    do(add_item, meeting, NewItem("topic", "Bus duty", 3))
    do(undo, meeting)
    do(room.record, meeting, at(1), "paused")
    do(redo, meeting)
    assert [item.title for item in read_items(read, meeting)][-2] == "Bus duty"


def test_a_protocol_that_is_on_gets_other_minutes_for_the_steps_to_come(do, read, meeting, start):
    start()
    atlas = read_items(read, meeting)[1]
    steps = atlas.snapshot.fitted.steps
    settled = [steps[0].key, steps[1].key]
    do(room.give_minutes_while_running, atlas.id, 26, settled=settled)
    again = read_items(read, meeting)[1]
    assert again.minutes == 26 == sum(step.minutes for step in again.snapshot.fitted.steps)
    assert again.snapshot.fitted.steps[:2] == steps[:2]
    with pytest.raises(UserError):
        do(room.give_minutes_while_running, atlas.id, steps[0].minutes + steps[1].minutes, settled=settled)
    do(undo, meeting)
    assert read_items(read, meeting)[1] == atlas


def test_an_item_to_come_gets_other_minutes_as_in_planning(do, read, meeting, start):
    start()
    decide = read_items(read, meeting)[2]
    do(room.give_minutes_while_running, decide.id, 9)
    assert read_items(read, meeting)[2] == decide._replace(minutes=9)


def test_two_items_change_places(do, read, meeting, start):
    start()
    first, second = read_items(read, meeting)[1:3]
    do(room.swap_items, first.id, second.id)
    assert [item.title for item in read_items(read, meeting)] == ["Opening", "Decide", "ATLAS", "Wrap up"]
    do(undo, meeting)
    assert [item.title for item in read_items(read, meeting)] == ["Opening", "ATLAS", "Decide", "Wrap up"]


def test_the_end_of_a_meeting_left_running_is_named_later(do, read, meeting, start):
    start()
    do(room.end_and_wrap_up, meeting, named_moment(at(41).wall))
    found = read_room(read, meeting)
    assert (found.meeting.ended_at, found.meeting.wrapping_up) == (at(41).wall, True)
    assert state(read, meeting, 900, "second").total == 41 * 60
    do(finish, meeting, at(900, "second"))
    assert read_room(read, meeting).meeting.ended_at == at(41).wall


def test_a_meeting_ended_too_early_goes_on(do, read, meeting, start):
    start()
    do(room.end_and_wrap_up, meeting, named_moment(at(20).wall))
    do(back_to_meeting, meeting)
    do(room.go_on, meeting, at(25))
    now = state(read, meeting, 26)
    assert (now.status, now.current_elapsed) == ("running", 21 * 60)
    do(finish, meeting, at(30))
    assert read_room(read, meeting).meeting.ended_at == at(30).wall


def test_a_start_by_mistake_can_be_taken_back_and_that_too(do, read, meeting, start):
    start()
    do(give_minutes, read_items(read, meeting)[2].id, 6)
    before = read_room(read, meeting)
    do(abandon, meeting)
    assert read_room(read, meeting).meeting.status == "planned"
    do(undo, meeting)
    assert read_room(read, meeting) == before


def test_a_skipped_step_can_be_had_back_and_its_time_goes_on(do, read, meeting, start):
    start()
    before = state(read, meeting, 2)
    do(room.skip_step, meeting, at(2), before.next_key)
    skipped = state(read, meeting, 3)
    assert skipped.skipped == {before.current} and skipped.current == before.next_key
    do(undo, meeting)
    back = state(read, meeting, 3, "after a restart")
    assert (back.current, back.current_elapsed, back.skipped) == (before.current, 180, frozenset())


def test_why_a_meeting_pauses_and_for_how_long_can_be_said_and_taken_back(do, read, meeting, start):
    start()
    with pytest.raises(UserError):
        do(room.explain_pause, meeting, reason="Fire drill")
    do(room.record, meeting, at(10), "paused")
    do(room.explain_pause, meeting, reason=" Fire drill ")
    do(room.explain_pause, meeting, seconds=600)
    now = state(read, meeting, 14)
    assert (now.pause_reason, now.pause_left) == ("Fire drill", 360)
    assert now.pauses[-1].back_at == at(20).wall
    assert now.expected_end == state(read, meeting, 18).expected_end
    assert state(read, meeting, 22).expected_end == now.expected_end + timedelta(minutes=2)
    do(undo, meeting)
    assert state(read, meeting, 14).pause_reason == ""
    do(room.explain_pause, meeting, reason="Break")
    do(room.go_on, meeting, at(20))
    assert [(p.reason, p.seconds) for p in state(read, meeting, 25).pauses] == [("Break", 600)]


def test_a_sleep_that_was_no_meeting_becomes_a_pause_and_can_be_taken_back(do, read, meeting, start):
    start()
    gap = Gap(720, at(14), state(read, meeting, 14).current)
    do(room.say_stopped, meeting, gap, "interruption")
    now = state(read, meeting, 15)
    assert (now.current_elapsed, now.paused) == (180, 720)
    do(undo, meeting)
    assert state(read, meeting, 15).current_elapsed == 900


def test_a_clock_that_was_wrong_is_set_right_for_all_that_was_written_down(do, read, meeting, start):
    start(2)
    do(room.correct_times, meeting, 3600)
    found = read_room(read, meeting)
    assert found.meeting.started_at == at(62).wall == found.events[0].at.wall
    assert {here.arrived_at for here in found.attendance.values() if here.is_here} == {at(62).wall}


def test_the_short_form_leaves_out_what_it_has_no_time_for(do, read, people, start):
    consultancy = SHIPPED.get("consultancy")
    items = (NewItem("protocol", "Dilemma", 50, protocol=consultancy), NewItem("wrap_up", "Wrap up", 5))
    meeting = do(new_meeting, people.id, "Dilemma", "2026-11-24T10:50", minutes=55, items=items)
    ids = tuple(member.id for member in people.members)
    do(room.start_meeting, meeting, at(0), present=ids, ends_at=at(55).wall)
    found = read_room(read, meeting)
    late = fold(found.plan, found.events, at(found.plan.steps[0].seconds / 60 + 25))
    plain, forms = catch_up(late), short_forms(found.agenda.items, late)
    assert plain is not None and plain.still_behind > 0
    assert [form.short_form.form for form in forms] == ["short"]
    assert forms[0].minutes > plain.minutes and "Probe" in forms[0].short_form.left_out
    do(room.catch_up, meeting, late.at, forms[0])
    again = read_room(read, meeting)
    after = fold(again.plan, again.events, late.at)
    assert after.behind_minutes == forms[0].still_behind
    assert again.agenda.items[0].snapshot.form == "short"
    assert "Probe" not in [step.title for step in again.plan.steps]
    do(undo, meeting)
    assert read_room(read, meeting).plan == found.plan
