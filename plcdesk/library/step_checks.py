"""What a single step must keep: the right fields for its kind, minutes that make sense, something to say."""

import re
from collections.abc import Iterator

from plcdesk.library.faults import Where
from plcdesk.library.kinds import TONES
from plcdesk.library.schema import QUIET_KINDS, Capture, Groups, Minutes, Repeat, Round, Step, Who
from plcdesk.library.steps import round_of
from plcdesk.text import tr

Found = Iterator[tuple[Where, str]]

LONGEST_STEP = 480  # minutes
LONGEST_TITLE = 80
LONGEST_WORD = 40  # a chip's
LONGEST_TURN = 1800  # seconds
MOST_TURNS = 100
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 60


def check_step(where: Where, step: Step) -> Found:
    """Everything that is wrong with one step by itself."""
    if not SLUG.fullmatch(step.id) or len(step.id) > SLUG_LENGTH:
        yield where.at("id"), tr("An id has small letters, digits and hyphens only, such as “look-again”.")
    if not step.title.strip():
        yield where.at("title"), tr("This must not be empty.")
    elif len(step.title) > LONGEST_TITLE or "\n" in step.title:
        yield where.at("title"), tr("A title is one line of at most {n} characters.").format(n=LONGEST_TITLE)
    if step.kind == "loop":
        yield from _loop(where, step)
    else:
        yield from _plain(where, step)
    yield from _speakers(where, step)
    for index, capture in enumerate(step.captures):
        yield from _capture(where.at(f"captures[{index + 1}]"), capture)
    for index, cue in enumerate(step.cues):
        if not cue.when.strip() or not cue.say.strip():
            yield where.at(f"cues[{index + 1}]"), tr("A cue has both “when” and “say”.")
    for name in ("reveals", "prompts", "stems", "avoid"):
        texts: list[str] = getattr(step, name)
        if any(not text.strip() for text in texts):
            yield where.at(name), tr("There is an empty text in this list.")


def _speakers(where: Where, step: Step) -> Found:
    """Whoever speaks alone is named; circles there are only in a fishbowl."""
    named = step.speaks in ("one", "some")
    if named and not step.speaker.strip():
        yield where.at("speaker"), tr("Say who speaks, such as “the author of the lesson”.")
    elif step.speaker and not named:
        yield where.at("speaker"), tr("This is only for steps in which “one” or “some” speak.")
    elif len(step.speaker) > LONGEST_WORD or "\n" in step.speaker:
        yield (
            where.at("speaker"),
            tr("This must be a word or two, at most {n} characters.").format(n=LONGEST_WORD),
        )
    circles: dict[str, Who | None] = {"speaks": step.speaks, "silent": step.silent}
    for name, who in circles.items():
        if who in ("inner", "outer") and step.kind != "fishbowl":
            yield where.at(name), tr("Only a fishbowl has an inner and an outer circle.")


def check_groups(where: Where, groups: Groups) -> Found:
    """Small groups have at least two people, and not more at least than at most."""
    if groups.least < 2:
        yield where.at("least"), tr("A group has at least 2 people.")
    if groups.most < groups.least:
        yield where.at("most"), tr("The most people must not be fewer than the least.")


def _loop(where: Where, loop: Step) -> Found:
    if loop.repeat is None:
        yield where.at("repeat"), tr("A loop needs “repeat”, which says what it runs over.")
    else:
        yield from _repeat(where.at("repeat"), loop.repeat)
    if not loop.steps:
        yield where.at("steps"), tr("A loop needs steps of its own.")
    for name in ("minutes", "round", "groups", "protocol"):
        if getattr(loop, name) is not None:
            yield where.at(name), tr("A loop has no “{field}”; give it to its steps.").format(field=name)


def _plain(where: Where, step: Step) -> Found:
    if step.repeat is not None:
        yield where.at("repeat"), tr("Only a step of the kind “loop” repeats.")
    if step.steps:
        yield where.at("steps"), tr("Only a step of the kind “loop” has steps of its own.")
    how = round_of(step)
    if step.minutes is not None:
        yield from _minutes(where.at("minutes"), step.minutes)
    elif how is None or how.seconds is None:
        yield where.at("minutes"), tr("A step needs minutes, or a round with seconds for each person.")
    if step.round is not None:
        yield from _round(where.at("round"), step.round)
    if step.groups is not None:
        yield from check_groups(where.at("groups"), step.groups)
    if step.kind == "protocol" and step.protocol is None:
        yield where.at("protocol"), tr("Name the protocol that runs in this step.")
    if step.kind not in QUIET_KINDS and not (step.say.strip() or step.do.strip()):
        yield where.at("say"), tr("People talk in this step: write what to say or what to do.")


def _minutes(where: Where, minutes: Minutes) -> Found:
    names = {"default": minutes.default, "floor": minutes.floor, "ceiling": minutes.ceiling}
    for name, value in names.items():
        if value is not None and not 1 <= value <= LONGEST_STEP:
            yield where.at(name), tr("Minutes must be from 1 to {n}.").format(n=LONGEST_STEP)
    if minutes.default < 1:
        return
    if minutes.floor is not None and minutes.floor > minutes.default:
        yield where.at("floor"), tr("The least time must not be more than the usual one.")
    if minutes.ceiling is not None and minutes.ceiling < minutes.default:
        yield where.at("ceiling"), tr("The most time must not be less than the usual one.")


def _round(where: Where, how: Round) -> Found:
    bounds = ("seconds", "floor_seconds", "ceiling_seconds")
    for name, value in ((name, getattr(how, name)) for name in bounds):
        if value is not None and not 1 <= value <= LONGEST_TURN:
            yield where.at(name), tr("Seconds must be from 1 to {n}.").format(n=LONGEST_TURN)
    if (
        how.seconds is not None
        and how.floor_seconds != Round().floor_seconds
        and how.floor_seconds > how.seconds
    ):
        yield where.at("floor_seconds"), tr("The least time must not be more than the usual one.")
    usual = how.seconds if how.seconds is not None else how.floor_seconds
    if how.ceiling_seconds is not None and how.ceiling_seconds < usual:
        yield where.at("ceiling_seconds"), tr("The most time must not be less than the usual one.")


def _repeat(where: Where, repeat: Repeat) -> Found:
    for name in ("count", "least", "most"):
        value: int | None = getattr(repeat, name)
        if value is not None and not 1 <= value <= MOST_TURNS:
            yield where.at(name), tr("This must be from 1 to {n}.").format(n=MOST_TURNS)
    if not 0 <= repeat.change_over <= LONGEST_STEP:
        yield where.at("change_over"), tr("This must be from 0 to {n} minutes.").format(n=LONGEST_STEP)
    if any(not prompt.strip() for prompt in repeat.prompts):
        yield where.at("prompts"), tr("There is an empty text in this list.")
    if repeat.over == "prompts" and repeat.count > max(1, len(repeat.prompts)) and repeat.prompts:
        yield where.at("count"), tr("There are only {n} prompts.").format(n=len(repeat.prompts))
    if repeat.over not in ("people", "presenters"):
        turns = len(repeat.prompts) if repeat.count == 1 and repeat.prompts else repeat.count
        if repeat.least is not None and repeat.least > turns:
            yield where.at("least"), tr("The least number of turns must not be more than the usual one.")
    if repeat.most is not None and repeat.most < max(repeat.least or 1, repeat.count):
        yield where.at("most"), tr("The most turns must not be fewer than the usual ones.")
    if len(repeat.called) > LONGEST_WORD or not repeat.called.isprintable():
        yield (
            where.at("called"),
            tr("This must be a word or two, at most {n} characters.").format(n=LONGEST_WORD),
        )
    if repeat.parallel is not None:
        yield from check_groups(where.at("parallel"), repeat.parallel)


def _capture(where: Where, capture: Capture) -> Found:
    if capture.kind not in TONES:
        yield (
            where.at("kind"),
            tr("There is no kind of note “{kind}”.").format(kind=capture.kind[:LONGEST_WORD]),
        )
    if not capture.name.strip() or len(capture.name) > LONGEST_WORD:
        yield (
            where.at("name"),
            tr("This must be a word or two, at most {n} characters.").format(n=LONGEST_WORD),
        )
    if capture.most_each is not None and capture.most_each < 1:
        yield where.at("most_each"), tr("This must be 1 or more.")
