"""What the team has and wants, as a card at the left."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.library.wish_fields import WishFields
from plcdesk_ui.library.words import looks_at_words, trust_words
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList


class WishCard(Card):
    """Its `fields` tell what is changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What we have"))
        self.fields = fields = WishFields(
            RadioList(looks_at_words()), RadioList(trust_words()), Choice(), self
        )
        we_are = plain(tr("We are"), "card-title")
        fields.teams_offered.connect(we_are.setVisible)
        for stepper in (fields.minutes, fields.people):
            stepper.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addWidget(we_are)
        self.body.addWidget(fields.teams)
        self._group(tr("We have"), fields.minutes, fields.people)
        self._group(tr("We look at"), fields.looks_at)
        self._group(tr("We know each other"), fields.trust)

    def _group(self, title: str, *fields: QWidget) -> None:
        label = plain(title, "card-title", wrap=True)
        label.setContentsMargins(0, 4, 0, 0)
        for part in (label, *fields):
            self.body.addWidget(part)
