"""What is in a shared file, and what it would change here."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from plcdesk.sharing.coming import Coming, ComingLine
from plcdesk.sharing.opening import ShareFile
from plcdesk.text import ntr, tr
from plcdesk_ui.sharing.words import from_words, outcome_count, outcome_word, record_word, when
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip, Tone
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.words import clock, day

_MOST_MEETINGS = 60
_MOST_LINES = 120
_LONGEST = 300


class InsideCard(Card):
    """Whose file it is, and its meetings."""

    def __init__(self) -> None:
        super().__init__(tr("What is in it"))
        self.about = plain("", "secondary", wrap=True)
        self.meetings = RowList()
        self.more = plain("", "caption")
        for widget in (self.about, self.meetings, self.more):
            self.body.addWidget(widget)

    def show_file(self, share: ShareFile, coming: Coming) -> None:
        """Show a file's own account of itself."""
        manifest = share.manifest
        self.set_title(manifest.team.name)
        parts = [from_words(manifest.sender.name), made_words(manifest.made_at)]
        if coming.attachments:
            files = ntr("{n} attached file", "{n} attached files", coming.attachments)
            parts.append(files.format(n=coming.attachments))
        if manifest.purpose == "to_read":
            parts.append(tr("a copy to read"))
        if share.sealed:
            parts.append(tr("under a passphrase"))
        self.about.setText(" · ".join(part for part in parts if part))
        newest = list(reversed(coming.meetings))
        self.meetings.set_rows(
            Row(
                meeting.title or tr("A meeting in the trash"),
                when(meeting.starts_at),
                trailing=(tr("new"),) if meeting.is_new else (),
            )
            for meeting in newest[:_MOST_MEETINGS]
        )
        rest = len(newest) - _MOST_MEETINGS
        self.more.setText(ntr("and {n} earlier one", "and {n} earlier ones", rest).format(n=rest))
        self.more.setVisible(rest > 0)


class ChangesCard(Card):
    """What would become of what is here."""

    def __init__(self) -> None:
        super().__init__(tr("What would change here"))
        self.counts = plain("", "strong", wrap=True)
        self.note = Banner(parent=self)
        self.lines = RowList()
        self.more = plain("", "caption")
        self.nothing = EmptyState("check", tr("Everything in it is here already."))
        for widget in (self.counts, self.note, self.nothing, self.lines, self.more):
            self.body.addWidget(widget)

    def show_changes(self, coming: Coming) -> None:
        """Show what a file would change."""
        nothing = coming.changes_nothing
        self.nothing.setVisible(nothing)
        self.counts.setVisible(not nothing)
        self.counts.setText(outcome_count(coming.count))
        self._show_note(coming)
        self.lines.set_rows(change_row(line) for line in coming.lines[:_MOST_LINES])
        self.lines.setVisible(bool(coming.lines))
        rest = len(coming.lines) - _MOST_LINES
        self.more.setText(ntr("and {n} more", "and {n} more", rest).format(n=rest))
        self.more.setVisible(rest > 0)

    def _show_note(self, coming: Coming) -> None:
        if coming.own_team:
            self.note.show_message(
                tr("A copy to read"),
                tr(
                    "Something else may stand in it in the place of students' names, and the team itself is on this"
                    " laptop. Read it; to go on working together, ask for a copy to work with."
                ),
                "info",
            )
        elif coming.must_ask:
            self.note.show_message(
                tr("Much would be deleted"),
                tr("It goes to the trash here, and can be taken out again. Tick below if that is right."),
                "warning",
            )
        elif both := coming.count.get("both", 0):
            self.note.show_message(
                ntr(
                    "{n} thing was changed on both sides", "{n} things were changed on both sides", both
                ).format(n=both),
                tr("Both are kept. You choose next, side by side; nothing is overwritten."),
                "info",
            )
        elif coming.team_is_new:
            self.note.show_message(
                tr("This team is not on this laptop yet"),
                tr("It will be, with its meetings and people."),
                "info",
            )
        else:
            self.note.show_message("")


def change_row(line: ComingLine) -> QWidget:
    """A record: what it is, what it says here and what it would say."""
    word = record_word(line.table, line.kind if line.table == "entry" else "")
    tones: dict[str, Tone] = {"both": "question", "deleted": "danger"}
    chip = Chip(outcome_word(line.what), tones.get(line.what, "neutral"))
    if line.what == "deleted":
        text = _short(line.before)
        return Row(text or word, word if text else "", trailing=(chip,))
    if line.what == "both":
        mine = tr("Here: {text}").format(text=_short(line.before) or tr("deleted"))
        theirs = tr("There: {text}").format(text=_short(line.other or line.after) or tr("deleted"))
        return Row(f"{word}. {mine}", theirs, trailing=(chip,))
    was = ""
    if line.before and line.before != line.after:
        was = tr("Here: {text}").format(text=_short(line.before))
    text = _short(line.after)
    below = f"{word}. {was}" if was else word if text else ""
    return Row(text or word, below, trailing=(chip,))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def made_words(at: str) -> str:
    """When a file was made, as it says; empty where it says nothing that can be read."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{day(moment.date())}, {clock(moment)}"
