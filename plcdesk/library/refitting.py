"""Fitting the rest of a protocol again while the meeting runs: late, early, or with other people there."""

from collections.abc import Collection
from dataclasses import replace
from math import ceil

from plcdesk.library.fitted import Fitted, FittedStep, TooShort
from plcdesk.library.parts import Part
from plcdesk.library.placing import seconds_each
from plcdesk.library.shares import share


def refit(
    fitted: Fitted, remaining_keys: Collection[str], minutes_left: int, joined: int = 0
) -> Fitted | TooShort:
    """Fit the steps that remain to `minutes_left`; those already done keep their minutes.

    The floors stay, protected steps keep their time, and optional steps that remain are left out if they
    must be, the last first. `joined` people more (or fewer, if negative) take part in each round. The
    result's `minutes` count the steps done and those to come; its `spare` is what the rest cannot use.
    """
    remaining = [_with_people(step, joined) for step in fitted.steps if step.key in remaining_keys]
    dropped: list[str] = []
    optional = list(dict.fromkeys(step.step_id for step in remaining if step.optional))
    while _too_long(remaining, dropped, minutes_left) and len(dropped) < len(optional):
        dropped.append(optional[-1 - len(dropped)])
    staying = [step for step in remaining if step.step_id not in dropped]
    needed = sum(step.floor for step in staying)
    if needed > minutes_left:
        return TooShort(needed, needed - minutes_left)
    placed, spare = _share_again(staying, minutes_left)
    steps = tuple(
        placed.get(step.key, step)
        for step in fitted.steps
        if step.key in placed or step.key not in remaining_keys
    )
    left_out = [step.title for step in remaining if step.step_id in dropped]
    total = sum(step.minutes for step in steps)
    kept = dict.fromkeys(step.title for step in steps if step.protected)
    return replace(
        fitted,
        steps=steps,
        minutes=total,
        left_out=(*fitted.left_out, *dict.fromkeys(left_out)),
        kept=tuple(kept) if total < fitted.own_minutes else (),
        spare=spare,
    )


def _too_long(steps: list[FittedStep], dropped: list[str], minutes: int) -> bool:
    """Whether another optional step has to go: shortening those that are left would not do."""
    staying = [step for step in steps if step.step_id not in dropped]
    room = sum(step.own - step.floor for step in staying if step.give == "optional")
    return sum(step.own for step in staying) - room > minutes


def _share_again(steps: list[FittedStep], minutes: int) -> tuple[dict[str, FittedStep], int]:
    """The steps by key with their new minutes, equal for the turns of one step, and the minutes to spare."""
    turns: dict[tuple[str, str], list[FittedStep]] = {}
    for step in steps:
        turns.setdefault((step.step_id, step.kind), []).append(step)
    own = sum(step.own for step in steps)
    shares = share([_part_of(alike) for alike in turns.values()], minutes, short=minutes < own)
    placed: dict[str, FittedStep] = {}
    for index, alike in enumerate(turns.values()):
        for turn, step in enumerate(alike):
            now = shares.of(index, turn)
            each = seconds_each(now, step.speakers, step.floor_seconds, step.ceiling_seconds)
            placed[step.key] = replace(step, minutes=now, seconds_each=each)
    return placed, shares.spare


def _part_of(turns: list[FittedStep]) -> Part:
    step = turns[0]
    return Part(
        step_id=step.step_id,
        title=step.title,
        kind=step.kind,
        own=step.own,
        floor=step.floor,
        ceiling=step.ceiling,
        give=step.give,
        times=len(turns),
        speakers=step.speakers,
        floor_seconds=step.floor_seconds,
    )


def _with_people(step: FittedStep, joined: int) -> FittedStep:
    """A round of more people has a higher floor; turns that one person takes alone are not touched."""
    if not joined or step.speakers < 2:
        return step
    speakers = max(1, step.speakers + joined)
    before = max(1, ceil(step.speakers * step.floor_seconds / 60))
    least = max(1, ceil(speakers * step.floor_seconds / 60))
    floor = least if step.floor == before else max(step.floor, least)
    own = max(step.own, floor)
    ceiling = None if step.ceiling is None else max(step.ceiling, own)
    if step.ceiling_seconds is not None:
        ceiling = max(ceil(speakers * step.ceiling_seconds / 60), own)
    return replace(step, speakers=speakers, floor=floor, own=own, ceiling=ceiling)
