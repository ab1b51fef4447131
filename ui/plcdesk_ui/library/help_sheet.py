"""'Help me choose': three questions, and three suggestions that change with each answer."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.library.choosing import Wish
from plcdesk.library.schema import LooksAt
from plcdesk.library.suggesting import Aim, Answers, Suggestion
from plcdesk.text import ntr, tr
from plcdesk_ui.library.help_words import aim_words, in_front_words
from plcdesk_ui.library.wish_fields import LEAST_MINUTES, LEAST_PEOPLE, MOST_MINUTES, MOST_PEOPLE, STEP
from plcdesk_ui.library.words import match_chip
from plcdesk_ui.plan.wide_sheet import WideSheet
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper

Suggest = Callable[[Answers], tuple[tuple[Suggestion, str], ...]]
"""Suggestions with their reasons in words; none while the protocols are still being read."""


class HelpSheet(WideSheet):
    """`take` gets the wish that the answers make and the id of the protocol that was chosen."""

    def __init__(
        self, wish: Wish, suggest: Suggest, take: Callable[[Wish, str], None], parent: QWidget
    ) -> None:
        super().__init__(tr("Help me choose"), (36, 38), parent)
        self._wish = wish
        self._suggest = suggest
        self._take = take
        in_front = [(value, words, "neutral") for value, words in in_front_words()]
        aims = [(value, words, "neutral") for value, words in aim_words()]
        self.in_front = ChipChoice(in_front, wish.looks_at, tr("What lies in front of us?"))  # pyright: ignore[reportArgumentType]
        self.minutes = MinutesStepper(
            wish.minutes or 0, LEAST_MINUTES, MOST_MINUTES, tr("Minutes that we have"), STEP
        )
        self.people = Stepper(
            wish.people or 0,
            LEAST_PEOPLE,
            MOST_PEOPLE,
            lambda n: ntr("person", "people", n),
            tr("How many we are"),
        )
        self.aim = ChipChoice(aims, "understand", tr("What do we want?"))  # pyright: ignore[reportArgumentType]
        self.rows = RowList(padding=10)
        self._lay_out()
        for field in (self.in_front, self.aim):
            field.chosen.connect(lambda _value: self.refresh())
        for stepper in (self.minutes, self.people):
            stepper.changed.connect(lambda _value: self.refresh())
        self.refresh()

    @property
    def answers(self) -> Answers:
        """What is answered now."""
        return Answers(
            cast("Aim", self.aim.value()),
            self.minutes.value(),
            self.people.value(),
            cast("LooksAt | None", self.in_front.value()),
            self._wish.trust,
        )

    def refresh(self) -> None:
        """Suggest anew."""
        answers = self.answers
        wish = Wish(answers.minutes, answers.people, answers.looks_at, answers.trust)
        rows: list[QWidget] = []
        for suggestion, why in self._suggest(answers):
            summary = suggestion.match.summary
            words, tone = match_chip(suggestion.match, wish)
            row = ClickRow(
                summary.name, f"{summary.summary}\n{why}", trailing=[Chip(words, tone)], key=summary.id
            )
            row.setAccessibleName(", ".join((summary.name, summary.summary, words, why)))
            row.activated.connect(lambda key=summary.id: self._chosen(wish, key))
            rows.append(row)
        if not rows:
            rows.append(plain(tr("Reading the protocols…"), "secondary"))
        self.rows.set_rows(rows)

    def suggested(self) -> list[ClickRow]:
        """The rows of the suggestions."""
        return [row for row in self.rows.rows() if isinstance(row, ClickRow)]

    def _lay_out(self) -> None:
        steppers = QWidget()
        line = QHBoxLayout(steppers)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(ROW)
        line.addWidget(self.minutes)
        line.addWidget(self.people)
        line.addStretch(1)
        for question, answer in (
            (tr("What lies in front of us?"), self.in_front),
            (tr("How long do we have, and how many are we?"), steppers),
            (tr("What do we want?"), self.aim),
        ):
            self.body.addWidget(plain(question, "card-title"))
            self.body.addWidget(answer)
        self.body.addWidget(plain(tr("These would suit"), "card-title"))
        self.body.addWidget(page_scroll(self.rows), 1)
        self.add_cancel(tr("Close"))

    def _chosen(self, wish: Wish, key: str) -> None:
        self.accept()
        self._take(wish, key)
