"""The rail at the left: where in the program people are, and where else they can go."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rail_item import RailItem
from plcdesk_ui.widgets.roving import next_by_arrow, one_stop
from plcdesk_ui.widgets.saved_state import SavedKind, SavedState

_WIDE = 168
_FOLDED = 56


class Rail(QWidget):
    """Tells `chosen` with the key of a place. Tab stops once, arrow keys go from place to place."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._folded = False
        self._items: list[RailItem] = []
        self._title = plain(title, "brand")
        self._title.setContentsMargins(10, 4, 0, 12)
        self._saved = SavedState()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 14, 11, 14)
        self._box.setSpacing(1)
        self._box.addWidget(self._title)
        self._top_end = 1
        self._box.addStretch(1)
        self._box.addWidget(self._saved)
        self._set_width()

    def add(self, key: str, text: str, icon: str, shortcut: str | None = None) -> RailItem:
        """Add a place at the top, below those before."""
        item = self._make(key, text, icon, shortcut)
        self._items.insert(self._top_end - 1, item)
        self._box.insertWidget(self._top_end, item)
        self._top_end += 1
        self._set_width()
        return item

    def add_bottom(self, key: str, text: str, icon: str, shortcut: str | None = None) -> RailItem:
        """Add a place at the bottom, above the saved state, such as the settings."""
        item = self._make(key, text, icon, shortcut)
        self._items.append(item)
        self._box.insertWidget(self._box.count() - 1, item)
        self._set_width()
        return item

    def set_current(self, key: str | None) -> None:
        """Show where people are; None for a screen that has no place in the rail."""
        for item in self._items:
            item.setChecked(item.key == key)
        one_stop(self._items, next((item for item in self._items if item.isChecked()), None))

    @property
    def current(self) -> str | None:
        """The key of the place where people are."""
        return next((item.key for item in self._items if item.isChecked()), None)

    def fold(self, folded: bool) -> None:
        """Show icons alone, as while a meeting runs."""
        self._folded = folded
        self._title.setVisible(not folded)
        self._saved.fold(folded)
        for item in self._items:
            item.fold(folded)
        side = 8 if folded else 10
        self._box.setContentsMargins(side, 14, side + 1, 14)
        self._set_width()

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_saved(self, kind: SavedKind, text: str = "") -> None:
        """Say how the work is kept: 'saved' ('Saved 10:42'), 'saving' or 'problem', in the words of `text`."""
        self._saved.show_state(kind, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move between the places; Enter or Space goes there."""
        item = next_by_arrow(event.key(), self._items)
        if item is None:
            super().keyPressEvent(event)
            return
        one_stop(self._items, item)
        item.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline at its edge."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunk))
        x = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(x, 0, 1, self.height(), QColor(tokens.line))
        painter.end()

    def _make(self, key: str, text: str, icon: str, shortcut: str | None) -> RailItem:
        item = RailItem(key, text, icon, shortcut, self)
        item.fold(self._folded)
        item.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        return item

    def _set_width(self) -> None:
        margins = self._box.contentsMargins()
        words = max((item.sizeHint().width() for item in self._items), default=0)
        least = _FOLDED if self._folded else _WIDE
        self.setFixedWidth(max(least, words + margins.left() + margins.right()))
