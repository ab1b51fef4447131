"""Labels. `plain` is the only place that makes a QLabel: text from people is never read as HTML."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from plcdesk_ui.widgets.look import set_look
from plcdesk_ui.widgets.tips import set_tip


def plain(
    text: str,
    tone: str | None = None,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that shows `text` exactly as it is written.

    Tones: strong, secondary, secondary-strong, caption, title, heading, card-title, step, say, say-accent,
    timer, figure, accent, warning, danger, brand; None is normal text.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if tone:
        label.setProperty("tone", tone)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def set_tone(label: QLabel, tone: str | None) -> None:
    """Change the tone of a label that is already shown."""
    set_look(label, "tone", tone)


class Elided(QLabel):
    """One line that ends in '…' where it does not fit; the whole text is then its tool tip."""

    def __init__(
        self, text: str = "", tone: str | None = None, letters: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        if tone:
            self.setProperty("tone", tone)

    def minimumSizeHint(self) -> QSize:
        """Room for `letters`, so that the neighbours are never pushed out."""
        width = min(super().sizeHint().width(), self.fontMetrics().averageCharWidth() * self._letters)
        return QSize(width, super().minimumSizeHint().height())

    def is_elided(self) -> bool:
        """Whether part of the text does not fit."""
        return self.fontMetrics().horizontalAdvance(self._line()) > self.contentsRect().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        painter = QPainter(self)
        rect = self.contentsRect()
        text = self.fontMetrics().elidedText(self._line(), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the whole text as a tool tip only where it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            set_tip(self, self.text() if self.is_elided() else "")
        return super().event(event)

    def _line(self) -> str:
        return " ".join(self.text().split())
