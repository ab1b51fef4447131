"""A draft in the mail program of this laptop. No mail program takes a file from another: a person attaches it."""

from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from plcdesk.text import tr
from plcdesk_ui.context import Context


def open_draft(context: Context, subject: str, file: Path) -> None:
    """Open a draft and say where the file is that belongs to it."""
    text = tr("The minutes are attached as {file}.").format(file=file.name)
    address = QUrl.fromEncoded(f"mailto:?subject={quote(subject)}&body={quote(text)}".encode())
    words = (
        tr("A draft opens in your mail program, if there is one. Attach {file} from {folder}.")
        if QDesktopServices.openUrl(address)
        else tr("No mail program opened. The file {file} is in {folder}: attach it to a mail of your own.")
    )
    context.bus.told.emit(words.format(file=file.name, folder=file.parent), "")
