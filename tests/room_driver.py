"""Runs the real app and acts in it like a person, telling on stdout what it sees: for tests that kill it.

Words: 'begin' or 'resume', the workspace, and the meeting's id, or nothing to come in through Home.
"""

import json
import sys
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from plcdesk_ui.run.desk import Desk
from plcdesk_ui.run.start_sheet import StartSheet
from plcdesk_ui.shell.window import Window
from plcdesk_ui.start import start

SENTENCE = "the ticket never asked them to compare two objects and so nobody did "
KEY_EVERY = 40  # milliseconds
LOOK_EVERY = 20


class Driver:
    """One look at the window at each beat of its timer."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.typed = ""
        self.began = time.monotonic()
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(LOOK_EVERY)
        self.keys = QTimer()
        self.keys.timeout.connect(self.type)

    def look(self) -> None:
        if time.monotonic() - self.began > 60:
            QApplication.exit(3)
        window = next((each for each in QApplication.allWidgets() if isinstance(each, Window)), None)
        if window is None or not window.isVisible():
            return
        for button in window.findChildren(QPushButton):
            if button.text() == "Back to the meeting" and button.isVisible():
                button.click()
        sheet = window.findChild(StartSheet)
        if sheet is not None and sheet.isVisible() and sheet.start.isEnabled():
            sheet.start.click()
        desk = window.findChild(Desk)
        if desk is not None and desk.isVisible():
            self.act(desk, window)

    def act(self, desk: Desk, window: Window) -> None:
        state = desk.live.state
        if self.what == "begin":
            if len(desk.live.room.events) == 1:
                desk.next()
            elif not self.keys.isActive():
                desk.focus_notes()
                self.keys.start(KEY_EVERY)
            elif self.typed:
                self.tell(desk)
        elif state.status == "running":
            self.timer.stop()
            desk.live.tick()
            QTimer.singleShot(200, lambda: (self.tell(desk), window.window().close()))

    def type(self) -> None:
        letter = SENTENCE[len(self.typed) % len(SENTENCE)]
        QTest.keyClick(QApplication.focusWidget(), letter)
        self.typed += letter

    def tell(self, desk: Desk) -> None:
        state = desk.live.state
        focus = desk.notes.line.edit
        seen = {
            "step": state.step.title if state.step is not None else None,
            "elapsed": state.current_elapsed,
            "wall": state.at.wall.timestamp(),
            "typed": self.typed,
            "in_line": focus.toPlainText() if hasattr(focus, "toPlainText") else focus.text(),
        }
        print(json.dumps(seen), flush=True)  # noqa: T201


def drive() -> int:
    app = QApplication(["plcdesk"])
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    driver = Driver(sys.argv[1])
    place = ["--open", f"run:{sys.argv[3]}"] if len(sys.argv) > 3 else []
    status = start(["--workspace", sys.argv[2], *place])
    driver.timer.stop()
    return status


if __name__ == "__main__":
    sys.exit(drive())
