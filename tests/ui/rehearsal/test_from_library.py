"""'Try it out' stands where a protocol is read."""

import tempfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.planning.teams import add_team
from plcdesk_ui.library.screen import LibraryScreen
from plcdesk_ui.navigator import Place


@pytest.fixture
def screen(context, workspace, qtbot):
    """The library with a protocol to read."""
    names = ("Rosa Alvarez", "Dana Kim", "Jo Meyer", "Lena Petrova")
    team = workspace.writer.write(add_team, "Science", members=names, minutes=60).result(60).value
    made = LibraryScreen(context)
    qtbot.addWidget(made)
    made.resize(1112, 744)
    made.show()
    made.enter(Place("library", team, "heres-what"))
    qtbot.waitUntil(lambda: made.card.reading.fit is not None)
    return made


def test_what_is_read_is_tried_out_with_its_minutes_and_people(screen, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    QTest.mouseClick(screen.card.try_out, Qt.MouseButton.LeftButton)
    window = screen.desk.rehearsal
    assert window is not None
    qtbot.waitUntil(lambda: window.stage is not None)
    fit = screen.card.reading.fit
    room = window.screen_shown.desk.live.room
    assert [(item.title, item.minutes) for item in room.agenda.items] == [(fit.protocol.name, fit.minutes)]
    assert len(room.present) == fit.way.people
    window.close()
    assert not list(tmp_path.glob("plcdesk-*"))
