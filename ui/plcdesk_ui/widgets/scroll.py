"""The page below the top bar: columns of cards that scroll together."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of

STACK_BELOW = 780
"""Pixels of width under which columns stand one below the other, at the usual size of type."""


def page_scroll(widget: QWidget) -> QScrollArea:
    """Let `widget` scroll up and down on the paper, never sideways."""
    area = QScrollArea()
    ground = QWidget()  # Qt's own would make Python look up every kind of widget there is, to name it
    ground.setAutoFillBackground(False)
    area.setViewport(ground)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = Page()
    area.setWidget(page)
    page.hold(widget)
    return area


def keep_from_sideways(area: QAbstractScrollArea) -> None:
    """Let wrapped text stay where it is: Qt moves it for a space typed beyond the end of a full line."""
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.horizontalScrollBar()
    bar.rangeChanged.connect(lambda _least, _most: bar.setRange(0, 0))


def reading_scroll(widget: QWidget, name: str) -> QScrollArea:
    """`page_scroll` for what is only read: the keyboard comes to it, so that its arrows and pages scroll it."""
    area = page_scroll(widget)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return area


class Page(QWidget):
    """Asks for the height that its width needs, not for that of its narrowest: else pages scroll for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def hold(self, content: QWidget) -> None:
        """Show `content`. Each move to another parent gives all in it its style anew: move it once, to here."""
        content.setProperty("ground", "none")
        self._box.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        """No width; no height either where it follows from the width, by which the scroll area then goes."""
        return QSize(0, 0 if self._box.hasHeightForWidth() else self._box.totalSizeHint().height())

    def needed_height(self, width: int) -> int:
        """The height in pixels of the content at `width`."""
        if self._box.hasHeightForWidth():
            return self._box.totalHeightForWidth(width)
        return self._box.totalSizeHint().height()


class Column(QWidget):
    """Cards one below the other, each as tall as its content.

    A card that is made with the column as its parent and filled after `add` is styled once only.
    """

    def __init__(self, *widgets: QWidget, gap: int = GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._box.addStretch(1)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put `widget` last."""
        self._box.insertWidget(self._box.count() - 1, widget)


class Columns(QWidget):
    """Columns side by side by their stretch; one below the other where the width ends."""

    def __init__(
        self,
        *parts: tuple[QWidget, int],
        stack_below: int = STACK_BELOW,
        margin: int = EDGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stack_below = stack_below
        self._parts: list[tuple[QWidget, int]] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(margin, margin - 2, margin, margin)
        self._box.setSpacing(GAP + 4)
        for widget, stretch in parts:
            self.add(widget, stretch)

    def add(self, widget: QWidget, stretch: int) -> None:
        """Put a column at the right of those before."""
        self._parts.append((widget, stretch))
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        self._box.addWidget(widget, stretch)

    @property
    def stacked(self) -> bool:
        """Whether the columns stand one below the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        stack = self.width() < self._stack_below * theme_of(self).sizes.base / 14
        if stack == self.stacked:
            return
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        )
        for widget, stretch in self._parts:
            self._box.setStretchFactor(widget, 0 if stack else stretch)
