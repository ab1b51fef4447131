"""A protocol on paper: the pages as they come out, to be printed or saved."""

from PySide6.QtWidgets import QWidget

from plcdesk.library.handout import Occasion
from plcdesk.library.handout_pdf import Sheet, paper_pdf, sheet_words, sheets_of
from plcdesk.minutes.paper import Paper
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.pages_view import PagesView
from plcdesk_ui.minutes.papers import chosen_paper
from plcdesk_ui.minutes.preview import Preview
from plcdesk_ui.plan.wide_sheet import WideSheet
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.chip_choice import ChipChoice


class PaperSheet(WideSheet):
    """Shows one of the three papers; the others are a click away. What is shown is what is printed."""

    def __init__(self, context: Context, occasion: Occasion, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(occasion.protocol.name, (44, 44), parent)
        self._context = context
        self._occasion = occasion
        self._paper: Paper = chosen_paper(context.settings)
        words = sheet_words()
        options = [(each, words[each], "neutral") for each in sheets_of(occasion)]
        self.choice = ChipChoice(options, sheet, tr("Which paper"))  # pyright: ignore[reportArgumentType]
        self.pages = PagesView(context.in_background)
        self.preview = Preview(context, self.pages)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.pages, 1)
        self.add_cancel(tr("Close"))
        self.save = self._add(button(tr("Save as PDF"), self._save))
        self.print = self._add(button(tr("Print"), self._print, "primary"))
        self.choice.chosen.connect(lambda _sheet: self._show())
        self.finished.connect(lambda _result: self.preview.forget())
        self._show()

    @property
    def name(self) -> str:
        """What a file or a print is called."""
        words = sheet_words()[self._sheet]
        return tr("{protocol}, {paper}").format(protocol=self._occasion.protocol.name, paper=words)

    @property
    def _sheet(self) -> Sheet:
        return next(each for each in sheets_of(self._occasion) if each == self.choice.value())

    def _show(self) -> None:
        occasion, sheet, paper = self._occasion, self._sheet, self._paper
        self.preview.show(lambda _reader: paper_pdf(occasion, sheet, paper))

    def _print(self) -> None:
        from plcdesk_ui.minutes.printing import print_or_tell

        self.preview.when_ready(lambda pdf: print_or_tell(self, self._context, pdf, self.name))

    def _save(self) -> None:
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        file = ask_for_file(self, tr("Save as PDF"), self.name, ".pdf", tr("PDF"))
        if file is not None:
            self.preview.when_ready(lambda pdf: save_in_background(self._context, file, lambda: pdf))
