"""The app itself on a workspace. Prints two moments: the next meeting painted, and home filled and painted."""

import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

title, sys.argv = sys.argv[2], ["plcdesk", "--workspace", sys.argv[1]]

import plcdesk_ui.__main__ as app

import_without_the_hook = app.import_without_the_hook


def import_then_watch() -> None:
    import_without_the_hook()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    from plcdesk_ui.shell.frame import Frame, SightLine

    painted = SightLine.paintEvent
    show_app = Frame.show_app
    moments = []

    def first_paint(line: SightLine, event) -> None:
        painted(line, event)
        moments.append((line.text, time.monotonic()))

    def app_shown(frame: Frame, content) -> None:
        show_app(frame, content)
        QApplication.processEvents()
        filled = time.monotonic()
        assert any(label.text() == title and label.isVisible() for label in content.findChildren(QLabel))
        assert title in dict(moments)
        print(moments[-1][1], filled, flush=True)  # all lines of the next meeting are painted then
        QTimer.singleShot(0, QApplication.closeAllWindows)

    SightLine.paintEvent = first_paint
    Frame.show_app = app_shown


app.import_without_the_hook = import_then_watch
sys.exit(app.main())
