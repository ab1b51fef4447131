"""More moves: what to notice, what to do and what to say when a meeting goes off course. For the facilitator."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.moves import Move, facilitator_moves
from plcdesk.text import tr
from plcdesk_ui.run.step_words import Words
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import plain

_VENTING = "venting"


class MovesPart(QWidget):
    """One difficulty at a time. `gripes_wished`: sort what was vented."""

    gripes_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._moves: dict[str, Move] = {}
        self.choice = ChipChoice((), name=tr("What happens"))
        self.choice.chosen.connect(lambda move_id: self.show_move(str(move_id)))
        self.notice = Words(tr("WHAT YOU NOTICE"), "secondary")
        self.say = Words(tr("SAY"), "say")
        self.do = Words(tr("DO"))
        self.gripes = button(tr("Turn a gripe into a step…"), self.gripes_wished.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(plain(tr("What happens?"), "card-title"))
        for part in (self.choice, self.say, self.do, self.notice):
            box.addWidget(part)
        box.addWidget(self.gripes, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("More moves"))
        self.hide()

    def open(self) -> None:
        """Read the moves when they are first wanted, and show them."""
        if not self._moves:
            self._moves = {move.id: move for move in facilitator_moves()}
            self.choice.set_options([(move.id, move.name, "neutral") for move in self._moves.values()])
        if self.choice.value() is None:
            self.show_move(next(iter(self._moves)))
        self.show()

    def show_move(self, move_id: str) -> None:
        """Show what helps against one difficulty."""
        move = self._moves[move_id]
        self.choice.set_value(move_id)
        self.notice.show_words(move.notice)
        self.do.show_words(move.do)
        self.say.show_words("\n".join(tr("“{sentence}”").format(sentence=line) for line in move.say))
        self.gripes.setVisible(move_id == _VENTING)
