"""What a change in one field of a step means for the others."""

from typing import Any

from msgspec.structs import replace

from plcdesk.library.draft import NEW_STEP_MINUTES
from plcdesk.library.schema import QUIET_KINDS, Groups, Minutes, Repeat, Round, Step, StepKind, Who
from plcdesk.library.steps import round_of
from plcdesk_ui.library_editor.words import loop_words

_SPEAKS: dict[str, Who] = {
    "presenter": "presenter",
    "facilitator": "facilitator",
    "round": "one-each",
    "pairs": "pairs",
    "groups": "groups",
}


def changed_step(step: Step, name: str, value: Any) -> Step:
    """The step with another value in the field `name`, and what follows from it."""
    if name == "kind":
        return _of_kind(step, value)
    if name == "minutes.default":
        return replace(step, minutes=_minutes(step, value))
    if name == "minutes.floor":
        minutes = step.minutes or Minutes(default=max(value, NEW_STEP_MINUTES))
        return replace(step, minutes=replace(minutes, floor=value))
    if name == "round.seconds":
        return _with_seconds(step, value)
    if name == "round.ceiling_seconds":
        return _with_ceiling(step, value)
    if name.startswith("groups."):
        groups = step.groups or Groups()
        return replace(step, groups=replace(groups, **{name.removeprefix("groups."): value}))
    if name == "speaks":
        return replace(step, speaks=value, speaker=step.speaker if value in ("one", "some") else "")
    if name.startswith("repeat."):
        return _repeated(step, name.removeprefix("repeat."), value)
    if name in ("protected", "optional") and value:
        other = "optional" if name == "protected" else "protected"
        return replace(step, **{name: True, other: False})
    return replace(step, **{name: value})


def _of_kind(step: Step, kind: StepKind) -> Step:
    """Who speaks follows the way of working; what belongs to another way goes."""
    speaks: Who = "nobody" if kind in QUIET_KINDS else _SPEAKS.get(kind, "everyone")
    minutes = step.minutes or Minutes(default=NEW_STEP_MINUTES)
    return replace(
        step,
        kind=kind,
        speaks=speaks,
        speaker="",
        silent=step.silent if kind == "fishbowl" or step.silent not in ("inner", "outer") else None,
        minutes=minutes,
        round=step.round if kind == "round" else None,
        groups=step.groups if kind in ("groups", "pairs") else None,
        protocol=step.protocol if kind == "protocol" else None,
    )


def _minutes(step: Step, value: int) -> Minutes:
    """Another usual time is ours, wherever the one before came from; the most grows with it."""
    if step.minutes is None:
        return Minutes(default=value)
    ceiling = step.minutes.ceiling
    return replace(
        step.minutes,
        default=value,
        ceiling=None if ceiling is None else max(ceiling, value),
        verified="ours",
    )


def _with_seconds(step: Step, seconds: int) -> Step:
    """So many seconds for each person, or none: then they share the minutes of the step."""
    how = round_of(step) or Round()
    least = min(how.floor_seconds, seconds) if seconds else how.floor_seconds
    minutes = step.minutes or Minutes(default=NEW_STEP_MINUTES)
    most = None if how.ceiling_seconds is None else max(how.ceiling_seconds, seconds, least)
    how = replace(how, seconds=seconds or None, floor_seconds=least, ceiling_seconds=most)
    return replace(step, round=how, minutes=minutes)


def _with_ceiling(step: Step, seconds: int) -> Step:
    """So many seconds for each person at most, or as many as there are; never fewer than each has usually."""
    how = round_of(step) or Round()
    most = max(seconds, how.seconds or how.floor_seconds) if seconds else None
    return replace(step, round=replace(how, ceiling_seconds=most))


def _repeated(loop: Step, name: str, value: Any) -> Step:
    before = loop.repeat or Repeat(over="presenters")
    repeat = replace(before, **{name: value})
    if name == "over":
        words = dict(loop_words())
        title = words[value] if loop.title in words.values() else loop.title
        prompts = repeat.prompts if value == "prompts" else []
        return replace(loop, title=title, repeat=replace(repeat, prompts=prompts, least=None, most=None))
    if name == "count":
        repeat = replace(
            repeat,
            least=None if repeat.least is None else min(repeat.least, value),
            most=None if repeat.most is None else max(repeat.most, value),
        )
    if name == "prompts" and repeat.count > max(1, len(value)):
        repeat = replace(repeat, count=max(1, len(value)))
    return replace(loop, repeat=repeat)
