"""The one bus: what was changed, what went wrong, what can be undone. It speaks in the GUI thread only."""

import itertools
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from plcdesk.store.changes import Changes


class Bus(QObject):
    """Signals that the whole app hears.

    `changed(changes, initiator)`: a piece of work was committed. `saved(datetime)`: the moment of it.
    `saving()`: work was handed to the writer. `problem_arose(sentence)`: something could not be done.
    `told(sentence, undo_list)`: something was done that may be wished undone ('Topic deleted').
    `exchange_wished()`: somebody wants the shared folder looked into and written to.
    """

    changed = Signal(object, object)
    saved = Signal(object)
    saving = Signal()
    problem_arose = Signal(str)
    told = Signal(str, str)
    exchange_wished = Signal()
    _handed_over = Signal(object)
    _given_back = Signal(int)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._lent: dict[int, tuple[object, ...]] = {}
        self._numbers = itertools.count()
        self._handed_over.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._given_back.connect(self._let_go, Qt.ConnectionType.QueuedConnection)

    def hand_over(self, call: Callable[[], None]) -> None:
        """Have `call` made in the GUI thread, soon; may be called from any thread."""
        self._handed_over.emit(call)

    def lend(self, *things: object) -> Callable[[], None]:
        """Keep what another thread is about to work with, so that its end comes in the GUI thread.

        Widgets and timers that end in another thread take the app down. Returns what that thread calls
        when it holds none of the `things` any more; all that it handed over before is heard first.
        """
        number = next(self._numbers)
        self._lent[number] = things
        return partial(self._given_back.emit, number)

    @property
    def is_quiet(self) -> bool:
        """Whether no other thread has anything to do, and all that was done has been heard of."""
        return not self._lent

    def close(self) -> None:
        """Say nothing any more; for when the other threads have ended."""
        QCoreApplication.removePostedEvents(self)
        self._lent.clear()

    def committed(self, changes: Changes, initiator: object) -> None:
        """The writer's listener: pass its news on to the screens."""
        self.hand_over(lambda: self._announce(changes, initiator))

    def _announce(self, changes: Changes, initiator: object) -> None:
        if changes.tables == {"pulse"}:
            return  # a running meeting's heartbeat, every few seconds: nothing that anybody shows
        self.saved.emit(self._now())
        self.changed.emit(changes, initiator)

    def _run(self, call: Callable[[], None]) -> None:
        call()

    def _let_go(self, number: int) -> None:
        del self._lent[number]
