"""A card: a white sheet with a hairline round it, as tall as what is on it."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER, PAD, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.look import set_look

CardLook = Literal["plain", "selected", "warning", "danger", "info", "sunk"]
HaloKind = Literal["selected", "hovered", "focused"]
_ORDER: tuple[HaloKind, ...] = ("hovered", "selected", "focused")


class Card(QFrame):
    """Put things into `body`. `trailing` stands at the right of the title.

    Without `padded` the body reaches the edges, for lists whose chosen row fills the width.
    """

    def __init__(
        self,
        title: str | None = None,
        trailing: QWidget | str | None = None,
        padded: bool = True,
        look: CardLook = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._halos: list[tuple[HaloKind, QWidget]] = []
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._outer = outer = QVBoxLayout(self)
        edge = PAD if padded else 1
        outer.setContentsMargins(edge, edge, edge, edge)
        outer.setSpacing(ROW)
        self.title_label = plain(title or "", "card-title", wrap=True, parent=self)
        if not title:
            self.title_label.hide()
        self.setAccessibleName(title or "")
        self._top = QHBoxLayout()
        self._top.setSpacing(ROW)
        self._top.addWidget(self.title_label, 1)
        outer.addLayout(self._top)
        self.body = QVBoxLayout()
        self.body.setSpacing(ROW)
        outer.addLayout(self.body)
        if trailing is not None:
            self.add_trailing(trailing)

    def set_title(self, title: str | None) -> None:
        """Change the title; None takes it away."""
        self.title_label.setText(title or "")
        self.title_label.setVisible(bool(title))
        self.setAccessibleName(title or "")

    def add_trailing(self, widget: QWidget | str) -> None:
        """Put a widget, or secondary text, at the right of the title."""
        shown = plain(widget, "secondary", parent=self) if isinstance(widget, str) else widget
        self._top.addWidget(shown)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep other distances, in pixels, from the edges than most cards."""
        self._outer.setContentsMargins(left, top, right, bottom)

    def set_card_look(self, look: CardLook) -> None:
        """Change how the card stands out."""
        set_look(self, "look", look)

    def set_halo(self, kind: HaloKind, row: QWidget, shown: bool) -> None:
        """Draw a soft ground or a ring a little wider than `row`, which reaches only to its own text."""
        self._halos = [halo for halo in self._halos if halo != (kind, row)]
        if shown:
            self._halos.append((kind, row))
        self.update(self._halo_rect(row).adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and what marks a row on it."""
        super().paintEvent(event)
        if not self._halos:
            return
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grounds = {"selected": tokens.accent_soft, "hovered": tokens.hover}
        for kind, row in sorted(self._halos, key=lambda halo: _ORDER.index(halo[0])):
            rect = QRectF(self._halo_rect(row)).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(tokens.focus), 2) if kind == "focused" else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(grounds[kind]) if kind in grounds else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def _halo_rect(self, row: QWidget) -> QRect:
        return QRect(row.mapTo(self, QPoint(0, 0)), row.size()).adjusted(-ROW, 0, ROW, 0)


def hairline() -> QFrame:
    """A line as thin as the border of a card, to set things apart inside one."""
    line = QFrame()
    line.setProperty("hairline", "true")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line
