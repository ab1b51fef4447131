"""Rows of a list, with a hairline between them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card, HaloKind
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.row_paint import RowState, paint_row

Part = QWidget | str
Marks = Sequence[tuple[int, int]]
Leading = Part | None
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class _RowContent:
    """The labels of a row, laid out the same way for rows that can be pressed and rows that cannot."""

    def __init__(
        self,
        row: QWidget,
        text: str,
        secondary: str,
        leading: Leading,
        trailing: Sequence[Part],
        tone: str | None,
        marks: Marks = (),
    ) -> None:
        self._row = row
        self.state = RowState()
        self.box = QHBoxLayout(row)
        self.box.setContentsMargins(0, 9, 0, 9)
        self.box.setSpacing(ROW + 2)
        if leading is not None:
            self.box.addWidget(plain(leading, "strong", parent=row) if isinstance(leading, str) else leading)
        self.text = _marked(text, marks, tone) if marks else plain(text, tone, wrap=True, parent=row)
        self._column = column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.text)
        self.box.addLayout(column, 1)
        self._secondary: QLabel | None = None
        if secondary:
            self.secondary.setText(secondary)
        for part in trailing:
            self.box.addWidget(plain(part, "secondary", parent=row) if isinstance(part, str) else part)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def secondary(self) -> QLabel:
        """The smaller words below the text."""
        if self._secondary is None:
            self._secondary = plain("", "secondary", wrap=True, parent=self._row)
            self._column.insertWidget(1, self._secondary)
        return self._secondary

    def set_secondary(self, words: str) -> None:
        """Show these words below the text; a row without any has no label for them."""
        if words or self._secondary is not None:
            self.secondary.setText(words)
            self.secondary.setVisible(bool(words))

    def add_below(self, widget: QWidget, above: int = 0) -> None:
        """Put something under the words, with as many pixels between."""
        self._column.addSpacing(above)
        self._column.addWidget(widget)

    def set_padding(self, padding: int, dense: bool) -> None:
        self.state.padding = padding
        above = 5 if dense else 9
        self.box.setContentsMargins(padding, above, padding, above)


def _marked(text: str, marks: Marks, tone: str | None) -> QLabel:
    from plcdesk_ui.widgets.marked_label import MarkedLabel

    return MarkedLabel(text, marks, tone)


class Row(QWidget):
    """A row that is only read; controls may stand in `leading` and `trailing`."""

    def __init__(
        self,
        text: str,
        secondary: str = "",
        leading: Leading = None,
        trailing: Sequence[Part] = (),
        tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.content = _RowContent(self, text, secondary, leading, trailing, tone)

    def set_text(self, text: str, secondary: str = "") -> None:
        """Change what the row says."""
        self.content.text.setText(text)
        self.content.set_secondary(secondary)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        del event
        paint_row(self, self.content.state)


class ClickRow(QAbstractButton):
    """A row that opens something: by a click, Enter or Space.

    `key` is whatever the list needs to know it by; `marks` are places in `text` that stand out, in characters.
    """

    activated = Signal()

    def __init__(
        self,
        text: str,
        secondary: str = "",
        leading: Leading = None,
        trailing: Sequence[Part] = (),
        tone: str | None = None,
        key: object = None,
        parent: QWidget | None = None,
        marks: Marks = (),
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.content = _RowContent(self, text, secondary, leading, trailing, tone, marks)
        spoken = [leading if isinstance(leading, str) else "", text, secondary]
        spoken += [part for part in trailing if isinstance(part, str)]
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.activated)

    def set_selected(self, selected: bool) -> None:
        """Show the row as the one whose details stand beside the list."""
        self.setCheckable(True)
        self.setChecked(selected)
        self._halo("selected", selected)

    def set_text(self, text: str, secondary: str = "") -> None:
        """Change what the row says."""
        self.content.text.setText(text)
        self.content.set_secondary(secondary)
        self.setAccessibleName(", ".join(part for part in (text, secondary) if part))

    def nextCheckState(self) -> None:
        """A click does not choose the row by itself: the screen does, through `set_selected`."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row as Space does; arrow keys belong to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out under the pointer."""
        super().enterEvent(event)
        self._halo("hovered", True)

    def leaveEvent(self, event: QEvent) -> None:
        """Stand back."""
        super().leaveEvent(event)
        self._halo("hovered", False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and come into view."""
        super().focusInEvent(event)
        self._halo("focused", True)
        show_in_scroll_area(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._halo("focused", False)

    def showEvent(self, event: QShowEvent) -> None:
        """Mark the chosen row on the card, which it may not have known before."""
        super().showEvent(event)
        self._halo("selected", self.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no mark on the card behind."""
        super().hideEvent(event)
        for kind in ("hovered", "focused"):
            self._halo(kind, False)
        if (card := card_of(self)) is not None:
            card.set_halo("selected", self, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline above."""
        del event
        paint_row(self, self.content.state)

    def _halo(self, kind: HaloKind, shown: bool) -> None:
        setattr(self.content.state, kind, shown)
        card = None if self.content.state.padding else card_of(self)
        self.content.state.on_card = card is not None
        if card is not None:
            card.set_halo(kind, self, shown)
        self.update()


class RowList(QWidget):
    """Rows with a hairline between them. Arrow keys go from row to row.

    `padding` in pixels is for lists in a card without padding of its own (`Card(padded=False)`), where the
    chosen row fills the width; such a list rounds its corners to fit the card. `lines` are the hairlines;
    `dense` rows are lower.
    """

    def __init__(
        self,
        rows: Iterable[QWidget] = (),
        padding: int = 0,
        lines: bool = True,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._padding, self._lines, self._dense = padding, lines, dense
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_rows(rows)

    def rows(self) -> list[QWidget]:
        """The rows from top to bottom."""
        items = (self._box.itemAt(index) for index in range(self._box.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def add(self, row: QWidget) -> None:
        """Put `row` last."""
        self._box.addWidget(row)
        self._set_edges()

    def insert(self, index: int, row: QWidget) -> None:
        """Put `row` before the one at `index`."""
        self._box.insertWidget(index, row)
        self._set_edges()

    def remove(self, row: QWidget) -> None:
        """Take `row` out and drop it."""
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._set_edges()

    def clear(self) -> None:
        """Drop all rows."""
        for row in self.rows():
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()

    def set_rows(self, rows: Iterable[QWidget]) -> None:
        """Show `rows` in place of those before."""
        self.clear()
        for row in rows:
            self._box.addWidget(row)
        self._set_edges()

    def select(self, key: object) -> None:
        """Show the row with `key` as the chosen one, and no other."""
        for row in self.rows():
            if isinstance(row, ClickRow):
                row.set_selected(row.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the rows, Home and End to the first and last."""
        rows = [row for row in self.rows() if isinstance(row, ClickRow) and row.isEnabled()]
        here = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if here is not None and key in steps and 0 <= here + steps[key] < len(rows):
            rows[here + steps[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif here is not None and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _set_edges(self) -> None:
        rows = self.rows()
        for index, row in enumerate(rows):
            if isinstance(row, Row | ClickRow):
                row.content.set_padding(self._padding, self._dense)
                row.content.state.first = index == 0
                row.content.state.line = self._lines and index > 0
                row.content.state.last = index == len(rows) - 1
                row.update()


def card_of(widget: QWidget) -> Card | None:
    """The card that `widget` lies on, if any."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above


def show_in_scroll_area(widget: QWidget) -> None:
    """Scroll so far that all of `widget` can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, ROW)
        above = above.parentWidget()
