"""What went well and one question: from the team to its coach, and back."""

from typing import TYPE_CHECKING

from plcdesk.insights.letters import Direction, Letter
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class LetterCard(Card):
    """A letter that is written here, saved as it is typed. With `signed` it asks who writes."""

    def __init__(self, title: str, sentence: str, direction: Direction, change: Change, signed: bool) -> None:
        super().__init__(title)
        self._direction: Direction = direction
        self._change = change
        self._team_id = ""
        self.body.addWidget(plain(sentence, "secondary", wrap=True))
        self.went_well = TextField(lines=2)
        self.question = TextField(lines=2)
        self.from_name = LineField(limit=80)
        self.body.addWidget(field(tr("What went well"), self.went_well))
        self.body.addWidget(field(tr("One question"), self.question))
        name = field(tr("From"), self.from_name)
        name.setVisible(signed)
        self.body.addWidget(name)
        self.went_well.committed.connect(lambda text: self._write(went_well=text))
        self.question.committed.connect(lambda text: self._write(question=text))
        self.from_name.committed.connect(lambda text: self._write(from_name=text.strip()))

    def show_letter(self, team_id: str, letter: Letter | None) -> None:
        """Show the letter of a team as it stands, or an empty one."""
        self._team_id = team_id
        self.went_well.set_value(letter.went_well if letter else "")
        self.question.set_value(letter.question if letter else "")
        self.from_name.set_value(letter.from_name if letter else "")

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in (self.went_well, self.question, self.from_name):
            line.flush()

    def _write(self, **lines: str) -> None:
        team_id, direction = self._team_id, self._direction

        def write(work: "Work") -> None:
            from plcdesk.insights.letters import write_letter

            write_letter(work, team_id, direction, typing=f"letter {direction} {min(lines)}", **lines)

        if team_id:
            self._change(write)


class LetterReadCard(Card):
    """A letter as the other side reads it; hidden while there is none."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._went_well = plain("", wrap=True, selectable=True)
        self._question = plain("", "strong", wrap=True, selectable=True)
        self.body.addWidget(self._went_well)
        self.body.addWidget(self._question)
        self.hide()

    def show_letter(self, letter: Letter | None) -> None:
        """Show the letter."""
        self._went_well.setText(letter.went_well.strip() if letter else "")
        self._question.setText(letter.question.strip() if letter else "")
        for line in (self._went_well, self._question):
            line.setVisible(bool(line.text()))
        self.setVisible(letter is not None and letter.says_something)
