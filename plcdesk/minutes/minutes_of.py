"""The minutes of a meeting as a document: what was agreed first, then what we did, then who was there."""

from collections.abc import Iterable

from plcdesk.minutes.content import MeetingFacts, NormWatched, Pause, Person, SummedAnswers
from plcdesk.minutes.dates import DEFAULT, clock, decimal, is_english, language_tag
from plcdesk.minutes.document import (
    DOT,
    Block,
    Document,
    Heading,
    ListOf,
    Paragraph,
    Rule,
    Run,
    Runs,
    Space,
    Together,
    joined,
    plain_runs,
)
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.minutes.phrases import (
    action_table,
    addenda,
    bring,
    decision_list,
    ended,
    footer,
    next_meeting,
    status_word,
    still_open,
    subtitle,
    wanted_and_reached,
)
from plcdesk.minutes.what_we_did import Telling, minutes, said_above, what_we_did
from plcdesk.text import ntr, tr


def minutes_document(facts: MeetingFacts, parts: Parts = USUAL, locale: str = DEFAULT) -> Document:
    """The minutes, in the order in which people look things up."""
    above = said_above(facts) if parts.decisions_and_actions else frozenset[tuple[str, str]]()
    told = (parts.notes_by_step, parts.time_used, parts.who_said_what)
    telling = Telling(*told, above, facts.starts_local.date(), locale)
    blocks = [
        *wanted_and_reached(facts),
        *(_agreed(facts, parts, locale) if parts.decisions_and_actions else ()),
        *what_we_did(facts, telling),
        *(_feedback(facts) if parts.feedback else ()),
        *(_exit_forms(facts, locale) if parts.exit_forms else ()),
        *addenda(facts, locale),
        *_who_was_there(facts, parts, locale),
    ]
    return Document(
        title=facts.title.strip() or tr("Meeting without a title"),
        author=facts.team,
        language=language_tag(locale),
        blocks=tuple(blocks),
        subtitle=subtitle(facts, locale, status_word(facts.status)),
        footer=footer(facts, locale),
    )


def _agreed(facts: MeetingFacts, parts: Parts, locale: str) -> Iterable[Block]:
    yield Heading(tr("Decisions"), 1, "decision")
    yield from decision_list(facts.decisions, parts.who_said_what)
    yield Space(0.7)
    yield from action_table(facts, parts.who_said_what, locale)
    yield Space(0.7)
    label = Run(tr("Next meeting") + " ", strong=True)
    yield Paragraph((label, *next_meeting(facts, locale), Run(f" {bring(facts)}")))
    yield from still_open(facts.still_open)


def _feedback(facts: MeetingFacts) -> Iterable[Block]:
    asked = ((tr("What helped"), facts.helped), (tr("What to change next time"), facts.change))
    if any(answers for _, answers in asked):
        yield Heading(tr("Feedback"), 1)
    for question, answers in asked:
        if answers:
            yield Space(0.15)
            yield Paragraph((Run(question, strong=True),), leads=True)
            yield ListOf(tuple(plain_runs(answer.strip()) for answer in answers))


def _exit_forms(facts: MeetingFacts, locale: str) -> Iterable[Block]:
    if facts.exit_forms:
        yield Heading(tr("Exit feedback"), 1)
    for form in facts.exit_forms:
        answers = ntr("{n} answer", "{n} answers", form.people).format(n=form.people)
        yield Space(0.15)
        yield Paragraph((Run(form.name, strong=True), Run(f"{DOT}{answers}", tone="quiet")), leads=True)
        yield ListOf(tuple(_summed(summed, locale) for summed in form.answers))


def _summed(summed: SummedAnswers, locale: str) -> Runs:
    """The mean of all, and how often each number was given, the highest first."""
    mean = tr("mean {mean}").format(mean=decimal(summed.mean, locale))
    given = (
        ntr("{n} × {number}", "{n} × {number}", count).format(n=count, number=number)
        for number, count in reversed(summed.counts)
    )
    return (Run(f"{summed.question} "), Run(joined(mean, ", ".join(given)), tone="quiet"))


def _who_was_there(facts: MeetingFacts, parts: Parts, locale: str) -> Iterable[Block]:
    present = [(tr("Present"), ", ".join(_person(person, locale) for person in facts.present))]
    besides = [
        (tr("Absent"), ", ".join(person.name for person in facts.absent)),
        (tr("Paused"), _pauses(facts) if parts.time_used else ""),
        (tr("Files"), ", ".join(facts.files)),
        (tr("Norm watched"), _norm(facts.norm_watched, locale) if parts.norm_watched else ""),
    ]
    told = [Paragraph(runs, small=True) for runs in (_labelled(present), _labelled(besides)) if runs]
    if told:
        yield Together((Space(0.6), Rule(), *told))


def _labelled(lines: Iterable[tuple[str, str]]) -> Runs:
    """What there is to say, each with its label, on one line."""
    runs: list[Run] = []
    for label, text in lines:
        if text:
            runs += (Run(DOT if runs else ""), Run(label, strong=True), Run(f" {text}"))
    return tuple(runs)


def _person(person: Person, locale: str) -> str:
    about = [_role(person.role, locale)] if person.role else []
    if person.late_minutes:
        about.append(tr("{time} late").format(time=minutes(person.late_minutes)))
    if person.left_local:
        about.append(tr("left at {time}").format(time=clock(person.left_local, locale)))
    return f"{person.name} ({', '.join(about)})" if about else person.name


def _role(role: str, locale: str) -> str:
    return role.lower() if is_english(locale) and role[1:].islower() else role


def _pauses(facts: MeetingFacts) -> str:
    return ", ".join(_pause(pause) for pause in facts.pauses if pause.minutes)


def _pause(pause: Pause) -> str:
    length = minutes(pause.minutes)
    return f"{length} ({pause.reason.strip()})" if pause.reason.strip() else length


def _norm(norm: NormWatched | None, locale: str) -> str:
    if norm is None or not norm.text.strip():
        return ""
    if norm.mean is None or not norm.count:
        return ended(norm.text)
    rated = tr("{mean} of 5").format(mean=decimal(norm.mean, locale))
    return tr("{norm}, {rated}").format(norm=norm.text.strip().rstrip("."), rated=rated)
