"""Attaching files by button and by dropping them, opening and removing them, in planning and in the room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from plcdesk.attachments import taking
from plcdesk.attachments.opening import forget_copies
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.screen import PlanScreen
from tests.ui.run.conftest import agenda, begins_with, do, meeting, members, rig, room, team  # noqa: F401
from tests.ui.walk import nameless


@pytest.fixture
def ticket(tmp_path: Path) -> Path:
    file = tmp_path / "Ticket 4.pdf"
    file.write_bytes(b"%PDF-1.7")
    return file


@pytest.fixture
def opened(monkeypatch) -> list[Path]:
    found: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(Path(url.toLocalFile())) is None
    )
    return found


def drop(widget, *files: Path) -> None:
    """Hold files over a widget and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = QDragEnterEvent(widget.rect().center(), copy, data, left, none)
    QApplication.sendEvent(widget, held)
    assert held.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(widget.rect().center()), copy, data, left, none))


def names(card):
    return [row.info.name for row in card.rows]


def test_in_the_room_a_dropped_file_belongs_to_the_topic_that_is_on(room, ticket, opened, qtbot):  # noqa: F811
    card = room.desk.files
    assert card.isHidden()
    drop(room.desk, ticket)
    qtbot.waitUntil(lambda: names(card) == ["Ticket 4.pdf"])
    room.settle()
    assert card.isVisible()
    row = card.rows[0]
    assert row.info.item_id == room.live.facts.item.id
    assert row.about.text() == "8 bytes · Opening"
    assert nameless(card) == []
    row.name.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert (opened[0].name, opened[0].read_bytes()) == ("Ticket 4.pdf", b"%PDF-1.7")
    forget_copies()


def test_a_program_is_not_opened_and_a_large_file_not_taken(
    room,  # noqa: F811
    tmp_path,
    opened,
    qtbot,
    context,
    monkeypatch,
):
    script = tmp_path / "grades.sh"
    script.write_bytes(b"#!/bin/sh\nrm -rf ~")
    drop(room.desk, script)
    card = room.desk.files
    qtbot.waitUntil(lambda: len(card.rows) == 1)
    with qtbot.waitSignal(context.bus.problem_arose) as told:
        card.files.open(card.rows[0].info)
    assert told.args[0] == "PLC Desk does not open programs. “grades.sh” can be saved as a file."
    assert opened == []
    saved = tmp_path / "saved.sh"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(saved), ""))
    with qtbot.waitSignal(context.bus.told):
        card.files.ask_and_save(card, card.rows[0].info)
    assert saved.read_bytes() == script.read_bytes()
    monkeypatch.setattr(taking, "LARGEST", 4)
    with qtbot.waitSignal(context.bus.problem_arose) as told:
        drop(room.desk, script)
    assert "may have 4 bytes at most" in told.args[0]
    room.settle()
    assert len(card.rows) == 1


def test_files_dropped_on_the_line_are_attached_and_not_typed(room, ticket):  # noqa: F811
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ticket))])
    data.setText(str(ticket))
    assert not room.desk.notes.line.edit.canInsertFromMimeData(data)


def test_in_planning_files_are_attached_moved_to_a_topic_removed_and_brought_back(
    context,
    meeting,  # noqa: F811
    ticket,
    qtbot,
    settle,
    monkeypatch,
    workspace,
):
    screen = PlanScreen(context)
    qtbot.addWidget(screen)
    context.bus.changed.connect(screen.heard)
    screen.enter(Place("plan", meeting))
    screen.show()
    settle()
    card = screen.parts.files
    assert (card.isVisible(), card.none.isVisible()) == (True, True)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: ([str(ticket)], ""))
    card.attach.click()
    qtbot.waitUntil(lambda: names(card) == ["Ticket 4.pdf"])
    settle()
    assert card.rows[0].info.item_id is None
    menu = card.rows[0].menu()
    belongs = next(action.menu() for action in menu.actions() if action.menu() is not None)
    next(action for action in belongs.actions() if action.text() == "Decide").trigger()
    settle()
    assert card.rows[0].about.text() == "8 bytes · Decide"
    with qtbot.waitSignal(context.bus.told) as told:
        card.files.remove(card.rows[0].info)
    assert told.args == ["“Ticket 4.pdf” removed", meeting]
    qtbot.waitUntil(lambda: card.rows == [])
    from plcdesk.store.undo import undo

    workspace.writer.write(undo, meeting).result(60)
    qtbot.waitUntil(lambda: names(card) == ["Ticket 4.pdf"])


def test_where_there_is_little_height_the_files_take_one_line(room, ticket, qtbot):  # noqa: F811
    card = room.desk.files
    room.screen.resize(1224, 600)
    drop(room.desk, ticket, ticket)
    qtbot.waitUntil(lambda: len(card.rows) == 2)
    room.settle()
    assert (card.brief.isVisible(), card.brief.text(), card.attach.isVisible()) == (True, "2 files…", False)
    room.screen.resize(1224, 900)
    assert (card.brief.isVisible(), card.attach.isVisible()) == (False, True)
