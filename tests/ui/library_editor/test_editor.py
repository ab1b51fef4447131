"""Writing one's own protocol by clicking and typing, down to the file that is read back and put on an agenda."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from plcdesk import paths
from plcdesk.library import own
from plcdesk.library.reading import read_protocol
from plcdesk.library.steps import find_step
from plcdesk_ui.library_editor.screen import ProtocolEditorScreen
from plcdesk_ui.library_editor.step_form import StepForm


def type_over(qtbot, widget: QWidget, text: str) -> None:
    """Write `text` in place of what stands in a field, and leave it."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if text:
        qtbot.keyClicks(widget, text)
    else:
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
    widget.flush()


def open_step(qtbot, screen: ProtocolEditorScreen, step_id: str) -> StepForm:
    head = screen.steps.cards[step_id].head
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    form = screen.steps.cards[step_id].form
    assert isinstance(form, StepForm)
    return form


def files() -> list[str]:
    folder = paths.own_protocols()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def saved(name: str = "atlas-looking-at-data-our-way"):
    return read_protocol(paths.own_protocols() / f"{name}.toml")


def test_a_copy_of_atlas_with_other_minutes_and_words_is_saved_listed_and_used(
    open_editor, qtbot, context, settle
):
    screen = open_editor("atlas-data")
    assert screen.bar.title_label.text() == "ATLAS Looking at Data, our way"
    assert files() == []  # to look at it makes nothing
    form = open_step(qtbot, screen, "describe")
    number = form.fields["minutes.default"].focusProxy()
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.keyClick(number, Qt.Key.Key_Up)
    type_over(qtbot, form.fields["say"], "What do you see in the tickets?")
    qtbot.waitUntil(lambda: files() == ["atlas-looking-at-data-our-way.toml"])
    screen.leave()
    made = saved()
    step = find_step(made, "describe")
    assert (step.minutes.default, step.minutes.verified) == (12, "ours")
    assert step.say == "What do you see in the tickets?"
    assert made.variant_of == "atlas-data" and made.origin.grade == "own"
    assert screen.bar.context_label.text() == "Saved"
    assert screen.times.minutes.value() == 47
    assert made.id in {one.id for one in context.catalogue.summaries()}
    assert read_protocol(paths.protocols() / "atlas-data.toml").steps[1].minutes.default == 10


def test_it_can_be_put_on_an_agenda(open_editor, qtbot, context, settle):
    from plcdesk.library.fitting import fit

    screen = open_editor("atlas-data")
    type_over(qtbot, screen.facts.form.fields["name"], "Tickets")
    screen.leave()
    found = context.catalogue.find_by_name("Tickets")
    assert found == screen.keeper.place.protocol_id == "tickets"
    assert fit(context.catalogue.get(found), 25, 6).minutes == 25


def test_an_empty_one_is_filled_in_until_it_is_saved(open_editor, qtbot, context):
    screen = open_editor()
    facts = screen.facts.form.fields
    qtbot.waitUntil(lambda: QApplication.focusWidget() is facts["name"])
    assert len(screen.mend.rows.rows()) == 4
    type_over(qtbot, facts["name"], "Three Stars")
    type_over(qtbot, facts["summary"], "Three things that work.")
    type_over(qtbot, facts["purpose"], "See what works before we change it.")
    qtbot.waitUntil(lambda: files() == [".our-protocol.draft.toml"])
    qtbot.waitUntil(lambda: screen.bar.context_label.text() == "Kept as a draft: 1 thing to mend")
    [row] = screen.mend.rows.rows()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    form = screen.steps.cards["step"].form
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.fields["say"])
    type_over(qtbot, form.fields["say"], "Name one thing that works.")
    qtbot.waitUntil(lambda: files() == ["three-stars.toml"])
    made = saved("three-stars")
    assert (made.id, made.steps[0].say) == ("three-stars", "Name one thing that works.")
    qtbot.waitUntil(lambda: screen.bar.context_label.text() == "Saved")
    type_over(qtbot, facts["name"], "Three Stars and a Wish")
    screen.leave()
    assert files() == ["three-stars.toml"]  # a meeting may have it: its id stays
    assert saved("three-stars").name == "Three Stars and a Wish"


def test_a_state_with_faults_is_kept_as_a_draft_and_told_and_comes_back(open_editor, qtbot, context):
    screen = open_editor("atlas-data")
    type_over(qtbot, screen.facts.form.fields["purpose"], "Look at tickets.")
    screen.leave()
    screen = open_editor("atlas-looking-at-data-our-way")
    type_over(qtbot, screen.facts.form.fields["name"], "")
    type_over(qtbot, screen.facts.form.fields["purpose"], "Look at all tickets.")
    form = open_step(qtbot, screen, "describe")
    number = form.fields["minutes.default"].focusProxy()
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_PageDown)
    told = "Kept as a draft: 2 things to mend. The library still has what was saved before."
    qtbot.waitUntil(lambda: screen.bar.context_label.text() == told)
    told = [row.content.secondary.text() for row in screen.mend.rows.rows()]
    assert told == ["This must not be empty.", "The least time must not be more than the usual one."]
    assert screen.steps.cards["describe"].head.mend.isVisible()
    screen.leave()
    assert files() == [".atlas-looking-at-data-our-way.draft.toml", "atlas-looking-at-data-our-way.toml"]
    assert saved().purpose == "Look at tickets."
    again = open_editor("atlas-looking-at-data-our-way")
    assert again.protocol.purpose == "Look at all tickets." and again.protocol.name == ""
    assert again.banner.isVisible()
    qtbot.mouseClick(again.banner.buttons[0], Qt.MouseButton.LeftButton)
    again.leave()
    assert again.protocol == saved() and files() == ["atlas-looking-at-data-our-way.toml"]


def test_undo_takes_back_typing_and_steps_from_anywhere(open_editor, qtbot, window):
    screen = open_editor("atlas-data")
    first = screen.protocol
    form = open_step(qtbot, screen, "describe")
    say = form.fields["say"]
    type_over(qtbot, say, "First.")
    qtbot.keyClick(say, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [step.id for step in screen.protocol.steps][1:3] == ["describe", "describe-2"]
    both = screen.protocol
    undo = Qt.KeyboardModifier.ControlModifier
    line = screen.facts.form.fields["name"]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Z, undo)
    assert [step.id for step in screen.protocol.steps][1:3] == ["describe", "interpret"]
    assert find_step(screen.protocol, "describe").say == "First."
    qtbot.keyClick(line, Qt.Key.Key_Z, undo)
    assert screen.protocol == first
    qtbot.keyClick(line, Qt.Key.Key_Z, undo)
    assert screen.protocol == first
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Z, undo | Qt.KeyboardModifier.ShiftModifier)
    assert screen.protocol == both
    assert not screen.redo_button.isEnabled()
    screen.leave()
    assert saved().steps == both.steps


def test_undo_shows_in_the_field_what_stands_in_the_protocol(open_editor, qtbot):
    screen = open_editor("atlas-data")
    form = open_step(qtbot, screen, "describe")
    before = form.fields["say"].text()
    type_over(qtbot, form.fields["say"], "Other words.")
    qtbot.mouseClick(screen.undo_button, Qt.MouseButton.LeftButton)
    assert form.fields["say"].text() == before


def test_steps_are_moved_added_and_deleted_by_keys(open_editor, qtbot):
    screen = open_editor("atlas-data")
    head = screen.steps.cards["describe"].head
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.id for step in screen.protocol.steps][:2] == ["describe", "get-ready"]
    assert head.hasFocus() and head.number.text() == "1"
    qtbot.keyClick(head, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(head, Qt.Key.Key_Delete)
    assert "describe" not in screen.steps.cards
    assert screen.steps.cards["get-ready"].head.hasFocus()
    qtbot.keyClick(screen.steps.add_button, Qt.Key.Key_Space)
    assert screen.protocol.steps[-1].id == "step"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.steps.cards["step"].form.fields["title"])


def test_steps_that_are_run_again_stand_in_their_card(open_editor, qtbot):
    screen = open_editor("atlas-data")
    qtbot.mouseClick(screen.steps.add_loop_button, Qt.MouseButton.LeftButton)
    card = screen.steps.cards["each"]
    assert card.isAncestorOf(screen.steps.cards["step"])
    over = card.form.fields["repeat.over"]
    over.setCurrentIndex(2)
    over.activated.emit(2)
    assert screen.protocol.steps[-1].title == "For each question"
    type_over(qtbot, card.form.fields["repeat.prompts"], "Why?")
    qtbot.mouseClick(card.add_inside, Qt.MouseButton.LeftButton)
    loop = screen.protocol.steps[-1]
    assert loop.repeat.prompts == ["Why?"] and [step.id for step in loop.steps] == ["step", "step-2"]
    assert screen.steps.cards["step-2"].head.number.text() == "7.2"
    for step_id in ("step", "step-2"):
        qtbot.keyClick(screen.steps.cards[step_id].head, Qt.Key.Key_Delete)
    assert any("run again" in row.content.secondary.text() for row in screen.mend.rows.rows())


def test_what_is_written_has_our_own_word(open_editor, qtbot):
    screen = open_editor("atlas-data")
    form = open_step(qtbot, screen, "implications")
    before = len(screen.protocol.steps[3].captures)
    qtbot.mouseClick(form.written.add_button, Qt.MouseButton.LeftButton)
    kind, word = form.written.row(before)
    kind.chosen.emit("decision")
    assert screen.protocol.steps[3].captures[-1].name == "Decision"
    type_over(qtbot, word, "Our rule")
    capture = screen.protocol.steps[3].captures[-1]
    assert (capture.kind, capture.name) == ("decision", "Our rule")
    type_over(qtbot, word, "")
    assert [row.content.secondary.text() for row in screen.mend.rows.rows()] == [
        "Give it a word or two, such as “Observation”."
    ]


def test_lists_are_lines(open_editor, qtbot):
    screen = open_editor("atlas-data")
    fields = screen.facts.form.fields
    kept = screen.protocol.preparation[0]
    field = fields["preparation"]
    lines = field.text().split("\n")
    assert lines[0].startswith("Presenter: Choose data") and lines[0].endswith("(2 days before)")
    field.setPlainText(lines[0] + "\n\n  Anyone at all: bring pens (10 days before) \nNobody in particular")
    field.flush()
    made = screen.protocol.preparation
    assert made[0] == kept
    assert [(one.who, one.what, one.lead_days) for one in made[1:]] == [
        ("Anyone at all", "bring pens", 10),
        ("Everyone", "Nobody in particular", 0),
    ]
    known = screen.protocol.materials
    fields["materials"].setPlainText("\n".join(one.what for one in known[:1]) + "\nPens")
    fields["materials"].flush()
    assert screen.protocol.materials[0] == known[0] and screen.protocol.materials[1].what == "Pens"


def test_roles_groups_and_who_sees_what_is_written_can_be_changed(open_editor, qtbot):
    screen = open_editor("atlas-data")
    known = screen.protocol.roles
    field = screen.facts.form.fields["roles"]
    field.setPlainText(f"{known[0].name}: Reads the task aloud\nTimekeeper: Says when half the time is gone")
    field.flush()
    made = screen.protocol.roles
    assert (made[0].does, made[0].rotates) == ("Reads the task aloud", known[0].rotates)
    assert (made[1].name, made[1].does) == ("Timekeeper", "Says when half the time is gone")
    screen.facts.form.fields["difficulty"].chosen.emit("experienced")
    form = open_step(qtbot, screen, "describe")
    assert form.rows["groups.most"].isHidden()
    form.fields["kind"].chosen.emit("groups")
    form.fields["groups.most"].changed.emit(6)
    form.fields["notes"].chosen.emit("reveal-together")
    step = find_step(screen.protocol, "describe")
    assert (step.groups.least, step.groups.most, step.notes) == (2, 6, "reveal-together")
    form.fields["groups.least"].changed.emit(7)
    assert screen.steps.cards["describe"].head.mend.isVisible()
    screen.take_back(again=False)
    screen.leave()
    assert saved().difficulty == "experienced" and find_step(saved(), "describe").groups.most == 6


def test_a_new_one_that_was_begun_is_offered_again(open_editor, qtbot, context):
    screen = open_editor()
    type_over(qtbot, screen.facts.form.fields["name"], "Half done")
    screen.leave()
    screen = open_editor()
    assert screen.protocol.name == "" and "Half done" in screen.banner.title_label.text()
    qtbot.mouseClick(screen.banner.buttons[0], Qt.MouseButton.LeftButton)
    assert screen.protocol.name == "Half done"
    assert [one.name for one in own.unfinished(paths.own_protocols())] == ["Half done"]


def test_plain_text_stays_plain(open_editor, qtbot):
    screen = open_editor("atlas-data")
    name = screen.facts.form.fields["name"]
    name.setPlainText("<b>R&D</b> 🎉")  # keys for it there are none
    name.flush()
    assert screen.bar.title_label.text() == "<b>R&D</b> 🎉"
    screen.leave()
    assert saved(screen.keeper.place.protocol_id).name == "<b>R&D</b> 🎉"


def test_nothing_that_can_be_reached_is_nameless(open_editor, qtbot):
    screen = open_editor("atlas-data")
    open_step(qtbot, screen, "describe")
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_lost(
    open_editor, qtbot, context, home: Path
):
    home.mkdir(exist_ok=True)
    paths.own_protocols().write_text("not a folder")
    told: list[str] = []
    context.bus.problem_arose.connect(told.append)
    screen = open_editor("atlas-data")
    type_over(qtbot, screen.facts.form.fields["name"], "Tickets")
    qtbot.waitUntil(lambda: bool(told))
    assert screen.protocol.name == "Tickets" and screen.bar.context_label.text() == "Not kept yet"
    paths.own_protocols().unlink()
    type_over(qtbot, screen.facts.form.fields["name"], "Exit tickets")
    screen.leave()
    assert saved("exit-tickets").name == "Exit tickets"
