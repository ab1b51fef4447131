"""When what somebody types is written: after a short pause, and never later than a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 300
"""Milliseconds without a keystroke after which the text is written."""
LATEST = 1000
"""Milliseconds after which it is written even while somebody types on."""


class Committer(QObject):
    """Emits `due` with what `read` returns, when it differs from what is known to be written."""

    due = Signal(object)

    def __init__(self, read: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._written = read()
        self._pause = self._timer(PAUSE)
        self._latest = self._timer(LATEST)

    @property
    def pending(self) -> bool:
        """Whether something was changed that `due` has not told yet."""
        return self._pause.isActive() or self._latest.isActive()

    def touch(self) -> None:
        """Somebody changed it just now."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def settle(self) -> None:
        """What is shown now is what is written; nothing is due."""
        self._stop()
        self._written = self._read()

    def flush(self) -> None:
        """Tell now what is due, if anything."""
        self._stop()
        value = self._read()
        if value != self._written:
            self._written = value
            self.due.emit(value)

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
