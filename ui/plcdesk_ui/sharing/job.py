"""A long job with its progress and Cancel, shown only once it takes a while."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from shiboken6 import isValid

from plcdesk.sharing.waiting import Watch
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import plain

T = TypeVar("T")
A_WHILE = 700  # milliseconds after which somebody wants to see how far it is


class JobRow(QWidget):
    """Runs one job at a time in the background. While it runs, `busy` is true and `changed` was told."""

    changed = Signal()
    _told = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._watch: Watch | None = None
        self._words = plain("", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = button(tr("Cancel"), self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(A_WHILE)
        self._patience.timeout.connect(self.show)
        self._told.connect(self._show_progress)
        self.hide()

    @property
    def busy(self) -> bool:
        return self._watch is not None

    def run(
        self,
        words: str,
        job: Callable[[Watch], T],
        then: Callable[[T], object],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Run `job`; `then` gets its result, `failed` the sentence of a refusal. An earlier job is stopped."""
        self._stop()
        watch = Watch(self._tell)
        self._watch = watch
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self._patience.start()
        self.changed.emit()

        def arrived(result: T) -> None:
            if self._ended(watch):
                then(result)

        def refused(sentence: str) -> None:
            if self._ended(watch):
                if failed is not None:
                    failed(sentence)
                elif watch.stopped:
                    self._context.bus.told.emit(sentence, "")
                else:
                    self._context.bus.problem_arose.emit(sentence)

        self._context.in_background(lambda: job(watch), arrived, refused)

    def _tell(self, done: int, of: int) -> None:
        """Called in the job's thread."""
        if isValid(self):
            self._told.emit(done, of)

    def _show_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _ended(self, watch: Watch) -> bool:
        """Whether this is the job that was asked for last, and somebody is still there to hear of it."""
        if not isValid(self) or self._watch is not watch:
            return False
        self._watch = None
        self._patience.stop()
        self.hide()
        self.changed.emit()
        return True
