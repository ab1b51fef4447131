"""A calm message in the page: something to know, to think of, or that went wrong."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QWidget

from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.card import Card, CardLook
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain, set_tone

BannerKind = Literal["info", "warning", "problem"]
_LOOKS: dict[BannerKind, CardLook] = {"info": "info", "warning": "warning", "problem": "danger"}
_TONES: dict[BannerKind, str] = {"info": "secondary", "warning": "on-warning", "problem": "on-danger"}
Action = tuple[str, Callable[[], object]]


class Banner(Card):
    """A title, a sentence and up to three buttons; all but the first are quiet. Hidden while it has no title."""

    def __init__(
        self,
        title: str = "",
        sentence: str = "",
        kind: BannerKind = "info",
        actions: tuple[Action, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title or None, parent=parent)
        self.body.setSpacing(ROW)
        self._sentence = plain("", wrap=True)
        self.body.addWidget(self._sentence)
        self._row = FlowLayout(spacing=ROW)
        self.body.addLayout(self._row)
        self.buttons: list[Button] = []
        self.show_message(title, sentence, kind, actions)

    def show_message(
        self, title: str, sentence: str = "", kind: BannerKind = "info", actions: tuple[Action, ...] = ()
    ) -> None:
        """Say something else; an empty title hides the banner."""
        self.set_title(title)
        self.set_card_look(_LOOKS[kind])
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        set_tone(self._sentence, _TONES[kind])
        self.setAccessibleDescription(sentence)
        self._set_actions(actions)
        if not title or self.parentWidget() is not None:
            self.setVisible(bool(title))

    def _set_actions(self, actions: tuple[Action, ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = [
            button(
                text, on_click, "plain" if index == 0 else "quiet", grade="snug" if len(actions) > 2 else None
            )
            for index, (text, on_click) in enumerate(actions[:3])
        ]
        for made in self.buttons:
            self._row.addWidget(made)
