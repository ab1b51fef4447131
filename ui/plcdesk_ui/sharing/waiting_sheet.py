"""How far a job has come that belongs to no screen, with Cancel; shown only once it takes a while."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from plcdesk.sharing.waiting import Watch
from plcdesk_ui.sharing.job import A_WHILE
from plcdesk_ui.widgets.sheet import Sheet


class Waiting(QObject):
    """Give `watch` to the job, and call `end` when it has ended."""

    _told = Signal(int, int)

    def __init__(self, window: QWidget, words: str) -> None:
        super().__init__(window)
        self.watch = Watch(self._tell)
        self.sheet = Sheet(words, parent=window)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self.sheet.body.addWidget(self._bar)
        self.sheet.add_cancel()
        self.sheet.rejected.connect(self.watch.stop)
        self._told.connect(self._show)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(A_WHILE)
        self._patience.timeout.connect(self.sheet.open)
        self._patience.start()

    def end(self) -> None:
        """Take it off the screen."""
        self._patience.stop()
        self.sheet.accept()
        self.sheet.deleteLater()
        self.deleteLater()

    def _tell(self, done: int, of: int) -> None:
        """Called in the job's thread."""
        if isValid(self):
            self._told.emit(done, of)

    def _show(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
