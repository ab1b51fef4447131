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

    from plcdesk_ui.shell.frame import FirstSight, Frame

    painted = FirstSight.paintEvent
    show_app = Frame.show_app
    moments = []

    def first_paint(sight: FirstSight, event) -> None:
        painted(sight, event)
        assert sight.sight.title == title
        moments.append(time.monotonic())

    def app_shown(frame: Frame, content) -> None:
        show_app(frame, content)
        QApplication.processEvents()
        filled = time.monotonic()
        assert any(label.text() == title and label.isVisible() for label in content.findChildren(QLabel))
        print(moments[0], filled, flush=True)
        QTimer.singleShot(0, QApplication.closeAllWindows)

    FirstSight.paintEvent = first_paint
    Frame.show_app = app_shown


app.import_without_the_hook = import_then_watch
sys.exit(app.main())
