"""Printing and saving a PDF, on a printer that writes a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from plcdesk.errors import EnvironmentProblem
from plcdesk.minutes.document import Document, Heading, Paragraph, plain_runs
from plcdesk.minutes.pdf import pdf_bytes
from plcdesk.minutes.preview import page_count, page_size
from plcdesk_ui.print_job import PrintJob
from plcdesk_ui.printing import print_pdf, safe_name, save_pdf

pypdf = pytest.importorskip("pypdf")


def made_pdf(pages: int = 1, paper="letter") -> bytes:
    lines = (Paragraph(plain_runs("A line of words that fills the page a little. " * 8)),) * (9 * pages - 4)
    return pdf_bytes(Document("Ünterricht", "Science", "en-US", (Heading("First"), *lines)), paper)


@pytest.fixture
def parent(qtbot, theme) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def file_printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    return printer


def pages_printed(tmp_path: Path) -> int:
    return page_count((tmp_path / "printed.pdf").read_bytes())


def test_every_page_is_printed(qtbot, parent, file_printer, tmp_path: Path):
    pdf = made_pdf(3)
    job = PrintJob(parent, pdf, file_printer, "Minutes")
    with qtbot.waitSignal(job.finished):
        job.start()
    assert page_count(pdf) > 1
    assert pages_printed(tmp_path) == page_count(pdf)
    assert any(picture for page in pypdf.PdfReader(tmp_path / "printed.pdf").pages for picture in page.images)


def test_only_the_pages_asked_for_are_printed(qtbot, parent, file_printer, tmp_path: Path):
    file_printer.setFromTo(2, 2)
    job = PrintJob(parent, made_pdf(3), file_printer, "Minutes")
    with qtbot.waitSignal(job.finished):
        job.start()
    assert pages_printed(tmp_path) == 1


def test_cancel_stops_at_once(qtbot, parent, file_printer):
    job = PrintJob(parent, made_pdf(3), file_printer, "Minutes")
    job.start()
    with qtbot.waitSignal(job.finished):
        job.cancel()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_the_printer_does_not_take_is_said(parent, file_printer, tmp_path: Path):
    file_printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    with pytest.raises(EnvironmentProblem, match="printer"):
        PrintJob(parent, made_pdf(), file_printer, "Minutes").start()


def test_the_dialog_is_asked_for_the_paper_of_the_pdf(parent, monkeypatch):
    seen: list[QPrinter] = []

    def refuse(dialog: QPrintDialog) -> int:
        seen.append(dialog.printer())
        assert dialog.maxPage() == 1
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Library"])
    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    assert print_pdf(parent, made_pdf(paper="a4"), "Agenda") is False
    assert seen[0].pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert seen[0].docName() == "Agenda"


def test_without_a_printer_the_pdf_can_be_saved(parent, monkeypatch, tmp_path: Path):
    asked: list[str] = []

    def choose(_parent, _title, suggested: str, _kinds):
        asked.append(suggested)
        return str(tmp_path / "out"), ""

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    pdf = made_pdf()
    assert print_pdf(parent, pdf, "Agenda: 24/11") is True
    assert asked[0].endswith("/Agenda 24 11.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == pdf


def test_saving_can_be_left(parent, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert save_pdf(parent, b"%PDF", "x") is None


def test_a_folder_that_is_gone_is_said(parent, monkeypatch, tmp_path: Path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    with pytest.raises(EnvironmentProblem, match="no folder"):
        save_pdf(parent, b"%PDF", "x")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Reading the exit tickets", "Reading the exit tickets"),
        ("a/b\\c:d*e?\n", "a b c d e"),
        ("..", "Meeting"),
        ("CON", "Meeting CON"),
        ("Trần Łukasz Ольга", "Trần Łukasz Ольга"),
        ("x" * 300, "x" * 80),
    ],
)
def test_names_of_files_are_safe(title: str, name: str):
    assert safe_name(title) == name


def test_the_size_of_a_page():
    assert page_size(made_pdf()) == (612.0, 792.0)
