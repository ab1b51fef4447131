"""What can be done with the minutes once they are made: printed, saved, put on the clipboard, sent by mail."""

from plcdesk.minutes import forms
from plcdesk.minutes.forms import Wanted
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.files import FileKind, kind_of_file
from plcdesk_ui.minutes.preview import Preview
from plcdesk_ui.screen import Screen


class HandingOut:
    """Hands out what a screen shows. PDFs are the very bytes of the preview.

    Asking for a file and for a printer is imported when it is first wanted, so that the screen opens at once.
    """

    def __init__(self, screen: Screen, context: Context, preview: Preview) -> None:
        self._screen = screen
        self._context = context
        self._preview = preview

    def print(self, wanted: Wanted) -> None:
        """Ask for a printer, as soon as the pages are those that are wanted."""
        from plcdesk_ui.minutes.printing import print_or_tell

        name = self._name(wanted)
        self._preview.when_ready(lambda pdf: print_or_tell(self._screen, self._context, pdf, name))

    def save_pdf(self, wanted: Wanted) -> None:
        """Ask where to, and save."""
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        file = ask_for_file(self._screen, tr("Save as PDF"), self._name(wanted), ".pdf", tr("PDF"))
        if file is not None:
            self._preview.when_ready(lambda pdf: save_in_background(self._context, file, lambda: pdf))

    def save(self, kind: FileKind, wanted: Wanted) -> None:
        """Ask where to, and save as a file of another kind."""
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        about = kind_of_file(kind)
        file = ask_for_file(self._screen, about.question, self._name(wanted), about.ending, about.called)
        if file is None:
            return

        def content() -> bytes:
            with self._context.workspace.reader() as reader:
                return about.make(reader, wanted)

        save_in_background(self._context, file, content)

    def copy(self, wanted: Wanted) -> None:
        """Put it on the clipboard, with and without its look."""
        from plcdesk_ui.minutes.saving import put_on_clipboard

        def make() -> forms.Copied:
            with self._context.workspace.reader() as reader:
                return forms.copied_of(reader, wanted)

        def copied(made: forms.Copied) -> None:
            put_on_clipboard(made)
            self._context.bus.told.emit(tr("It is on the clipboard"), "")

        self._context.in_background(make, copied)

    def mail(self, wanted: Wanted) -> None:
        """Save the PDF where the person says, then open a draft in the mail program to attach it to."""
        from plcdesk_ui.minutes.mailing import open_draft
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        name = self._name(wanted)
        file = ask_for_file(self._screen, tr("Save the PDF to attach"), name, ".pdf", tr("PDF"))
        if file is not None:
            self._preview.when_ready(
                lambda pdf: save_in_background(
                    self._context, file, lambda: pdf, lambda: open_draft(self._context, name, file)
                )
            )

    def _name(self, wanted: Wanted) -> str:
        return forms.name_of(self._context.reader, wanted)
