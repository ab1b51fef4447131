"""The agenda of a past meeting: pasted as text, with what was read of it shown at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from plcdesk.planning.infos import TeamInfo
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.past_meeting import read_pasted
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.fields import TextField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.words import minutes_word

if TYPE_CHECKING:
    from plcdesk.planning.paste import PastedAgenda

_PAUSE = 250
"""Milliseconds without typing until the text is read."""


class PastAgenda(QWidget):
    """Tells `read` when what was read changed. What could not be read is shown too, and stands in no topic."""

    read = Signal()

    def __init__(self, context: Context, team: TeamInfo) -> None:
        super().__init__()
        self._context, self._team = context, team
        self._asked = ""
        self.title = ""
        self.result_wanted = ""
        hint = tr("One topic a line. Leave it empty if there was none.")
        self.box = TextField(placeholder=tr("5 min Opening\n25 min Exit tickets\n…"), lines=6, most_lines=9)
        self.found = RowList(dense=True)
        self.unread = plain("", "warning", wrap=True)
        self.unread.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addWidget(field(tr("Paste or type the agenda"), self.box, hint))
        column.addWidget(self.found)
        column.addWidget(self.unread)
        column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read)
        self.box.textChanged.connect(self._pause.start)

    def text(self) -> str:
        """The text as it stands."""
        return self.box.text()

    def _read(self) -> None:
        text = self._asked = self.text()
        catalogue, team = self._context.catalogue, self._team

        def arrived(pasted: "PastedAgenda") -> None:
            if isValid(self) and text == self._asked:
                self._show(pasted)

        self._context.in_background(lambda: read_pasted(catalogue, team, text), arrived, self._cannot)

    def _show(self, pasted: "PastedAgenda") -> None:
        self.title, self.result_wanted = pasted.title or "", pasted.result_wanted or ""
        self.found.set_rows(
            Row(
                item.title,
                " · ".join(part for part in (item.brought_by, item.purpose) if part),
                trailing=[
                    *([Chip(tr("protocol"))] if item.protocol_id else []),
                    *([minutes_word(item.minutes)] if item.minutes and not item.minutes_guessed else []),
                ],
            )
            for item in pasted.items
        )
        lines = "\n".join(line for _, line in pasted.unread)
        count = len(pasted.unread)
        words = ntr("This line was not read as a topic:", "These lines were not read as topics:", count)
        self._say(f"{words}\n{lines}" if count else "")
        self.read.emit()

    def _cannot(self, sentence: str) -> None:
        if not isValid(self):
            return
        self.found.clear()
        self._say(sentence)

    def _say(self, words: str) -> None:
        self.unread.setText(words)
        self.unread.setVisible(bool(words))
