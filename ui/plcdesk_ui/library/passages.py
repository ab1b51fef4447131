"""A protocol in words: when it is good, what to bring, its steps, roles and cautions."""

from plcdesk.library.fitted import Fitted
from plcdesk.library.handout_words import bring_lines, loop_line, minutes_line, speaks_line, writes_line
from plcdesk.library.outline import OutlineStep, outline
from plcdesk.library.schema import Protocol, Role, Step
from plcdesk.text import ntr, tr
from plcdesk_ui.library.prose import Passage, Words, listed, said


def protocol_passages(protocol: Protocol, fitted: Fitted) -> list[Passage]:
    """All of it, in the order in which a facilitator needs it."""
    return [
        *listed(tr("Good when"), protocol.good_when),
        *listed(tr("Not when"), protocol.not_when),
        *listed(tr("Bring"), bring_lines(protocol)),
        *step_passages(protocol, fitted),
        *listed(tr("Roles"), [role_line(role) for role in protocol.roles]),
        *listed(tr("Watch out"), protocol.cautions),
        *listed(tr("Afterwards"), protocol.follow_up),
        *listed(tr("More than one meeting"), protocol.sessions),
        *listed(tr("How many people"), [people_line(protocol)]),
        *listed(tr("Also called"), protocol.also_known_as),
    ]


def step_passages(protocol: Protocol, fitted: Fitted) -> list[Passage]:
    """The steps with their minutes, those inside a loop set in."""
    found = [Passage((Words(tr("Steps"), "strong"),), above=0.9)]
    for line in outline(protocol, fitted):
        found += _step(line, protocol.presenter_called)
    return found


def _step(line: OutlineStep, presenter: str) -> list[Passage]:
    step = line.step
    number = f"{line.number}\u2002" if line.number else ""
    head = (Words(f"{number}{step.title}", "strong"), Words(f"\u2003{minutes_line(line)}", "secondary"))
    found = [Passage(head, above=0.7, indent=line.depth, line=True)]
    if line.is_loop:
        found += _loop(line)
    else:
        speaks = tr("{who}.").format(who=speaks_line(step, line.seconds_each, presenter))
        found.append(said(f"{speaks} {step.instead}".strip(), "secondary", 0.1, line.depth))
    if step.say:
        found.append(said(tr("“{words}”").format(words=" ".join(step.say.split())), "plain", 0.3, line.depth))
    if step.do:
        found.append(said(" ".join(step.do.split()), "secondary", 0.3, line.depth))
    if step.stems:
        words = tr("Begin with: {words}").format(words=" / ".join(step.stems))
        found.append(said(words, "secondary", 0.3, line.depth))
    if step.avoid:
        words = tr("Rather not: {words}").format(words=" / ".join(step.avoid))
        found.append(said(words, "secondary", 0.15, line.depth))
    ending = " · ".join(part for part in (writes_line(step), _whose_minutes(step)) if part)
    return [*found, said(ending, "caption", 0.3, line.depth)] if ending else found


def _loop(line: OutlineStep) -> list[Passage]:
    found = [said(loop_line(line), "secondary", 0.1, line.depth)] if line.times else []
    repeat = line.step.repeat
    if repeat is not None and repeat.prompts:
        words = tr("Prompts: {words}").format(words=" / ".join(repeat.prompts))
        found.append(said(words, "secondary", 0.15, line.depth))
    return found


def _whose_minutes(step: Step) -> str:
    if step.minutes is None or step.minutes.verified in ("source", "range"):
        return ""
    return (
        tr("its minutes are ours") if step.minutes.verified == "ours" else tr("its minutes are from memory")
    )


def role_line(role: Role) -> str:
    """'Timekeeper (taken in turns): says when half the time is gone.'"""
    who = role.name if role.count == 1 else tr("{role} ({n})").format(role=role.name, n=role.count)
    if role.rotates:
        who = tr("{role} (taken in turns)").format(role=who)
    return tr("{who}: {what}").format(who=who, what=role.does)


def people_line(protocol: Protocol) -> str:
    """'4 to 12 people. With 4 or 5 the facilitator may join.'"""
    least, most = protocol.people.least, protocol.people.most
    if least == most:
        words = ntr("{n} person", "{n} people", least).format(n=least)
    else:
        words = tr("{least} to {most} people").format(least=least, most=most)
    return tr("{people}. {note}").format(people=words, note=protocol.people.note).strip()
