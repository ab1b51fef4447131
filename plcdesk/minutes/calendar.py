"""Actions and meetings as a calendar file that Outlook, Google Calendar and Apple Calendar import.

Actions are days, not tasks: of the three, only one takes tasks. What is imported again takes the place of
what was imported before, for each event keeps its identity and counts how often it was changed.
"""

# The type hints for icalendar are incomplete.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from plcdesk.minutes.legible import clean, one_line
from plcdesk.text import tr


@dataclass(frozen=True)
class DatedAction:
    """An open action that is due on a day. `id` and `changes` make it the same event when it comes again."""

    id: str
    text: str
    owners: tuple[str, ...]
    due: date
    agreed_at: str
    changed_at: datetime
    changes: int = 0


@dataclass(frozen=True)
class CalendarMeeting:
    """A meeting that is to come; `starts` has a zone. `about` is what stands in the event, line by line."""

    id: str
    title: str
    starts: datetime
    minutes: int
    room: str
    about: tuple[str, ...]
    changed_at: datetime
    changes: int = 0


def calendar_bytes(
    name: str, actions: Iterable[DatedAction] = (), meetings: Iterable[CalendarMeeting] = ()
) -> bytes:
    """A calendar called `name`: always the same bytes for the same actions and meetings."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//PLC Desk//PLC Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    for meeting in meetings:
        calendar.add_component(_meeting(meeting))
    for action in actions:
        calendar.add_component(_action(action))
    return calendar.to_ical()


def _meeting(meeting: CalendarMeeting) -> Any:
    event = _event(meeting.id, meeting.title, meeting.about, meeting.changed_at, meeting.changes)
    starts = meeting.starts.astimezone(UTC)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    if meeting.room.strip():
        event.add("location", one_line(meeting.room))
    return event


def _action(action: DatedAction) -> Any:
    who = ", ".join(action.owners) or tr("nobody yet")
    title = tr("{action} ({who})").format(action=one_line(action.text), who=who)
    about = (tr("Agreed at: {meeting}").format(meeting=action.agreed_at),) if action.agreed_at else ()
    event = _event(action.id, title, about, action.changed_at, action.changes)
    event.add("dtstart", action.due)
    event.add("dtend", action.due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _event(row_id: str, title: str, about: tuple[str, ...], changed_at: datetime, changes: int) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row_id}@plcdesk")
    event.add("dtstamp", changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", changes)
    event.add("summary", one_line(title))
    if about:
        event.add("description", clean("\n".join(about)))
    return event
