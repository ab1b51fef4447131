"""The trash, by clicking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plcdesk.closing.wrap_up import write_up
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry, delete_entries
from plcdesk_ui.navigator import Place
from plcdesk_ui.trash.screen import EmptySheet, TrashScreen
from plcdesk_ui.widgets.buttons import Button


@pytest.fixture
def do(workspace):
    return lambda service, *args, **values: workspace.writer.write(service, *args, **values).result(5).value


@pytest.fixture
def meeting(do) -> str:
    team = do(add_team, "Science", members=("Rosa",))
    return do(write_up, team, "Tickets", "2026-11-24T10:50", minutes=45)


@pytest.fixture
def deleted(do, meeting) -> list[str]:
    made = [do(add_entry, meeting, NewEntry("note", text)) for text in ("First <b>", "Second")]
    for entry in made:
        do(delete_entries, [entry])
    return made


@pytest.fixture
def screen(context, qtbot, deleted) -> TrashScreen:
    made = TrashScreen(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.heard)
    made.resize(900, 600)
    made.enter(Place("trash"))
    made.show()
    return made


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(qtbot, widget, name: str) -> None:
    found = next(
        button for button in widget.findChildren(Button) if name in (button.text(), button.accessibleName())
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_thing_goes_back_to_its_place(screen: TrashScreen, context, deleted, qtbot, settle):
    qtbot.waitUntil(lambda: "First <b>" in words(screen))
    assert "Science · Tickets · deleted Today" in words(screen)
    press(qtbot, screen, "Put back: First <b>")
    settle()
    assert context.reader.value("SELECT deleted_at FROM entry WHERE id = ?", [deleted[0]]) is None
    qtbot.waitUntil(lambda: "First <b>" not in words(screen))


def test_emptying_asks_once_and_leaves_nothing(screen: TrashScreen, context, qtbot, settle):
    press(qtbot, screen, "Empty the trash…")
    sheet = screen.findChild(EmptySheet)
    assert "2 things will be deleted for good" in words(sheet)
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)  # by itself, Enter deletes nothing
    assert not sheet.isVisible()
    assert context.reader.value("SELECT count(*) FROM entry") == 2
    press(qtbot, screen, "Empty the trash…")
    press(qtbot, screen.findChildren(EmptySheet)[-1], "Delete for good")
    settle()
    qtbot.waitUntil(lambda: "What you delete waits here" in words(screen))
    assert context.reader.value("SELECT count(*) FROM entry") == 0
    assert not screen.empty.isVisible()
