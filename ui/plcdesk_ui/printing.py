"""Printing a PDF and saving it: the same bytes for the preview, the printer and the file."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMarginsF, QSizeF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from plcdesk.minutes.preview import page_size
from plcdesk.minutes.whole_file import write_whole
from plcdesk.text import tr
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale
from plcdesk_ui.print_job import PrintJob

if TYPE_CHECKING:
    from plcdesk.minutes.document import Document
    from plcdesk.store.reader import Reader
    from plcdesk_ui.context import Context

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LONGEST_NAME = 80


def print_pdf(parent: QWidget, pdf: bytes, title: str) -> bool:
    """Ask for a printer and print; where there is none, offer to save the file. False if nothing came of it."""
    if not QPrinterInfo.availablePrinterNames():
        return save_pdf(parent, pdf, title) is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout_of(pdf))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print"))
    dialog.setMinMax(1, max(1, PrintJob.pages_in(pdf)))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    PrintJob(parent, pdf, printer, title).start()
    return True


def print_document(
    parent: QWidget, context: "Context", gather: "Callable[[Reader, str], tuple[Document, str]]"
) -> None:
    """Print a document that `gather` makes of what is in the workspace, with a name for its file.

    It is called in another thread, with a reader and the name of the locale, once all that was typed so far
    is written. What it raises is told in its sentence.
    """
    locale, paper = printed_locale(), chosen_paper(context.settings)
    written = context.workspace.writer.write(lambda _work: None)

    def make() -> tuple[bytes, str]:
        from plcdesk.minutes.pdf import pdf_bytes

        written.result()
        with context.workspace.reader() as reader:
            document, name = gather(reader, locale)
        return pdf_bytes(document, paper), name

    def arrived(made: tuple[bytes, str]) -> None:
        if isValid(parent):
            print_pdf(parent, *made)

    context.in_background(make, arrived)


def save_pdf(parent: QWidget, pdf: bytes, suggested_name: str) -> Path | None:
    """Ask where to, and save the PDF there; None if nobody said. Raises EnvironmentProblem with a sentence."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suggested = QDir(folder).filePath(safe_name(suggested_name) + ".pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save as PDF"), suggested, tr("PDF (*.pdf)"))
    if not chosen:
        return None
    file = Path(chosen)
    if file.suffix.lower() != ".pdf":
        file = file.with_name(file.name + ".pdf")
    write_whole(file, pdf)
    return file


def safe_name(title: str) -> str:
    """A name for a file that every system takes, as near to `title` as can be."""
    name = _NOT_IN_NAMES.sub(" ", title)
    name = " ".join(name.split())[:LONGEST_NAME].strip(" .")
    if not name or _TAKEN_BY_WINDOWS.match(name):
        return f"{tr('Meeting')} {name}".strip()
    return name


def _layout_of(pdf: bytes) -> QPageLayout:
    """The paper of the PDF, without margins: it has its own."""
    width, height = page_size(pdf)
    across = width > height
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))
