"""Wrapping up by clicking and typing."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from plcdesk.minutes.gather import gather
from plcdesk.planning.agendas import NewItem, change_meeting, new_meeting
from plcdesk.planning.reading import read_agenda, read_meeting, read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry, save_draft
from plcdesk.running.room import ended_at, start_meeting
from plcdesk.running.votes import NewVote, keep_vote
from plcdesk_ui.navigator import Place
from plcdesk_ui.wrapup.screen import WrapUpScreen

AGENDA = (NewItem("topic", "Tickets", 30), NewItem("wrap_up", "Wrap up", 5))


@pytest.fixture
def meeting(workspace, moment) -> str:
    def do(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    team = do(
        add_team,
        "Science",
        members=("Rosa Alvarez", "Minh Trần", "Dana Kim"),
        norms=("Evidence before opinion",),
        weekday=1,
        time="10:50",
    )
    made = do(new_meeting, team, "Tickets", "2026-11-24T10:40", items=AGENDA, result_wanted="a plan")
    with workspace.reader() as reader:
        facts = read_team(reader, team)
        item = read_agenda(reader, made).items[0].id
    people = [member.id for member in facts.members]
    ends = datetime(2026, 11, 24, 11, 25, tzinfo=UTC)
    do(start_meeting, made, moment(), present=tuple(people[:2]), absent=(people[2],), ends_at=ends)
    do(change_meeting, made, watched_norm_id=facts.norms[0].id)
    do(add_entry, made, NewEntry("decision", "Re-teach", item, item))
    do(add_entry, made, NewEntry("action", "Print strips", item, item))
    do(add_entry, made, NewEntry("question", "Did C see it?", item, item))
    return made


@pytest.fixture
def screen(context, meeting, qtbot) -> WrapUpScreen:
    made = WrapUpScreen(context)
    qtbot.addWidget(made)
    made.enter(Place("wrap_up", meeting))
    made.resize(1200, 800)
    made.show()
    context.bus.changed.connect(made.heard)
    yield made
    made.leave()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_whole_wrap_up_reaches_the_minutes(screen, context, meeting, qtbot, settle, visited):
    press(qtbot, screen.agreed.answers["partly"])
    decision, action = screen.agreed._lines.values()
    qtbot.keyClicks(decision.why, "tickets show it")
    action.chips.owners_chosen.emit(
        (screen.agreed._lines and context.reader.value("SELECT id FROM member WHERE name = 'Minh Trần'"),)
    )
    action.chips.due_chosen.emit(date(2026, 12, 1))
    choice = next(iter(screen.open.choices.values()))
    choice.chosen.emit("next_meeting")
    qtbot.keyClicks(screen.next.result, "ten papers scored")
    qtbot.keyClicks(screen.next.bring, "three tickets")
    screen.next.flush()
    qtbot.keyClicks(screen.norms.fingers, "54")
    screen.norms.flush()
    qtbot.keyClicks(screen.feedback.helped, "Describing first")
    settle()
    press(qtbot, screen.finish)
    settle()
    facts = gather(context.reader, meeting)
    assert facts.result_reached == "partly"
    assert [(d.text, d.why) for d in facts.decisions] == [("Re-teach", "tickets show it")]
    assert [(a.owners, a.due) for a in facts.actions] == [(("Minh T.",), date(2026, 12, 1))]
    assert facts.next_meeting.result_wanted == "ten papers scored"
    assert facts.next_meeting.bring == "three tickets"
    assert facts.norm_watched.mean == 4.5
    assert facts.helped == ("Describing first",)
    assert read_meeting(context.reader, meeting).status == "draft"
    following = context.reader.value("SELECT id FROM meeting WHERE status = 'planned'")
    titles = [item.title for item in read_agenda(context.reader, following).items]
    assert titles == ["Opening", "Did C see it?", "Wrap up"]
    assert visited[-1] == Place("minutes", meeting)


def test_a_decision_is_read_back_with_how_the_team_stood(screen, context, workspace, settle):
    decision, action = screen.agreed._lines.values()
    assert decision.stood.isHidden() and action.stood.isHidden()
    chosen = context.reader.value("SELECT id FROM entry WHERE kind = 'decision'")
    workspace.writer.write(keep_vote, chosen, NewVote("fist", (5, 4, 2), ("No lab",))).result(60)
    settle()
    screen.enter(Place("wrap_up", screen.agreed._meeting_id))
    assert decision.stood.text() == "1 at 2. Objection: No lab."
    assert decision.stood.isVisible() and action.stood.isHidden()


def test_out_of_time_ends_at_once_and_leaves_the_gaps_on_home(
    screen, context, meeting, qtbot, settle, visited
):
    press(qtbot, screen.out_of_time)
    settle()
    assert read_meeting(context.reader, meeting).status == "draft"
    assert visited[-1].screen == "home"
    assert screen.absent.isVisibleTo(screen)


def test_wrong_fingers_are_told_and_not_kept(screen, context, qtbot, settle):
    qtbot.keyClicks(screen.norms.fingers, "5479")
    screen.norms.flush()
    settle()
    assert context.reader.value("SELECT count(*) FROM norm_rating") == 0
    assert "1" in screen.norms._mean.text()


def test_typing_goes_on_while_the_screen_hears_of_its_own_changes(screen, context, qtbot, settle):
    line = next(iter(screen.agreed._lines.values()))
    line.words.setFocus()
    line.words.selectAll()
    for part in ("Re-teach ", "ratio ", "on Thursday"):
        qtbot.keyClicks(line.words, part)
        line.words.flush()
        settle()
    assert line.words.text() == "Re-teach ratio on Thursday"
    assert (
        context.reader.value("SELECT text FROM entry WHERE kind = 'decision'") == "Re-teach ratio on Thursday"
    )


def test_a_decision_can_be_added_and_deleted_here(screen, context, qtbot, settle):
    screen.agreed._add("decision")
    settle()
    assert len(screen.agreed._lines) == 3
    list(screen.agreed._lines.values())[-1]._remove()
    settle()
    assert len(screen.agreed._lines) == 2


def test_the_time_that_is_left_is_told(screen, time, qtbot):
    assert "45 min left" in screen.bar.context_label.text()
    time.pass_by(minutes=50)
    screen._live.tick()
    assert "5 min over" in screen.bar.context_label.text()


def test_a_meeting_that_was_said_to_have_ended_is_not_over_its_time(screen, time, workspace, meeting, moment):
    workspace.writer.write(ended_at, meeting, moment()).result(60)
    time.pass_by(minutes=1000)
    screen.enter(Place("wrap_up", meeting))
    assert screen.bar.context_label.text() == "ended 10:40"


@pytest.fixture
def half_typed(workspace, meeting, screen, context):
    item = context.reader.value("SELECT id FROM item WHERE meeting_id = ? ORDER BY position", [meeting])
    workspace.writer.write(save_draft, meeting, item, "Section C nee").result(60)
    screen.enter(Place("wrap_up", meeting))
    return item


def test_what_was_half_typed_becomes_a_note(screen, half_typed, context, qtbot, settle):
    keep, _drop = screen.half_typed.findChildren(QPushButton)
    assert keep.accessibleName() == "Keep as a note: Section C nee"
    keep.click()
    settle()
    note = context.reader.row("SELECT text, item_id, step FROM entry WHERE kind = 'note'")
    assert tuple(note) == ("Section C nee", half_typed, half_typed)
    assert not screen.half_typed.isVisibleTo(screen)
    assert context.reader.value("SELECT count(*) FROM draft") == 0


def test_what_was_half_typed_goes_when_it_is_dropped(screen, half_typed, context, qtbot, settle):
    _keep, drop = screen.half_typed.findChildren(QPushButton)
    drop.click()
    settle()
    assert not screen.half_typed.isVisibleTo(screen)
    assert context.reader.value("SELECT count(*) FROM draft") == 0
    assert context.reader.value("SELECT count(*) FROM entry WHERE kind = 'note'") == 0


def test_the_next_meeting_is_planned_as_it_is_proposed_with_one_click(
    screen, context, meeting, qtbot, settle
):
    proposed = screen.next.facilitator.value()
    assert proposed is not None and gather(context.reader, meeting).next_meeting is None
    press(qtbot, screen.next.plan_it)
    settle()
    coming = context.reader.row("SELECT id, starts_at FROM meeting WHERE status = 'planned'")
    assert coming["starts_at"] == "2026-12-01T10:50"
    holder = "SELECT member_id FROM role WHERE meeting_id = ? AND role = 'facilitator'"
    assert context.reader.value(holder, [coming["id"]]) == proposed
    assert not screen.next.plan_it.isVisibleTo(screen)
