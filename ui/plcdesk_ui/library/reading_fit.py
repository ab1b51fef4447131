"""How a protocol is read: in how many minutes, for how many people, in which form; and how that fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plcdesk.library.fitted import Fitted, Offer, TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.for_people import FormLength, form_lengths, form_within
from plcdesk.library.outline import fitted_or_own
from plcdesk.library.schema import Protocol
from plcdesk.planning.from_library import Chosen


@dataclass(frozen=True)
class Way:
    """One way to run a protocol; as in `library.fitting.fit`."""

    people: int
    presenters: int | None = None
    form: str | None = None
    groups: int = 1

    @property
    def is_changed(self) -> bool:
        """Whether there are other presenters or more groups than the protocol has by itself."""
        return self.presenters is not None or self.groups > 1


@dataclass(frozen=True)
class ReadingFit:
    """A protocol in one way for so many minutes. `outcome` is in its own time where that is less than the slot."""

    protocol: Protocol
    slot: int
    way: Way
    lengths: tuple[FormLength, ...]
    outcome: Fitted | TooShort
    shown: Fitted

    @property
    def short(self) -> TooShort | None:
        """By how much the slot is too short; None where it fits."""
        return self.outcome if isinstance(self.outcome, TooShort) else None

    @property
    def minutes(self) -> int:
        """The minutes that it would be put on an agenda with."""
        return self.short.needed if self.short is not None else self.shown.minutes + self.shown.spare

    @property
    def chosen(self) -> Chosen:
        """What would be put on an agenda."""
        way = self.way
        return Chosen(self.protocol, self.minutes, way.people, way.presenters, way.form, way.groups)

    def in_form(self, form: str | None) -> "ReadingFit":
        """The same in another form."""
        return read_fit(self.protocol, self.slot, Way(self.way.people, form=form), self.lengths)

    def with_offer(self, offer: Offer) -> "ReadingFit":
        """The same with what an offer changes."""
        way = replace(self.way, presenters=offer.presenters, form=offer.form, groups=offer.groups)
        return read_fit(self.protocol, self.slot, way, self.lengths)


def first_fit(protocol: Protocol, slot: int, people: int) -> ReadingFit:
    """The protocol in the form that fits the slot best; if none does, in the one that comes nearest."""
    lengths = form_lengths(protocol, people)
    return read_fit(protocol, slot, Way(people, form=form_within(lengths, slot).form), lengths)


def read_fit(protocol: Protocol, slot: int, way: Way, lengths: Sequence[FormLength]) -> ReadingFit:
    """The protocol in one way; never longer than its own time."""
    own = own_minutes(protocol, way.people, way.presenters, way.form, groups=way.groups)
    minutes = min(own, slot)
    outcome = fit(protocol, minutes, way.people, way.presenters, way.form, groups=way.groups)
    shown = (
        outcome
        if isinstance(outcome, Fitted)
        else fitted_or_own(protocol, minutes, way.people, way.presenters, way.form, way.groups)
    )
    return ReadingFit(protocol, slot, way, tuple(lengths), outcome, shown)
