"""The printed agenda: one page for the table, with what each item is for and when it begins."""

from collections.abc import Iterable

from plcdesk.minutes.content import AgendaFacts, AgendaItem, AgendaStep
from plcdesk.minutes.dates import DEFAULT, clock, language_tag, long_date, short_date
from plcdesk.minutes.document import (
    DOT,
    AtFoot,
    Block,
    Cell,
    CheckBox,
    Column,
    Document,
    Heading,
    Paragraph,
    Rule,
    Run,
    Runs,
    Space,
    Table,
    joined,
    plain_runs,
)
from plcdesk.minutes.phrases import around, bring_sentence, ended, subtitle
from plcdesk.text import tr


def agenda_document(facts: AgendaFacts, locale: str = DEFAULT) -> Document:
    """The agenda of a planned meeting on one page. Notes to oneself cannot be in `facts`, and so never on it."""
    total = sum(item.minutes for item in facts.items)
    slot = round((facts.ends_local - facts.starts_local).total_seconds() / 60)
    return Document(
        title=facts.title.strip() or tr("Meeting without a title"),
        author=facts.team,
        language=language_tag(locale),
        blocks=tuple(_blocks(facts, locale)),
        subtitle=subtitle(facts, locale, tr("{used} of {n} min").format(used=total, n=slot)),
        footer=(facts.team, long_date(facts.starts_local.date(), locale), tr("agenda")),
        one_page=True,
    )


def _blocks(facts: AgendaFacts, locale: str) -> Iterable[Block]:
    if facts.result_wanted.strip():
        wanted = (Run(ended(facts.result_wanted), strong=True),)
        yield Paragraph(around(tr("By the end we will have {result}"), "result", wanted))
    if facts.roles:
        yield Paragraph(_roles(facts))
    if facts.bring:
        yield Paragraph(plain_runs(" ".join(bring_sentence(things) for things in facts.bring)))
    yield Space(0.4)
    if facts.items:
        yield _items(facts.items, locale)
    else:
        yield Paragraph(plain_runs(tr("Nothing planned yet."), "quiet"))
    yield from _due(facts, locale)
    if facts.norms:
        yield AtFoot((Rule(), *_norms(facts)))


def _items(items: tuple[AgendaItem, ...], locale: str) -> Table:
    columns = (Column("", 0.11), Column("", 0.75), Column("", 0.14, "right"))
    rows = tuple(
        (
            ((Run(clock(item.starts_local, locale), tone="quiet"),),),
            tuple(_item(item)),
            ((Run(str(item.minutes), strong=True), Run(" " + tr("min"))),),
        )
        for item in items
    )
    return Table(columns, rows, name=tr("Agenda"))


def _item(item: AgendaItem) -> Cell:
    lines: list[Runs] = [(Run(item.title.strip() or tr("Without a title"), strong=True),)]
    about = joined(item.purpose, _who_brings(item))
    if about:
        lines.append(plain_runs(about, "quiet"))
    if item.steps:
        lines.append((Run(joined(*map(_step, item.steps)), small=True, tone="accent"),))
    return tuple(lines)


def _who_brings(item: AgendaItem) -> str:
    """'Minh T. brings it', unless the purpose names Minh already."""
    name = (item.brought_by or "").strip()
    if not name or name.split()[0].casefold() in item.purpose.casefold().split():
        return ""
    return tr("{name} brings it").format(name=name)


def _step(step: AgendaStep) -> str:
    return f"{step.title.strip()} {step.minutes}" if step.minutes is not None else step.title


def _roles(facts: AgendaFacts) -> Runs:
    runs: list[Run] = []
    for line in facts.roles:
        runs += [Run(DOT if runs else "", tone="quiet"), Run(line.role, tone="quiet"), Run(f" {line.name}")]
    return tuple(runs)


def _due(facts: AgendaFacts, locale: str) -> Iterable[Block]:
    if not facts.due:
        return
    yield Heading(tr("Actions that are due"))
    for action in facts.due:
        day = short_date(action.due, facts.starts_local.date(), locale) if action.due else ""
        who = ", ".join(action.owners) or tr("nobody yet")
        yield CheckBox((Run(action.text.strip()), Run(DOT + joined(who, day), tone="quiet")))


def _norms(facts: AgendaFacts) -> Iterable[Block]:
    runs: list[Run] = [Run(tr("Our norms"), strong=True), Run(" ")]
    for number, norm in enumerate(facts.norms):
        watched = bool(facts.norm_watched) and norm == facts.norm_watched
        runs += [Run(DOT if number else ""), Run(norm.strip(), strong=watched)]
        if watched:
            runs.append(Run(" " + tr("(we watch this one)")))
    yield Paragraph(tuple(runs), small=True)
