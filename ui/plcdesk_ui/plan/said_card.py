"""What the last meeting wanted changed, and what was done about it: it opens the next meeting."""

from typing import TYPE_CHECKING

from plcdesk.closing.said import Said
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.words import day

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class SaidCard(Card):
    """Hidden where nobody asked for a change."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("You said, we changed"))
        self._change = change
        self._meeting_id = ""
        self._said = plain("", wrap=True)
        self.answer = LineField(placeholder=tr("it opens this meeting"), limit=300)
        self.body.addWidget(self._said)
        self.body.addWidget(field(tr("What we changed"), self.answer))
        self.answer.committed.connect(self._keep)
        self.hide()

    def show_said(self, said: Said | None) -> None:
        """Show the line of the last meeting and the answer to it."""
        self.setVisible(said is not None)
        if said is None:
            return
        self._meeting_id = said.meeting_id
        words = said.change.strip() or tr("what was said stays on the laptop that it was said on")
        self._said.setText(tr("{day}: {words}").format(day=day(said.on), words=words))
        self.answer.set_value(said.answer)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.answer.flush()

    def _keep(self, text: str) -> None:
        meeting_id = self._meeting_id

        def keep(work: "Work") -> None:
            from plcdesk.closing.said import answer_said

            answer_said(work, meeting_id, text)

        self._change(keep)
