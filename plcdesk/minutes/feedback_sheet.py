"""The team's feedback sheet: what the team worked on, for the principal and the coach, its norms on the back."""

from collections.abc import Iterable, Iterator

from plcdesk.minutes.content import ItemNotes, MeetingFacts
from plcdesk.minutes.dates import DEFAULT, language_tag, long_date, span
from plcdesk.minutes.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListOf,
    OwnPage,
    Paragraph,
    Run,
    Runs,
    Space,
    Table,
    Together,
    WritingLines,
    joined,
    plain_runs,
)
from plcdesk.minutes.fitting_pages import Fits, first_that_fits, shortened
from plcdesk.minutes.phrases import footer, room
from plcdesk.minutes.what_we_did import minutes
from plcdesk.text import tr

_LENGTHS = (10_000, 240, 120, 60)
_LINES = (5, 3)
_NOT_TOPICS = frozenset({"opening", "wrap_up", "wrap-up"})


def feedback_sheet(facts: MeetingFacts, fits: Fits, locale: str = DEFAULT) -> Document:
    """The sheet of a meeting: one page, and the norms on the next. Long products are shortened to fit."""
    return first_that_fits(_shorter_and_shorter(facts, locale), 2 if facts.norms else 1, fits)


def _shorter_and_shorter(facts: MeetingFacts, locale: str) -> Iterator[Document]:
    for longest in _LENGTHS:
        for lines in _LINES:
            yield _sheet(facts, longest, lines, locale)


def _sheet(facts: MeetingFacts, longest: int, lines: int, locale: str) -> Document:
    blocks: list[Block] = [_head(facts, locale), Space(0.8), _topics(facts, longest)]
    blocks += _answer(tr("Best practice"), tr("What worked that others should know"), facts.best_practice)
    blocks += _answer(tr("Questions to the principal"), "", facts.to_principal)
    blocks.append(Together((Heading(tr("Coach’s comments")), WritingLines(lines))))
    if facts.norms:
        norms = ListOf(tuple(plain_runs(norm.strip()) for norm in facts.norms))
        blocks.append(OwnPage((Heading(tr("Our norms")), norms)))
    return Document(
        title=tr("PLC team feedback sheet"),
        author=facts.team,
        language=language_tag(locale),
        blocks=tuple(blocks),
        subtitle=joined(facts.team, facts.school, facts.title),
        footer=footer(facts, locale),
    )


def _head(facts: MeetingFacts, locale: str) -> Table:
    day = long_date(facts.starts_local.date(), locale)
    when = joined(f"{day}, {span(facts.starts_local, facts.ends_local, locale)}", room(facts.room))
    roles = joined(*(f"{line.role}: {line.name}" for line in facts.roles))
    rows = (
        (tr("Team"), facts.team),
        (tr("Date"), when),
        (tr("Roles"), roles),
        (tr("Present"), ", ".join(person.name for person in facts.present)),
        (tr("Absent"), ", ".join(person.name for person in facts.absent)),
        (tr("Goal of the year"), facts.goal),
        (tr("Goal of this meeting"), facts.result_wanted),
    )
    told = tuple((((Run(label, strong=True),),), (plain_runs(text.strip()),)) for label, text in rows if text)
    return Table((Column("", 0.24), Column("", 0.76)), told)


def _topics(facts: MeetingFacts, longest: int) -> Table:
    columns = (Column(tr("Topic"), 0.34), Column(tr("Lead"), 0.15), Column(tr("Time"), 0.11))
    rows = tuple(_topic(item, longest) for item in facts.items if _is_topic(item))
    return Table((*columns, Column(tr("Product"), 0.40)), rows, name=tr("Topics"))


def _is_topic(item: ItemNotes) -> bool:
    """Whether the team worked on it: not the opening and the wrap-up, nor notes outside the agenda."""
    timed = item.planned is not None or item.used is not None
    return item.kind not in _NOT_TOPICS and item.reached and (timed or bool(item.products))


def _topic(item: ItemNotes, longest: int) -> tuple[Cell, ...]:
    took = item.used if item.used is not None else item.planned
    sign = "• " if len(item.products) > 1 else ""
    products: tuple[Runs, ...] = tuple(plain_runs(sign + shortened(text, longest)) for text in item.products)
    return (
        (plain_runs(item.title),),
        (plain_runs(item.brought_by or ""),),
        (plain_runs(minutes(took) if took is not None else ""),),
        products or (plain_runs(tr("none yet"), "quiet"),),
    )


def _answer(title: str, about: str, text: str) -> Iterable[Block]:
    """What was written, or lines to write on."""
    head = Heading(title, beside=about)
    if text.strip():
        return (head, Paragraph(plain_runs(text.strip())))
    return (Together((head, WritingLines(2))),)
