"""What is to stand in the place of each likely student's name: the name, its initials, a code or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.students.guard import Choice, Choices, FoundName
from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.chip_choice import ChipChoice, ChipOption
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet

_WIDTH, _MOST_HEIGHT = 620, 620


class NamesSheet(Sheet):
    """Tells `chosen` with a `Choice` for the key of each name. `accept_words` say what happens next."""

    chosen = Signal(object)

    def __init__(
        self, found: Sequence[FoundName], choices: Choices, accept_words: str, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Do these name students?"),
            tr("What you choose holds for all that leaves this meeting. Here, your notes stay as they are."),
            parent,
        )
        self._found = tuple(found)
        self.ways: dict[str, ChipChoice] = {}
        card = Card()
        for place, name in enumerate(self._found):
            if place:
                card.body.addWidget(hairline())
            card.body.addWidget(self._line(name, choices.get(name.key)))
        self.body.addWidget(page_scroll(card), 1)
        warning = tr("Initials and codes may still identify a child to those who know the class.")
        self.body.addWidget(plain(warning, "warning", wrap=True))
        self.add_cancel()
        self.add_accept(accept_words)
        self.fit_into_window(_WIDTH, min(230 + 96 * len(self._found), _MOST_HEIGHT))

    def accept(self) -> None:
        """Tell what was chosen."""
        super().accept()
        self.chosen.emit({name.key: self._choice(name) for name in self._found})

    def _choice(self, name: FoundName) -> Choice:
        way = str(self.ways[name.key].value())
        if way == "code":
            return Choice("code", name.code)
        return Choice("initials" if way == "initials" else "nothing" if way == "nothing" else "keep")

    def _line(self, name: FoundName, choice: Choice | None) -> QWidget:
        row = QWidget()
        box = QVBoxLayout(row)
        box.setContentsMargins(0, ROW // 2, 0, ROW // 2)
        box.setSpacing(ROW // 2)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(plain(name.name, "strong", wrap=True), 1)
        often = ntr("once", "{n} times", name.count).format(n=name.count)
        top.addWidget(plain(f"{_reason(name)} · {often}", "caption"))
        box.addLayout(top)
        box.addWidget(plain(f"{name.before}{name.name}{name.after}", "secondary", wrap=True))
        usual = "code" if name.reason == "listed" else "keep"
        ways = ChipChoice(_ways(name), choice.way if choice is not None else usual, name.name)
        self.ways[name.key] = ways
        box.addWidget(ways)
        return row


def _ways(name: FoundName) -> list[ChipOption]:
    return [
        ("keep", tr("Leave it"), "accent"),
        ("initials", tr("Initials"), "accent"),
        ("code", name.code, "accent"),
        ("nothing", tr("Nothing"), "accent"),
    ]


def _reason(name: FoundName) -> str:
    reasons = {
        "listed": tr("on your student list"),
        "given_name": tr("a given name"),
        "like_a_name": tr("spoken of like a child"),
        "initials": tr("initials"),
        "lettered": tr("a student by letter"),
    }
    return reasons[name.reason]
