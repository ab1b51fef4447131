"""What can be written down in a step: its own kinds under the protocol's words, then those of every meeting."""

from dataclasses import dataclass, replace

from plcdesk.library.kinds import Tone, chip_for
from plcdesk.library.schema import Step
from plcdesk.running.capture_names import fold
from plcdesk.running.capture_words import DOING_KINDS
from plcdesk.text import tr
from plcdesk_ui.run.capture.typed_fields import WRITTEN
from plcdesk_ui.run.step_facts import StepFacts

_OF_EVERY_MEETING = ("question", "action", "decision", "parked")


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind as it is offered: `name` stands on its chip, `word` is the protocol's own word, if it has one.

    `anonymous` asks that nobody's name is kept with it. `asks` are the fields that the step wants besides.
    """

    kind: str
    name: str
    tone: Tone
    word: str | None = None
    anonymous: bool = False
    asks: tuple[str, ...] = ()

    @property
    def is_doing(self) -> bool:
        """Whether somebody does it until some day."""
        return self.kind in DOING_KINDS or "owner" in self.asks or "due" in self.asks

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields to be typed in places of their own."""
        return tuple(field for field in WRITTEN if field in self.asks)

    @property
    def short(self) -> str:
        """What stands on a chip to press."""
        return tr("Park") if self.kind == "parked" and self.word is None else self.name


def offers_in(facts: StepFacts | None) -> tuple[Offer, ...]:
    """The offers of the step that is on, the one that plain Enter gives first."""
    if facts is None:
        return offers_of(None, "")
    offers = offers_of(facts.step, facts.item.kind)
    if not facts.groups:
        return offers
    # Where small groups are at it, a note stands under its group's name already.
    return tuple(replace(offer, asks=tuple(ask for ask in offer.asks if ask != "group")) for offer in offers)


def offers_of(step: Step | None, item_kind: str) -> tuple[Offer, ...]:
    """The offers of a step, or of an item that has none. Where nothing is written down, only what must not be lost."""
    if step is not None and step.notes == "none":
        return _distinct(tuple(_general(kind) for kind in ("parked", "action")))
    own: tuple[Offer, ...] = ()
    if step is not None:
        own = tuple(
            Offer(
                capture.kind,
                capture.name,
                chip_for(capture.kind).tone,
                capture.name,
                capture.by == "anonymous",
                tuple(capture.fields),
            )
            for capture in step.captures
        )
    first = ("decision", "note") if item_kind == "decision" else ("note",)
    return _distinct((*own, *(_general(kind) for kind in (*first, *_OF_EVERY_MEETING))))


def offer_for(kind: str, offers: tuple[Offer, ...], typed: str = "") -> Offer:
    """The offer of `kind`: the one whose word was typed if there are several, one of its own if there is none."""
    same = [offer for offer in offers if offer.kind == kind]
    named = [offer for offer in same if fold(offer.name) == fold(typed)]
    return (named or same or [_general(kind)])[0]


def _general(kind: str) -> Offer:
    chip = chip_for(kind)
    return Offer(kind, chip.name, chip.tone)


def _distinct(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Without a general kind that the step has itself, or whose word another one bears already."""
    kept: list[Offer] = []
    for offer in offers:
        general = offer.word is None
        if general and any(offer.kind == other.kind or offer.name == other.name for other in kept):
            continue
        kept.append(offer)
    return tuple(kept)
