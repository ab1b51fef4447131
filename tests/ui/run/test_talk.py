"""What helps the talk at the desk: small groups, private lines, hands for a decision, moves and gripes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.planning.agendas import NewItem
from plcdesk.running.gripe_circles import read_gripes
from plcdesk_ui.run.talk.ballot import Ballot
from plcdesk_ui.run.talk.gripe_row import GripeRow
from plcdesk_ui.shell import commands
from plcdesk_ui.wall.scene import scene_of
from tests.shipped import SHIPPED


@pytest.fixture
def agenda():
    library = SHIPPED
    return (
        NewItem("protocol", "Pairs", 30, protocol=library.get("one-two-four-all")),
        NewItem("protocol", "Dots", 40, protocol=library.get("dot-voting")),
        NewItem("decision", "Decide", 7),
    )


def go(room, title: str) -> None:
    room.live.go_to(next(step.key for step in room.live.state.plan.steps if step.title == title))
    room.settle()


def write(room, text: str) -> None:
    line = room.desk.notes.line
    line.edit.insertPlainText(text)
    line.enter()
    room.settle()


def titled(room, step_id: str) -> str:
    return next(step.title for step in room.live.state.plan.steps if step.step_id == step_id)


def test_pairs_are_made_shown_mended_and_write_under_their_name(room, qtbot):
    go(room, titled(room, "pairs"))
    part = room.desk.step.groups
    assert part.words.text() == "2 groups of 2 or 3" and not part.cards
    room.click(part.make)
    qtbot.waitUntil(lambda: bool(room.live.facts.groups), timeout=5000)
    groups = room.live.facts.groups
    assert [card.accessibleName() for card in part.cards] == ["Group 1", "Group 2"]
    assert len(scene_of(room.live).lines) == 2
    assert scene_of(room.live).lines[0].startswith("Group 1: ")
    moved = groups[0].members[0]
    part._menu(moved).actions()[0].trigger()
    room.settle()
    assert moved in room.live.facts.groups[1].members
    room.live.leave(moved)
    room.settle()
    assert moved not in [member for group in room.live.facts.groups for member in group.members]
    room.live.arrive(moved)
    room.settle()
    assert moved in room.live.facts.groups[1].members
    choice = room.desk.notes.groups
    assert not choice.isHidden()
    choice.chips.chosen.emit("Group 2")
    write(room, "We ask first")
    write(room, "group 1: We wait")
    assert [(e.group_name, e.text) for e in room.read().entries] == [
        ("Group 2", "We ask first"),
        ("Group 1", "We wait"),
    ]
    go(room, titled(room, "all"))
    assert room.live.facts.groups_report
    assert room.live.facts.round is None or room.live.facts.round.order
    go(room, "Decide")
    assert choice.isHidden() and part.isHidden()


def test_private_lines_are_counted_until_they_are_revealed_together(room):
    go(room, titled(room, "choose"))
    hidden = room.desk.step.hidden
    assert not hidden.isHidden() and hidden.reveal.isHidden()
    write(room, "Zebra")
    write(room, "Dana will print the strips by thu")
    write(room, "Apple")
    assert room.live.room.entries == () and room.desk.notes.notebook.entries() == ()
    assert hidden.words.text() == "3 lines written, hidden"
    assert hidden.reveal.text() == "Put them among the notes"
    go(room, titled(room, "vote"))
    assert (
        hidden.words.text() == "What is written now is hidden."
    )  # private ones are not revealed with others
    write(room, "7 dots")
    write(room, "3 dots")
    go(room, titled(room, "settle"))
    assert (hidden.words.text(), hidden.reveal.text()) == ("2 lines written, hidden", "Reveal together")
    room.click(hidden.reveal)
    assert [entry.text for entry in room.live.room.entries] == ["3 dots", "7 dots"]
    assert hidden.isHidden()
    shown = [row.entry.text for row in room.desk.notes.list.rows()]
    assert shown == ["3 dots", "7 dots"], "those of the step before are in sight"
    go(room, titled(room, "choose"))
    room.click(hidden.reveal)
    texts = [entry.text for entry in room.live.room.entries[:3]]
    assert texts == sorted(texts, key=str.casefold) and len(texts) == 3


def test_hands_are_typed_as_they_are_seen_and_kept_with_objections(room):
    go(room, "Decide")
    vote = room.desk.step.vote
    assert not vote.write.isHidden() and not vote.has_decision
    room.click(vote.write)
    write(room, "Re-teach on Thursday")
    assert vote.has_decision and vote.write.isHidden()
    QTest.keyClicks(vote.hands, "5442")
    assert vote.meaning.text() == "1 at 2."
    assert vote.next.text().startswith("1 cannot live with it yet. Hear the lowest first")
    QTest.keyClick(vote.hands, Qt.Key.Key_Return)
    assert vote.objections.hasFocus()
    QTest.keyClicks(vote.objections, "No lab is free")
    vote.flush()
    room.settle()
    (standing,) = room.live.room.standings.values()
    assert (standing.fingers, standing.objections) == ((5, 4, 4, 2), ("No lab is free",))
    vote.hands.selectAll()
    QTest.keyClicks(vote.hands, "57")
    assert "0 for a fist" in vote.meaning.text()
    vote.way.chosen.emit("thumbs")
    vote.way.set_value("thumbs")
    vote._way_changed()
    QTest.keyClicks(vote.hands, "uus")
    assert vote.meaning.text() == "Thumbs: 2 up, 1 sideways."


def test_a_decision_noted_in_another_step_is_asked_about_with_its_note(room, qtbot):
    go(room, titled(room, "all"))
    write(room, "Decision: one strip for all")
    vote, row = room.desk.step.vote, room.desk.notes.list.rows()[-1]
    assert vote.isHidden()
    place = next(rect for pill, rect in row.places().pills if pill.what == "stand")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    room.settle()
    assert vote.isVisible() and vote.hands.hasFocus()
    QTest.keyClicks(vote.hands, "5433")
    room.click(vote.close_button)
    assert vote.isHidden() and room.desk.notes.line.edit.hasFocus()
    (standing,) = room.live.room.standings.values()
    assert standing.fingers == (5, 4, 3, 3)
    QTest.keyClick(row, Qt.Key.Key_H)
    assert vote.isVisible() and vote.hands.text() == "5433"
    room.press(vote.hands, Qt.Key.Key_Escape)
    assert vote.isHidden() and room.desk.notes.line.edit.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_H)
    room.desk.step.more_moves()
    assert room.desk.notes.line.edit.hasFocus()
    room.desk.step.more_moves()
    assert vote.isVisible()
    go(room, titled(room, "pairs"))
    assert vote.isHidden()
    go(room, "Decide")
    assert not vote.has_decision and vote.write.isVisible()


def test_the_laptop_is_passed_round_and_nobody_sees_the_answers_before(room, qtbot):
    ballot = Ballot("Re-teach", ("Ann", "Bo"), "fist")
    qtbot.addWidget(ballot)
    ballot.show()
    told = []
    ballot.answered.connect(told.append)
    assert ballot.whose.text() == "Ann, how do you stand?"
    QTest.keyClick(ballot, Qt.Key.Key_2)
    assert ballot.choices[5].isHidden() and not ballot.reason.isHidden()
    QTest.keyClicks(ballot.reason, "No lab")
    QTest.keyClick(ballot.reason, Qt.Key.Key_Return)
    assert ballot.whose.text() == "Bo, how do you stand?" and ballot.reason.text() == ""
    ballot.choices[4].click()
    assert told == [[(2, "No lab"), (4, "")]]
    go(room, "Decide")
    room.desk.notes.write_decision()
    write(room, "Re-teach on Thursday")
    room.live.keep_ballot(room.live.room.entries[0].id, "fist", told[0])
    room.settle()
    assert room.desk.step.vote.hands.text() == "42"
    assert room.desk.step.vote.meaning.text() == "1 at 2."


def test_after_the_last_ballot_enter_does_not_pass_the_laptop_round_again(room):
    go(room, "Decide")
    room.desk.notes.write_decision()
    write(room, "Re-teach on Thursday")
    room.click(room.desk.step.vote.pass_round)
    ballot = room.desk.window().findChild(Ballot)
    for _present in room.live.room.present:
        QTest.keyClick(ballot, Qt.Key.Key_4)
    room.settle()
    assert room.desk.step.vote.meaning.text() == "All at 4 or more fingers."
    assert room.desk.window().focusWidget() is room.desk.notes.line.edit


def test_moves_are_at_hand_and_a_gripe_becomes_a_step(room):
    step = room.desk.step
    room.click(step.foot.more)
    assert not step.moves.isHidden() and step.middle.isHidden()
    assert step.moves.say.words.text().startswith("“I notice that we have left our question.")
    step.moves.show_move("venting")
    room.click(step.moves.gripes)
    gripes = step.gripes
    assert step.moves.isHidden() and not gripes.isHidden()
    QTest.keyClicks(gripes.new, "The copier is broken")
    QTest.keyClick(gripes.new, Qt.Key.Key_Return)
    room.settle()
    room.settle()
    (row,) = gripes.list.rows()
    assert isinstance(row, GripeRow) and row.form.isHidden() and gripes.new.text() == ""
    row.circle.chosen.emit("control")
    room.settle()
    assert not row.form.isHidden() and row.form.text.hasFocus()
    QTest.keyClicks(row.form.text, "Ask the office")
    row.form.owner.set_value(room.member("Dana"))
    room.click(row.form.make)
    (action,) = room.live.room.entries
    assert (action.kind, action.text, action.owners) == ("action", "Ask the office", (room.member("Dana"),))
    assert row.form.isHidden() and not row.done.isHidden()
    (kept,) = read_gripes(room.screen.context.reader, room.meeting)
    assert (kept.circle, kept.entry_id) == ("control", action.id)
    room.click(step.foot.more)
    assert gripes.isHidden() and not step.middle.isHidden()


def test_no_two_keys_of_the_room_are_the_same():
    keys = [value for name, value in vars(commands).items() if name.endswith("_KEY")]
    assert len(keys) == len(set(keys))


class TestPartnersToCome:
    @pytest.fixture
    def agenda(self):
        library = SHIPPED
        return (NewItem("protocol", "Meet", 30, protocol=library.get("impromptu-networking")),)

    def test_the_partners_are_shown_while_people_look_for_them(self, room, qtbot):
        go(room, titled(room, "find"))
        part = room.desk.step.groups
        assert part.words.text() == "Find out with whom everyone talks next" and part.make.isVisible()
        who = room.desk.step.who.text()
        room.click(part.make)
        qtbot.waitUntil(lambda: bool(room.live.facts.groups), timeout=5000)
        room.settle()
        scene = scene_of(room.live)
        assert scene.lines and room.desk.step.who.text() == who
        assert part.words.text() == "With whom we talk next, on the wall too"
        assert room.desk.notes.groups.isHidden()
        groups = room.live.facts.groups
        go(room, titled(room, "talk"))
        assert room.live.facts.groups == groups
