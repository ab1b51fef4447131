"""The places below the line for what a kind asks for besides its words, such as the page of a quote."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from plcdesk_ui.run.capture.typed_fields import LONGEST, words_for
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain


class FieldEdit(QLineEdit):
    """One place. `moved(step)`: Tab or Shift+Tab; `entered`: Enter; `escaped`: Esc; `left`: the keyboard went."""

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = words_for(name)
        self.setMaxLength(LONGEST)
        self.setProperty("look", "bare")
        self.setAccessibleName(words.label)
        self.setPlaceholderText(words.hint)

    def event(self, event: QEvent) -> bool:
        """Tab goes from place to place and back to the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes it down with its words, Esc goes back to them."""
        plain_key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain_key and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is half typed is stored."""
        super().focusOutEvent(event)
        self.left.emit()


class FieldsRow(QWidget):
    """Shows the places that are asked for and no more; hidden where none are.

    `typed(name, text)`; `entered`: Enter in one of them; `back`: the keyboard belongs to the line again.
    """

    typed = Signal(str, str)
    entered = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.edits: dict[str, FieldEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ROW)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are asked for."""
        return self._names

    def ask_for(self, names: tuple[str, ...], values: Mapping[str, str]) -> None:
        """Have these places, with what is half typed in them."""
        for name in names:
            if name not in self.edits:
                self._make(name)
        for name, edit in self.edits.items():
            text = values.get(name, "")
            if edit.text() != text:
                edit.setText(text)
        if names != self._names:
            self._names = names
            for name, edit in self.edits.items():
                edit.setVisible(name in names)
                self._labels[name].setVisible(name in names)
            self.setVisible(bool(names))
            self.updateGeometry()

    def focus_first(self) -> bool:
        """Take the keyboard; False where nothing is asked for."""
        return self._focus(0)

    def _focus(self, place: int) -> bool:
        if not 0 <= place < len(self._names):
            return False
        edit = self.edits[self._names[place]]
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        return True

    def _make(self, name: str) -> None:
        edit = FieldEdit(name, self)
        label = plain(words_for(name).label, "caption", parent=self)
        row = len(self.edits)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(edit, row, 1)
        edit.textEdited.connect(lambda text: self.typed.emit(name, text))
        edit.entered.connect(self.entered)
        edit.escaped.connect(self.back)
        edit.left.connect(self.left)
        edit.moved.connect(lambda step: self._move(name, step))
        self.edits[name] = edit
        self._labels[name] = label

    def _move(self, name: str, step: int) -> None:
        if name not in self._names or not self._focus(self._names.index(name) + step):
            self.back.emit()
