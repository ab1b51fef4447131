"""Printed pages about a span of time: one for each team with an overview, and the principal's page.

The status comes first. Teams stand in the order of the alphabet: nobody is ranked, and no person is named.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from plcdesk.insights.figures import Figures, LineRecord, MeetingRecord
from plcdesk.insights.leaving import MOST_LINES
from plcdesk.insights.letters import Letter
from plcdesk.insights.span import Span
from plcdesk.insights.time_spent import FRAME
from plcdesk.insights.words import (
    about_word,
    held_words,
    norm_charts,
    protocol_words,
    span_words,
    time_charts,
)
from plcdesk.minutes.dates import DEFAULT, language_tag, short_date
from plcdesk.minutes.document import (
    DOT,
    Block,
    Column,
    Document,
    Heading,
    ListOf,
    OwnPage,
    Paragraph,
    Run,
    Runs,
    SideBySide,
    Space,
    Table,
    Together,
    WritingLines,
    joined,
    plain_runs,
)
from plcdesk.minutes.phrases import ended
from plcdesk.text import ntr, tr

_MOST_NORMS, _MOST_USES = 5, 8  # so that a team has its page and can be read on it
_SLIP_LETTERS = 1.4  # a slip is read out, at arm's length
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class TeamFigures:
    """A team as a page names it, with its figures and the latest letters between it and its coach."""

    name: str
    school: str
    figures: Figures
    to_coach: Letter | None = None
    to_team: Letter | None = None


def team_page(team: TeamFigures, locale: str = DEFAULT) -> Document:
    """One team's span: what it set out to do, what came of it, and room for the coach's reply."""
    return Document(
        title=team.name,
        author=team.name,
        language=language_tag(locale),
        blocks=tuple(_team_blocks(team, locale)),
        subtitle=_subtitle(team, locale),
        footer=(team.name, span_words(_so_far(team.figures), locale), tr("confidential")),
        one_page=True,
    )


def coach_pages(teams: Sequence[TeamFigures], locale: str = DEFAULT) -> Document:
    """An overview of all teams on one page, then a page for each. Raises ValueError without teams."""
    ordered = sorted(teams, key=lambda team: (team.name.casefold(), team.school.casefold()))
    figures = ordered[0].figures
    blocks: list[Block] = [_overview(ordered), Space(), Paragraph(plain_runs(_how_to_read(), "quiet"), True)]
    for team in ordered:
        heading = Heading(team.name, beside=_subtitle(team, locale))
        blocks.append(OwnPage((heading, *_team_blocks(team, locale, 2))))
    return Document(
        title=tr("Teams at a glance"),
        author=tr("Coach"),
        language=language_tag(locale),
        blocks=tuple(blocks),
        subtitle=joined(span_words(_so_far(figures), locale), _as_of(figures.today, locale)),
        footer=(span_words(_so_far(figures), locale), tr("confidential")),
    )


def principal_page(team: TeamFigures, locale: str = DEFAULT) -> Document:
    """One page in plain words: what the team worked on, what it decided, what came of it."""
    return Document(
        title=tr("What we worked on"),
        author=team.name,
        language=language_tag(locale),
        blocks=tuple(_principal_blocks(team, locale)),
        subtitle=joined(team.name, _subtitle(team, locale)),
        footer=(team.name, span_words(_so_far(team.figures), locale)),
        one_page=True,
    )


def status(figures: Figures) -> str:
    """The state of a team in two or three sentences, each figure with what it is out of."""
    parts = [ended(held_words(figures))]
    if figures.wanted:
        parts.append(_reached_words(figures))
    parts.append(actions_words(figures))
    return " ".join(parts)


def _reached_words(figures: Figures) -> str:
    """'Reached 5 of 7 results wanted, 1 more in part.'"""
    partly = len(figures.reached("partly"))
    words = (
        tr("Reached {reached} of {wanted} results wanted, {partly} more in part.")
        if partly
        else tr("Reached {reached} of {wanted} results wanted.")
    )
    return words.format(reached=len(figures.reached("yes")), wanted=len(figures.wanted), partly=partly)


def actions_words(figures: Figures) -> str:
    """'25 of 30 actions done; 5 still open, 2 of them past their date.'"""
    if not figures.actions:
        return tr("No actions agreed.")
    count = len(figures.actions)
    done = ntr("{done} of {n} action done", "{done} of {n} actions done", count).format(
        done=len(figures.done), n=count
    )
    if not figures.open:
        return ended(done)
    return ended(
        done
        + "; "
        + tr("{open} still open, {late} of them past their date").format(
            open=len(figures.open), late=len(figures.late)
        )
    )


def _subtitle(team: TeamFigures, locale: str) -> str:
    figures = team.figures
    return joined(team.school, span_words(_so_far(figures), locale), _as_of(figures.today, locale))


def _so_far(figures: Figures) -> Span:
    """The span as far as it has come."""
    return Span(figures.span.first, max(figures.span.first, min(figures.span.last, figures.today)))


def _as_of(today: date, locale: str) -> str:
    return tr("as of {day}").format(day=short_date(today, today, locale))


def _how_to_read() -> str:
    return tr(
        "Teams stand in alphabetical order. The numbers come from each team's own minutes; they say what to ask"
        " about, not who is better."
    )


def _overview(teams: Sequence[TeamFigures]) -> Table:
    columns = (
        Column(tr("Team"), 0.24),
        Column(tr("Held"), 0.12),
        Column(tr("Reached"), 0.13),
        Column(tr("Actions done"), 0.15),
        Column(tr("Open, late"), 0.13),
        Column(tr("Most time went into"), 0.23),
    )
    return Table(columns, tuple(tuple((plain_runs(cell),) for cell in _cells(team)) for team in teams))


def _cells(team: TeamFigures) -> tuple[str, ...]:
    figures = team.figures
    of = tr("{part} of {whole}")
    most = [about_word(use.about) for use in figures.times if use.about != FRAME][:2]
    return (
        team.name,
        of.format(part=len(figures.held), whole=len(figures.meetings)),
        of.format(part=len(figures.reached("yes")), whole=len(figures.wanted)),
        of.format(part=len(figures.done), whole=len(figures.actions)),
        tr("{open}, {late} late").format(open=len(figures.open), late=len(figures.late)),
        ", ".join(most) or "–",
    )


def _team_blocks(team: TeamFigures, locale: str, level: Literal[1, 2] = 1) -> Iterable[Block]:
    """Everything about a team; the latest of what there is much of, so that it has room on one page."""
    figures = team.figures
    heading = partial(Heading, level=level)
    yield Paragraph((Run(status(figures), strong=True),))
    if figures.wanted:
        yield heading(tr("What we wanted, and what came of it"))
        yield _results(figures.wanted[-MOST_LINES:], figures, locale)
        yield from _left_out(len(figures.wanted))
    yield SideBySide(tuple(_decided(figures, heading, locale)), tuple(_open(figures, heading, locale)))
    yield SideBySide(tuple(_time(figures, heading)), tuple(_norms(figures, heading, locale)))
    if figures.protocols:
        yield heading(tr("Protocols, mean minutes used of planned"))
        yield Paragraph(
            plain_runs("; ".join(f"{use.name} ({protocol_words(use)})" for use in figures.protocols))
        )
    yield from _letters(team, level)


def _decided(figures: Figures, heading: Callable[[str], Heading], locale: str) -> Iterable[Block]:
    yield heading(tr("What we decided"))
    yield ListOf(tuple(_dated(line, figures, locale) for line in figures.decisions[-MOST_LINES:]))
    yield from _left_out(len(figures.decisions))


def _open(figures: Figures, heading: Callable[[str], Heading], locale: str) -> Iterable[Block]:
    yield heading(tr("Actions still open"))
    yield ListOf(tuple(_open_action(line, figures, locale) for line in figures.open[-MOST_LINES:]))
    yield from _left_out(len(figures.open))


def _time(figures: Figures, heading: Callable[[str], Heading]) -> Iterable[Block]:
    yield heading(tr("Where the time went"))
    yield time_charts(figures.times[:_MOST_USES])


def _norms(figures: Figures, heading: Callable[[str], Heading], locale: str) -> Iterable[Block]:
    yield heading(tr("Our norms, 1 to 5 fingers"))
    if figures.norms:
        yield norm_charts(figures.norms[:_MOST_NORMS], figures.span, figures.today, locale)
    else:
        yield Paragraph(plain_runs(tr("Not rated."), "quiet"))


def _left_out(count: int) -> Iterable[Block]:
    """How many of `count` lines, the earlier ones, had no room; nothing if there is nothing at all."""
    if count == 0:
        yield Paragraph(plain_runs(tr("None."), "quiet"))
    elif count > MOST_LINES:
        earlier = ntr("and {n} earlier", "and {n} earlier", count - MOST_LINES)
        yield Paragraph(plain_runs(earlier.format(n=count - MOST_LINES), "quiet"), small=True)


def _results(meetings: Iterable[MeetingRecord], figures: Figures, locale: str) -> Table:
    columns = (Column("", 0.15), Column(tr("By the end we will have"), 0.65), Column("", 0.2))
    rows = tuple(
        (
            (plain_runs(short_date(meeting.on, figures.today, locale), "quiet"),),
            (plain_runs(meeting.result_wanted.strip()),),
            (plain_runs(reached_word(meeting.reached)),),
        )
        for meeting in meetings
    )
    return Table(columns, rows)


def reached_word(reached: str | None) -> str:
    """Whether a result was reached, in a word or two."""
    words = {"yes": tr("reached"), "partly": tr("partly reached"), "no": tr("not reached")}
    return words.get(reached or "", tr("not said"))


def _dated(line: LineRecord, figures: Figures, locale: str) -> Runs:
    day = short_date(line.on, figures.today, locale)
    return _with_day(line, day)


def _with_day(line: LineRecord, day: str) -> Runs:
    """A line with its date, which is not parted at the end of a line."""
    return (Run(line.text.strip()), Run(DOT + day.replace(" ", _NO_BREAK), tone="quiet"))


def _open_action(line: LineRecord, figures: Figures, locale: str) -> Runs:
    if line.due_on is None:
        due = tr("no date")
    elif line.is_late(figures.today):
        due = tr("was due {day}").format(day=short_date(line.due_on, figures.today, locale))
    else:
        due = tr("by {day}").format(day=short_date(line.due_on, figures.today, locale))
    return _with_day(line, due)


def _letters(team: TeamFigures, level: Literal[1, 2]) -> Iterable[Block]:
    """The team's word to its coach, and the coach's reply, or room to write one by hand."""
    if team.to_coach is not None and team.to_coach.says_something:
        yield Heading(tr("The team to its coach"), level)
        yield from _letter(team.to_coach)
    yield Heading(tr("From the coach: what went well, and one question"), level)
    if team.to_team is not None and team.to_team.says_something:
        yield from _letter(team.to_team)
    else:
        yield WritingLines(3)


def _letter(letter: Letter) -> Iterable[Block]:
    if letter.went_well.strip():
        yield Paragraph((Run(tr("What went well") + " ", strong=True), Run(letter.went_well.strip())))
    if letter.question.strip():
        yield Paragraph((Run(tr("One question") + " ", strong=True), Run(letter.question.strip())))


def reply_slip(team: TeamFigures, letter: Letter, locale: str = DEFAULT) -> Document:
    """The coach's reply on a slip of paper: what went well, and one question."""
    return Document(
        title=tr("For {team}").format(team=team.name),
        author=letter.from_name or tr("Coach"),
        language=language_tag(locale),
        blocks=tuple(_letter(letter)),
        subtitle=joined(
            tr("From {name}").format(name=letter.from_name) if letter.from_name else tr("From your coach"),
            span_words(_so_far(team.figures), locale),
        ),
        footer=(tr("It opens your next meeting."),),
        one_page=True,
        letters=_SLIP_LETTERS,
    )


def _principal_blocks(team: TeamFigures, locale: str) -> Iterable[Block]:
    figures = team.figures
    yield Paragraph(plain_runs(status(figures)))
    abouts = [use for use in figures.times if use.about != FRAME]
    if abouts:
        yield Heading(tr("What our time went into"))
        yield time_charts(tuple(abouts))
    reached = figures.reached("yes", "partly")
    if reached:
        yield Heading(tr("What we have now"))
        yield ListOf(tuple(plain_runs(ended(meeting.result_wanted)) for meeting in reached[-MOST_LINES:]))
    if figures.decisions:
        yield Heading(tr("What we decided"))
        yield ListOf(tuple(_dated(line, figures, locale) for line in figures.decisions[-MOST_LINES:]))
        yield from _left_out(len(figures.decisions))
    if figures.norms:
        yield Together(
            (
                Heading(tr("How we keep our norms, 1 to 5 fingers")),
                norm_charts(figures.norms, figures.span, figures.today, locale),
            )
        )
