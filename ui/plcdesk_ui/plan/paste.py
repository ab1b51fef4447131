"""Paste an agenda: the text at the left, what it would become at the right, live."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from plcdesk.errors import UserError
from plcdesk.planning.paste import PastedAgenda, read_agenda
from plcdesk.planning.reading import Agenda
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.plan.chooser import Library
from plcdesk_ui.plan.paste_found import found_in
from plcdesk_ui.plan.paste_preview import PastePreview
from plcdesk_ui.plan.wide_sheet import WideSheet
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import Button
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.scroll import page_scroll

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_PAUSE = 150
"""Milliseconds after the last keystroke."""


class _Paper(QPlainTextEdit):
    """Where the text goes; Tab leads on, as everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            "\n".join(
                (
                    tr("5 min Opening"),
                    tr("10:55 Look at exit tickets (25)"),
                    tr("- Decide re-teach plan, 7'"),
                    tr("Wrap up"),
                )
            )
        )


class PasteSheet(WideSheet):
    """Adds what was read to the agenda, or puts it in its place; both are one step of undo."""

    def __init__(
        self, context: Context, agenda: Agenda, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Paste an agenda"), (56, 38), parent)
        self._context = context
        self._agenda = agenda
        self._library = library
        self.text = _Paper()
        self.preview = PastePreview(agenda)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_PAUSE)
        self._reading.timeout.connect(self.read)
        self.text.textChanged.connect(self._reading.start)
        self.add_cancel()
        self.replace = self._add_button(tr("Replace the agenda"), replace=True)
        self.add = self._add_button(tr("Add to the agenda"), replace=False)
        self._lay_out()
        self.read()
        self.text.setFocus()

    def read(self) -> None:
        """Read the text as it stands and show what it would become."""
        self._reading.stop()
        try:
            pasted = self._read()
        except UserError as refused:
            self.preview.show_problem(str(refused))
        else:
            slot, people = self._agenda.meeting.minutes, self._library.people
            self.preview.show_found(pasted, found_in(pasted, slot, people, self._library.protocol))
        some = self.preview.has_items
        self.add.setEnabled(some)
        self.replace.setEnabled(some)

    def _read(self) -> PastedAgenda:
        names = [member.name for member in self._agenda.team.active_members]
        return read_agenda(self.text.toPlainText(), self._library.named, names=names)

    def _lay_out(self) -> None:
        holder = QWidget()
        right = QVBoxLayout(holder)
        right.setContentsMargins(0, 0, 10, 0)
        right.addWidget(self.preview)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP + 4)
        both.addWidget(field(tr("The agenda as it is in your mail or document"), self.text), 1)
        both.addWidget(page_scroll(holder), 1)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.preview.total)
        self.replace.setVisible(bool(self._agenda.items))

    def _add_button(self, words: str, replace: bool) -> Button:
        made = self.add_accept(words, "plain" if replace else "primary")
        made.clicked.disconnect()
        made.clicked.connect(lambda _checked=False: self._take(replace))
        return made

    def _take(self, replace: bool) -> None:
        if self._reading.isActive():
            self.read()
        meeting_id, team = self._agenda.meeting.id, self._agenda.team
        chosen = self.preview.chosen()

        def write(work: "Work") -> None:
            from plcdesk_ui.plan.paste_writing import take_pasted

            take_pasted(work, meeting_id, team, chosen, replace=replace)

        told = tr("The agenda was replaced") if replace else tr("Added to the agenda")
        self._context.do(write, told=told, undo_list=meeting_id)
        self.accept()
