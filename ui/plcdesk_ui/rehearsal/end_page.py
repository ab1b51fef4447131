"""The end of a rehearsal: once more, or close."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import GAP, PAD, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain

_WIDTH = 420


class EndPage(QWidget):
    """Tells `again_wished` and `close_wished`."""

    again_wished = Signal()
    close_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.again = button(tr("Again"), self.again_wished.emit)
        self.close_button = button(tr("Close"), self.close_wished.emit, "primary")
        card = Card()
        card.set_margins(PAD + 6, PAD + 4, PAD + 6, PAD + 6)
        card.body.setSpacing(GAP)
        self.words = plain(tr("That was it"), "title")
        card.body.addWidget(self.words)
        sentence = tr("In a meeting the wrap-up comes now. What was noted here is gone.")
        card.body.addWidget(plain(sentence, "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.addWidget(self.close_button)
        row.addWidget(self.again)
        row.addStretch(1)
        card.body.addLayout(row)
        card.setFixedWidth(round(_WIDTH * theme_of(self).sizes.base / 14))
        line = QHBoxLayout()  # an alignment would take the height that wrapped words need
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(line)
        box.addStretch(3)
        self.setFocusProxy(self.close_button)
