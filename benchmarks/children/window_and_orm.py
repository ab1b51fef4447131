"""An empty window, then the import of SQLAlchemy's ORM. Prints when both are done."""

import os
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
import sqlalchemy.orm  # noqa: F401

print(time.monotonic(), flush=True)
