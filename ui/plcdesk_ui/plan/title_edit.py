"""A title that is changed where it stands: by a click, F2 or Enter."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

RING = 6
STRETCH = 100
"""For the layout that it stands in, before a stretch: it takes the room only while it is edited."""


class TitleEdit(QWidget):
    """Shows `label`; while it is edited, a field in its place. Tells `edited` with the text as it is typed.

    Enter and leaving it keep what was typed, Esc goes back to what stood there before. An empty title is
    never told. `by_click` says whether one click begins, or two. It can be reached by Tab if `focusable`.
    `finished` tells whether the keyboard was in it until then.
    """

    edited = Signal(str)
    started = Signal()
    finished = Signal(bool)

    def __init__(
        self,
        label: QLabel,
        name: str,
        by_click: bool = True,
        focusable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._name = name
        self._by_click = by_click
        self._focusable = focusable
        self._before = ""
        self.field = LineField(limit=200)
        self.field.setAccessibleName(name)
        self.field.hide()
        box = QHBoxLayout(self)
        beside = RING if focusable else 0
        box.setContentsMargins(beside, 0, beside, 0)
        box.setSpacing(0)
        box.addWidget(label)
        box.addWidget(self.field, 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            label.setCursor(Qt.CursorShape.IBeamCursor)
            set_tip(label, tip_with_shortcut(tr("Change the title"), "F2"))
        self.field.committed.connect(self._told)
        self.field.installEventFilter(self)
        label.installEventFilter(self)

    @property
    def is_editing(self) -> bool:
        """Whether somebody types in it."""
        return not self.field.isHidden()

    def set_text(self, text: str) -> None:
        """Show `text`; what is being typed is left alone."""
        self.label.setText(text)
        self.setAccessibleName(tr("{name}: {text}").format(name=self._name, text=text))
        if self.is_editing:
            self.field.set_value(text)

    def text(self) -> str:
        """The title that is shown."""
        return self.field.text() if self.is_editing else self.label.text()

    def start(self) -> None:
        """Begin to edit, with all of it selected."""
        if self.is_editing:
            return
        self._before = self.label.text()
        self.field.set_value(self._before)
        self.label.hide()
        self.field.show()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self.started.emit()

    def stop(self) -> None:
        """Keep what was typed and show it as a title again."""
        if not self.is_editing:
            return
        self.field.flush()
        had_focus = self.field.hasFocus()
        typed = self.field.text().strip()
        self.label.setText(typed or self._before)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.label.show()
        self.field.hide()
        if had_focus and self._focusable:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(had_focus)

    def flush(self) -> None:
        """Hand over what is half typed."""
        if self.is_editing:
            self.field.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back; leaving the field keeps it; a click on the title begins."""
        if watched is self.field:
            return self._field_event(event)
        begins = QEvent.Type.MouseButtonRelease if self._by_click else QEvent.Type.MouseButtonDblClick
        left = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if event.type() == begins and left:
            self.start()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space or F2 begin."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
        if event.key() in keys and not self.is_editing and self._focusable:
            self.start()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keyboard's ring."""
        del event
        if not self.hasFocus() or self.is_editing:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self).tokens.focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CONTROL_CORNER, CONTROL_CORNER)
        painter.end()

    def _field_event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.field.setText(self._before)
            elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return False
            self.stop()
            return True
        left = isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason
        if event.type() == QEvent.Type.FocusOut and left:
            self.stop()
        return False

    def _told(self, text: str) -> None:
        if text.strip():
            self.edited.emit(text.strip())
