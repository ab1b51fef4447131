"""A label that is as wide as its words, and wraps only where the width ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LETTERS = 6


class WrapLabel(QLabel):
    """Beside other things in a row, a wrapping QLabel asks for a width of its own liking; this one for its text's."""

    def __init__(self, text: str = "", tone: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        if tone:
            self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All of it in one line, if there is room."""
        lines = self.text().splitlines() or [""]
        wide = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + 2
        return QSize(wide, super().heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """A few letters; one long word is cut rather than pushing its neighbours out."""
        few = self.fontMetrics().averageCharWidth() * _LETTERS
        return QSize(min(self.sizeHint().width(), few), self.fontMetrics().height())
