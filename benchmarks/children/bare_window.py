"""A window with nothing in it: what every PySide6 program pays. Prints when it was painted."""

import os
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.painted)

    def painted(self) -> None:
        print(time.monotonic(), flush=True)
        QApplication.quit()


app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
