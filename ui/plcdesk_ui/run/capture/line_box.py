"""How the line for notes looks: the text, the chips of what was understood, and a hint, in a box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.edit import CaptureEdit
from plcdesk_ui.run.capture.fields_row import FieldsRow
from plcdesk_ui.run.capture.understood import Understood
from plcdesk_ui.run.capture.understood_row import NameOf, UnderstoodRow
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import tip_with_shortcut

_CORNER = 10
_CHIP_RING = 3
"""Pixels around a chip that its ring may take."""


class LineBox(QWidget):
    """Its border is strong while somebody types. The `compact` one is one row, for the wall."""

    def __init__(self, name_of: NameOf, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = CaptureEdit(most_lines=2 if compact else 6)
        self.edit.setAccessibleName(tr("Write down what is said"))
        self.edit.focused.connect(lambda _focused: self.update())
        self.row = UnderstoodRow(name_of, rest=not compact)
        self.rest = UnderstoodRow(name_of, kind=False) if compact else None
        tip = tip_with_shortcut(tr("Write it down"), "Return")
        self.fields = FieldsRow(self)
        self.add = button(tr("add"), role="link", tip=tip, parent=self)
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.fields.setCursor(Qt.CursorShape.IBeamCursor)
        self.row.setCursor(Qt.CursorShape.ArrowCursor)
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        if self.rest is not None:
            self._lay_out_in_one_row(self.rest)
        else:
            self._lay_out()

    @property
    def understood_words(self) -> tuple[str, ...]:
        """What stands on the chips: what Enter will write down."""
        return self.row.texts + (self.rest.texts if self.rest is not None else ())

    def show_understood(self, understood: Understood, lines: int) -> None:
        """Show on chips what the text means; `lines` is how many notes it could be."""
        self.row.show_understood(understood, lines)
        if self.rest is not None:
            self.rest.show_understood(understood, lines)
        self.edit.setAccessibleDescription(", ".join(self.understood_words))

    def put_below_text(self, widget: QWidget) -> None:
        """Put something between the text with its fields and the foot of the box."""
        widget.setContentsMargins(_CHIP_RING, 0, _CHIP_RING, 0)
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(box.count() - 1, widget)

    def focus(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere in the box is meant for the text."""
        super().mousePressEvent(event)
        self.focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        del event
        tokens = theme_of(self).tokens
        focused = self.edit.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.edge), 2 if focused else 1))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        painter.end()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14 - _CHIP_RING, 12, 10, 9)
        box.setSpacing(ROW)
        text = QHBoxLayout()
        text.setContentsMargins(_CHIP_RING, 0, _CHIP_RING, 0)
        text.addWidget(self.edit)
        hint = _hint("Return", self.add)
        foot = QHBoxLayout()
        foot.setSpacing(ROW)
        foot.addWidget(self.row, 1)
        foot.addLayout(hint)
        foot.setAlignment(hint, Qt.AlignmentFlag.AlignVCenter)
        fields = QHBoxLayout()
        fields.setContentsMargins(_CHIP_RING, 0, _CHIP_RING, 0)
        fields.addWidget(self.fields)
        box.addLayout(text)
        box.addLayout(fields)
        box.addLayout(foot)

    def _lay_out_in_one_row(self, rest: UnderstoodRow) -> None:
        """What it is before the text, the rest behind it: the text does not move while somebody types."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self.add.hide()
        rest.setCursor(Qt.CursorShape.ArrowCursor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 14, 8)
        whole.setSpacing(4)
        box = QHBoxLayout()
        box.setSpacing(ROW)
        whole.addLayout(box)
        whole.addWidget(self.fields)
        for row in (self.row, rest):
            row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.addWidget(self.row, 0, middle)
        box.addWidget(self.edit, 1, middle)
        box.addWidget(rest, 0, middle)
        box.addLayout(_hint("Esc", plain(tr("back to the desk view"), "secondary")))


def _hint(key: str, words: QWidget) -> QLayout:
    hint = QHBoxLayout()
    hint.setSpacing(ROW - 4)
    hint.addWidget(KeyHint(key))
    hint.addWidget(words)
    return hint
