"""Whether a record from a file is one that PLC Desk could have written.

What the types cannot say: that dates are real, zones known, a protocol one that can be run, and nothing so
deeply nested that reading it later would fail.
"""

import math
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from plcdesk.library.kinds import TONES
from plcdesk.sharing import content as c
from plcdesk.sharing.format import DEEPEST
from plcdesk.sharing.kinds import Kind


def check_content(kind: Kind, content: c.Content) -> None:
    """Raises ValueError for what cannot be."""
    for name in kind.dates:
        day = getattr(content, name)
        if day is not None:
            _real_day(day[:10])
    position = getattr(content, "position", 1.0)
    if position == 0 and math.copysign(1, position) < 0:
        raise ValueError("negative zero")
    for name in kind.json_columns:
        _not_too_deep(getattr(content, name))
    further = _FURTHER.get(kind.table)
    if further is not None:
        further(content)


@lru_cache(maxsize=4096)
def _real_day(day: str) -> None:
    date.fromisoformat(day)


@lru_cache(maxsize=256)
def _known_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (OSError, LookupError) as unknown:
        raise ValueError(zone) from unknown


def _not_too_deep(value: Any) -> None:
    if not value:
        return
    layer, depth = [value], 0
    while layer:
        depth += 1
        if depth > DEEPEST:
            raise ValueError("nested")
        deeper: list[Any] = []
        for each in layer:
            if isinstance(each, dict):
                deeper += each.values()  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            elif isinstance(each, list):
                deeper += each
        layer = deeper


def _team(content: Any) -> None:
    _known_zone(content.zone)


def _day_off(content: Any) -> None:
    if content.last_on < content.first_on:
        raise ValueError("days off")


def _entry(content: Any) -> None:
    if content.kind not in TONES:
        raise ValueError(content.kind)


def _snapshot(content: Any) -> None:
    from plcdesk.library.fitted import Fitted
    from plcdesk.library.schema import Protocol, steps_by_id

    protocol = msgspec.convert(content.protocol, Protocol)
    fitted = msgspec.convert(content.fitted, Fitted)
    known = steps_by_id(protocol.steps)
    if any(step.step_id not in known for step in fitted.steps):
        raise ValueError("steps")


class _Group(msgspec.Struct):
    name: str
    members: list[c.Id]


def _grouping(content: Any) -> None:
    msgspec.convert(content.groups, list[_Group])


def _clock(content: Any) -> None:
    numbers = [event.seq for event in content.events]
    if not numbers or numbers != sorted(set(numbers)):
        raise ValueError("order of events")
    for event in content.events:
        _real_day(event.wall[:10])


def _minutes(content: Any) -> None:
    from plcdesk.minutes.content import MeetingFacts
    from plcdesk.minutes.document import Document
    from plcdesk.minutes.markdown import to_markdown
    from plcdesk.minutes.stored import from_plain

    facts, tree = from_plain(content.document["facts"]), from_plain(content.document["tree"])
    if not isinstance(facts, MeetingFacts) or not isinstance(tree, Document) or facts.helped or facts.change:
        raise ValueError("minutes")
    msgspec.convert(msgspec.to_builtins(facts), MeetingFacts)
    try:
        to_markdown(tree)
    except AttributeError as wrong:
        raise ValueError("document") from wrong


_FURTHER: dict[str, Callable[[Any], None]] = {
    "team": _team,
    "meeting": _team,
    "day_off": _day_off,
    "entry": _entry,
    "snapshot": _snapshot,
    "grouping": _grouping,
    "clock_event": _clock,
    "minutes_version": _minutes,
}
