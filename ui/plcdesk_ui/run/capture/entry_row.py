"""A row of the list: something written down, that can be mended in place and asked for more."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk.text import tr
from plcdesk_ui.run.capture.entry_field import EntryField
from plcdesk_ui.run.capture.entry_parts import NameOf, Pill
from plcdesk_ui.run.capture.entry_sheet import EntrySheet
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.tips import set_tip

_FIELD_EDGE = 9
_PRESSED = {"kind": "kind", "who": "who_when", "when": "who_when", "field": "details", "stand": "stand"}
_LETTERS = {Qt.Key.Key_M: "move", Qt.Key.Key_K: "kind", Qt.Key.Key_D: "details", Qt.Key.Key_H: "stand"}


class EntryRow(EntrySheet):
    """Tells what somebody wishes: `asked(what, rect)` with what one of edit, kind, who_when, details, stand, move,
    menu, delete, copy, and the global place of it; `text_typed(text)` while mending, `mended(text, to_line)` when done
    with it. `pressed(how)`: its text was pressed, to choose it 'only', to 'toggle' it, or a 'range' up to it.
    """

    asked = Signal(str, object)
    text_typed = Signal(str)
    pressed = Signal(str)
    mended = Signal(str, bool)
    field: EntryField | None = None  # known before the base class is made, which may ask for it

    def __init__(self, entry: EntryInfo, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(entry, name_of, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(tr("Enter mends it, the menu key offers more"))

    # Mending in place

    def mend(self) -> None:
        """Let the text be typed in, where it stands."""
        if self.field is not None:
            return
        field = EntryField(self.entry.text, self)
        field.committed.connect(self._typed)
        field.finished.connect(self._finish)
        field.grown.connect(self.lay_out_anew)
        self.field = field
        self.lay_out_anew()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell now what was typed, if anything."""
        if self.field is not None:
            self.field.flush()

    def lay_out_anew(self) -> None:
        """The field takes the place of the text."""
        self.field_height = self.field.minimumHeight() if self.field is not None else None
        super().lay_out_anew()
        self._place_field()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field where the text stands."""
        super().resizeEvent(event)
        self._place_field()

    def _place_field(self) -> None:
        if self.field is not None:
            text = self.places().text.toRect()
            self.field.setGeometry(text.adjusted(-_FIELD_EDGE, 0, 0, 0))

    def _typed(self, text: str) -> None:
        if text.strip():
            self.text_typed.emit(text)

    def _finish(self, to_line: bool) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        field.flush()
        text = field.text()
        field.hide()
        field.deleteLater()
        self.lay_out_anew()
        self.mended.emit(text, to_line)

    # Pressing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A chip opens what changes it, the dots the menu; the keyboard stays where it was but for the text."""
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pill = self.pill_at(event.position())
        how = _how_chosen(event.modifiers())
        if how == "only" and self.dots().contains(event.position().toPoint()):
            self._ask("menu", self.dots())
        elif how == "only" and pill is not None and pill.what in _PRESSED:
            self._ask_for(pill)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit(how)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on the text mends it."""
        if event.button() == Qt.MouseButton.LeftButton and self.pill_at(event.position()) is None:
            self._ask("edit", self.rect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand over what can be pressed."""
        pill = self.pill_at(event.position())
        if pill != self.hovered:
            self.hovered = pill
            self.update()
        pressable = pill is not None and pill.what in _PRESSED
        over = pressable or self.dots().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._ask("menu", QRect(event.pos(), QSize(1, 1)) if by_mouse else self.rect())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 mend, Del deletes, Ctrl+C copies, letters open menus; arrow keys belong to the list."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._ask("edit", self.rect())
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask("delete", self.rect())
        elif plain and key == Qt.Key.Key_Menu:
            self._ask("menu", self.rect())
        elif plain and key in _LETTERS:
            self._ask(_LETTERS[Qt.Key(key)], self.rect())
        elif control and key == Qt.Key.Key_C:
            self._ask("copy", self.rect())
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """The tool tip of what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pill = self.pill_at(event.pos().toPointF())
            who_when = tr("Change who and when")
            tips = {"kind": tr("Make it something else"), "who": who_when, "when": who_when}
            tips |= {"field": tr("Change the details"), "stand": tr("Show fingers or thumbs, and keep them")}
            dots = self.dots().contains(event.pos())
            set_tip(self, tr("More") if dots else tips.get(pill.what, "") if pill is not None else "")
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and come into view."""
        super().focusInEvent(event)
        show_in_scroll_area(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _ask_for(self, pill: Pill) -> None:
        what = _PRESSED.get(pill.what)
        if what is not None:
            where = next(rect for other, rect in self.places().pills if other is pill)
            self._ask(what, where.toRect())

    def _ask(self, what: str, rect: QRect) -> None:
        self.asked.emit(what, QRect(self.mapToGlobal(rect.topLeft()), rect.size()))


def _how_chosen(modifiers: Qt.KeyboardModifier) -> str:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return "range"
    return "toggle" if modifiers & Qt.KeyboardModifier.ControlModifier else "only"
