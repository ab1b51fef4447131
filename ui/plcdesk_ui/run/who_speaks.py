"""Who may speak now, in one sentence: the second largest thing on the desk and on the wall."""

from collections.abc import Callable

from plcdesk.library.handout_words import seconds_words
from plcdesk.library.people import ONE_PERSON
from plcdesk.library.schema import QUIET_KINDS, Step
from plcdesk.library.steps import round_of
from plcdesk.running.turn_words import turn_words
from plcdesk.text import tr
from plcdesk_ui.run.step_facts import StepFacts

NameOf = Callable[[str], str]
"""The first name of a member, by id."""


def desk_line(facts: StepFacts, name_of: NameOf) -> str:
    """'One person at a time. Jo is speaking.'"""
    if facts.round is None:
        return may_speak(facts, name_of)
    if facts.round.speaking is None:
        return tr("Every group has spoken.") if facts.groups_report else tr("Everyone has spoken.")
    name = spoken_name(facts, facts.round.speaking, name_of)
    if facts.groups_report:
        line = tr("Group by group. {name} is speaking.")
    elif facts.in_groups:
        line = tr("In groups, one person at a time. {name} is speaking.")
    elif facts.round.asked_again:
        line = tr("One person at a time. {name} passed, and is asked again.")
    else:
        line = tr("One person at a time. {name} is speaking.")
    return line.format(name=name) + _silent(facts, name_of)


def wall_line(facts: StepFacts, name_of: NameOf) -> str:
    """'Jo speaks, then Lena'. What a silent presenter does instead is said apart: see `meanwhile`."""
    if facts.round is None:
        return may_speak(facts, name_of, silent=not meanwhile(facts)).rstrip(".")
    if facts.round.speaking is None:
        return tr("Every group has spoken") if facts.groups_report else tr("Everyone has spoken")
    name = spoken_name(facts, facts.round.speaking, name_of)
    following = facts.round.next_speaker
    if facts.in_groups:
        name = tr("{name} of each group").format(name=name)
    if following is None:
        return tr("{name} speaks").format(name=name)
    following = spoken_name(facts, following, name_of)
    return tr("{name} speaks, then {following}").format(name=name, following=following)


def spoken_name(facts: StepFacts, member: str, name_of: NameOf) -> str:
    """Whose turn it is in a round: a person, a group, or all those with the same number in their groups."""
    named = facts.spokes.names.get(member) if facts.spokes is not None else None
    return named[0] if named is not None else name_of(member)


def meanwhile(facts: StepFacts) -> str:
    """What the presenter does instead of speaking, in the protocol's words; empty where she may speak."""
    return facts.instead if facts.step is not None and facts.step.silent == "presenter" else ""


def turn_line(facts: StepFacts, name_of: NameOf, *, prompts: bool = True) -> str:
    """Where we are in the loops: 'presenter 2 of 3: Dana'. Without `prompts`, turns over prompts are left out."""
    shown = [turn for turn in facts.loops if prompts or turn.over != "prompts"]
    whose = next((turn for turn in shown if turn.over in ("presenters", "people")), None)
    lines: list[str] = []
    for turn in shown:
        line = turn_words([turn])
        if line and turn is whose and facts.presenter:
            line = tr("{turn}: {name}").format(turn=line, name=name_of(facts.presenter))
        lines.append(line)
    return ", ".join(line for line in lines if line)


def may_speak(facts: StepFacts, name_of: NameOf, *, silent: bool = True) -> str:
    """Who may speak in a step without turns, and that the presenter is `silent` where she is."""
    called = facts.presenter_called or tr("presenter")
    presenter = name_of(facts.presenter) if facts.presenter else tr("the {role}").format(role=called)
    step = facts.step
    if step is None:
        lines = {
            "opening": tr("Everyone is welcome to speak."),
            "news": tr("Whoever has news speaks."),
        }
        return lines.get(facts.item.kind, tr("Anyone may speak, one at a time."))
    sentence = _in_turn(step, facts) or _by_kind(step, presenter)
    if facts.in_groups and (step.kind not in _GROUPED or step.speaks == "others"):
        sentence = tr("In groups. {sentence}").format(sentence=sentence)
    if silent and step.silent == "presenter":
        return f"{sentence} {_listens(step, facts, presenter, called)}"
    return sentence


def _silent(facts: StepFacts, name_of: NameOf) -> str:
    """In a round: that the presenter is silent, after who speaks."""
    if facts.step is None or facts.step.silent != "presenter":
        return ""
    called = facts.presenter_called or tr("presenter")
    return " " + _listens(facts.step, facts, name_of(facts.presenter) if facts.presenter else "", called)


def _listens(step: Step, facts: StepFacts, presenter: str, called: str) -> str:
    if step.presenter_hidden:
        sentence = (
            tr("{name} looks away and writes.")
            if facts.presenter
            else tr("The {role} looks away and writes.")
        )
    else:
        sentence = (
            tr("{name} listens and writes.") if facts.presenter else tr("The {role} listens and writes.")
        )
    return sentence.format(name=presenter, role=called)


_GROUPED = (*QUIET_KINDS, "groups", "pairs", "fishbowl", "vote", "facilitator", "loop")
"""Kinds whose sentence says already that people are in groups, or for which it does not matter."""


def _in_turn(step: Step, facts: StepFacts) -> str:
    """A round in which nobody can say whose turn it is: groups, pairs, or circles side by side."""
    if round_of(step) is None:
        return ""
    if step.speaks == "groups":
        return tr("Group by group.")
    if step.speaks == "pairs":
        return tr("Pair by pair.")
    if not facts.in_groups or step.speaks in ONE_PERSON:
        return ""
    if not facts.seconds_each:
        return tr("One after another.")
    return tr("One after another, {time} each.").format(time=seconds_words(facts.seconds_each))


def _by_kind(step: Step, presenter: str) -> str:
    kind, speaks = step.kind, step.speaks
    quiet = {
        "write": tr("Nobody speaks. Everyone writes."),
        "read": tr("Nobody speaks yet."),
        "silent": tr("Nobody speaks."),
        "watch": tr("Nobody speaks. Everyone watches."),
        "pause": tr("Nobody speaks."),
    }
    if kind in quiet:
        return quiet[kind]
    if speaks in ("one", "some"):
        only = tr("Only {name} speaks.") if speaks == "one" else tr("Only {name} speak.")
        return only.format(name=step.speaker)
    if speaks == "host":
        return tr("The host of each table speaks.")
    if speaks == "outer":
        return tr("The outer circle speaks, the inner listens.")
    if kind == "presenter" or speaks == "presenter":
        return tr("Only {name} speaks.").format(name=presenter)
    if kind == "facilitator" or speaks == "facilitator":
        return tr("The facilitator speaks.")
    by_kind = {
        "pairs": tr("Two by two, in turn."),
        "groups": tr("In small groups, all at once."),
        "move": tr("Everyone moves, and may talk.") if speaks != "nobody" else tr("Nobody speaks."),
        "protocol": tr("Part by part, as the facilitator calls it."),
        "fishbowl": tr("The inner circle speaks, the outer listens."),
        "vote": _vote(speaks),
        "practice": tr("One person shows, the others take part."),
    }
    if kind in by_kind and speaks != "others":
        return by_kind[kind]
    if speaks == "others":
        return tr("Everyone but {name} speaks, one at a time.").format(name=presenter)
    if speaks == "nobody":
        return tr("Nobody speaks.")
    return tr("Anyone may speak, one at a time.")


def _vote(speaks: str) -> str:
    if speaks == "nobody":
        return tr("Nobody speaks until everyone has shown it.")
    return tr("First everyone chooses, then anyone may speak.")
