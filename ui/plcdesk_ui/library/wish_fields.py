"""The fields of a wish, however they are laid out: minutes, people, what is looked at, trust, and the team."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from plcdesk.library.choosing import Wish
from plcdesk.library.schema import LooksAt, Trust
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper

LEAST_MINUTES, MOST_MINUTES, STEP = 5, 180, 5
LEAST_PEOPLE, MOST_PEOPLE = 2, 40


class WishFields(QObject):
    """Tells `changed` with the whole wish, `team_chosen` with the id of another team.

    `teams_offered` tells whether there are several to choose from.
    """

    changed = Signal(object)
    team_chosen = Signal(str)
    teams_offered = Signal(bool)

    def __init__(
        self, looks_at: RadioList | Choice, trust: RadioList | Choice, teams: Choice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._wish = Wish()
        self.teams = teams
        self.minutes = MinutesStepper(25, LEAST_MINUTES, MOST_MINUTES, tr("Minutes that we have"), STEP)
        self.people = Stepper(
            6, LEAST_PEOPLE, MOST_PEOPLE, lambda n: ntr("person", "people", n), tr("How many we are")
        )
        self.looks_at = looks_at
        self.trust = trust
        for field, name in (
            (self.teams, tr("Team")),
            (looks_at, tr("We look at")),
            (trust, tr("We know each other")),
        ):
            field.setAccessibleName(name)
        self.teams.chosen.connect(lambda team: self.team_chosen.emit(str(team)))
        self.minutes.changed.connect(lambda minutes: self._change(replace(self._wish, minutes=minutes)))
        self.people.changed.connect(lambda people: self._change(replace(self._wish, people=people)))
        looks_at.chosen.connect(
            lambda value: self._change(replace(self._wish, looks_at=cast("LooksAt | None", value)))
        )
        trust.chosen.connect(lambda value: self._change(replace(self._wish, trust=cast("Trust", value))))

    def show_wish(self, wish: Wish) -> None:
        """Show a wish; tells nobody."""
        self._wish = wish
        self.minutes.set_value(wish.minutes or LEAST_MINUTES)
        self.people.set_value(wish.people or LEAST_PEOPLE)
        self.looks_at.set_value(wish.looks_at)
        self.trust.set_value(wish.trust)

    def show_teams(self, teams: Sequence[Option], team_id: str) -> None:
        """Offer the teams; where there is only one, there is nothing to choose."""
        self.teams.set_options(teams, team_id)
        self.teams.setVisible(len(teams) > 1)
        self.teams_offered.emit(len(teams) > 1)

    def _change(self, wish: Wish) -> None:
        self._wish = wish
        self.changed.emit(wish)
