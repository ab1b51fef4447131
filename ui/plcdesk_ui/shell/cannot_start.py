"""What is shown when the app cannot start: one sentence, not a traceback."""

import sys
import traceback

from PySide6.QtGui import QGuiApplication

from plcdesk.text import tr
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.sheet import Sheet


def tell(sentence: str) -> None:
    """Show why the app cannot start; without a screen to show it on, nothing."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return
    sheet = Sheet(tr("PLC Desk cannot start"))
    sheet.body.addWidget(plain(sentence, wrap=True))
    sheet.add_accept(tr("Close"))
    sheet.exec()


def tell_of_a_fault() -> None:
    """Say that the fault is ours; what happened goes to the error stream, without anybody's words."""
    sys.stderr.write("".join(traceback.format_tb(sys.exc_info()[2])) + f"{sys.exc_info()[0]}\n")
    tell(tr("Something is wrong in PLC Desk itself, so it cannot open. Your workspace was left as it is."))
