"""What is told at the foot of the window: something to undo, something that could not be done."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.store.changes import Changes
from plcdesk.store.undo_facts import can_undo, last_step
from plcdesk.text import tr
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk.store.work import Work
    from plcdesk_ui.widgets.banner import Banner
    from plcdesk_ui.widgets.undo_bar import UndoBar


class Notices(QWidget):
    """Problems, and the Undo bar that lies over the foot of `ground`; no height when there is nothing to tell."""

    def __init__(self, context: Context, ground: QWidget) -> None:
        super().__init__(ground)
        self._context = context
        self._undo_list = ""
        self._step: str | None = None
        self._ground = ground
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        context.bus.told.connect(self.tell)
        context.bus.problem_arose.connect(self.show_problem)
        context.bus.changed.connect(self._overtaken)

    @cached_property
    def problem(self) -> "Banner":
        """Says what could not be done; made when it is first needed."""
        from plcdesk_ui.widgets.banner import Banner

        made = Banner(parent=self)
        self._box.addWidget(made)
        return made

    @cached_property
    def undo_bar(self) -> "UndoBar":
        """Offers to take back; made when it is first needed."""
        from plcdesk_ui.widgets.undo_bar import UndoBar

        made = UndoBar(self._ground)
        made.undo_requested.connect(self._undo)
        return made

    def tell(self, sentence: str, undo_list: str) -> None:
        """Say what was done, with Undo if it has an undo list."""
        self._undo_list = undo_list
        self._step = last_step(self._context.reader, undo_list) if undo_list else None
        self.undo_bar.show_message(sentence, can_undo=bool(undo_list))

    def _undo(self) -> None:
        undo_list = self._undo_list

        def take_back(work: "Work") -> None:
            from plcdesk.store.undo import undo

            undo(work, undo_list)

        if can_undo(self._context.reader, undo_list)[0]:
            self._context.do(take_back)

    def _overtaken(self, changes: Changes, _initiator: object) -> None:
        """Once more was done, or it was taken back by the keyboard, Undo here would take back something else."""
        ours = self._undo_list and self._undo_list in changes.meetings | changes.teams
        if ours and last_step(self._context.reader, self._undo_list) != self._step:
            self.undo_bar.dismiss()

    def show_problem(self, sentence: str) -> None:
        """Show what could not be done, until it is put away."""
        close = (tr("Close"), lambda: self.problem.show_message(""))
        self.problem.show_message(tr("That did not work"), sentence, "problem", (close,))
