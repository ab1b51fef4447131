"""What the team has and wants, in a line or two above the list, where there is no room for a card."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk_ui.library.wish_fields import WishFields
from plcdesk_ui.library.words import looks_at_words, trust_sentences
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.flow import FlowLayout


class WishBar(QWidget):
    """Its `fields` tell what is changed."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = fields = WishFields(
            Choice(looks_at_words(), small=True),
            Choice(trust_sentences(), small=True),
            Choice(small=True),
            self,
        )
        flow = FlowLayout(self)
        for part in (fields.teams, fields.minutes, fields.people, fields.looks_at, fields.trust):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
