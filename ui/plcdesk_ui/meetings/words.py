"""How meetings and what was found in them are worded in the list and beside it."""

from collections.abc import Sequence
from datetime import date, datetime

from plcdesk.archive.matching import Marked
from plcdesk.archive.previews import Line, PreviewOf
from plcdesk.archive.search import Row
from plcdesk.library.kinds import kind_word
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.found_list import FoundRow
from plcdesk_ui.words import day, joined, near_day, short_day, span


def listed_rows(coming: Sequence[Row], past: Sequence[Row], now: datetime, *, teams: bool) -> list[FoundRow]:
    """Meetings without a search: what comes with when it is, what is past with what was wanted."""
    rows = [_coming(row, now, first=n == 0, teams=teams) for n, row in enumerate(coming)]
    return rows + [_past(row, now, first=n == 0, teams=teams) for n, row in enumerate(past)]


def found_rows(rows: Sequence[Row], now: datetime, *, teams: bool) -> list[FoundRow]:
    """Meetings in which something was found, each with one place."""
    return [
        FoundRow(
            row.meeting_id,
            row.title,
            dated(_day(row), now.date()),
            joined([part for part in (row.team if teams else "", _about(row)) if part])
            + (":" if row.kind else ""),
            row.text,
        )
        for row in rows
    ]


def dated(value: date, today: date) -> str:
    """'24 Nov', with the year where that is another one."""
    return short_day(value) if value.year == today.year else f"{short_day(value)} {value.year}"


def counted(places: int, meetings: int, *, cut: bool) -> str:
    """'12 places in 5 meetings'."""
    if cut:
        return tr("More than {n} places").format(n=places)
    return tr("{places} in {meetings}").format(
        places=ntr("{n} place", "{n} places", places).format(n=places),
        meetings=ntr("{n} meeting", "{n} meetings", meetings).format(n=meetings),
    )


def facts_line(shown: PreviewOf) -> str:
    """'Tue 24 Nov 2026 · 5 present · ATLAS Looking at Data'."""
    meeting = shown.meeting
    when = f"{day(meeting.starts_at.date())} {meeting.starts_at.year}"
    if not meeting.was_held:
        when = f"{when}, {span(meeting.starts_at, meeting.minutes)}"
    here = ntr("{n} present", "{n} present", shown.present).format(n=shown.present) if shown.present else ""
    protocols = joined(list(dict.fromkeys(shown.protocols)))
    return " · ".join(
        part for part in (when, meeting.room if not meeting.was_held else "", here, protocols) if part
    )


def reached_word(reached: str | None) -> str:
    """What became of the result wanted."""
    return {"yes": tr("Reached."), "partly": tr("Partly reached."), "no": tr("Not reached.")}.get(
        reached or "", ""
    )


def line_word(line: Line) -> str:
    """The word on the chip of a line."""
    return place_word(line.kind, line.word)


def line_about(line: Line, today: date) -> str:
    """Who and when of an action."""
    if line.kind != "action":
        return ""
    who = joined(line.owners) or tr("nobody yet")
    if line.status == "done":
        when = tr("done {day}").format(day=dated(line.closed_on, today)) if line.closed_on else tr("done")
    elif line.status == "dropped":
        when = tr("dropped")
    elif line.due_on is None:
        when = tr("no date")
    else:
        late = line.due_on < today
        when = (tr("was due {day}") if late else tr("by {day}")).format(day=dated(line.due_on, today))
    return f"{who} · {when}"


def place_word(kind: str, word: str = "") -> str:
    """What a place is called: 'Decision', 'Agenda', 'By the end'."""
    words = {"result": tr("We wanted"), "item": tr("Agenda"), "protocol": tr("Protocol"), "file": tr("File")}
    return word or words.get(kind) or kind_word(kind)


def _about(row: Row) -> str:
    return place_word(row.kind, row.word) if row.kind else ""


def _coming(row: Row, now: datetime, *, first: bool, teams: bool) -> FoundRow:
    start = datetime.fromisoformat(row.starts_at)
    when = f"{near_day(start.date(), now.date())}, {span(start, row.minutes)}"
    if row.status == "running":
        chip, tone = tr("running"), "accent"
    elif (now - start).total_seconds() > row.minutes * 60:
        chip, tone = tr("not held yet"), "warning"
    else:
        chip, tone = "", "neutral"
    text = " · ".join(part for part in (row.team if teams else "", when) if part)
    return FoundRow(
        row.meeting_id, row.title, "", text, chip=chip, tone=tone, heads=tr("Coming") if first else ""
    )


def _past(row: Row, now: datetime, *, first: bool, teams: bool) -> FoundRow:
    draft = row.status == "draft"
    return FoundRow(
        row.meeting_id,
        row.title,
        dated(_day(row), now.date()),
        (f"{row.team} ·" if row.text.text else row.team) if teams else "",
        Marked(row.text.text),
        tr("draft") if draft else "",
        "warning" if draft else "neutral",
        tr("Past") if first else "",
    )


def _day(row: Row) -> date:
    return date.fromisoformat(row.starts_at[:10])
