"""The question brought back: very large, over everything else on the wall."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.wall.scene import Question
from plcdesk_ui.wall.stage import CORNER, QUESTION_LEVELS, Stage
from plcdesk_ui.wall.text import WallText

_BETWEEN = 30


class BigQuestion(QWidget):
    """A press, or `put_away`, takes it from the wall; `gone` tells so."""

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = WallText("ink2", parent=self)
        self.question = WallText("ink", QFont.Weight.Bold, self)
        self.result = WallText("accent", QFont.Weight.DemiBold, self)
        self.hide()

    def bring(self, question: Question) -> None:
        """Show what the talk is brought back to."""
        self.heading.set_text(question.heading)
        self.question.set_text(question.large)
        self.result.set_text(question.below)
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Take it away."""
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def arrange(self, stage: Stage) -> None:
        """Choose the sizes and put everything in its place."""
        width = stage.inner
        top = 40 * stage.unit + stage.type(CORNER) * 1.36
        height = stage.bottom - top - 40 * stage.unit
        self.setGeometry(0, 0, stage.width, round(stage.bottom))
        self.heading.fit(stage.type(CORNER), width, 1)
        self._put(self.heading, stage, 40 * stage.unit)
        sizes = next(
            (each for each in QUESTION_LEVELS if self._fits(stage, each, height)), QUESTION_LEVELS[-1]
        )
        large, small = (stage.type(size) for size in sizes)
        gap = _BETWEEN * stage.unit if self.result.text else 0.0
        self.result.fit(small, width, 3)
        line = self.question.block_at(large, width, 1).height or 1.0
        room = height - gap - self.result.block_height
        self.question.fit(large, width, max(1, int((room + 1) // line)))
        used = self.question.block_height + gap + self.result.block_height
        y = top + max(0.0, (height - used) / 2)
        self._put(self.question, stage, y)
        self._put(self.result, stage, y + self.question.block_height + gap)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere puts it away."""
        super().mousePressEvent(event)
        self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The white ground over what is there."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).tokens.card))
        painter.end()

    def _put(self, text: WallText, stage: Stage, y: float) -> None:
        text.setGeometry(round(stage.margin), round(y), round(stage.inner) + 2, round(text.block_height) + 2)

    def _fits(self, stage: Stage, sizes: tuple[int, int], height: float) -> bool:
        large, small = (stage.type(size) for size in sizes)
        width = stage.inner
        gap = _BETWEEN * stage.unit if self.result.text else 0.0
        if self.question.widest_word_at(large) > width or self.result.widest_word_at(small) > width:
            return False
        used = self.question.block_at(large, width).height + self.result.block_at(small, width).height
        return used + gap <= height and self.result.block_at(small, width).lines <= 3
