"""Why a file was not brought in: everything that is wrong in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from plcdesk.library.faults import Fault
from plcdesk.text import tr
from plcdesk_ui.library.row import fault_line
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import Column, page_scroll
from plcdesk_ui.widgets.sheet import Sheet

_HIGH = 180


class RefusedSheet(Sheet):
    """Names the file and lists its faults; nothing was changed."""

    def __init__(self, file: str, faults: Sequence[Fault], parent: QWidget) -> None:
        sentence = tr("“{file}” was not brought in, and nothing was changed.").format(file=file)
        super().__init__(tr("This file cannot be used as it is"), sentence, parent)
        self.lines = [fault_line(fault) for fault in faults]
        area = page_scroll(Column(*(plain(line, wrap=True, selectable=True) for line in self.lines), gap=ROW))
        area.setMinimumHeight(_HIGH)
        area.setAccessibleName(tr("What is wrong"))
        self.body.addWidget(area)
        self.add_cancel(tr("Close")).setDefault(True)
