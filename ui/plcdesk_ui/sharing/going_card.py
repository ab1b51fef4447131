"""Exactly what goes along: how much, what looks like a student's name, every text, and what stays here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.sharing.preview import Preview, TextGoing
from plcdesk.students.guard import FoundName
from plcdesk.text import ntr, tr
from plcdesk_ui.sharing.text_sheet import TextSheet
from plcdesk_ui.sharing.words import column_word, record_word, staying_words, when
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.banner import Action, Banner
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain

_NAMES_TOLD = 5


class GoingCards(QWidget):
    """The preview beside the choices. `names_wanted` asks to choose what stands for the names."""

    names_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        self.names = Banner(parent=self)
        self._going = Card(tr("Exactly this goes along"))
        self.counts = plain("", "secondary", wrap=True)
        self.texts = TextSheet(tr("Every text that goes along"))
        self._going.body.addWidget(self.counts)
        self._going.body.addWidget(self.texts, 1)
        self._staying = Card(tr("This stays on this laptop"))
        self.stays = plain("", wrap=True)
        self._staying.body.addWidget(self.stays)
        box.addWidget(self.names)
        box.addWidget(self._going, 1)
        box.addWidget(self._staying)

    def show_preview(self, preview: Preview, to_read: bool) -> None:
        """Show what would go along, in a copy to read or in one to work with."""
        self.counts.setText(_counts(preview))
        self.texts.show_text(_all_texts(preview))
        stays = staying_words(preview.stays)
        self.stays.setText("\n".join(stays) or tr("Nothing private was written in these meetings."))
        if preview.only_letters:
            words = tr("The team is here as a copy to read; nothing but your letters goes back to it.")
            self.names.show_message(tr("Your reply to the team"), words, "info")
        else:
            self._show_names(preview.names.found, to_read)

    def _show_names(self, names: Sequence[FoundName], to_read: bool) -> None:
        if not names:
            self.names.show_message("")
            return
        told = ", ".join(f"{name.name} ({name.count})" for name in names[:_NAMES_TOLD])
        more = len(names) - _NAMES_TOLD
        if more > 0:
            told += " " + ntr("and {n} more", "and {n} more", more).format(n=more)
        if to_read:
            words = tr("Say what is to stand in their place before it is saved.")
            actions: tuple[Action, ...] = ((tr("Look at them"), self.names_wanted.emit),)
        else:
            words = tr(
                "They go along as they are written. Change the notes first, or make it a copy to read, if they"
                " should not."
            )
            actions = ()
        self.names.show_message(tr("Are these students?"), f"{told}. {words}", "warning", actions)


def _counts(preview: Preview) -> str:
    held = len(preview.meetings)
    parts = [ntr("{n} meeting", "{n} meetings", held).format(n=held)]
    for table, one, many in (
        ("item", "{n} topic", "{n} topics"),
        ("entry", "{n} note and action", "{n} notes and actions"),
        ("attachment", "{n} attached file", "{n} attached files"),
    ):
        if count := preview.records.get(table, 0):
            parts.append(ntr(one, many, count).format(n=count))
    if preview.marks:
        parts.append(ntr("{n} deletion", "{n} deletions", preview.marks).format(n=preview.marks))
    parts.append(
        ntr("{n} change since last time", "{n} changes since last time", preview.changed).format(
            n=preview.changed
        )
    )
    return " · ".join(parts)


def _all_texts(preview: Preview) -> str:
    """Every text under its meeting; what is the team's own comes first."""
    lines = [preview.team_name]
    lines += _lines(preview, "")
    for meeting in preview.meetings:
        lines += ["", f"{when(meeting.starts_at)}  {meeting.title}"]
        lines += _lines(preview, meeting.id)
    for name, _size in preview.attachments:
        lines.append(f"    {tr('Attached file')}: {name}")
    return "\n".join(lines)


def _lines(preview: Preview, meeting_id: str) -> list[str]:
    return [
        f"    {_label(text)}: {text.text}"
        for text in preview.texts
        if text.meeting_id == meeting_id
        and text.table != "attachment"
        and (text.table, text.column) != ("team", "name")
    ]


def _label(text: TextGoing) -> str:
    """What a text is: a decision, or the reason for one."""
    if text.column in ("text", "name") or (text.table == "item" and text.column == "title"):
        return record_word(text.table, text.kind if text.table == "entry" else "")
    if text.column == "document":
        return record_word(text.table)
    return column_word(text.column)
