"""What a pasted agenda would become: topics with minutes, and how each protocol named in it can be run."""

from collections.abc import Callable
from dataclasses import dataclass

from plcdesk.library.fitted import TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.paste import DEFAULT_MINUTES, PastedAgenda, PastedItem
from plcdesk.text import tr
from plcdesk_ui.plan.wording import offer_name

USUAL = 10


@dataclass(frozen=True)
class Way:
    """A way to run a protocol: in these minutes, in a form, with so many presenters or groups."""

    words: str
    minutes: int
    form: str | None = None
    presenters: int | None = None
    groups: int = 1


@dataclass(frozen=True)
class Found:
    """An item of the text. `ways` are empty without a protocol; `too_short` says how much too few its minutes are."""

    item: PastedItem
    minutes: int
    protocol: Protocol | None = None
    ways: tuple[Way, ...] = ()
    too_short: TooShort | None = None


def found_in(
    pasted: PastedAgenda, slot: int, people: int, protocol: Callable[[str], Protocol]
) -> tuple[Found, ...]:
    """The items of a pasted agenda for a meeting of `slot` minutes and so many people."""
    known = sum(item.minutes or 0 for item in pasted.items)
    return tuple(_found(item, slot - known, people, protocol) for item in pasted.items)


def _found(item: PastedItem, left: int, people: int, protocol: Callable[[str], Protocol]) -> Found:
    named = protocol(item.protocol_id) if item.protocol_id is not None else None
    if item.minutes is not None:
        minutes = item.minutes
    elif named is not None:
        minutes = own_minutes(named, people)
    else:
        minutes = left if left > 0 else DEFAULT_MINUTES.get(item.kind, USUAL)
    minutes = max(1, min(minutes, 480))
    if named is None:
        return Found(item, minutes)
    outcome = fit(named, minutes, people)
    if not isinstance(outcome, TooShort):
        return Found(item, minutes, named, (Way("", minutes),))
    ways = [
        Way(offer_name(offer, named), minutes, offer.form, offer.presenters, offer.groups)
        for offer in outcome.offers
    ]
    ways.append(Way(tr("Give it {n} min").format(n=outcome.needed), outcome.needed))
    return Found(item, minutes, named, tuple(ways), outcome)
