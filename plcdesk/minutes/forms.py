"""The minutes of a stored meeting in each form that they are handed out in.

The one place that screens, the command line and tests take them from, so that all show, print and save the
same bytes. What is heavy is imported only when it is asked for. Each function raises UserError with a sentence when there are no minutes to be had: the meeting is
not there, or has not been held.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plcdesk.errors import UserError
from plcdesk.minutes.dates import DEFAULT
from plcdesk.minutes.names import People
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.planning.infos import MeetingInfo, MemberInfo
from plcdesk.planning.reading import read_meeting, read_team
from plcdesk.store.reader import Reader
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.minutes.document import Document


@dataclass(frozen=True)
class Copied:
    """Minutes for the clipboard: for a program that takes rich text, and for one that takes only plain text."""

    text: str
    html: str


def minutes_pdf(
    reader: Reader, meeting_id: str, parts: Parts = USUAL, paper: Paper = "letter", locale: str = DEFAULT
) -> bytes:
    """The minutes as a PDF, always the same bytes for the same minutes."""
    from plcdesk.minutes.pdf import pdf_bytes

    return pdf_bytes(_minutes(reader, meeting_id, parts, locale), paper)


def minutes_markdown(reader: Reader, meeting_id: str, parts: Parts = USUAL, locale: str = DEFAULT) -> str:
    """The minutes as Markdown."""
    from plcdesk.minutes.markdown import to_markdown

    return to_markdown(_minutes(reader, meeting_id, parts, locale))


def minutes_copied(reader: Reader, meeting_id: str, parts: Parts = USUAL, locale: str = DEFAULT) -> Copied:
    """The minutes for the clipboard."""
    from plcdesk.minutes.plain import to_text
    from plcdesk.minutes.web import to_html

    document = _minutes(reader, meeting_id, parts, locale)
    return Copied(to_text(document), to_html(document))


def catch_up_pdf(
    reader: Reader, meeting_id: str, member_id: str, paper: Paper = "letter", locale: str = DEFAULT
) -> bytes:
    """The page by which a member who was not there catches up, as a PDF.

    Also for a meeting that still runs, while it is wrapped up. Raises UserError also for one who is not on the team.
    """
    from plcdesk.minutes.catch_up import catch_up_document
    from plcdesk.minutes.gather import gather
    from plcdesk.minutes.pdf import pdf_bytes

    _held(reader, meeting_id)
    name = _name_of(reader, meeting_id, member_id)
    return pdf_bytes(catch_up_document(gather(reader, meeting_id), name, locale), paper)


def minutes_name(reader: Reader, meeting_id: str) -> str:
    """What to call a file of these minutes, without an ending: '2026-11-24 Reading the exit tickets'.

    As typed; whoever makes a file of it makes the name safe.
    """
    meeting = _held(reader, meeting_id)
    title = meeting.title.strip() or tr("Meeting")
    return f"{meeting.starts_at.date().isoformat()} {title}"


def catch_up_name(reader: Reader, meeting_id: str, member_id: str) -> str:
    """What to call a file of a catch-up page: '2026-11-24 Catch-up for Sam W.'."""
    meeting = _held(reader, meeting_id)
    words = tr("Catch-up for {name}").format(name=_name_of(reader, meeting_id, member_id))
    return f"{meeting.starts_at.date().isoformat()} {words}"


def absent_members(reader: Reader, meeting_id: str) -> tuple[MemberInfo, ...]:
    """Those who were not there, in the order of the team: each may want a page to catch up."""
    rows = reader.rows(
        "SELECT member_id FROM attendance WHERE meeting_id = ? AND status = 'absent'", [meeting_id]
    )
    missing = {row["member_id"] for row in rows}
    return tuple(member for member in _people(reader, meeting_id).members if member.id in missing)


def _minutes(reader: Reader, meeting_id: str, parts: Parts, locale: str) -> "Document":
    from plcdesk.minutes.minutes_of import minutes_document
    from plcdesk.minutes.versions import facts_of

    _held(reader, meeting_id)
    return minutes_document(facts_of(reader, meeting_id), parts, locale)


def _held(reader: Reader, meeting_id: str) -> MeetingInfo:
    meeting = read_meeting(reader, meeting_id)
    if meeting is None:
        raise UserError(tr("That meeting is not there any more."))
    if meeting.status == "planned":
        raise UserError(
            tr("“{title}” has not been held yet, so it has no minutes.").format(title=meeting.title)
        )
    return meeting


def _name_of(reader: Reader, meeting_id: str, member_id: str) -> str:
    people = _people(reader, meeting_id)
    if all(member.id != member_id for member in people.members):
        raise UserError(tr("That person is not on the team any more."))
    return people.name(member_id)


def _people(reader: Reader, meeting_id: str) -> People:
    team = read_team(reader, _held(reader, meeting_id).team_id)
    if team is None:
        raise UserError(tr("That meeting is not there any more."))
    return People.ever(reader, team)
