"""What opens a meeting from the last one: 'you said, we changed', and the coach's reply."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.closing.said import read_said
from plcdesk.insights.letters import Letter, letter_opening
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.label import plain

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class LastTimePart(QWidget):
    """Hidden where there is nothing to say. It is read once: nobody changes it while the opening runs."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._read = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, GAP)
        self._box.setSpacing(ROW - 4)
        self.hide()

    def refresh(self) -> None:
        """Show it, the first time."""
        if self._read:
            return
        self._read = True
        reader, meeting = self._live.context.reader, self._live.room.meeting
        said = read_said(reader, meeting.team_id, meeting.starts_at.isoformat(timespec="minutes"))
        if said is not None:
            title = tr("You said, we changed") if said.change.strip() else tr("What we changed")
            self._add(title, [said.change.strip(), said.answer.strip() or tr("Nothing changed yet.")])
        letter = letter_opening(reader, meeting.team_id, meeting.id)
        if letter is not None:
            self._add(tr("From our coach"), [letter.went_well.strip(), letter.question.strip()])
            self._note(letter)
        self.setVisible(self._box.count() > 0)

    def _add(self, title: str, lines: list[str]) -> None:
        self._box.addWidget(plain(title, "card-title", wrap=True))
        for line in filter(None, lines):
            self._box.addWidget(plain(line, wrap=True))

    def _note(self, letter: Letter) -> None:
        """This meeting is the one that the letter opens."""
        meeting_id, letter_id = self._live.meeting_id, letter.id
        if letter.opened_meeting_id is not None:
            return

        def note(work: "Work") -> None:
            from plcdesk.insights.letters import open_with_letter

            open_with_letter(work, letter_id, meeting_id)

        self._live.context.do(note)
