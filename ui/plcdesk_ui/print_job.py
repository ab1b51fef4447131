"""One PDF on its way to the printer, page by page, with Cancel when it takes long."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget

from plcdesk.errors import EnvironmentProblem
from plcdesk.minutes.preview import PageImage, page_count, page_size, render_page
from plcdesk.text import tr
from plcdesk_ui.widgets.sheet import Sheet

MOST_DPI = 300
"""Dots per inch above which letters look no better and pages become too large for printers."""
_A_WHILE = 800
"""Milliseconds after which somebody wants to see how far it is."""


class PrintJob(QObject):
    """Pages are drawn in a thread of its own and painted on the printer here, so that the window stays alive."""

    finished = Signal()
    _drawn = Signal(object)

    def __init__(self, parent: QWidget, pdf: bytes, printer: QPrinter, title: str) -> None:
        super().__init__(parent)
        self._window = parent
        self._pdf = pdf
        self._printer = printer
        self._title = title
        self._pages = _wanted(printer, page_count(pdf))
        self._done = 0
        self._drawing = False
        self._painter = QPainter()
        self._thread = ThreadPoolExecutor(1, "plcdesk-print")
        self._progress: Sheet | None = None
        self._bar: QProgressBar | None = None
        self._drawn.connect(self._paint, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_A_WHILE)
        self._patience.timeout.connect(self._show_progress)

    @staticmethod
    def pages_in(pdf: bytes) -> int:
        """How many pages there are to choose from."""
        return page_count(pdf)

    def start(self) -> None:
        """Begin. Raises EnvironmentProblem when the printer takes nothing."""
        if not self._pages or not self._painter.begin(self._printer):
            self._end()
            raise EnvironmentProblem(tr("The printer did not take it. Is it switched on and connected?"))
        self._patience.start()
        self._draw_next()

    def cancel(self) -> None:
        """Stop; what the printer has already may still come out."""
        self._printer.abort()
        self._end()

    def _draw_next(self) -> None:
        number = self._pages[self._done]
        width, _ = page_size(self._pdf, number)
        dots = max(1, round(width / 72 * min(MOST_DPI, self._printer.resolution())))
        self._drawing = True
        drawing = self._thread.submit(render_page, self._pdf, number, dots)
        drawing.add_done_callback(self._drawn.emit)

    def _paint(self, drawing: "Future[PageImage]") -> None:
        self._drawing = False
        if not self._painter.isActive():
            self.deleteLater()  # cancelled meanwhile
            return
        try:
            page = drawing.result()
        except BaseException:
            self.cancel()
            raise
        picture = QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
        if self._done:
            self._printer.newPage()
        self._painter.drawImage(_on_paper(self._printer, page), picture)
        self._done += 1
        if self._bar is not None:
            self._bar.setValue(self._done)
        if self._done < len(self._pages):
            self._draw_next()
        else:
            self._end()

    def _end(self) -> None:
        self._patience.stop()
        if self._painter.isActive():
            self._painter.end()
        self._thread.shutdown(wait=False)
        if self._progress is not None:
            self._progress.accept()
        self.finished.emit()
        if not self._drawing:  # else it is still to report here
            self.deleteLater()

    def _show_progress(self) -> None:
        self._progress = Sheet(tr("Printing “{title}”").format(title=self._title), parent=self._window)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, len(self._pages))
        self._bar.setValue(self._done)
        self._bar.setAccessibleName(tr("Pages printed"))
        self._progress.body.addWidget(self._bar)
        self._progress.add_cancel()
        self._progress.rejected.connect(self.cancel)
        self._progress.open()


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for, counted from 0, in the order in which they are to come out."""
    first, last = printer.fromPage(), printer.toPage()
    pages = list(range(max(1, first) - 1, min(count, last or count)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def _on_paper(printer: QPrinter, page: PageImage) -> QRectF:
    """Where a page goes on the paper: as large as it is, smaller only if the paper is."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / page.width, paper.height() / page.height)
    width, height = page.width * scale, page.height * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
