"""What is written down in a step: a sort of note under the protocol's own word, a row each."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.library.kinds import kind_word
from plcdesk.library.schema import Capture
from plcdesk.library.step_checks import LONGEST_WORD
from plcdesk.text import tr
from plcdesk_ui.library_editor.words import field_word, written_kinds
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField


class _Row(QWidget):
    """A sort of note and the word for it."""

    def __init__(self, field: "WrittenField", index: int) -> None:
        super().__init__()
        number = index + 1
        self.kind = Choice(written_kinds(), small=True)
        self.kind.setMinimumContentsLength(8)
        self.kind.setAccessibleName(tr("What is written, {n}").format(n=number))
        self.kind.chosen.connect(lambda kind: field.choose(index, str(kind)))
        self.word = LineField("", tr("Our word for it"), limit=LONGEST_WORD)
        self.word.setAccessibleName(tr("Our word for it, {n}").format(n=number))
        self.word.committed.connect(lambda word: field.name(index, word.strip()))
        remove = icon_button("x", tr("Take away, {n}").format(n=number), lambda: field.remove(index))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        box.addWidget(self.kind, 1)
        box.addWidget(self.word, 1)
        box.addWidget(remove)

    def show_capture(self, capture: Capture) -> None:
        self.kind.set_value(capture.kind)
        self.word.set_value(capture.name)


class WrittenField(QWidget):
    """Tells `changed(captures, is_text)` when a person changed it."""

    changed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._captures: list[Capture] = []
        self._rows: list[_Row] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(plain(field_word("captures"), "secondary"))
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        box.addLayout(self._box)
        self.add_button = button(tr("Add what we write"), self.add, "link", grade="small")
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        box.addLayout(line)
        self.setFocusProxy(self.add_button)

    def set_value(self, captures: Sequence[Capture]) -> None:
        """Show these; what is being typed is left alone."""
        self._captures = list(captures)
        while len(self._rows) > len(self._captures):
            row = self._rows.pop()
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(self._captures):
            row = _Row(self, len(self._rows))
            self._rows.append(row)
            self._box.addWidget(row)
        for row, capture in zip(self._rows, self._captures, strict=True):
            row.show_capture(capture)

    def row(self, index: int) -> tuple[Choice, LineField]:
        """The two fields of a row."""
        return self._rows[index].kind, self._rows[index].word

    def add(self) -> None:
        """One more, and the keyboard to it."""
        self._tell([*self._captures, Capture(kind="note", name=kind_word("note"))], False)
        if self._rows:
            self._rows[-1].kind.setFocus()

    def choose(self, index: int, kind: str) -> None:
        """Another sort of note; its word follows unless somebody gave it one."""
        old = self._captures[index]
        name = kind_word(kind) if old.name in ("", kind_word(old.kind)) else old.name
        self._tell(self._with(index, replace(old, kind=kind, name=name)), False)

    def name(self, index: int, word: str) -> None:
        """Another word for it."""
        if index < len(self._captures):
            self._tell(self._with(index, replace(self._captures[index], name=word)), True)

    def remove(self, index: int) -> None:
        """Take a row away."""
        self._tell([*self._captures[:index], *self._captures[index + 1 :]], False)
        self.add_button.setFocus()

    def _with(self, index: int, capture: Capture) -> list[Capture]:
        return [*self._captures[:index], capture, *self._captures[index + 1 :]]

    def _tell(self, captures: list[Capture], is_text: bool) -> None:
        self.changed.emit(captures, is_text)
