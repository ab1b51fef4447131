"""The first thing that is painted: the next meeting, where home will have it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from plcdesk.store.first_sight import NextSight
from plcdesk_ui.shell.frame import CARD, FirstSight, SightLine
from plcdesk_ui.theme.colours import read_colours

SIGHT = NextSight("<b>Exit tickets</b> & more", "2026-11-24T10:50", 45, "a plan for Thursday", "Room 214")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_next_meeting_is_painted_as_it_is_written_and_then_the_rest_is_loaded(theme, qtbot, look):
    loaded = []
    sight = FirstSight(SIGHT, read_colours(look), lambda: loaded.append(True))
    qtbot.addWidget(sight)
    sight.resize(1280, 800)
    sight.show()
    qtbot.waitUntil(lambda: loaded == [True])
    assert [line.text for line in sight.findChildren(SightLine)] == [
        "10:50 · Room 214",
        "<b>Exit tickets</b> & more",
        "By the end we will have a plan for Thursday",
    ]
    assert sight.findChildren(QLabel) == []  # a label would read its text as HTML
    picture = sight.grab().toImage()
    left, top, width, height = CARD
    assert picture.pixelColor(left + width // 2, top + height - 20) == QColor(read_colours(look)["card"])
    assert picture.pixelColor(10, 400) == QColor(read_colours(look)["sunk"])
    sight.update()
    qtbot.wait(10)
    assert loaded == [True]


def test_an_empty_workspace_has_no_card(theme, qtbot):
    sight = FirstSight(None, read_colours("light"), lambda: None)
    qtbot.addWidget(sight)
    sight.show()
    assert sight.findChildren(SightLine) == []
    assert sight.accessibleName() == "PLC Desk is opening"
