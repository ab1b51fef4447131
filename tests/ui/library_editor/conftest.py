"""The editor of protocols in the window."""

import pytest
from PySide6.QtWidgets import QApplication

from plcdesk_ui.library_editor.screen import ProtocolEditorScreen
from plcdesk_ui.navigator import Place


@pytest.fixture
def open_editor(window, qtbot):
    """Open the editor in the window about a protocol."""

    def go(about: str = "") -> ProtocolEditorScreen:
        window.go(Place("protocol_editor", about))
        qtbot.waitExposed(window)
        window.activateWindow()
        QApplication.processEvents()
        screen = window.shown
        assert isinstance(screen, ProtocolEditorScreen)
        return screen

    return go
