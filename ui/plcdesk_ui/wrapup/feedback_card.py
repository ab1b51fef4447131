"""5 · One word on today: what helped, what to change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class FeedbackCard(Card):
    """One line each; it is for the team and not in the minutes unless somebody wants it there.

    `exit_wanted` asks for an exit feedback form.
    """

    exit_wanted = Signal()

    def __init__(self, change: Change) -> None:
        super().__init__(tr("5 · One word on today"))
        self._change = change
        self._meeting_id = ""
        self.helped = LineField(limit=500)
        self.change_next = LineField(limit=500)
        self.body.addWidget(field(tr("Helped"), self.helped))
        self.body.addWidget(field(tr("Change next time"), self.change_next))
        self.exit_form = button(
            tr("Exit feedback…"), self.exit_wanted.emit, tip=tr("From paper, or with the laptop passed round")
        )
        self.body.addWidget(self.exit_form, 0, Qt.AlignmentFlag.AlignLeft)
        self.helped.committed.connect(lambda text: self._give("helped", text))
        self.change_next.committed.connect(lambda text: self._give("change", text))

    def show_wrap_up(self, facts: WrapUp) -> None:
        """Show the two lines."""
        self._meeting_id = facts.room.meeting.id
        self.helped.set_value(facts.helped)
        self.change_next.set_value(facts.change)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.helped.flush()
        self.change_next.flush()

    def _give(self, which: str, text: str) -> None:
        meeting_id = self._meeting_id

        def give(work: "Work") -> None:
            from plcdesk.closing.wrap_up import give_feedback

            give_feedback(work, meeting_id, typing=f"{meeting_id}:{which}", **{which: text.strip()})

        self._change(give)
