"""Items given more or less time so that they fill a meeting."""

from collections.abc import Sequence
from dataclasses import replace

from plcdesk.library.fitting import own_minutes
from plcdesk.planning.agendas import NewItem
from plcdesk.planning.beginnings import fitted_into

GROWS = frozenset({"topic", "decision", "protocol"})


def scaled(items: Sequence[NewItem], minutes: int, people: int) -> tuple[NewItem, ...]:
    """The items in `minutes`: shortened where they take more, the talk between opening and end longer where less.

    A protocol grows to its own time for so many people at most; what is then left over stays spare.
    """
    total = sum(item.minutes for item in items)
    if total >= minutes:
        return fitted_into(items, minutes, people)
    most = [_most(item, people) for item in items]
    given = [item.minutes for item in items]
    for _ in range(minutes - total):
        growing = [place for place in range(len(items)) if given[place] < most[place]]
        if not growing:
            break
        place = min(growing, key=lambda each: given[each] / items[each].minutes)
        given[place] += 1
    return tuple(replace(item, minutes=now) for item, now in zip(items, given, strict=True))


def _most(item: NewItem, people: int) -> int:
    if item.kind not in GROWS:
        return item.minutes
    if item.protocol is None:
        return item.minutes * 3
    own = own_minutes(item.protocol, max(2, people), item.presenters, item.form, groups=item.groups)
    return max(item.minutes, own)
