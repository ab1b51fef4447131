"""A line as it would be written down: what its words say, and what the person said besides by chips."""

from dataclasses import dataclass, field, replace
from datetime import date

from plcdesk.running.capture import Capture, Mark, Person, TimeOff, read_capture, split_lines
from plcdesk.running.capture_words import DOING_KINDS
from plcdesk_ui.run.capture.offers import Offer, offer_for

_FIRST_MASK = 0xF0000  # private use: no letter, no sign, nothing that a reader takes for a word
_MOST_READINGS = 6


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a line is read against. `next_meeting` is the team's next planned one, `off` its days off."""

    people: tuple[Person, ...]
    today: date
    next_meeting: date | None
    day_first: bool
    off: tuple[TimeOff, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoWhen:
    """Who does something and until when: members' ids, and names of people who are not on the team."""

    owners: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person said of the line by chips: a kind, who and when; and which words were not meant so.

    `refused` holds what a mark was read as and its words. `apart` says that each line is a note of its own.
    """

    offer: Offer | None = None
    who_when: WhoWhen | None = None
    refused: frozenset[tuple[str, str]] = frozenset()
    apart: bool = False


NO_WISHES = Wishes()


@dataclass(frozen=True)
class Understood:
    """What Enter will write down. `lines` is above 1 when it will be as many notes; the rest is then the first's."""

    offer: Offer
    text: str
    who_when: WhoWhen = WhoWhen()
    said_by: str | None = None
    tags: tuple[str, ...] = ()
    lines: int = 1
    bare: bool = False
    marks: tuple[tuple[str, str], ...] = ()
    fields: dict[str, object] = field(default_factory=dict[str, object])


def understand(
    text: str,
    offers: tuple[Offer, ...],
    grounds: Grounds,
    wishes: Wishes = NO_WISHES,
    *,
    thorough: bool = False,
) -> Understood:
    """Read the line. Takes a fraction of a millisecond, unless `thorough`; never raises."""
    lines = _count(text) if wishes.apart else 1
    if lines > 1:
        return Understood(wishes.offer or offers[0], text, lines=lines)
    capture = _read(text, offers, grounds, wishes, thorough=thorough)
    typed = next((words for what, words in _marks(capture, text) if what == "kind"), "")
    offer = offer_for(capture.kind, offers, typed)
    if wishes.offer is not None and wishes.offer.kind == capture.kind and not typed:
        offer = wishes.offer
    who_when = WhoWhen(capture.owners, capture.owner_names, capture.due)
    if wishes.who_when is not None and offer.is_doing:
        who_when = wishes.who_when
    return Understood(
        offer,
        _unmasked(capture.text, text) if capture.source != text else capture.text,
        who_when,
        capture.said_by,
        capture.tags,
        1,
        capture.bare,
        _marks(capture, text),
        {"tags": list(capture.tags)} if capture.tags else {},
    )


def each_line(
    text: str, offers: tuple[Offer, ...], grounds: Grounds, wishes: Wishes
) -> tuple[Understood, ...]:
    """A pasted text as a note for each line. Raises UserError for too many lines."""
    each = replace(wishes, apart=False, who_when=None, refused=frozenset())
    return tuple(understand(line, offers, grounds, each) for line in split_lines(text))


def _count(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def _read(
    text: str, offers: tuple[Offer, ...], grounds: Grounds, wishes: Wishes, *, thorough: bool
) -> Capture:
    """Read the text; words that were not meant as what they sound like are taken as they stand."""
    capture = _read_once(text, offers, grounds, wishes, thorough=thorough)
    for _ in range(_MOST_READINGS):
        wrong = [mark for mark in capture.marks if _is_refused(mark, text, capture.kind, offers, wishes)]
        if not wrong:
            break
        shown = capture.source
        for mark in wrong:
            shown = shown[: mark.start] + _mask(mark.start, mark.end) + shown[mark.end :]
        capture = _read_once(shown, offers, grounds, wishes, thorough=thorough)
    return capture


def _read_once(
    text: str, offers: tuple[Offer, ...], grounds: Grounds, wishes: Wishes, *, thorough: bool
) -> Capture:
    return read_capture(
        text,
        grounds.people,
        [(offer.kind, offer.name) for offer in offers],
        offers[0].kind,
        grounds.today,
        grounds.next_meeting,
        chosen=wishes.offer.kind if wishes.offer is not None else None,
        doing=DOING_KINDS | {offer.kind for offer in offers if offer.is_doing},
        day_first=grounds.day_first,
        off=grounds.off,
        thorough=thorough,
    )


def _is_refused(mark: Mark, text: str, kind: str, offers: tuple[Offer, ...], wishes: Wishes) -> bool:
    if mark.what == "said_by" and offer_for(kind, offers).anonymous:
        return True
    return (mark.what, text[mark.start : mark.end]) in wishes.refused


def _mask(start: int, end: int) -> str:
    return "".join(chr(_FIRST_MASK + place) for place in range(start, end))


def _unmasked(text: str, source: str) -> str:
    return "".join(
        source[place] if 0 <= (place := ord(letter) - _FIRST_MASK) < len(source) else letter
        for letter in text
    )


def _marks(capture: Capture, text: str) -> tuple[tuple[str, str], ...]:
    return tuple((mark.what, text[mark.start : mark.end]) for mark in capture.marks)
