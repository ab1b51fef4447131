"""What one person answers: big numbers to choose from, lines to write, and Done. Nothing is kept before Done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.closing.anonymous import NOTE, Asked
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.chip_choice import ChipChoice, ChipOption
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.text_field import TextField

_WIDE = 720


class PersonPage(QWidget):
    """Tells `done` with the answers by question: a number, or what was written. What was left out is not there."""

    done = Signal(object)

    def __init__(self, questions: Sequence[Asked], number: int, expected: int) -> None:
        super().__init__()
        self.numbers: dict[str, ChipChoice] = {}
        self.lines: dict[str, TextField] = {}
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        box = QVBoxLayout(inner)
        box.setSpacing(GAP)
        box.addWidget(
            plain(tr("{number} of {expected}").format(number=number, expected=expected), "secondary")
        )
        for asked in questions:
            self._ask(box, asked)
        self._ask(box, Asked(NOTE, tr("A note for the facilitator alone, if you wish"), "words"))
        self.finish = button(tr("Done"), self._finish, "primary", grade="large")
        box.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        middle = QWidget()
        across = QVBoxLayout(middle)
        across.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)
        inner.setMinimumWidth(min(_WIDE, 520))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page_scroll(middle))

    def _ask(self, box: QVBoxLayout, asked: Asked) -> None:
        box.addWidget(plain(asked.text, "say" if asked.key != NOTE else "secondary", wrap=True))
        if asked.is_number:
            numbers: list[ChipOption] = [(number, f"  {number}  ", "accent") for number in asked.choices]
            choice = ChipChoice(numbers, name=asked.text)
            self.numbers[asked.key] = choice
            box.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            line = TextField(lines=1 if asked.kind == "word" or asked.key == NOTE else 2, most_lines=6)
            line.setAccessibleName(asked.text)
            self.lines[asked.key] = line
            box.addWidget(line)

    def _finish(self) -> None:
        answers: dict[str, int | str] = {}
        for key, choice in self.numbers.items():
            value = choice.value()
            if isinstance(value, int):
                answers[key] = value
        for key, line in self.lines.items():
            if line.text().strip():
                answers[key] = line.text().strip()
        self.done.emit(answers)
