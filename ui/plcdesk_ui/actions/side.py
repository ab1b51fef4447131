"""What narrows the list of actions: mine, late, this week, all; and whose."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from plcdesk.archive.actions import VIEWS, View
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList


class ActionsSide(Card):
    """Tells what was chosen: a view, a person's name (empty for everybody), who one is oneself."""

    view_chosen = Signal(str)
    person_chosen = Signal(str)
    me_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Narrow the list"))
        self.views = RadioList(())
        self.person, self.me = Choice(), Choice()
        for part, name in ((self.views, tr("Show")), (self.person, tr("By person")), (self.me, tr("I am"))):
            part.setAccessibleName(name)
            label = plain(name, "card-title")
            label.setContentsMargins(0, 4, 0, 0)
            self.body.addWidget(label)
            self.body.addWidget(part)
        for choice in (self.person, self.me):
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.views.chosen.connect(lambda value: self.view_chosen.emit(str(value)))
        self.person.chosen.connect(lambda value: self.person_chosen.emit(str(value)))
        self.me.chosen.connect(lambda value: self.me_chosen.emit(str(value)))
        self._options: list[Option] = []

    def show_views(self, counts: Mapping[View, int], view: View) -> None:
        """The views with how many each has."""
        words: dict[View, str] = {
            "mine": tr("Mine {n}"),
            "late": tr("Late {n}"),
            "week": tr("Due this week {n}"),
            "open": tr("All open {n}"),
            "done": tr("Done of late {n}"),
        }
        options: list[Option] = [(each, words[each].format(n=counts[each])) for each in VIEWS]
        if options != self._options:
            self._options = options
            self.views.set_options(options, view)
        self.views.set_value(view)

    def show_people(self, having: Sequence[str], all_names: Sequence[str], person: str, me: str) -> None:
        """Whom one can choose: those who have actions, and for 'I am' everybody."""
        everybody: list[Option] = [("", tr("Anyone")), *((name, name) for name in having)]
        oneself: list[Option] = [("", tr("Choose")), *((name, name) for name in all_names)]
        for choice, options, value in ((self.person, everybody, person), (self.me, oneself, me)):
            if tuple(options) != choice.options:
                choice.set_options(options)
            choice.set_value(value)
