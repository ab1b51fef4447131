"""A window for the widgets of a test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from plcdesk_ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def themed(theme: Theme) -> Theme:
    """Every widget finds the light theme."""
    return theme


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Put widgets one below the other into a window that has the keyboard; it lives as long as the test."""
    windows: list[QWidget] = []

    def shown(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        box = QVBoxLayout(window)
        for widget in widgets:
            box.addWidget(widget)
        window.resize(500, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        widgets[0].setFocus()
        return window

    yield shown
    for window in windows:
        window.close()
        window.deleteLater()
