"""The card at the right: the protocol to read, and below it what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from plcdesk.library.faults import Fault
from plcdesk.library.handout_pdf import sheet_words
from plcdesk.text import tr
from plcdesk_ui.library.book_list import star_tip
from plcdesk_ui.library.reading import Reading
from plcdesk_ui.library.reading_fit import ReadingFit
from plcdesk_ui.library.wrong_file import WrongFile
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.tips import set_tip


class ReadingCard(Card):
    """Tells what a person wants of the protocol that is shown; `more` buttons stand behind its own."""

    add_wanted = Signal()
    agenda_wanted = Signal()
    star_pressed = Signal()
    paper_wanted = Signal(str)
    try_wanted = Signal()

    def __init__(self, *more: QWidget) -> None:
        super().__init__(padded=False)
        self.setAccessibleName(tr("Reading"))
        self.star = icon_button("star", star_tip(False), self.star_pressed.emit)
        self.reading = Reading(self.star)
        self.wrong = WrongFile()
        self.add = button("", self.add_wanted.emit, "primary")
        self.open_agenda = button(tr("Open the agenda"), self.agenda_wanted.emit, "link")
        tip = tr("Run through it on a fast clock, with made-up people. Nothing is kept.")
        self.try_out = button(tr("Try it out"), self.try_wanted.emit, tip=tip)
        self.print = button(tr("Print"), tip=tr("Handout, role cards or poster"))
        self._menu = QMenu(self)
        self._make_menu()
        self._holder = QWidget()
        box = QVBoxLayout(self._holder)
        box.setContentsMargins(PAD, PAD - 5, PAD - 3, PAD)
        box.addWidget(self.reading)
        box.addWidget(self.wrong)
        self.area = page_scroll(self._holder)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(PAD, 0, PAD, PAD - 4)
        foot.setSpacing(PAD - 4)
        foot.addWidget(hairline())
        foot.addWidget(flow(self.add, self.try_out, self.print, *more, self.open_agenda, spacing=ROW + 2))
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, 5, 3, 0)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self._foot)
        self.open_agenda.hide()

    def show_reading(self, fit: ReadingFit, note: str, why_not: str, favourite: bool) -> None:
        """Show a protocol; a new one from its top."""
        before = self.reading.fit
        self.reading.show()
        self.wrong.hide()
        self._foot.show()
        self.reading.show_fit(fit, note, why_not)
        self._show_star(favourite)
        self._actions["role_cards"].setVisible(bool(fit.protocol.roles))
        self._settle()
        if before is None or before.protocol.id != fit.protocol.id:
            self.area.verticalScrollBar().setValue(0)
            self.open_agenda.hide()

    def show_wrong(self, file: str, faults: tuple[Fault, ...]) -> None:
        """Show what is wrong in a file."""
        self.reading.hide()
        self._foot.hide()
        self.wrong.show_faults(file, faults)
        self.wrong.show()
        self._settle()

    def show_add(self, words: str) -> None:
        """Say what adding would do."""
        self.add.set_text(words)

    def _show_star(self, favourite: bool) -> None:
        self.star.set_icon("star-filled" if favourite else "star", star_tip(favourite))
        set_tip(self.star, star_tip(favourite))

    def _settle(self) -> None:
        """Lay all out at once, so that it is not drawn with the heights of the protocol before."""
        for part in (self.reading, self._holder, self.area.widget()):
            layout = part.layout() if part is not None else None
            if layout is not None:
                layout.activate()

    def _make_menu(self) -> None:
        self._actions = {sheet: self._menu.addAction(words + "…") for sheet, words in sheet_words().items()}
        for sheet, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, sheet=sheet: self.paper_wanted.emit(sheet))
        self.print.set_menu(self._menu)
