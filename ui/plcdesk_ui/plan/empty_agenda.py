"""What stands in the place of an agenda that has nothing on it yet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.empty import EmptyState


class EmptyAgenda(Card):
    """Leads on: a topic, a pasted agenda, or the usual frame of opening and wrap-up."""

    def __init__(
        self,
        add: Callable[[], None],
        paste: Callable[[], None],
        frame: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(
            EmptyState("list-checks", tr("Nothing is on the agenda yet. Add a topic, or paste an agenda."))
        )
        self.add = button(tr("Add a topic"), add, "primary")
        self.paste = button(tr("Paste an agenda…"), paste)
        self.frame = button(tr("Opening and wrap up"), frame, tip=tr("Begin with an opening and a wrap-up"))
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.setContentsMargins(0, 0, 0, GAP)
        row.addStretch(1)
        for part in (self.add, self.paste, self.frame):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.body.addLayout(row)
