"""The card of the next meeting: when, what for, its agenda in short, and the way in."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.planning.home import NextMeeting
from plcdesk.planning.infos import TeamInfo
from plcdesk.text import tr
from plcdesk_ui.home.result_line import ResultLine
from plcdesk_ui.navigator import Navigator
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import Elided, plain
from plcdesk_ui.widgets.segments import Segment, SegmentBar
from plcdesk_ui.words import clock, day, minutes_word, near_day, span


def role_words() -> dict[str, str]:
    """The roles of a meeting, in order, in words."""
    return {"facilitator": tr("Facilitator"), "recorder": tr("Recorder"), "timekeeper": tr("Timekeeper")}


def next_card(
    coming: NextMeeting,
    team: TeamInfo,
    now: datetime,
    go: Navigator,
    on_print: Callable[[str], None],
    parent: QWidget,
) -> Card:
    """The next meeting with Start, Edit and Print. `now` is local."""
    meeting = coming.meeting
    card = Card(parent=parent)
    card.body.setSpacing(ROW)
    card.body.addLayout(_when_row(coming, now))
    card.body.addWidget(plain(meeting.title, "heading", wrap=True))
    if meeting.result_wanted:
        card.body.addWidget(ResultLine(meeting.result_wanted))
    card.body.addSpacing(ROW)
    if coming.items:
        card.body.addWidget(_bar(coming))
        card.body.addLayout(_legend(coming))
    else:
        card.body.addWidget(plain(tr("Nothing is on the agenda yet."), "secondary"))
    card.body.addSpacing(ROW)
    card.body.addLayout(_buttons(meeting.id, go, on_print))
    held = [
        f"{word} {member.first_name}"
        for role, word in role_words().items()
        if (member := team.member(coming.roles.get(role))) is not None
    ]
    if held:
        card.body.addWidget(plain(" · ".join(held), "secondary", wrap=True))
    return card


def _when_row(coming: NextMeeting, now: datetime) -> QHBoxLayout:
    meeting = coming.meeting
    row = QHBoxLayout()
    row.setSpacing(ROW)
    when = near_day(meeting.starts_at.date(), now.date())
    tone = "accent" if meeting.starts_at.date() >= now.date() else "warning"
    row.addWidget(Chip(f"{when} {span(meeting.starts_at, meeting.minutes)}", tone))
    row.addWidget(Chip(minutes_word(meeting.minutes)))
    if meeting.starts_at < now and meeting.starts_at.date() < now.date():
        row.addWidget(Chip(tr("not held yet"), "warning"))
    row.addStretch(1)
    if meeting.room:
        row.addWidget(plain(meeting.room, "secondary"))
    return row


def _bar(coming: NextMeeting) -> SegmentBar:
    longest = max(item.minutes for item in coming.items)
    segments = [
        Segment(item.title, item.minutes, 0.35 + 0.65 * item.minutes / longest) for item in coming.items
    ]
    return SegmentBar(segments, max(coming.meeting.minutes, 1))


def _legend(coming: NextMeeting) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    parts = " · ".join(f"{item.title} {item.minutes}" for item in coming.items)
    row.addWidget(Elided(parts, "secondary"), 1)
    total = tr("{planned} of {minutes} min planned").format(
        planned=coming.planned_minutes, minutes=coming.meeting.minutes
    )
    row.addWidget(plain(total, "secondary"))
    return row


def _buttons(meeting_id: str, go: Navigator, on_print: Callable[[str], None]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(ROW + 2)
    row.addWidget(button(tr("Start meeting"), lambda: go.run(meeting_id), "primary", "play"))
    row.addWidget(button(tr("Edit agenda"), lambda: go.plan(meeting_id)))
    row.addWidget(button(tr("Print"), lambda: on_print(meeting_id), tip=tr("Print the agenda")))
    row.addStretch(1)
    return row


def running_card(
    title: str, started: datetime, today: date, go: Navigator, meeting_id: str, parent: QWidget
) -> Card:
    """The meeting that is running: one click away. `started` is local; its day is told unless it is today."""
    since = clock(started) if started.date() == today else f"{day(started.date())}, {clock(started)}"
    card = Card(look="info", parent=parent)
    row = QHBoxLayout()
    row.addWidget(Chip(tr("Running since {time}").format(time=since), "accent"))
    row.addWidget(plain(title, "card-title", wrap=True), 1)
    row.addWidget(button(tr("Back to the meeting"), lambda: go.run(meeting_id), "primary", "play"))
    card.body.addLayout(row)
    return card
