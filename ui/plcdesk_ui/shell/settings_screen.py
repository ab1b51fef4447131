"""Settings of this laptop: look, size of type, paper, and where the workspace is."""

from PySide6.QtWidgets import QHBoxLayout

from plcdesk.settings import LARGEST_TEXT, SMALLEST_TEXT
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.sharing.folder_card import FolderCard
from plcdesk_ui.theme.theme import Theme
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.toggles import CheckRow
from plcdesk_ui.widgets.top_bar import TopBar

SIZES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class SettingsScreen(Screen):
    """Each change holds at once; there is nothing to save."""

    rail_key = "settings"

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__(context)
        self._theme = theme
        self.look = RadioList(
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))], name=tr("Look")
        )
        self.look.chosen.connect(lambda choice: self._change(theme=choice))
        self.text_size = Choice([(scale, f"{round(scale * 100)} %") for scale in SIZES])
        self.text_size.chosen.connect(lambda scale: self._change(text_scale=scale))
        self.paper = RadioList(
            [("auto", tr("As usual where I am")), ("letter", tr("Letter")), ("a4", tr("A4"))],
            name=tr("Paper"),
        )
        self.paper.chosen.connect(lambda paper: self._change(paper=paper))
        self.page.addWidget(TopBar(tr("Settings"), tr("They hold on this laptop only.")))
        self.coach = CheckRow(tr("I coach teams"), tr("Insights then has room for your reply to each team."))
        self.coach.box.toggled.connect(lambda on: self.context.remember(coach=on))
        self.folder = FolderCard(context)
        self.folder.exchange_requested.connect(context.bus.exchange_wished)
        left = Column(self._look_card(), self._paper_card(), self._work_card())
        right = Column(self.folder, self._workspace_card())
        self.page.addWidget(page_scroll(Columns((left, 1), (right, 1))), 1)

    def enter(self, place: Place) -> None:
        settings = self.context.settings
        self.look.set_value(settings.theme)
        nearest = min(SIZES, key=lambda scale: abs(scale - settings.text_scale))
        self.text_size.set_value(nearest)
        self.paper.set_value(settings.paper)
        self.coach.box.setChecked(settings.coach)
        self.folder.show_settings(settings)

    def leave(self) -> None:
        self.folder.flush()

    def _change(self, **values: object) -> None:
        self.context.remember(**values)
        settings = self.context.settings
        scale = min(LARGEST_TEXT, max(SMALLEST_TEXT, settings.text_scale))
        self._theme.apply(settings.theme, scale)

    def _look_card(self) -> Card:
        card = Card(tr("Look"))
        card.body.addWidget(self.look)
        card.body.addWidget(field(tr("Size of type"), self.text_size))
        return card

    def _paper_card(self) -> Card:
        card = Card(tr("Paper"))
        card.body.addWidget(plain(tr("For minutes and agendas."), "secondary"))
        card.body.addWidget(self.paper)
        return card

    def _work_card(self) -> Card:
        card = Card(tr("My work"))
        card.body.addWidget(self.coach)
        return card

    def _workspace_card(self) -> Card:
        card = Card(tr("Where everything is"))
        card.body.addWidget(
            plain(
                tr("Your meetings are in one file on this laptop. Nothing leaves it unless you send it."),
                wrap=True,
            )
        )
        card.body.addWidget(plain(str(self.context.workspace.file), "secondary", wrap=True, selectable=True))
        row = QHBoxLayout()
        row.addWidget(button(tr("Back up…"), self._back_up))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _back_up(self) -> None:
        from plcdesk_ui.shell.back_up import ask_and_back_up

        ask_and_back_up(self, self.context)
