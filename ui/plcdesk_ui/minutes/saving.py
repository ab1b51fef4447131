"""Saving minutes in a file that the person chooses, and putting them on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from plcdesk.minutes.forms import Copied
from plcdesk.minutes.whole_file import write_whole
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.printing import safe_name


def ask_for_file(parent: QWidget, title: str, suggested_name: str, ending: str, kind: str) -> Path | None:
    """Ask where to save; None if nobody said. `ending` is such as '.pdf', `kind` how people call it.

    A name that gets its ending from us and is taken already is asked for again, so that nothing is lost.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suggested = QDir(folder).filePath(safe_name(suggested_name) + ending)
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, f"{kind} (*{ending})")
        if not chosen:
            return None
        file = Path(chosen)
        if file.suffix.lower() == ending:
            return file
        file = file.with_name(file.name + ending)
        if not file.exists():
            return file
        suggested = str(file)


def save_in_background(
    context: Context,
    file: Path,
    content: Callable[[], bytes],
    then: Callable[[], None] | None = None,
) -> None:
    """Write what `content` makes to `file` without holding up the window; then say so, or do what comes next."""
    saved = tr("Saved as {file}").format(file=file.name)
    tell = then or (lambda: context.bus.told.emit(saved, ""))
    context.in_background(lambda: write_whole(file, content()), lambda _none: tell())


def put_on_clipboard(copied: Copied) -> None:
    """Offer the minutes to whatever they are pasted into, with and without their look."""
    data = QMimeData()
    data.setText(copied.text)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
