"""Square boxes to tick and round ones of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from plcdesk_ui.widgets.rows import Part, Row, card_of
from plcdesk_ui.widgets.toggle_paint import height_at, one_line, paint_toggle


class CheckBox(QCheckBox):
    """A tick box. Without words beside it, it needs `name` for screen readers. `toggled` is Qt's own signal."""

    def __init__(
        self, text: str = "", checked: bool = False, name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = text
        self.setChecked(checked)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_policy(text))

    def set_words(self, text: str) -> None:
        """Change the words beside the box."""
        self._words = text
        self.setAccessibleName(text)
        self.setSizePolicy(_policy(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The box and the words in one line."""
        return one_line(self, self._words)

    def minimumSizeHint(self) -> QSize:
        """The box and a few letters; the words wrap."""
        return _least(self, self._words)

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the words wrapped."""
        return height_at(self, self._words, width)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        del event
        paint_toggle(self, self._words, circle=False)


class RadioButton(QRadioButton):
    """A round choice; those in one parent exclude each other. Use `RadioList`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_policy(text))

    def sizeHint(self) -> QSize:
        """The circle and the words in one line."""
        return one_line(self, self._words)

    def minimumSizeHint(self) -> QSize:
        """The circle and a few letters; the words wrap."""
        return _least(self, self._words)

    def heightForWidth(self, width: int) -> int:
        """The height in pixels with the words wrapped."""
        return height_at(self, self._words, width)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the words."""
        del event
        paint_toggle(self, self._words, circle=True)


class CheckRow(Row):
    """A row of a list with a tick box before it: `box.toggled` tells when it is ticked."""

    def __init__(
        self,
        text: str,
        secondary: str = "",
        checked: bool = False,
        trailing: Sequence[Part] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.box = CheckBox("", checked, name=", ".join(part for part in (text, secondary) if part))
        super().__init__(text, secondary, self.box, trailing, parent=parent)
        self.box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring goes round the whole row, so that it is easy to find."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Hide):
            card = card_of(self)
            if card is not None:
                card.set_halo("focused", self, event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)


def _policy(text: str) -> QSizePolicy:
    fixed = QSizePolicy.Policy.Fixed
    policy = QSizePolicy(
        QSizePolicy.Policy.Preferred if text else fixed, QSizePolicy.Policy.Minimum if text else fixed
    )
    policy.setHeightForWidth(bool(text))
    return policy


def _least(widget: CheckBox | RadioButton, words: str) -> QSize:
    whole = one_line(widget, words)
    few = one_line(widget, "").width() + widget.fontMetrics().averageCharWidth() * 8
    return QSize(min(whole.width(), few), whole.height())
