"""The app itself on a workspace. Prints when its window was painted with the next meeting's title on it."""

import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

title, sys.argv = sys.argv[2], ["plcdesk", "--workspace", sys.argv[1]]

import plcdesk_ui.__main__ as app

import_core = app.import_core_before_qt


def import_core_then_watch() -> None:
    import_core()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel

    from plcdesk_ui.shell.window import Window

    def painted(window: Window) -> None:
        assert any(label.text() == title for label in window.findChildren(QLabel))
        print(time.monotonic(), flush=True)
        QApplication.closeAllWindows()

    def paint_event(window: Window, event: QPaintEvent) -> None:
        del event
        if not hasattr(window, "was_painted"):
            window.was_painted = True
            QTimer.singleShot(0, lambda: painted(window))

    Window.paintEvent = paint_event


app.import_core_before_qt = import_core_then_watch
sys.exit(app.main())
