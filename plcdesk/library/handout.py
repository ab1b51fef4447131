"""A protocol on paper: a handout of one or two pages, cards for the roles, a poster of the steps.

Each is a document that knows no format; `handout_pdf` makes pages of it. All of it is readable without colour.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plcdesk.library.fitted import Fitted
from plcdesk.library.handout_words import (
    bring_lines,
    grade_line,
    loop_line,
    origin_line,
    preparation_line,
    speaks_line,
    writes_line,
)
from plcdesk.library.outline import OutlineStep, outline
from plcdesk.library.schema import Protocol, Role, Step
from plcdesk.library.steps import find_form
from plcdesk.minutes.dates import DEFAULT, language_tag
from plcdesk.minutes.document import (
    Block,
    Cards,
    Cell,
    Column,
    Document,
    Heading,
    ListOf,
    Paragraph,
    Rule,
    Run,
    Runs,
    Space,
    Table,
    joined,
    plain_runs,
)
from plcdesk.text import ntr, tr

Detail = Literal["all", "most", "least"]
CARD_LETTERS = 1.15
FACILITATORS = frozenset({"facilitator", "moderator", "chair", "lead walker", "norm keeper"})
"""What protocols call whoever leads through the steps."""


@dataclass(frozen=True)
class Occasion:
    """A protocol as it is printed: fitted to minutes, for so many people. `locale` is such as 'en_US'."""

    protocol: Protocol
    fitted: Fitted
    people: int
    locale: str = DEFAULT

    @property
    def lines(self) -> tuple[OutlineStep, ...]:
        """The steps that run."""
        return tuple(line for line in outline(self.protocol, self.fitted) if line.runs == "yes")


def handout_document(occasion: Occasion, detail: Detail = "all") -> Document:
    """The handout. With less `detail` it has what is said but not what the facilitator does, then not that either."""
    return _document(occasion, tuple(_handout(occasion, detail)), one_page=detail == "least")


def role_cards_document(occasion: Occasion) -> Document:
    """A card for each role, as often as there are people for it; none if the protocol has no roles."""
    cards = tuple(
        tuple(_card(occasion, role)) for role in occasion.protocol.roles for _ in range(max(1, role.count))
    )
    return _document(occasion, (Cards(cards),), letters=CARD_LETTERS, about=tr("Role cards"))


def poster_document(occasion: Occasion, letters: float = 3.0, *, titles_only: bool = False) -> Document:
    """The steps for the wall. At `letters` 3 a title has 30 points, and capitals of 7 millimeters.

    The eye chart asks for 4 millimeters at 3 meters; what is read in passing should be half as large again.
    """
    lines = [line for line in occasion.lines if not line.is_loop]
    wide = 0.33 if any(line.times > 1 for line in lines) else 0.22
    columns = (Column("", 1 - wide), Column("", wide, "right"))
    rows = tuple(
        (
            tuple(_poster_step(line, titles_only, occasion.protocol.presenter_called)),
            ((Run(_poster_minutes(line), strong=True),),),
        )
        for line in lines
    )
    return _document(occasion, (Table(columns, rows),), letters=letters)


def _document(
    occasion: Occasion,
    blocks: tuple[Block, ...],
    *,
    letters: float = 1.0,
    one_page: bool = False,
    about: str = "",
) -> Document:
    protocol, fitted = occasion.protocol, occasion.fitted
    form = find_form(protocol, fitted.form) if fitted.form else None
    people = ntr("{n} person", "{n} people", occasion.people).format(n=occasion.people)
    when = joined(tr("{n} min").format(n=fitted.minutes), people, form.name if form else "")
    return Document(
        title=protocol.name,
        author=protocol.origin.credit,
        language=language_tag(occasion.locale),
        blocks=blocks,
        subtitle=joined(about, when),
        footer=(tr("From: {origin}").format(origin=protocol.origin.credit),),
        one_page=one_page,
        letters=letters,
    )


def _handout(occasion: Occasion, detail: Detail) -> Iterator[Block]:
    protocol = occasion.protocol
    yield Paragraph(plain_runs(protocol.purpose))
    yield from _listed(tr("Bring"), bring_lines(protocol))
    if detail != "least":
        yield from _listed(tr("Roles"), (_role_line(role) for role in protocol.roles))
    yield Space(0.3)
    presenter = protocol.presenter_called
    columns = (Column(tr("Min"), 0.09), Column(tr("Steps"), 0.91))
    rows = tuple((_minutes_cell(line), tuple(_step(line, detail, presenter))) for line in occasion.lines)
    yield Table(columns, rows, name=tr("Steps"))
    yield from _listed(tr("Watch out"), protocol.cautions)
    yield Space(0.4)
    yield Rule()
    yield Paragraph(plain_runs(f"{origin_line(protocol)}. {grade_line(protocol)}", "quiet"), small=True)


def _listed(title: str, lines: Iterable[str]) -> Iterator[Block]:
    items = tuple(plain_runs(line) for line in lines)
    if items:
        yield Heading(title, 2, "plain")
        yield ListOf(items)


def _role_line(role: Role) -> str:
    who = role.name if role.count == 1 else tr("{role} ({n})").format(role=role.name, n=role.count)
    return tr("{who}: {what}").format(who=who, what=role.does)


def _minutes_cell(line: OutlineStep) -> Cell:
    if line.is_loop:
        return ()
    if line.times > 1 and line.minutes % line.times == 0:
        words = tr("{times} × {n}").format(times=line.times, n=line.minutes // line.times)
        return ((Run(words, strong=True),),)
    return ((Run(str(line.minutes), strong=True),),)


def _step(line: OutlineStep, detail: Detail, presenter: str) -> Iterator[Runs]:
    step = line.step
    beside = loop_line(line) if line.is_loop else speaks_line(step, line.seconds_each, presenter)
    inside = "› " if line.depth else ""
    yield Run(f"{inside}{step.title}", strong=True), Run(f"   {beside}", small=True, tone="quiet")
    if detail == "least":
        if step.show:
            yield plain_runs(_in_one_line(step.show))
    else:
        if step.say:
            yield plain_runs(tr("“{words}”").format(words=_in_one_line(step.say)))
        if detail == "all" and step.do:
            yield (Run(_in_one_line(step.do), em=True),)
    if detail == "all" and step.stems:
        yield (Run(tr("Begin with: {stems}").format(stems=" / ".join(step.stems)), small=True),)
    written = writes_line(step)
    if written:
        yield (Run(written, small=True, tone="quiet"),)


def _card(occasion: Occasion, role: Role) -> Iterator[Block]:
    yield Heading(role.name, 1, "plain", tr("taken in turns") if role.rotates else "")
    yield Paragraph(plain_runs(role.does))
    before = [each for each in occasion.protocol.preparation if _is_among(role, each.who)]
    yield from _listed(tr("Before"), (preparation_line(each).partition(": ")[2] for each in before))
    called = occasion.protocol.presenter_called
    steps = [line.step for line in occasion.lines]
    speaks = [
        step
        for step in steps
        if _is(step.speaks, role, called) or _same(step.speaker.removeprefix("the "), role.name)
    ]
    listens = [step for step in steps if step.silent and _is(step.silent, role, called)]
    yield from _steps_of(tr("You speak"), speaks)
    yield from _steps_of(tr("You listen"), listens)
    if _is("facilitator", role, called):
        yield from _listed(tr("Watch out"), occasion.protocol.cautions)
    yield Paragraph(plain_runs(occasion.protocol.name, "quiet"), small=True)


def _steps_of(title: str, steps: list[Step]) -> Iterator[Block]:
    if steps:
        names = ", ".join(dict.fromkeys(step.title for step in steps))
        yield Paragraph((Run(tr("{what}: ").format(what=title), strong=True), Run(names)))


def _is(who: str, role: Role, called: str) -> bool:
    """Whether `who` in a step is this role, or the presenter under the protocol's own word for her."""
    if who == "presenter" and called:
        return _same(called, role.name) or _same(who, role.name)
    if who == "facilitator":
        return role.name.strip().casefold() in FACILITATORS
    return _same({"inner": "inner circle", "outer": "outer circle"}.get(who, who), role.name)


def _is_among(role: Role, who: str) -> bool:
    """Whether a role is one of those named: 'Chair and presenting teacher'."""
    return any(_same(name, role.name) for name in who.split(" and "))


def _same(name: str, other: str) -> bool:
    return name.strip().casefold() == other.strip().casefold()


def _poster_step(line: OutlineStep, title_only: bool, presenter: str) -> Iterator[Runs]:
    yield (Run(line.step.title, strong=True),)
    if title_only:
        return
    words = _in_one_line(line.step.show) or speaks_line(line.step, line.seconds_each, presenter)
    yield (Run(words, small=True),)


def _poster_minutes(line: OutlineStep) -> str:
    """'15 min'; in turns only '3 × 15', which stays on one line in large letters."""
    if line.times > 1 and line.minutes % line.times == 0:
        return tr("{times} × {n}").format(times=line.times, n=line.minutes // line.times)
    return tr("{n} min").format(n=line.minutes)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
