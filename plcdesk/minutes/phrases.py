"""The sentences that the minutes, the catch-up page and the agenda have in common."""

from collections.abc import Iterable

from plcdesk.minutes.content import (
    ActionLine,
    AgendaFacts,
    Becomes,
    Decision,
    MeetingFacts,
    NextMeeting,
    OpenLine,
    Reached,
    Status,
)
from plcdesk.minutes.dates import clock, long_date, short_date, span
from plcdesk.minutes.document import (
    DOT,
    Block,
    Cell,
    Column,
    Heading,
    ListOf,
    Paragraph,
    Run,
    Runs,
    Space,
    Table,
    joined,
    plain_runs,
)
from plcdesk.text import ntr, tr

_ENDS = (".", "!", "?", "…", ":", ".”", "!”", "?”", '."', '!"', '?"', ".)", "!)", "?)", "。")


def ended(text: str) -> str:
    """A sentence with its full stop, if it has no end of its own."""
    text = text.strip()
    return text if not text or text.endswith(_ENDS) else text + "."


def around(template: str, name: str, runs: Runs, strong: bool = False) -> Runs:
    """A translated sentence with `runs` in the place of `{name}`; its own words are strong if asked."""
    before, _, after = template.partition("{" + name + "}")
    own = (Run(before, strong=strong), *runs, Run(after, strong=strong))
    return tuple(run for run in own if run.text)


def subtitle(facts: MeetingFacts | AgendaFacts, locale: str, *more: str) -> str:
    """Team, school, day, times and room on one line, with whatever else belongs there."""
    when = f"{long_date(facts.starts_local.date(), locale)}, {span(facts.starts_local, facts.ends_local, locale)}"
    return joined(facts.team, facts.school, when, room(facts.room), *more)


def room(name: str) -> str:
    """A room as people call it; a bare number gets the word before it."""
    return tr("Room {number}").format(number=name.strip()) if name.strip().isdigit() else name.strip()


def footer(facts: MeetingFacts, locale: str) -> tuple[str, ...]:
    """What stands at the foot of each page of minutes."""
    day = long_date(facts.starts_local.date(), locale)
    return (facts.team, day, status_word(facts.status), tr("confidential"))


def status_word(status: Status) -> str:
    """The word for how far the minutes are; what is not closed yet is a draft."""
    words = {"final": tr("final"), "amended": tr("final, amended")}
    return words.get(status, tr("draft"))


def wanted_and_reached(facts: MeetingFacts) -> list[Block]:
    """'We wanted a re-teach plan for Thursday. Reached.' Nothing if no result was named."""
    if not facts.result_wanted.strip():
        return []
    wanted = around(tr("We wanted {result}"), "result", plain_runs(ended(facts.result_wanted)), strong=True)
    return [Paragraph((*wanted, Run(" "), _reached(facts.result_reached)))]


def _reached(reached: Reached | None) -> Run:
    if reached is None:
        return Run(tr("Not said yet whether we reached it."), tone="quiet")
    words = {"yes": tr("Reached."), "partly": tr("Partly reached."), "no": tr("Not reached.")}
    return Run(words[reached], strong=True)


def decision_list(decisions: Iterable[Decision], who_said_what: bool = False) -> list[Block]:
    """The decisions by number, each with its why; said plainly if there is none."""
    items = tuple(_decision(decision, who_said_what) for decision in decisions)
    if not items:
        return [Paragraph(plain_runs(tr("No decisions this time."), "quiet"))]
    return [ListOf(items, numbered=True)]


def _decision(decision: Decision, who_said_what: bool) -> Runs:
    after: list[str] = []
    if decision.why.strip():
        after.append(tr("Why: {reason}").format(reason=ended(decision.why)))
    if decision.fingers and decision.fingers.strip():
        after.append(decision.fingers.strip())
    said = decision.said_by if who_said_what else None
    return (Run(ended(decision.text)), *(Run(f" {words}", tone="quiet") for words in after), *said_by(said))


def said_by(name: str | None) -> Runs:
    """Who said it, quietly after the words; nothing if nobody is named."""
    return (Run(f" – {name.strip()}", tone="quiet"),) if name and name.strip() else ()


def action_table(facts: MeetingFacts, who_said_what: bool, locale: str) -> list[Block]:
    """Action, who and by when; said plainly if there is none."""
    if not facts.actions:
        return [Paragraph(plain_runs(tr("No actions this time."), "quiet"))]
    columns = (Column(tr("Action"), 0.62), Column(tr("Who"), 0.19), Column(tr("By"), 0.19))
    rows = tuple(_action_row(action, facts, who_said_what, locale) for action in facts.actions)
    return [Table(columns, rows, name=tr("Actions"))]


def _action_row(
    action: ActionLine, facts: MeetingFacts, who_said_what: bool, locale: str
) -> tuple[Cell, ...]:
    said = said_by(action.said_by if who_said_what else None)
    return ((((Run(action.text), *said)),), (_owners(action),), _by_when(action, facts, locale))


def _owners(action: ActionLine) -> Runs:
    return plain_runs(", ".join(action.owners)) if action.owners else plain_runs(tr("nobody yet"), "quiet")


def _by_when(action: ActionLine, facts: MeetingFacts, locale: str) -> Cell:
    meeting_day = facts.starts_local.date()
    due = plain_runs(short_date(action.due, meeting_day, locale)) if action.due else None
    if action.status == "dropped":
        return tuple(line for line in (due, plain_runs(tr("dropped"), "quiet")) if line)
    if action.status == "done":
        done = (
            tr("done {date}").format(date=short_date(action.done_on, meeting_day, locale))
            if action.done_on
            else tr("done")
        )
        return tuple(line for line in (due, (Run(done, tone="accent"),)) if line)
    return (due or plain_runs(tr("no date"), "quiet"),)


def next_meeting(facts: MeetingFacts, locale: str) -> Runs:
    """'Tue 1 Dec, 10:50, Minh facilitates. By the end we will have …'; said plainly if there is none yet."""
    coming = facts.next_meeting
    if coming is None:
        return plain_runs(tr("Not set yet."), "quiet")
    return plain_runs(" ".join(_next_sentences(coming, facts, locale)))


def bring(facts: MeetingFacts) -> str:
    """'Bring three tickets per section.', or nothing."""
    coming = facts.next_meeting
    return bring_sentence(coming.bring) if coming and coming.bring.strip() else ""


def next_day(coming: NextMeeting, facts: MeetingFacts, locale: str) -> str:
    """The day of the next meeting in short."""
    return short_date(coming.starts_local.date(), facts.starts_local.date(), locale)


def _next_sentences(coming: NextMeeting, facts: MeetingFacts, locale: str) -> Iterable[str]:
    when = f"{next_day(coming, facts, locale)}, {clock(coming.starts_local, locale)}"
    if coming.facilitator:
        when = tr("{when}, {name} facilitates").format(when=when, name=coming.facilitator)
    yield ended(when)
    if coming.result_wanted.strip():
        yield tr("By the end we will have {result}").format(result=ended(coming.result_wanted))


def bring_sentence(things: str) -> str:
    """'Bring three tickets per section.', also if the person began with that word."""
    begun = things.strip().casefold().startswith(tr("Bring {things}").partition("{")[0].casefold())
    return ended(things) if begun else tr("Bring {things}").format(things=ended(things))


def still_open(lines: tuple[OpenLine, ...]) -> list[Block]:
    """What is still open and what becomes of it: one line if it is one, else a list; nothing if there is nothing."""
    label = Run(tr("Still open"), strong=True)
    if not lines:
        return []
    if len(lines) == 1:
        return [Paragraph((label, Run(" "), *_open_line(lines[0])))]
    return [Space(0.15), Paragraph((label,), leads=True), ListOf(tuple(_open_line(line) for line in lines))]


def _open_line(line: OpenLine) -> Runs:
    tail = joined(line.word.lower() if line.kind == "parked" else "", _becomes(line.becomes))
    return (Run(line.text.strip()), *((Run(DOT + tail, tone="quiet"),) if tail else ()))


def _becomes(becomes: Becomes | None) -> str:
    if becomes is None:
        return ""
    return {"next": tr("for the next meeting"), "action": tr("now an action"), "dropped": tr("dropped")}[
        becomes
    ]


def addenda(facts: MeetingFacts, locale: str) -> list[Block]:
    """What was added to final minutes, each with its day and why; nothing if nothing was."""
    if not facts.addenda:
        return []
    near = facts.starts_local.date()
    blocks: list[Block] = [Heading(ntr("Addendum", "Addenda", len(facts.addenda)))]
    for added in facts.addenda:
        day = Run(short_date(added.on, near, locale) + " ", strong=True)
        if added.text:
            why = Run(" " + tr("Why: {reason}").format(reason=ended(added.reason)), tone="quiet")
            blocks.append(Paragraph((day, Run(ended(added.text)), why)))
        else:
            changed = tr("The minutes were changed: {reason}").format(reason=ended(added.reason))
            blocks.append(Paragraph((day, Run(changed))))
    return blocks
