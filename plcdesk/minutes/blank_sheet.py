"""A sheet to take minutes on by hand, with the agenda of the meeting on it."""

from collections.abc import Iterable

from plcdesk.minutes.content import AgendaFacts, AgendaItem
from plcdesk.minutes.dates import DEFAULT, clock, language_tag, long_date
from plcdesk.minutes.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Space,
    Table,
    Together,
    WritingLines,
    joined,
    plain_runs,
)
from plcdesk.minutes.phrases import around, ended, subtitle
from plcdesk.text import tr

_ACTIONS, _DECISIONS = 5, 3
_TWO_LINES = "\u00a0\n\u00a0"  # as high as handwriting


def blank_sheet(facts: AgendaFacts, locale: str = DEFAULT) -> Document:
    """Room for notes below each topic, then for decisions, actions and the next meeting."""
    return Document(
        title=facts.title.strip() or tr("Meeting without a title"),
        author=facts.team,
        language=language_tag(locale),
        blocks=tuple(_blocks(facts, locale)),
        subtitle=subtitle(facts, locale),
        footer=(facts.team, long_date(facts.starts_local.date(), locale), tr("to write on")),
    )


def _blocks(facts: AgendaFacts, locale: str) -> Iterable[Block]:
    if facts.result_wanted.strip():
        wanted = (Run(ended(facts.result_wanted), strong=True),)
        yield Paragraph(around(tr("By the end we will have {result}"), "result", wanted))
    roles = joined(*(f"{line.role}: {line.name}" for line in facts.roles))
    if roles:
        yield Paragraph(plain_runs(roles, "quiet"))
    yield _who()
    for item in facts.items:
        yield Together((_title(item, locale), WritingLines(_lines(item))))
        yield Space(0.4)
    yield Together((Heading(tr("Decisions"), 1, "decision"), WritingLines(_DECISIONS)))
    yield Together((Heading(tr("Actions")), _actions()))
    yield Together((Heading(tr("Next meeting")), WritingLines(2)))


def _title(item: AgendaItem, locale: str) -> Heading:
    beside = joined(
        clock(item.starts_local, locale), tr("{n} min").format(n=item.minutes), item.brought_by or ""
    )
    return Heading(item.title.strip() or tr("Without a title"), 2, "plain", beside)


def _lines(item: AgendaItem) -> int:
    """More room where more is said."""
    if item.kind in ("opening", "wrap_up", "news"):
        return 2
    return min(8, max(3, item.minutes // 4))


def _who() -> Table:
    """Room for names beside 'Present' and 'Absent'."""
    rows = tuple(
        (((Run(label, strong=True),),), ((Run(_TWO_LINES),),)) for label in (tr("Present"), tr("Absent"))
    )
    return Table((Column("", 0.16), Column("", 0.84)), rows)


def _actions() -> Table:
    empty = ((Run(_TWO_LINES),),)
    columns = (Column(tr("Action"), 0.62), Column(tr("Who"), 0.19), Column(tr("By"), 0.19))
    return Table(columns, tuple((empty, empty, empty) for _ in range(_ACTIONS)))
