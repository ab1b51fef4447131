"""What can be done with the files of one meeting; nothing here waits for a disk."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from plcdesk.attachments.reading import AttachmentInfo, read_content
from plcdesk.attachments.taking import Cancelled, Taken, take
from plcdesk.text import tr
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_TOLD_EVERY = 0.02
"""The share of a file after which progress is told again."""


class Arriving(QObject):
    """A file on its way in. `progressed(share)` from 0 to 1; `cancel` takes it back; `done` when it is in or is not."""

    progressed = Signal(float)
    done = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.share = 0.0
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Take it back."""
        self._cancelled.set()

    def goes_on(self) -> bool:
        """Whether nobody has taken it back; may be asked from any thread."""
        return not self._cancelled.is_set()

    def show(self, share: float) -> None:
        """So much is read."""
        self.share = share
        self.progressed.emit(share)


class Files(QObject):
    """`arriving(Arriving)` tells of each file that is being read in."""

    arriving = Signal(object)

    def __init__(self, context: Context, meeting_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.meeting_id = meeting_id
        self._coming: list[Arriving] = []

    def ask_and_add(self, parent: QWidget, item_id: str | None) -> None:
        """Ask which files, and attach them."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Attach files"))
        self.add([Path(file) for file in chosen], item_id)

    def add(self, files: Sequence[Path], item_id: str | None) -> None:
        """Attach files to an item, or to the meeting."""
        for file in files:
            self._take(file, item_id)

    def open(self, info: AttachmentInfo) -> None:
        """Open a file with the system's own program, from a private copy."""
        from plcdesk.attachments.opening import private_copy

        file, bus = self._context.workspace.file, self._context.bus

        def copy() -> Path:
            return private_copy(*_content(file, info.id))

        def show(copied: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copied))):
                sentence = tr("No program here opens “{name}”. Save it as a file instead.")
                bus.problem_arose.emit(sentence.format(name=info.name))

        self._context.in_background(copy, show)

    def ask_and_save(self, parent: QWidget, info: AttachmentInfo) -> None:
        """Ask where to, and save a file there."""
        from plcdesk.minutes.whole_file import write_whole

        chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save the file"), info.name)
        if not chosen:
            return
        to, file = Path(chosen), self._context.workspace.file
        told = tr("Saved as {file}").format(file=to.name)
        self._context.in_background(
            lambda: write_whole(to, _content(file, info.id)[1]),
            lambda _none: self._context.bus.told.emit(told, ""),
        )

    def put_with(self, info: AttachmentInfo, item_id: str | None) -> None:
        """Let a file belong to an item, or to the meeting as a whole."""

        def put(work: "Work") -> None:
            from plcdesk.attachments.keeping import put_with

            put_with(work, info.id, item_id)

        self._context.do(put)

    def remove(self, info: AttachmentInfo) -> None:
        """Take a file away, with Undo."""

        def remove(work: "Work") -> None:
            from plcdesk.attachments.keeping import take_away

            take_away(work, info.id)

        told = tr("“{name}” removed").format(name=info.name)
        self._context.do(remove, told=told, undo_list=self.meeting_id)

    def _take(self, file: Path, item_id: str | None) -> None:
        coming = Arriving(file.name, self)
        self._coming.append(coming)
        self.arriving.emit(coming)
        hand_over, told = self._context.bus.hand_over, [0.0]

        def progress(share: float) -> bool:
            if share - told[0] >= _TOLD_EVERY or share == 1.0:
                told[0] = share
                hand_over(lambda: coming.show(share) if isValid(coming) else None)
            return coming.goes_on()

        def read() -> Taken | None:
            try:
                return take(file, progress)
            except Cancelled:
                return None

        def keep(taken: Taken | None) -> None:
            if taken is None or not coming.goes_on():
                self._finish(coming)
            else:
                self._keep(taken, item_id, coming)

        def failed(sentence: str) -> None:
            self._finish(coming)
            self._context.bus.problem_arose.emit(sentence)

        self._context.in_background(read, keep, failed)

    def _keep(self, taken: Taken, item_id: str | None, coming: Arriving) -> None:
        meeting_id = self.meeting_id

        def attach(work: "Work") -> None:
            from plcdesk.attachments.keeping import attach

            attach(work, meeting_id, taken, item_id)

        def failed(sentence: str) -> None:
            self._finish(coming)
            self._context.bus.problem_arose.emit(sentence)

        told = tr("“{name}” attached").format(name=taken.name)
        self._context.do(
            attach, then=lambda _none: self._finish(coming), failed=failed, told=told, undo_list=meeting_id
        )

    def _finish(self, coming: Arriving) -> None:
        if isValid(self) and coming in self._coming:
            self._coming.remove(coming)
            coming.done.emit()
            coming.deleteLater()


def _content(file: Path, attachment_id: str) -> tuple[str, bytes]:
    """Read on a connection of one's own, because it is in another thread."""
    from plcdesk.store.reader import Reader

    with Reader(file) as reader:
        return read_content(reader, attachment_id)
