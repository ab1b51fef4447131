"""What the line is understood as while it is typed, and what the person said of it by chips and keys."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.offers import Offer
from plcdesk_ui.run.capture.understood import (
    NO_WISHES,
    Understood,
    WhoWhen,
    Wishes,
    each_line,
    understand,
)

AFTER_KEY = 20
"""Milliseconds after a keystroke until the text is read: its letter is painted first."""
_THOROUGH_PAUSE = 350
"""Milliseconds without a keystroke after which dates that take thought are read."""
_LAST_FIRST = ("due", "owner", "said_by", "tag")


class LineReading(QObject):
    """Give it the text with `read`; `changed` tells that it is understood as something else now."""

    changed = Signal()

    def __init__(self, notebook: Notebook, parent: QObject) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._text = ""
        self._wishes = NO_WISHES
        self._now = understand("", notebook.offers, notebook.grounds)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_KEY)
        self._soon.timeout.connect(self._read)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_THOROUGH_PAUSE)
        self._pause.timeout.connect(self._read_thoroughly)

    @property
    def now(self) -> Understood:
        """What the text means as it stands."""
        if self.is_due:
            self._read()
        return self._now

    @property
    def is_due(self) -> bool:
        """Whether keys were typed that have not been read yet."""
        return self._soon.isActive()

    def read_soon(self, text: str) -> None:
        """Read the text after the key that is being typed."""
        self._take(text)
        self._soon.start()

    def read(self, text: str) -> None:
        """Read the text as it stands."""
        self._take(text)
        self._read()

    def _take(self, text: str) -> None:
        """What was said of a line that was emptied says nothing of the next."""
        if self._text and not text and self._wishes.offer is None:
            self._wishes = NO_WISHES
        self._text = text

    def begin(self, text: str = "") -> None:
        """Read another line, of which nothing was said yet."""
        self._wishes = NO_WISHES
        self.read(text)

    def notes(self) -> tuple[Understood, ...]:
        """What Enter writes down. Raises UserError when that would be too many notes at once."""
        if not self._text.strip() or self.now.bare:
            return ()
        if self.now.lines == 1:
            return (self.now,)
        return each_line(self._text, self._notebook.offers, self._notebook.grounds, self._wishes)

    @property
    def lines(self) -> int:
        """How many notes the text could be, if each of its lines is one."""
        return sum(1 for line in self._text.splitlines() if line.strip()) if "\n" in self._text else 1

    # What the person says of it

    def choose(self, offer: Offer) -> None:
        """It is this, whatever the words sound like."""
        refused = {mark for mark in self.now.marks if mark[0] == "kind"}
        who_when = self._wishes.who_when if offer.kind == self.now.offer.kind else None
        self._wish(offer=offer, who_when=who_when, refused=self._wishes.refused | refused)

    def choose_next(self, step: int) -> None:
        """It is the next of what is offered, or with -1 the one before."""
        offers = self._notebook.offers
        here = offers.index(self.now.offer) if self.now.offer in offers else -1
        self.choose(offers[(here + step) % len(offers)])

    def choose_who_when(self, who_when: WhoWhen) -> None:
        """These people do it, until this day."""
        self._wish(offer=self.now.offer, who_when=who_when)

    def take_apart(self, apart: bool) -> None:
        """Each line is a note of its own, or all are one."""
        self._wish(apart=apart)

    def refuse(self, *whats: str) -> None:
        """The words that were read as owner, due, said_by or tag stand as they were typed; what it is stays."""
        words = {mark for mark in self.now.marks if mark[0] in whats}
        offer = self.now.offer if {"owner", "due"} & set(whats) else self._wishes.offer
        self._wish(offer=offer, who_when=None, refused=self._wishes.refused | words)

    def refuse_last(self) -> None:
        """'Not that': the last thing understood is words again; in the end it is what the step writes first."""
        read_as = {what for what, _ in self.now.marks}
        last = next((what for what in _LAST_FIRST if what in read_as), None)
        if self.now.lines > 1:
            self.take_apart(False)
        elif self._wishes.who_when is not None:
            self._wish(who_when=None)
        elif last is not None:
            self.refuse(last)
        elif self.now.offer != self._notebook.offers[0]:
            self.choose(self._notebook.offers[0])

    # Reading

    def _wish(self, **changes: object) -> None:
        self._wishes = replace(self._wishes, **changes)  # type: ignore[arg-type]
        self._read()

    def _read(self) -> None:
        self._soon.stop()
        self._now = self._understood(self._text, self._wishes, thorough=False)
        if self._text:
            self._pause.start()
        self.changed.emit()

    def _understood(self, text: str, wishes: Wishes, *, thorough: bool) -> Understood:
        return understand(text, self._notebook.offers, self._notebook.grounds, wishes, thorough=thorough)

    def _read_thoroughly(self) -> None:
        if not self._text.strip() or self.now.lines > 1 or self.now.who_when.due is not None:
            return
        text, wishes, offers = self._text, self._wishes, self._notebook.offers

        def arrived(understood: Understood) -> None:
            if not isValid(self):
                return  # the line went away meanwhile
            if (text, wishes, offers) == (self._text, self._wishes, self._notebook.offers):
                self._now = understood
                self.changed.emit()

        self._notebook.thorough(lambda: self._understood(text, wishes, thorough=True), arrived)
