"""The fields of the editor by their names, so that values can be shown in them and a fault can lead to one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.fields import Field, field
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.stepper import Stepper
from plcdesk_ui.widgets.text_field import TextField
from plcdesk_ui.widgets.toggles import CheckBox

LONGEST = 20_000
"""Letters that a field takes. Protocols take fewer, which is told; more than this was pasted by mistake."""


class Form(QWidget):
    """Tells `typed(name, value, is_text)` when a person changed a field; `show_values` tells nobody."""

    typed = Signal(str, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        self.rows: dict[str, QWidget] = {}
        self._setters: dict[str, Callable[[Any], None]] = {}
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(ROW + 2)

    def line(self, name: str, label: str, hint: str | None = None, placeholder: str = "") -> Field:
        """One line of text."""
        made = LineField("", placeholder)
        made.committed.connect(lambda text: self.typed.emit(name, text.strip(), True))
        return self._add(name, label, made, made.set_value, hint)

    def long_line(self, name: str, label: str, placeholder: str = "") -> Field:
        """One line of text that may be too long for its place: it is shown in several."""
        made = TextField("", placeholder, 1)
        made.committed.connect(lambda text: self.typed.emit(name, " ".join(text.split())[:LONGEST], True))
        return self._add(name, label, made, made.set_value)

    def text(
        self, name: str, label: str, hint: str | None = None, lines: int = 2, placeholder: str = ""
    ) -> Field:
        """Some lines of text."""
        made = TextField("", placeholder, lines)
        made.committed.connect(lambda text: self.typed.emit(name, text.strip()[:LONGEST], True))
        return self._add(name, label, made, made.set_value, hint)

    def lines(
        self,
        name: str,
        label: str,
        read: Callable[[str], list[Any]],
        write: Callable[[Sequence[Any]], str],
        hint: str | None = None,
    ) -> Field:
        """A list with a line for each thing; what stands there is left alone while it means the same."""
        made = TextField("", "", 2)

        def show(value: list[Any]) -> None:
            if write(read(made.text())) != write(value):
                made.set_value(write(value))

        made.committed.connect(lambda text: self.typed.emit(name, read(text[:LONGEST]), True))
        return self._add(name, label, made, show, hint)

    def choice(self, name: str, label: str, options: Sequence[Option]) -> Field:
        """One of a few."""
        made = Choice(options)
        made.setMinimumWidth(80)
        made.chosen.connect(lambda value: self.typed.emit(name, value, False))
        return self._add(name, label, made, made.set_value)

    def number(
        self, name: str, label: str, least: int, most: int, unit: Callable[[int], str], step: int = 1
    ) -> Field:
        """A whole number between minus and plus."""
        made = Stepper(least, least, most, unit, label, step)
        made.changed.connect(lambda value: self.typed.emit(name, value, False))
        return self._add(name, label, made, made.set_value)

    def tick(self, name: str, text: str) -> CheckBox:
        """Yes or no."""
        made = CheckBox(text)
        made.clicked.connect(lambda checked: self.typed.emit(name, checked, False))
        self.keep(name, made, made, made.setChecked)
        return made

    def keep(self, name: str, row: QWidget, widget: QWidget, show: Callable[[Any], None]) -> None:
        """Know a field by its name."""
        self.fields[name], self.rows[name], self._setters[name] = widget, row, show

    def put(self, *rows: QWidget) -> None:
        """Put rows one below the other."""
        for row in rows:
            self.box.addWidget(row)

    def put_beside(self, *rows: QWidget) -> None:
        """Put rows side by side."""
        box = QHBoxLayout()
        box.setSpacing(2 * ROW)
        for row in rows:
            box.addWidget(row)
        box.addStretch(1)
        self.box.addLayout(box)

    def show_values(self, values: dict[str, Any]) -> None:
        """Show these values in their fields."""
        for name, value in values.items():
            self._setters[name](value)

    def field_for(self, where: str) -> QWidget | None:
        """The field that a place such as 'minutes.floor' or 'captures[2].name' is about."""
        parts = [part.split("[")[0] for part in where.split(".")]
        for length in range(len(parts), 0, -1):
            name = ".".join(parts[:length])
            if name in self.fields:
                return self.fields[name]
        near = (name for name in self.fields if name.split(".")[0] == parts[0])
        name = next(near, None)
        return self.fields[name] if name is not None else None

    def _add(
        self, name: str, label: str, widget: QWidget, show: Callable[[Any], None], hint: str | None = None
    ) -> Field:
        row = field(label, widget, hint)
        self.keep(name, row, widget, show)
        return row


class UndoKeys(QObject):
    """Keeps the keys of Undo and Redo from the fields: one list takes back all that was done in the editor."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave them to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def watch(self, widget: QWidget) -> None:
        """Watch the fields in `widget`."""
        for kind in (LineField, TextField):
            for found in widget.findChildren(kind):
                found.removeEventFilter(self)
                found.installEventFilter(self)


def flush(widget: QWidget) -> None:
    """Have all fields in `widget` tell what is half typed."""
    for kind in (LineField, TextField):
        for found in widget.findChildren(kind):
            found.flush()
