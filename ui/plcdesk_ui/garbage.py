"""Python's garbage, collected in the GUI thread alone and between events.

Left to itself, Python collects in whichever thread happens to ask for memory. When that is the writer's,
widgets and timers that nobody holds any more end there: Qt cannot stop a timer from another thread, calls it
once more, and the app is gone in the middle of a meeting.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at how much there is."""
_MANY = (700, 10, 10)
"""How many objects, young collections and middle collections make the next one due: Python's own figures."""


class GarbageCollection(QObject):
    """Collects from now on, for as long as the app runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_what_is_due)
        timer.start(EVERY)


def collect_what_is_due() -> None:
    """Collect as Python would have done by itself. Call it in the GUI thread, from no code of Qt's."""
    young, middle, old = gc.get_count()
    if old > _MANY[2]:
        gc.collect(2)
    elif middle > _MANY[1]:
        gc.collect(1)
    elif young > _MANY[0]:
        gc.collect(0)
