"""A quiet hint below what is typed when it may name a student; it changes nothing by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from plcdesk.text import tr
from plcdesk_ui.run.capture.names_aside import has_code
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import plain

if TYPE_CHECKING:
    from plcdesk.students.guard import FoundName

_PAUSE = 500
"""Milliseconds without a keystroke after which the text is looked through."""


class NamesHint(QWidget):
    """Give it the text with `look`; hidden while there is nothing to say. `replaced(text)`: initials were chosen.

    Names that somebody said are nobody's are not asked about again in this meeting. The looking through is done
    aside: what it knows takes its time to load.
    """

    replaced = Signal(str)

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._text = ""
        self._found: FoundName | None = None
        self._kept: set[str] = set()
        self.words = plain("", "secondary", wrap=True)
        self.use = button("", self._replace, "link")
        self.keep = button(tr("No student"), self._keep, "link", tip=tr("Do not ask about this word again"))
        row = QHBoxLayout()
        row.setSpacing(2 * ROW)
        row.addWidget(self.use)
        row.addWidget(self.keep)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.words)
        box.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self.hide()

    def look(self, text: str) -> None:
        """This is typed now."""
        self._text = text
        if self._found is not None and self._found.name not in text:
            self._show(None)
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _look(self) -> None:
        text = self._text

        def arrived(found: "tuple[FoundName, ...]") -> None:
            if isValid(self) and text == self._text:
                self._show(next((each for each in found if each.key not in self._kept), None))

        self._notebook.names.find(text, arrived)

    def _show(self, found: "FoundName | None") -> None:
        self._found = found
        if found is not None:
            self.words.setText(tr("Is “{name}” a student?").format(name=found.name))
            code = tr("Write {code}").format(code=found.code)
            self.use.set_text(code if has_code(found) else tr("Write initials"))
        self.setVisible(found is not None)

    def _replace(self) -> None:
        found = self._found
        if found is not None:
            self._show(None)
            self.replaced.emit(self._notebook.names.write_otherwise(self._text, found))

    def _keep(self) -> None:
        if self._found is not None:
            self._kept.add(self._found.key)
        self._show(None)
        self._look()
