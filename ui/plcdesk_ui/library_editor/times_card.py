"""How the steps fit: the timeline for the minutes and people at hand, as it would run."""

from plcdesk.library.fitting import own_minutes
from plcdesk.library.people import usual_people
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import find_form, in_form, walk
from plcdesk.text import ntr, tr
from plcdesk_ui.library.fit_part import FitPart
from plcdesk_ui.library.reading_fit import Way, read_fit
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper

LONGEST = 480
MOST = 200


class TimesCard(Card):
    """The minutes follow the protocol's own until somebody asks for others."""

    def __init__(self) -> None:
        super().__init__(tr("How it fits"))
        self._protocol: Protocol | None = None
        self._way: Way | None = None
        self._chosen = False
        self.minutes = MinutesStepper(30, 1, LONGEST, tr("Minutes to try"))
        self.people = Stepper(6, 1, MOST, lambda n: ntr("person", "people", n), tr("People to try"))
        self.fit = FitPart()
        self.nothing = plain(tr("No step takes time yet."), "secondary", wrap=True)
        self.body.setSpacing(ROW + 2)
        for part in (flow(self.minutes, self.people), self.fit, self.nothing):
            self.body.addWidget(part)
        self.minutes.changed.connect(self._try_minutes)
        self.people.changed.connect(self._try_people)
        self.fit.minutes_wanted.connect(self._take)
        self.fit.offer_wanted.connect(
            lambda offer: self._try_way(Way(self.people.value(), offer.presenters, offer.form, offer.groups))
        )
        self.fit.form_wanted.connect(lambda form: self._try_way(Way(self.people.value(), form=form)))
        self.fit.plain_wanted.connect(lambda: self._try_way(None))

    def begin(self, protocol: Protocol) -> None:
        """Another protocol: its own people and minutes."""
        self._chosen = False
        self._way = None
        self.people.set_value(usual_people(protocol) if protocol.people.least >= 1 else 1)
        self.show_protocol(protocol)

    def show_protocol(self, protocol: Protocol) -> None:
        """Fit the protocol as it is now, finished or not."""
        self._protocol = protocol
        way = self._way or Way(self.people.value(), form="")
        if way.form and find_form(protocol, way.form) is None:
            way = self._way = Way(self.people.value(), form="")
        shape = in_form(protocol, way.form or None)
        runs = any(step.kind != "loop" and step.when == "always" for step in walk(shape.steps))
        self.fit.setVisible(runs)
        self.nothing.setVisible(not runs)
        if not runs:
            return
        if not self._chosen:
            self.minutes.set_value(min(LONGEST, own_minutes(protocol, way.people, form=way.form)))
        self.fit.show_fit(read_fit(protocol, self.minutes.value(), way, ()))

    def show_form(self, form_id: str) -> None:
        """Show one of its forms, for people that it is meant for; with an empty id the protocol as it is written."""
        form = find_form(self._protocol, form_id) if self._protocol is not None else None
        if form is not None:
            people = max(self.people.value(), form.people_least or 1)
            self.people.set_value(min(people, form.people_most or people))
        self._chosen = False
        self._try_way(Way(self.people.value(), form=form_id))

    def _try_minutes(self) -> None:
        self._chosen = True
        self._again()

    def _take(self, minutes: int) -> None:
        self.minutes.set_value(minutes)
        self._try_minutes()

    def _try_people(self, people: int) -> None:
        self._try_way(Way(people, form=self._way.form if self._way is not None else ""))

    def _try_way(self, way: Way | None) -> None:
        self._way = way
        self._again()

    def _again(self) -> None:
        if self._protocol is not None:
            self.show_protocol(self._protocol)
