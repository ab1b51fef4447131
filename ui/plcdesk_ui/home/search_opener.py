"""What looks like the field for searching, and opens the search of everything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from plcdesk.text import tr
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

SHORTCUT = "Ctrl+K"


class SearchOpener(SearchField):
    """Tells `wanted` with a click, Enter or Space; nothing is typed here."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Search everything"), SHORTCUT)
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, tip_with_shortcut(tr("Meetings, actions, people, protocols, commands"), SHORTCUT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the search."""
        del event
        self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)
