"""A list of actions for paper: what is late, what is due this week, what comes later."""

from collections.abc import Iterable, Sequence
from datetime import date

from plcdesk.archive.actions import ActionInfo, Group
from plcdesk.minutes.agreed import AgreedAction, dated
from plcdesk.minutes.calendar import calendar_bytes
from plcdesk.minutes.dates import DEFAULT, language_tag, long_date, short_date
from plcdesk.minutes.document import (
    DOT,
    Block,
    CheckBox,
    Document,
    Heading,
    Paragraph,
    Run,
    joined,
    plain_runs,
)
from plcdesk.store.reader import Reader
from plcdesk.students.kept import as_it_leaves
from plcdesk.text import ntr, tr


def group_words() -> dict[Group, str]:
    """What each part of the list is called."""
    return {
        "late": tr("Late"),
        "week": tr("This week"),
        "later": tr("Later"),
        "undated": tr("Without a date"),
        "done": tr("Done"),
    }


def actions_document(
    actions: Sequence[ActionInfo], about: str, today: date, locale: str = DEFAULT, *, teams: bool = False
) -> Document:
    """The list on paper; `about` says whose it is, `teams` names the team of each."""
    return Document(
        title=tr("Actions"),
        author=about,
        language=language_tag(locale),
        blocks=tuple(_blocks(actions, today, locale, teams=teams)),
        subtitle=joined(about, long_date(today, locale)),
        footer=(about, long_date(today, locale), tr("actions")),
    )


def _blocks(actions: Sequence[ActionInfo], today: date, locale: str, *, teams: bool) -> Iterable[Block]:
    if not actions:
        yield Paragraph(plain_runs(tr("No actions."), "quiet"))
    for group, word in group_words().items():
        inside = [action for action in actions if action.group(today) == group]
        if inside:
            yield Heading(word)
        for action in inside:
            yield CheckBox(
                (
                    Run(action.text.strip()),
                    Run(DOT + _facts(action, today, locale, teams=teams), tone="quiet"),
                ),
                ticked=action.status == "done",
            )


def _facts(action: ActionInfo, today: date, locale: str, *, teams: bool) -> str:
    who = ", ".join(action.owners) or tr("nobody yet")
    when = short_date(action.due_on, today, locale) if action.due_on else ""
    return joined(who, when, moved_words(action), action.team if teams else "", action.outcome)


def moved_words(action: ActionInfo) -> str:
    """'moved twice'; nothing if its date never moved."""
    if action.moved == 0:
        return ""
    if action.moved == 1:
        return tr("moved once")
    if action.moved == 2:
        return tr("moved twice")
    return ntr("moved {n} times", "moved {n} times", action.moved).format(n=action.moved)


def as_they_leave(reader: Reader, actions: Iterable[ActionInfo]) -> tuple[ActionInfo, ...]:
    """The same actions, with students' names replaced as was chosen for the meeting of each."""
    return tuple(as_it_leaves(reader, action.meeting_id, action) for action in actions)


def actions_calendar(reader: Reader, actions: Iterable[ActionInfo], name: str) -> bytes:
    """The open ones that have a date as a calendar file."""
    leaving = as_they_leave(reader, (action for action in actions if action.is_open))
    return calendar_bytes(name, dated(reader, [_agreed(action) for action in leaving]))


def _agreed(action: ActionInfo) -> AgreedAction:
    return AgreedAction(
        action.id,
        action.text,
        action.owners,
        action.due_on,
        action.status,
        action.closed_on,
        action.outcome,
        action.meeting,
        action.agreed_on,
        action.team,
    )
