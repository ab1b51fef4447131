"""A part of a card that is as high as what is in it, and scrolls only where the window is too low for that."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from plcdesk_ui.widgets.scroll import Page

_LEAST = 60


class FittingScroll(QScrollArea):
    """Holds `content`. Put it into a column with something that stretches below it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._page)
        self._page.hold(content)
        self._page.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """As high as the content is at this width."""
        return QSize(self._page.sizeHint().width(), self._page.needed_height(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(80, min(_LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self._need_bar()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the content."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._need_bar()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _need_bar(self) -> None:
        """Left to itself, a bar that was needed once keeps the content so narrow that it needs it for ever."""
        fits = self._page.needed_height(self.width()) <= self.height()
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)


def settle_layouts() -> None:
    """Carry out at once what layouts would do in the next rounds of the event loop, so that nothing jumps."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
