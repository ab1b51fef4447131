"""The line that says when and where, which opens what changes it; cut with '…' where it does not fit."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import Button
from plcdesk_ui.widgets.tips import set_tip

_LETTERS = 9
_SLACK = 4


class WhenButton(Button):
    """A quiet button; its whole text is read aloud and shown as its tip. Whoever lays it out gives it its width."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__("", "quiet")
        self._whole = self._short = ""
        self._given = 0
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: on_click())

    def show_words(self, words: str, short: str) -> None:
        """Show `words`, or `short` where only that fits."""
        self._whole, self._short = words, short
        self.setAccessibleName(tr("{when}. Change when and where").format(when=words))
        set_tip(self, tr("{when}. Click to change").format(when=words))
        self._fit()

    def widths(self) -> tuple[int, int, int]:
        """Pixels for all of it, for day and time without the room, and for a few letters."""
        self.ensurePolished()  # before that, the type is not yet that of the style sheet
        few = self.fontMetrics().averageCharWidth() * _LETTERS + self._around()
        return self._width_of(self._whole), self._width_of(self._short), few

    def give_width(self, width: int) -> None:
        """Be so wide if there is room; it can be narrower."""
        if width != self._given:
            self._given = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The width that it was given."""
        return QSize(self._given, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self._given, self.widths()[2]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _width_of(self, words: str) -> int:
        """A little more than they are wide, as widths are rounded."""
        return self.fontMetrics().horizontalAdvance(words) + self._around() + _SLACK

    def _around(self) -> int:
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        room = self.width() - self._around()
        metrics = self.fontMetrics()
        words = self._whole if metrics.horizontalAdvance(self._whole) <= room else self._short
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
        if shown.replace("&", "&&") != self.text():
            self.set_text(shown)
