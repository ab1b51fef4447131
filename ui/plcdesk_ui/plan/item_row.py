"""The time at which a topic begins, and its card."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk_ui.plan.item_card import ItemCard
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.words import clock

_WIDEST = datetime(2000, 1, 1, 20, 44)  # noqa: DTZ001


class ItemRow(QWidget):
    """The time stands at the height of the title."""

    def __init__(self, card: ItemCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.shown: object = None  # what is shown now, for the list to compare
        self.time = plain("", "secondary")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.time.setContentsMargins(0, PAD + 1, 0, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW + 2)
        box.addWidget(self.time)
        box.addWidget(card, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._set_width()

    def show_start(self, starts: datetime) -> None:
        """Show when it begins."""
        self.time.setText(clock(starts))

    def changeEvent(self, event: QEvent) -> None:
        """All times are as wide, in any size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_width()

    def _set_width(self) -> None:
        self.time.ensurePolished()  # before that, its type is not yet that of the style sheet
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance(clock(_WIDEST)) + 4)
