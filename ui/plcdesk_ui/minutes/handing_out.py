"""What can be done with the minutes once they are made: printed, saved, put on the clipboard."""

from plcdesk.minutes import forms
from plcdesk.minutes.parts import Parts
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.papers import printed_locale
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

    def print(self, name: str) -> None:
        """Ask for a printer, as soon as the pages are those that are wanted."""
        from plcdesk_ui.minutes.printing import print_or_tell

        self._preview.when_ready(lambda pdf: print_or_tell(self._screen, self._context, pdf, name))

    def save_pdf(self, name: str) -> None:
        """Ask where to, and save."""
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        file = ask_for_file(self._screen, tr("Save as PDF"), name, ".pdf", tr("PDF"))
        if file is not None:
            self._preview.when_ready(lambda pdf: save_in_background(self._context, file, lambda: pdf))

    def save_markdown(self, meeting_id: str, parts: Parts) -> None:
        """Ask where to, and save the minutes as Markdown."""
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        name, locale = forms.minutes_name(self._context.reader, meeting_id), printed_locale()
        file = ask_for_file(self._screen, tr("Save as Markdown"), name, ".md", tr("Markdown"))
        if file is None:
            return

        def content() -> bytes:
            with self._context.workspace.reader() as reader:
                return forms.minutes_markdown(reader, meeting_id, parts, locale).encode()

        save_in_background(self._context, file, content)

    def copy(self, meeting_id: str, parts: Parts) -> None:
        """Put the minutes on the clipboard, with and without their look."""
        from plcdesk_ui.minutes.saving import put_on_clipboard

        locale = printed_locale()

        def make() -> forms.Copied:
            with self._context.workspace.reader() as reader:
                return forms.minutes_copied(reader, meeting_id, parts, locale)

        def copied(made: forms.Copied) -> None:
            put_on_clipboard(made)
            self._context.bus.told.emit(tr("The minutes are on the clipboard"), "")

        self._context.in_background(make, copied)
