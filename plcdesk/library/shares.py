"""Sharing the minutes of a slot among the steps: whole minutes, an exact sum, floors and ceilings kept.

Every turn of a step in a loop gets the same minutes, so that each presenter has an equal share. What then
cannot be shared equally goes to the longest open step, or a minute each to the first turns.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from math import ceil

from plcdesk.library.parts import Give, Part

CUTS: tuple[Give, ...] = ("optional", "range", "open", "round")
GROW_TOGETHER = 1.5  # all steps grow by up to a half before some grow further


@dataclass
class Shares:
    """Minutes of each part, how many of its first turns get one more, and what nobody can use."""

    parts: Sequence[Part]
    minutes: list[int]
    extra: list[int]
    spare: int = 0

    def of(self, index: int, turn: int) -> int:
        """The minutes of the given turn (from 0) of a part."""
        return self.minutes[index] + (1 if turn < self.extra[index] else 0)


def share(parts: Sequence[Part], total: int, *, short: bool = False) -> Shares:
    """Share `total` minutes, which the floors must allow; what exceeds every ceiling is left as `spare`.

    In a slot that is `short` for the whole protocol protected steps take nothing of what others left.
    """
    if short:
        parts = [replace(part, ceiling=part.own) if part.give == "kept" else part for part in parts]
    own = sum(part.own * part.times for part in parts)
    return _squeeze(parts, total, own) if total < own else _stretch(parts, total - own)


def _squeeze(parts: Sequence[Part], total: int, own: int) -> Shares:
    """Cut in the stated order: a kind of step gives all it has before the next kind gives anything."""
    shares = _at_own_time(parts)
    short = own - total
    for give in CUTS:
        chosen = [index for index, part in enumerate(parts) if part.give == give]
        room = sum((parts[index].own - parts[index].floor) * parts[index].times for index in chosen)
        for index in chosen:
            shares.minutes[index] = parts[index].floor
        if room >= short:
            left = _fill(shares, chosen, room - short, lambda part: part.own)
            _give_rest(shares, left)
            break
        short -= room
    return shares


def _stretch(parts: Sequence[Part], more: int) -> Shares:
    """All grow together first, then those with a ceiling up to it, then the open ones without end."""
    shares = _at_own_time(parts)
    everyone = range(len(parts))
    left = _fill(shares, everyone, more, _a_half_more)
    left = _fill(shares, everyone, left, lambda part: part.own if part.ceiling is None else part.ceiling)
    endless = [index for index in everyone if parts[index].ceiling is None]
    talk = [index for index in endless if parts[index].talk]
    left = _fill(shares, talk or endless, left, lambda part: None)
    shares.spare = _give_rest(shares, left)
    return shares


def _at_own_time(parts: Sequence[Part]) -> Shares:
    return Shares(parts, [part.own for part in parts], [0] * len(parts))


def _a_half_more(part: Part) -> int:
    most = ceil(part.own * GROW_TOGETHER)
    return most if part.ceiling is None else min(most, part.ceiling)


def _fill(shares: Shares, chosen: Iterable[int], budget: int, most: Callable[[Part], int | None]) -> int:
    """Give minute by minute to the part furthest below its own time, up to `most`; return what is left.

    Comparing (minutes + a half) / own makes each part the rounded product of one factor and its own time.
    """
    parts, minutes = shares.parts, shares.minutes
    bounds = {index: most(parts[index]) for index in chosen}
    waiting = [_need(parts[index], minutes[index], index) for index in bounds]
    heapify(waiting)
    while waiting and budget > 0:
        index = heappop(waiting)[-1]
        part, bound = parts[index], bounds[index]
        if part.times <= budget and (bound is None or minutes[index] < bound):
            minutes[index] += 1
            budget -= part.times
            heappush(waiting, _need(part, minutes[index], index))
    return budget


def _need(part: Part, minutes: int, index: int) -> tuple[float, int, int]:
    return ((minutes + 0.5) / part.own, -part.own, index)


def _give_rest(shares: Shares, left: int) -> int:
    """Place the minutes that cannot be shared equally; return what no step can take."""
    longest = sorted(range(len(shares.parts)), key=lambda index: (-shares.parts[index].own, index))
    moving = [index for index in longest if shares.parts[index].give != "kept"]
    single_talk = [index for index in moving if shares.parts[index].talk and shares.parts[index].times == 1]
    left = _fill(shares, single_talk[:1], left, _a_half_more)
    for index in moving:
        left = _one_each(shares, index, left)
    for index in longest:
        left = _fill(shares, [index], left, lambda part: part.ceiling)
    for index in longest:
        left = _one_each(shares, index, left)
    return left


def _one_each(shares: Shares, index: int, left: int) -> int:
    """One more minute for the first turns of a part, if its ceiling allows."""
    part = shares.parts[index]
    if part.times == 1 or (part.ceiling is not None and shares.minutes[index] >= part.ceiling):
        return left
    given = min(left, part.times - 1 - shares.extra[index])
    shares.extra[index] += given
    return left - given
