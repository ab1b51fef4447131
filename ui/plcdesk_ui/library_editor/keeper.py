"""Writes a protocol as it is being made: whole into its file, unfinished as a draft beside. Nobody presses Save."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from plcdesk.library import own
from plcdesk.library.draft import free_id, with_id
from plcdesk.library.schema import Protocol
from plcdesk.text import tr
from plcdesk_ui.context import Context


@dataclass(frozen=True)
class Kept:
    """Where a protocol is kept. `file` is its whole file, None while it has never been finished."""

    protocol_id: str
    file: Path | None


class Keeper(QObject):
    """Writes in another thread, one state after the other; states that come meanwhile are skipped but the last.

    Tells `kept` when something was written, or could not be.
    """

    kept = Signal()

    def __init__(self, context: Context, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = folder
        self._place = Kept("", None)
        self._running: Future[Kept] | None = None
        self._next: tuple[Protocol, bool] | None = None
        self._last: tuple[Protocol, bool] | None = None
        self._number = 0
        self.has_failed = False

    @property
    def place(self) -> Kept:
        """Where the protocol is kept now."""
        return self._place

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be written."""
        return self._running is not None or self._next is not None

    def begin(self, protocol_id: str, file: Path | None) -> None:
        """Another protocol; what was to be written before is written first."""
        self.finish()
        self._place = Kept(protocol_id, file)
        self.has_failed = False

    def keep(self, protocol: Protocol, is_whole: bool) -> None:
        """Write this soon."""
        self._next = (protocol, is_whole)
        if self._running is None:
            self._start()

    def finish(self) -> None:
        """Wait until all is written; a failure is told."""
        if self._running is not None:
            try:
                self._place = self._running.result()
            except own.EnvironmentProblem:  # told by the one who started it
                self._next = self._next or self._last
            self._running = None
        if self._next is not None:
            job = self._job(*self._next)
            self._next = None
            try:
                self._place = job()
                self.has_failed = False
            except (own.ProtocolFaults, own.EnvironmentProblem) as problem:
                self._context.bus.problem_arose.emit(str(problem))
        self.kept.emit()

    def _start(self) -> None:
        assert self._next is not None
        job = self._job(*self._next)
        self._last, self._next = self._next, None
        self._number += 1
        number = self._number
        self._running = self._context.in_background(
            job, lambda kept: self._arrived(number, kept), lambda why: self._failed(number, why)
        )

    def _job(self, protocol: Protocol, is_whole: bool) -> Callable[[], Kept]:
        """What is to be written, with all that it needs from this thread."""
        place, folder = self._place, self._folder
        taken = set() if place.file or not is_whole else self._taken()
        return lambda: _write(folder, place, protocol, is_whole, taken)

    def _taken(self) -> set[str]:
        return {summary.id for summary in self._context.catalogue.summaries()} | own.ids_in(self._folder)

    def _arrived(self, number: int, kept: Kept) -> None:
        if self._running is None or number != self._number:
            return  # it was waited for
        self._running = None
        self.has_failed = False
        self._place = kept
        if self._next is not None:
            self._start()
        self.kept.emit()

    def _failed(self, number: int, sentence: str) -> None:
        if number == self._number and self._running is not None:
            self._running = None
            self.has_failed = True
            self._next = self._next or self._last  # tried again with the next change, or on leaving
            self.kept.emit()
        self._context.bus.problem_arose.emit(tr("This is not kept yet. {why}").format(why=sentence))


def _write(folder: Path, place: Kept, protocol: Protocol, is_whole: bool, taken: set[str]) -> Kept:
    """One that was never finished gets the id of its name when it first is."""
    if not is_whole:
        own.keep_draft(folder, with_id(protocol, place.protocol_id))
        return place
    if place.file is not None:
        own.save_own(folder, with_id(protocol, place.protocol_id), place.file)
        return place
    protocol_id = free_id(protocol.name, taken - {place.protocol_id})
    file = own.save_own(folder, with_id(protocol, protocol_id))
    if protocol_id != place.protocol_id:
        own.drop_draft(folder, place.protocol_id)
    return Kept(protocol_id, file)
