"""Agendas on a real file: items, protocols in their minutes, order, roles, undo and redo."""

from datetime import datetime

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.agenda_sources import (
    add_items,
    copy_agenda,
    fit_to_slot,
    plan_meeting,
    replace_agenda,
    take_agenda,
    take_over_item,
)
from plcdesk.planning.agendas import (
    NewItem,
    add_item,
    change_fit,
    change_item,
    change_meeting,
    change_people,
    delete_item,
    delete_meeting,
    duplicate_item,
    give_minutes,
    move_item,
    new_meeting,
    run_protocol,
    set_role,
    set_roles,
)
from plcdesk.planning.lengths import scaled
from plcdesk.planning.reading import read_meeting, read_past_roles, read_roles
from plcdesk.store.undo import redo, undo
from plcdesk.store.undo_facts import can_undo


@pytest.fixture
def team(desk) -> str:
    return desk.team()


@pytest.fixture
def meeting(desk, team, usual_items) -> str:
    return desk.meeting(team, *usual_items)


def step_minutes(item) -> list[int]:
    return [step.minutes for step in item.snapshot.fitted.steps]


def test_a_new_meeting_takes_what_is_usual_for_the_team(desk):
    team = desk.team(minutes=50, zone="America/New_York")
    agenda = desk.agenda(desk.meeting(team, result_wanted="a plan"))
    assert (agenda.meeting.minutes, agenda.meeting.room) == (50, "Room 214")
    assert (agenda.meeting.zone, agenda.meeting.status) == ("America/New_York", "planned")
    assert agenda.meeting.starts_at == datetime.fromisoformat("2026-11-24T10:50")
    assert agenda.meeting.result_wanted == "a plan"
    assert agenda.spare_minutes == 50


def test_an_agenda_knows_its_clock_times_and_what_is_spare(desk, meeting):
    agenda = desk.agenda(meeting)
    assert [f"{time:%H:%M}" for time in agenda.clock_times()] == ["10:50", "10:55", "11:20", "11:27"]
    assert (agenda.planned_minutes, agenda.spare_minutes) == (42, 3)


def test_a_protocol_is_fitted_to_its_minutes_exactly(desk, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    assert sum(step_minutes(item)) == 25
    assert item.snapshot.own_minutes == 45
    assert item.snapshot.people == 6
    assert item.snapshot.fitted.kept == ("Get ready", "Debrief")


def test_other_minutes_fit_the_protocol_anew(desk, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(give_minutes, item.id, 45)
    now = desk.item(meeting, "ATLAS Looking at Data")
    assert (now.minutes, sum(step_minutes(now))) == (45, 45)
    assert not now.snapshot.fitted.shortened
    assert desk.agenda(meeting).spare_minutes == -17


def test_too_few_minutes_are_refused_by_how_much_and_change_nothing(desk, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    with pytest.raises(UserError, match="at least 23 minutes: 3 more"):
        desk.do(give_minutes, item.id, 20)
    assert desk.item(meeting, "ATLAS Looking at Data") == item


@pytest.mark.parametrize("minutes", [0, -5, 481])
def test_minutes_that_make_no_sense_are_refused(desk, meeting, minutes):
    with pytest.raises(UserError, match="between 1 and 480"):
        desk.do(give_minutes, desk.item(meeting, "Opening").id, minutes)


def test_a_new_item_stands_before_the_wrap_up(desk, meeting):
    desk.do(add_item, meeting, NewItem("news", "Fire drill", 3))
    assert desk.titles(meeting)[-2:] == ["Fire drill", "Wrap up"]


def test_a_new_item_stands_where_it_is_put(desk, meeting):
    desk.do(add_item, meeting, NewItem("news", "Fire drill", 3), 0)
    assert desk.titles(meeting)[0] == "Fire drill"


def test_several_items_keep_their_order_before_the_wrap_up(desk, meeting):
    desk.do(add_items, meeting, [NewItem("news", "One", 1), NewItem("topic", "Two", 2)])
    assert desk.titles(meeting)[2:] == ["Decide the re-teach plan", "One", "Two", "Wrap up"]


def test_an_item_without_a_title_gets_one(desk, meeting):
    desk.do(add_item, meeting, NewItem("topic", "  ", 5))
    assert "Untitled" in desk.titles(meeting)


def test_an_item_cannot_lose_its_title(desk, meeting):
    with pytest.raises(UserError, match="title"):
        desk.do(change_item, desk.item(meeting, "Opening").id, title=" ")


@pytest.mark.parametrize(
    ("title", "to", "order"),
    [
        ("Opening", 2, "ATLAS Looking at Data|Decide the re-teach plan|Opening|Wrap up"),
        ("Wrap up", 0, "Wrap up|Opening|ATLAS Looking at Data|Decide the re-teach plan"),
        ("Opening", 99, "ATLAS Looking at Data|Decide the re-teach plan|Wrap up|Opening"),
        ("Wrap up", -3, "Wrap up|Opening|ATLAS Looking at Data|Decide the re-teach plan"),
    ],
)
def test_an_item_moves_and_back(desk, meeting, title, to, order):
    before = desk.titles(meeting)
    desk.do(move_item, desk.item(meeting, title).id, to)
    assert desk.titles(meeting) == order.split("|")
    desk.do(undo, meeting)
    assert desk.titles(meeting) == before
    desk.do(redo, meeting)
    assert desk.titles(meeting) == order.split("|")


def test_a_deleted_item_comes_back_with_its_protocol(desk, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(delete_item, item.id)
    assert "ATLAS Looking at Data" not in desk.titles(meeting)
    desk.do(undo, meeting)
    assert desk.item(meeting, "ATLAS Looking at Data") == item


def test_a_copy_stands_behind_and_is_its_own(desk, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(change_item, item.id, private_note="Watch the time", purpose="Look")
    copied = desk.do(duplicate_item, item.id)
    agenda = desk.agenda(meeting)
    assert [each.id for each in agenda.items].index(copied) == 2
    assert agenda.items[2].snapshot == agenda.items[1].snapshot
    assert (agenda.items[2].purpose, agenda.items[2].private_note) == ("Look", "Watch the time")
    desk.do(give_minutes, copied, 40)
    assert desk.item(meeting, "ATLAS Looking at Data").minutes == 25
    for _ in range(2):
        desk.do(undo, meeting)
    assert len(desk.agenda(meeting).items) == 4
    for _ in range(2):
        desk.do(redo, meeting)
    assert desk.agenda(meeting).items[2].minutes == 40
    assert sum(step_minutes(desk.agenda(meeting).items[2])) == 40


def test_a_topic_can_run_a_protocol_and_no_protocol_again(desk, meeting, catalogue):
    item = desk.item(meeting, "Decide the re-teach plan")
    desk.do(run_protocol, item.id, catalogue.get("chalk-talk"), minutes=20)
    running = desk.item(meeting, "Decide the re-teach plan")
    assert (running.kind, running.snapshot.protocol_id, running.minutes) == ("protocol", "chalk-talk", 20)
    desk.do(run_protocol, item.id, None)
    assert desk.item(meeting, "Decide the re-teach plan").snapshot is None
    desk.do(undo, meeting)
    assert desk.item(meeting, "Decide the re-teach plan") == running
    desk.do(undo, meeting)
    assert desk.item(meeting, "Decide the re-teach plan") == item
    desk.do(redo, meeting)
    assert desk.item(meeting, "Decide the re-teach plan") == running
    desk.do(redo, meeting)
    assert desk.item(meeting, "Decide the re-teach plan").kind == "topic"


def test_another_protocol_takes_the_place_title_and_all(desk, meeting, catalogue):
    item = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(change_item, item.id, prepared=[0, 2])
    before = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(run_protocol, item.id, catalogue.get("data-driven-dialogue"))
    now = desk.agenda(meeting).items[1]
    assert now.title == now.snapshot.name == "Data-Driven Dialogue"
    assert (now.prepared, now.minutes) == ((), 25)
    desk.do(undo, meeting)
    assert desk.agenda(meeting).items[1] == before
    desk.do(redo, meeting)
    assert desk.agenda(meeting).items[1] == now


def test_a_title_of_ones_own_stays_with_another_protocol(desk, meeting, catalogue):
    item = desk.item(meeting, "ATLAS Looking at Data")
    desk.do(change_item, item.id, title="Exit tickets")
    desk.do(run_protocol, item.id, catalogue.get("data-driven-dialogue"))
    assert desk.agenda(meeting).items[1].title == "Exit tickets"


def test_a_protocol_that_does_not_fit_is_refused_and_nothing_is_left_of_it(desk, meeting, catalogue):
    before = desk.agenda(meeting)
    with pytest.raises(UserError, match="at least 40 minutes: 33 more"):
        desk.do(run_protocol, desk.item(meeting, "Decide the re-teach plan").id, catalogue.get("tuning"))
    with pytest.raises(UserError, match="at least 40 minutes"):
        desk.do(add_item, meeting, NewItem("protocol", "T", 30, protocol=catalogue.get("tuning")))
    assert desk.agenda(meeting) == before


def test_a_short_form_needs_less(desk, meeting, catalogue):
    added = desk.do(
        add_item,
        meeting,
        NewItem("protocol", "Tuning", 30, protocol=catalogue.get("tuning"), form="short"),
    )
    item = desk.agenda(meeting).item(added)
    assert item is not None and item.snapshot is not None
    assert item.snapshot.form == "short"
    assert sum(step_minutes(item)) + item.snapshot.fitted.spare == 30
    desk.do(change_fit, added, 60, presenters=None, form=None)
    again = desk.agenda(meeting).item(added)
    assert again is not None and again.snapshot is not None
    assert (again.snapshot.form, again.minutes, sum(step_minutes(again))) == (None, 60, 60)


def test_groups_and_presenters_are_kept_when_minutes_change(desk, meeting, catalogue):
    success = catalogue.get("success-analysis")
    added = desk.do(
        add_item,
        meeting,
        NewItem("protocol", "Success", 40, protocol=success, presenters=2, groups=2),
    )
    desk.do(give_minutes, added, 45)
    item = desk.agenda(meeting).item(added)
    assert item is not None and item.snapshot is not None
    assert (item.snapshot.fitted.groups, item.snapshot.presenters) == (2, 2)
    with pytest.raises(UserError, match="52 minutes"):
        desk.do(change_people, added, people=6, presenters=None, form=None, groups=1)
    desk.do(change_people, added, people=4, presenters=2, form=None)
    item = desk.agenda(meeting).item(added)
    assert item is not None and item.snapshot is not None
    assert (item.snapshot.people, item.snapshot.fitted.groups) == (4, 2)


def test_a_team_without_people_is_fitted_as_two(desk, usual_items):
    from plcdesk.planning.teams import add_team

    team = desk.do(add_team, "New")
    meeting = desk.meeting(team, *usual_items)
    assert desk.agenda(meeting).items[1].snapshot.people == 2


def test_typing_is_one_step_of_undo(desk, meeting):
    item = desk.item(meeting, "Opening")
    for text in ("C", "Co", "Connections"):
        desk.do(change_item, item.id, purpose=text, typing=f"{item.id}:purpose")
    desk.do(change_item, item.id, title="Welcome")
    desk.do(undo, meeting)
    assert desk.item(meeting, "Opening").purpose == "Connections"
    desk.do(undo, meeting)
    assert desk.item(meeting, "Opening").purpose == ""


def test_a_meeting_changes_and_back(desk, meeting):
    desk.do(change_meeting, meeting, starts_at="2026-11-25T14:00", minutes=60, room="Library")
    assert [f"{time:%H:%M}" for time in desk.agenda(meeting).clock_times()][:2] == ["14:00", "14:05"]
    desk.do(undo, meeting)
    found = read_meeting(desk.reader, meeting)
    assert found is not None
    assert (found.starts_at, found.minutes, found.room) == (
        datetime.fromisoformat("2026-11-24T10:50"),
        45,
        "Room 214",
    )


@pytest.mark.parametrize("minutes", [0, 961])
def test_a_meeting_has_sensible_minutes(desk, meeting, minutes):
    with pytest.raises(UserError):
        desk.do(change_meeting, meeting, minutes=minutes)


def test_a_deleted_meeting_is_gone_and_comes_back(desk, meeting):
    desk.do(delete_meeting, meeting)
    assert read_meeting(desk.reader, meeting) is None
    desk.do(undo, meeting)
    assert len(desk.agenda(meeting).items) == 4


def test_pasted_items_take_the_place_of_the_agenda_in_one_step(desk, meeting):
    before = desk.agenda(meeting)
    desk.do(
        take_agenda,
        meeting,
        [NewItem("topic", "A", 5), NewItem("topic", "B", 5)],
        replace=True,
        title=" From the paste ",
        result_wanted="",
    )
    now = desk.agenda(meeting)
    assert [item.title for item in now.items] == ["A", "B"]
    assert now.meeting.title == "From the paste"
    desk.do(undo, meeting)
    assert desk.agenda(meeting) == before
    desk.do(redo, meeting)
    assert desk.titles(meeting) == ["A", "B"]


def test_pasted_items_can_be_added(desk, meeting):
    desk.do(take_agenda, meeting, [NewItem("topic", "A", 5)], replace=False, result_wanted="a plan")
    agenda = desk.agenda(meeting)
    assert [item.title for item in agenda.items][-2:] == ["A", "Wrap up"]
    assert (agenda.meeting.title, agenda.meeting.result_wanted) == ("Exit tickets", "a plan")


def test_an_agenda_is_replaced_by_nothing(desk, meeting):
    desk.do(replace_agenda, meeting, [])
    assert desk.titles(meeting) == []


def test_the_last_agenda_can_be_copied(desk, team, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    member = desk.agenda(meeting).team.members[0].id
    desk.do(change_item, item.id, private_note="For me", prepared=[0], brought_by=member)
    following = desk.meeting(team, at="2026-12-01T10:50")
    desk.do(copy_agenda, meeting, following)
    copies = desk.agenda(following).items
    assert [copy.title for copy in copies] == desk.titles(meeting)
    assert copies[1].snapshot == item.snapshot
    assert (copies[1].private_note, copies[1].prepared, copies[1].brought_by) == ("", (), member)
    assert {copy.id for copy in copies}.isdisjoint(each.id for each in desk.agenda(meeting).items)


def test_an_item_not_reached_is_taken_over_with_its_protocol(desk, team, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    following = desk.meeting(team, NewItem("wrap_up", "Wrap up", 5), at="2026-12-01T10:50")
    taken = desk.do(take_over_item, following, item.id)
    agenda = desk.agenda(following)
    assert agenda.items[0].id == taken
    assert agenda.items[0].from_item_id == item.id
    assert agenda.items[0].snapshot == item.snapshot
    desk.do(undo, following)
    assert desk.titles(following) == ["Wrap up"]


def test_too_much_is_fitted_to_the_slot(desk, meeting):
    desk.do(add_item, meeting, NewItem("topic", "More", 20))
    assert desk.agenda(meeting).spare_minutes == -17
    desk.do(fit_to_slot, meeting)
    agenda = desk.agenda(meeting)
    assert agenda.spare_minutes == 0
    atlas = agenda.items[1]
    assert atlas.minutes >= 23
    assert sum(step_minutes(atlas)) == atlas.minutes
    desk.do(undo, meeting)
    assert desk.agenda(meeting).spare_minutes == -17


def test_what_cannot_be_fitted_to_the_slot_is_said(desk, meeting):
    desk.do(change_meeting, meeting, minutes=20)
    with pytest.raises(UserError, match="more than 20 minutes"):
        desk.do(fit_to_slot, meeting)


def test_an_agenda_that_fits_stays(desk, meeting):
    before = desk.agenda(meeting)
    desk.do(fit_to_slot, meeting)
    assert desk.agenda(meeting) == before


def test_roles_are_held_changed_and_left_open(desk, meeting):
    rosa, minh, *_ = (member.id for member in desk.agenda(meeting).team.members)
    desk.do(set_roles, meeting, {"facilitator": rosa, "recorder": minh})
    desk.do(set_role, meeting, "facilitator", minh)
    assert read_roles(desk.reader, meeting) == {"facilitator": minh, "recorder": minh}
    desk.do(set_role, meeting, "recorder", None)
    assert read_roles(desk.reader, meeting) == {"facilitator": minh}
    for _ in range(3):
        desk.do(undo, meeting)
    assert read_roles(desk.reader, meeting) == {}
    desk.do(redo, meeting)
    assert read_roles(desk.reader, meeting) == {"facilitator": rosa, "recorder": minh}


def test_turns_are_read_from_earlier_meetings_only(desk, team, meeting):
    rosa, minh, *_ = (member.id for member in desk.agenda(meeting).team.members)
    desk.do(set_role, meeting, "facilitator", rosa)
    earlier = desk.meeting(team, at="2026-11-17T10:50", roles={"facilitator": minh})
    assert read_past_roles(desk.reader, team, "2026-11-24T10:50") == [{"facilitator": minh}]
    desk.do(delete_meeting, earlier)
    assert read_past_roles(desk.reader, team, "2026-11-24T10:50") == []


def test_undo_goes_back_to_before_the_meeting_and_redo_to_the_end(desk, team, usual_items):
    meeting = desk.do(new_meeting, team, "M", "2026-11-24T10:50", items=usual_items, roles={})
    desk.do(add_item, meeting, NewItem("news", "N", 3))
    whole = desk.agenda(meeting)
    desk.do(undo, meeting)
    desk.do(undo, meeting)
    assert read_meeting(desk.reader, meeting) is None
    assert can_undo(desk.reader, meeting) == (False, True)
    desk.do(redo, meeting)
    desk.do(redo, meeting)
    assert desk.agenda(meeting) == whole


def test_undo_does_not_take_away_a_meeting_that_was_just_planned(desk, team, meeting):
    item = desk.item(meeting, "ATLAS Looking at Data")
    planned = desk.do(
        plan_meeting, team, " ", "2026-12-01T10:50", minutes=45, room=" 214 ", copy_from=meeting
    )
    agenda = desk.agenda(planned)
    assert (agenda.meeting.title, agenda.meeting.room) == ("Team meeting", "214")
    assert agenda.items[1].snapshot == item.snapshot
    assert can_undo(desk.reader, planned) == (False, False)


def test_a_template_fills_the_meeting(desk, catalogue):
    items = [
        NewItem("opening", "O", 5),
        NewItem("topic", "T", 25),
        NewItem("decision", "D", 10),
        NewItem("wrap_up", "W", 5),
    ]
    assert [item.minutes for item in scaled(items, 45, 6)] == [5, 25, 10, 5]
    assert [item.minutes for item in scaled(items, 60, 6)] == [5, 36, 14, 5]
    assert sum(item.minutes for item in scaled(items, 30, 6)) == 30
    assert sum(item.minutes for item in scaled(items, 480, 6)) == 115
    norms = [NewItem("protocol", "N", 20, protocol=catalogue.get("norms")), NewItem("topic", "T", 5)]
    assert [item.minutes for item in scaled(norms, 45, 6)] == [25, 15]
    assert scaled([], 45, 6) == ()
