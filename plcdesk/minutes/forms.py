"""What of a stored meeting is handed out, in each form.

The one place that screens, the command line and tests take it from, so that all show, print and save the
same bytes; and the one door at which students' names are replaced as was chosen. What is heavy is imported
only when it is asked for. Each function raises UserError with a sentence when there is nothing to be had: the
meeting is not there, or has not been held.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plcdesk.errors import UserError
from plcdesk.minutes.dates import DEFAULT
from plcdesk.minutes.names import People
from plcdesk.minutes.paper import Paper
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.planning.infos import MeetingInfo, MemberInfo
from plcdesk.planning.reading import read_meeting, read_team
from plcdesk.store.reader import Reader
from plcdesk.students.kept import LeavingNames, as_it_leaves, names_of_meeting
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.minutes.document import Document
    from plcdesk.minutes.fitting_pages import Fits

Layout = Literal["full", "one_page", "catch_up", "feedback_sheet", "blank", "version"]


@dataclass(frozen=True)
class Wanted:
    """What is to be handed out of a meeting.

    `layout` is the minutes in full or on one page, the catch-up page for `member_id`, the team's feedback
    sheet, a blank sheet to write on, or `version_id` of the minutes. `parts` are those of the minutes.
    """

    meeting_id: str
    layout: Layout = "full"
    parts: Parts = USUAL
    paper: Paper = "letter"
    locale: str = DEFAULT
    member_id: str = ""
    version_id: str = ""


@dataclass(frozen=True)
class Copied:
    """A document for the clipboard: for a program that takes rich text, and for one that takes only plain text."""

    text: str
    html: str


def document_of(reader: Reader, wanted: Wanted) -> "Document":
    """What is wanted as a document, without the names that were chosen to be left out."""
    return as_it_leaves(reader, wanted.meeting_id, _document(reader, wanted))


def pdf_of(reader: Reader, wanted: Wanted) -> bytes:
    """What is wanted as a PDF, always the same bytes for the same minutes."""
    from plcdesk.minutes.pdf import pdf_bytes

    return pdf_bytes(document_of(reader, wanted), wanted.paper)


def word_of(reader: Reader, wanted: Wanted) -> bytes:
    """What is wanted as a Word file, always the same bytes for the same minutes."""
    from plcdesk.minutes.word import word_bytes

    return word_bytes(document_of(reader, wanted), wanted.paper)


def markdown_of(reader: Reader, wanted: Wanted) -> str:
    """What is wanted as Markdown."""
    from plcdesk.minutes.markdown import to_markdown

    return to_markdown(document_of(reader, wanted))


def copied_of(reader: Reader, wanted: Wanted) -> Copied:
    """What is wanted for the clipboard."""
    from plcdesk.minutes.plain import to_text
    from plcdesk.minutes.web import to_html

    document = document_of(reader, wanted)
    return Copied(to_text(document), to_html(document))


def calendar_of(reader: Reader, meeting_id: str) -> bytes:
    """The open actions that have a day and the next meeting as a calendar file."""
    from plcdesk.minutes.agreed import agreed_actions, coming_meeting, dated
    from plcdesk.minutes.calendar import calendar_bytes

    meeting = _held(reader, meeting_id)
    actions = as_it_leaves(reader, meeting_id, dated(reader, agreed_actions(reader, meeting_id)))
    coming = as_it_leaves(reader, meeting_id, coming_meeting(reader, meeting_id))
    team = read_team(reader, meeting.team_id)
    return calendar_bytes(team.name if team else "", actions, (coming,) if coming is not None else ())


def table_of(reader: Reader, meeting_id: str) -> bytes:
    """The actions of a meeting as CSV."""
    from plcdesk.minutes.agreed import actions_csv, agreed_actions

    _held(reader, meeting_id)
    return actions_csv(as_it_leaves(reader, meeting_id, agreed_actions(reader, meeting_id)))


def name_of(reader: Reader, wanted: Wanted) -> str:
    """What to call a file of it, without an ending: '2026-11-24 Reading the exit tickets'.

    Without the names that were left out, else as typed; whoever makes a file of it makes the name safe.
    """
    meeting = _meeting(reader, wanted.meeting_id)
    words = as_it_leaves(reader, meeting.id, meeting.title.strip()) or tr("Meeting")
    if wanted.layout == "catch_up":
        words = tr("Catch-up for {name}").format(name=_name_of(reader, meeting, wanted.member_id))
    elif wanted.layout == "feedback_sheet":
        words = tr("Feedback sheet")
    elif wanted.layout == "blank":
        words = tr("{title}, to write on").format(title=words)
    return f"{meeting.starts_at.date().isoformat()} {words}"


def names_in(reader: Reader, wanted: Wanted) -> LeavingNames:
    """The words of what is wanted that look like students' names, as they stand in the workspace."""
    return names_of_meeting(reader, wanted.meeting_id, _document(reader, wanted))


def absent_members(reader: Reader, meeting_id: str) -> tuple[MemberInfo, ...]:
    """Those who were not there, in the order of the team: each may want a page to catch up."""
    rows = reader.rows(
        "SELECT member_id FROM attendance WHERE meeting_id = ? AND status = 'absent'", [meeting_id]
    )
    missing = {row["member_id"] for row in rows}
    people = _people(reader, _held(reader, meeting_id))
    return tuple(member for member in people.members if member.id in missing)


def _document(reader: Reader, wanted: Wanted) -> "Document":
    if wanted.layout == "blank":
        from plcdesk.minutes.blank_sheet import blank_sheet
        from plcdesk.planning.agenda_facts import gather_agenda

        return blank_sheet(gather_agenda(reader, wanted.meeting_id), wanted.locale)
    meeting = _held(reader, wanted.meeting_id)
    if wanted.layout == "version":
        from plcdesk.minutes.versions import read_version

        return read_version(reader, wanted.version_id)
    return _told(reader, meeting, wanted)


def _told(reader: Reader, meeting: MeetingInfo, wanted: Wanted) -> "Document":
    from plcdesk.minutes.versions import facts_of

    if wanted.layout == "catch_up":
        from plcdesk.minutes.catch_up import catch_up_document

        name = _name_of(reader, meeting, wanted.member_id)
        return catch_up_document(facts_of(reader, meeting.id), name, wanted.locale)
    if wanted.layout == "feedback_sheet":
        from plcdesk.minutes.feedback_sheet import feedback_sheet

        return feedback_sheet(facts_of(reader, meeting.id), _fits(wanted.paper), wanted.locale)
    if wanted.layout == "one_page":
        from plcdesk.minutes.one_page import one_page_document

        facts = facts_of(reader, meeting.id)
        return one_page_document(facts, _fits(wanted.paper), wanted.parts, wanted.locale)
    from plcdesk.minutes.minutes_of import minutes_document

    return minutes_document(facts_of(reader, meeting.id), wanted.parts, wanted.locale)


def _fits(paper: Paper) -> "Fits":
    from plcdesk.minutes.pdf import fits

    return lambda document, most: fits(document, paper, most)


def _meeting(reader: Reader, meeting_id: str) -> MeetingInfo:
    meeting = read_meeting(reader, meeting_id)
    if meeting is None:
        raise UserError(tr("That meeting is not there any more."))
    return meeting


def _held(reader: Reader, meeting_id: str) -> MeetingInfo:
    meeting = _meeting(reader, meeting_id)
    if meeting.status == "planned":
        raise UserError(
            tr("“{title}” has not been held yet, so it has no minutes.").format(title=meeting.title)
        )
    return meeting


def _name_of(reader: Reader, meeting: MeetingInfo, member_id: str) -> str:
    people = _people(reader, meeting)
    if all(member.id != member_id for member in people.members):
        raise UserError(tr("That person is not on the team any more."))
    return people.name(member_id)


def _people(reader: Reader, meeting: MeetingInfo) -> People:
    team = read_team(reader, meeting.team_id)
    if team is None:
        raise UserError(tr("That meeting is not there any more."))
    return People.ever(reader, team)
