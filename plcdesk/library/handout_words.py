"""What is said about a protocol on paper and while reading it: who speaks, what is brought, where it is from."""

from collections.abc import Iterable

from plcdesk.library.outline import OutlineStep
from plcdesk.library.people import ONE_PERSON
from plcdesk.library.schema import Material, Preparation, Protocol, Step
from plcdesk.library.steps import round_of, walk
from plcdesk.text import ntr, tr


def minutes_line(line: OutlineStep) -> str:
    """'15 min', '3 × 5 min', or why the step does not run."""
    words = {
        "left-out": tr("left out"),
        "first-time": tr("only the first time"),
        "not-prepared": tr("only if nobody has read it before"),
    }
    if line.runs != "yes":
        return words[line.runs]
    if line.is_loop or line.times <= 1:
        return tr("{n} min").format(n=line.minutes)
    if line.minutes % line.times:
        return tr("{n} min in {times} turns").format(n=line.minutes, times=line.times)
    return tr("{times} × {n} min").format(times=line.times, n=line.minutes // line.times)


def speaks_line(step: Step, seconds_each: int | None = None, presenter: str = "") -> str:
    """Who speaks in a step: 'The presenter speaks', 'One after another, 45 seconds each'.

    `presenter` is the protocol's own word for the one who presents, such as 'client'.
    """
    called = presenter or tr("presenter")
    if round_of(step) is not None and step.speaks not in ONE_PERSON:
        in_turn = _in_turn(step)
        if seconds_each:
            return tr("{in_turn}, {time} each").format(in_turn=in_turn, time=seconds_words(seconds_each))
        return in_turn
    line = _by_kind(step) or _by_speaker(step, called)
    if step.silent == "presenter" and step.speaks == "others" and not _by_kind(step):
        return tr("Everyone speaks but the {presenter}, who listens").format(presenter=called)
    if step.silent == "presenter":
        return tr("{who}; the {presenter} listens").format(who=line, presenter=called)
    return line


def _in_turn(step: Step) -> str:
    words = {"groups": tr("Group by group"), "pairs": tr("Pair by pair")}
    return words.get(step.speaks, tr("One after another"))


def _by_kind(step: Step) -> str:
    if step.speaks == "outer":
        return tr("The outer circle speaks, the inner listens")
    if step.speaks in ("one", "some"):
        return ""
    return {
        "write": tr("In silence, everyone writes"),
        "read": tr("In silence, everyone reads"),
        "silent": tr("In silence"),
        "watch": tr("In silence, everyone watches"),
        "pause": tr("A break"),
        "pairs": tr("In pairs"),
        "groups": tr("In small groups"),
        "fishbowl": tr("The inner circle speaks, the outer listens"),
        "vote": tr("All at once, by a show of hands or dots"),
        "move": tr("Everyone stands up and moves"),
        "practice": tr("One person shows it, the others take part"),
    }.get(step.kind, "")


def _by_speaker(step: Step, called: str) -> str:
    if step.speaks in ("one", "some"):
        words = tr("{who} speaks") if step.speaks == "one" else tr("{who} speak")
        return words.format(who=step.speaker[:1].upper() + step.speaker[1:])
    return {
        "presenter": tr("The {presenter} speaks").format(presenter=called),
        "facilitator": tr("The facilitator speaks"),
        "others": tr("Everyone but the {presenter} speaks").format(presenter=called),
        "nobody": tr("Nobody speaks"),
        "groups": tr("Group by group"),
        "pairs": tr("Pair by pair"),
        "host": tr("The host of each table speaks"),
    }.get(step.speaks, tr("Anyone speaks, one at a time"))


def seconds_words(seconds: int) -> str:
    """'45 seconds', '2 minutes', '1:30 min'."""
    if seconds < 60:
        return ntr("{n} second", "{n} seconds", seconds).format(n=seconds)
    if seconds % 60 == 0:
        return ntr("{n} minute", "{n} minutes", seconds // 60).format(n=seconds // 60)
    return tr("{minutes}:{seconds} min").format(minutes=seconds // 60, seconds=f"{seconds % 60:02}")


def writes_line(step: Step) -> str:
    """What is written down in a step, in the protocol's own words; empty where nothing is."""
    names = ", ".join(dict.fromkeys(capture.name for capture in step.captures))
    if not names:
        return ""
    if all(capture.by == "anonymous" for capture in step.captures):
        return tr("We write, without names: {names}").format(names=names)
    return tr("We write: {names}").format(names=names)


def loop_line(line: OutlineStep) -> str:
    """How often what is inside a loop is run: '3 times, one presenter each'."""
    repeat = line.step.repeat
    assert repeat is not None
    if repeat.called:
        own = ntr("{n} turn, for one {word} each", "{n} turns, for one {word} each", line.times)
        return _with_moves(own.format(n=line.times, word=repeat.called), line.change_over)
    words = {
        "presenters": ntr("{n} turn, a presenter each", "{n} turns, a presenter each", line.times),
        "people": ntr("{n} turn, a person each", "{n} turns, a person each", line.times),
        "prompts": ntr("{n} turn, a prompt each", "{n} turns, a prompt each", line.times),
        "items": ntr("{n} turn, a piece each", "{n} turns, a piece each", line.times),
        "stations": ntr("{n} turn, a station each", "{n} turns, a station each", line.times),
        "turns": ntr("{n} turn", "{n} turns", line.times),
    }
    return _with_moves(words[repeat.over].format(n=line.times), line.change_over)


def _with_moves(turns: str, change_over: int) -> str:
    if not change_over:
        return turns
    return tr("{turns}; {n} min of them to change places").format(turns=turns, n=change_over)


def preparation_line(preparation: Preparation) -> str:
    """'Presenter, 3 days before: choose the work.'"""
    days = preparation.lead_days
    if not days:
        return tr("{who}: {what}").format(who=preparation.who, what=preparation.what)
    sentence = ntr("{who}, {n} day before: {what}", "{who}, {n} days before: {what}", days)
    return sentence.format(who=preparation.who, n=days, what=preparation.what)


def material_line(material: Material, protocol: Protocol) -> str:
    """'The work, one each, names removed', and until when it is kept back."""
    copies = {
        "one": "",
        "one-each": tr("one each"),
        "one-per-group": tr("one for each group"),
        "on-the-wall": tr("on the wall"),
    }
    parts = [material.what, copies[material.copies]]
    if material.names_removed:
        parts.append(tr("names removed"))
    if material.withheld_until is not None:
        step = next((each for each in walk(protocol.steps) if each.id == material.withheld_until), None)
        if step is not None:
            parts.append(tr("kept back until “{step}”").format(step=step.title))
    return ", ".join(part for part in parts if part)


def bring_lines(protocol: Protocol) -> tuple[str, ...]:
    """What is prepared and brought, what has to be done earliest first."""
    ordered = sorted(protocol.preparation, key=lambda each: -each.lead_days)
    return (
        *(preparation_line(each) for each in ordered),
        *(material_line(each, protocol) for each in protocol.materials),
    )


def origin_line(protocol: Protocol) -> str:
    """'From: Joseph McDonald and David Allen, Coalition of Essential Schools, 1992'."""
    origin = protocol.origin
    parts = (origin.credit, origin.organisation, origin.year)
    return tr("From: {origin}").format(origin=", ".join(part.strip() for part in parts if part.strip()))


def grade_line(protocol: Protocol) -> str:
    """How sure steps and minutes are, said quietly."""
    grade = protocol.origin.grade
    if grade == "own":
        return tr("Steps and minutes are your own.")
    unseen = sum(
        1 for step in _timed(protocol) if step.minutes and step.minutes.verified in ("ours", "memory")
    )
    if grade == "C":
        return tr("Partly from published guides; check it before you quote it.")
    if not unseen:
        return tr("Steps and minutes from published guides.")
    if grade == "B" or unseen == len(list(_timed(protocol))):
        return tr("Steps from published guides; minutes are ours where the guides give none.")
    sentence = ntr(
        "Steps and most minutes from published guides; those of {n} step are ours.",
        "Steps and most minutes from published guides; those of {n} steps are ours.",
        unseen,
    )
    return sentence.format(n=unseen)


def _timed(protocol: Protocol) -> Iterable[Step]:
    return (step for step in walk(protocol.steps) if step.minutes is not None)
