"""The preview: the PDF as it is saved and printed, made anew in the background whenever something changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from plcdesk_ui.context import Context
from plcdesk_ui.minutes.drawing import Maker, Pages, make_pages
from plcdesk_ui.minutes.pages_view import PagesView
from plcdesk_ui.minutes.papers import blank_sheet


class Preview(QObject):
    """Feeds a `PagesView`. What is shown is never older than the last `show` once `ready` was told."""

    ready = Signal()

    def __init__(self, context: Context, view: PagesView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._make: Maker | None = None
        self._words = ""
        self._keep_place = False
        self._busy = False
        self._asked = 0
        self._shown = 0
        self._waiting: list[Callable[[bytes], object]] = []

    @property
    def is_ready(self) -> bool:
        """Whether the pages of the last `show` are there."""
        return self._shown == self._asked and bool(self._view.pdf)

    def show(self, make: Maker, *, keep_place: bool = False, words: str = "") -> None:
        """Have `make` called with a reader, in the background, and show what it made.

        `keep_place` leaves the pages scrolled as they are; `words` is what to scroll to.
        """
        self._asked += 1
        self._make, self._words = make, words
        self._keep_place = keep_place
        if not keep_place:
            self._view.show_blank(blank_sheet(self._context.settings))
        QTimer.singleShot(0, self, self._start)  # by then the view has its size

    def when_ready(self, use: Callable[[bytes], object]) -> None:
        """Call `use` with the PDF, as soon as it is the one that was asked for last."""
        if self.is_ready:
            use(self._view.pdf)
        else:
            self._waiting.append(use)
            self._start()  # again, if it failed before

    def forget(self) -> None:
        """Drop what waits for a PDF: the person went elsewhere."""
        self._waiting.clear()

    def _start(self) -> None:
        if self._busy or self._make is None or self._shown == self._asked:
            return
        self._busy = True
        make, asked, words = self._make, self._asked, self._words
        looked_at, width = self._view.visible_pages() or [0, 1], self._view.picture_width
        open_reader = self._context.workspace.reader

        def job() -> Pages:
            with open_reader() as reader:
                pdf = make(reader)
            return make_pages(pdf, looked_at, width, words)

        self._context.in_background(job, lambda pages: self._arrived(pages, asked), self._failed)

    def _arrived(self, pages: Pages, asked: int) -> None:
        if not isValid(self):
            return  # the window was closed meanwhile
        self._busy = False
        if asked != self._asked:
            self._start()  # something changed meanwhile
            return
        self._shown = asked
        self._view.show_pages(pages, self._keep_place)
        waiting, self._waiting = self._waiting, []
        for use in waiting:
            use(pages.pdf)
        self.ready.emit()

    def _failed(self, sentence: str) -> None:
        if not isValid(self):
            return
        self._busy = False
        self._waiting.clear()
        self._context.bus.problem_arose.emit(sentence)
