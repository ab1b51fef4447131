"""2 · Still open: each parked thing and question goes somewhere."""

from typing import TYPE_CHECKING

from plcdesk.library.kinds import kind_word
from plcdesk.planning.infos import EntryInfo
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class OpenCard(Card):
    """A choice for each: next meeting, becomes an action, dropped."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("2 · Still open"))
        self._change = change
        self._shown: tuple[EntryInfo, ...] = ()
        self._rows = RowList()
        self.choices: dict[str, Choice] = {}
        self._nothing = plain(tr("Nothing was parked, no question is open."), "secondary", wrap=True)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._rows)

    def show_wrap_up(self, facts: WrapUp) -> None:
        """Show what is open; the rows are made anew only when they differ."""
        entries = tuple(entry for entry in facts.room.entries if entry.kind in ("parked", "question"))
        if entries == self._shown:
            return
        same = [entry.id for entry in entries] == [entry.id for entry in self._shown]
        self._shown = entries
        self._nothing.setVisible(not entries)
        self._rows.setVisible(bool(entries))
        if not same:
            self.choices = {entry.id: self._choice(entry) for entry in entries}
            self._rows.set_rows([self._row(entry) for entry in entries])
        for entry in entries:
            self.choices[entry.id].set_value(entry.becomes)

    def _row(self, entry: EntryInfo) -> Row:
        tone = "question" if entry.kind == "question" else "parking"
        return Row(entry.text, leading=Chip(kind_word(entry.kind), tone), trailing=[self.choices[entry.id]])

    def _choice(self, entry: EntryInfo) -> Choice:
        options = [
            (None, tr("not said yet")),
            ("next_meeting", tr("next meeting")),
            ("action", tr("becomes an action")),
            ("dropped", tr("dropped")),
        ]
        choice = Choice(options, entry.becomes, small=True)
        choice.setAccessibleName(tr("What becomes of: {what}").format(what=entry.text))
        choice.chosen.connect(lambda becomes: self._dispose(entry.id, becomes))
        return choice

    def _dispose(self, entry_id: str, becomes: object) -> None:
        def dispose(work: "Work") -> None:
            from plcdesk.closing.wrap_up import dispose

            dispose(work, entry_id, str(becomes) if becomes else None)

        self._change(dispose)
