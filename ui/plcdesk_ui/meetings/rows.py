"""The rows of the list of meetings."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.planning.infos import MeetingInfo
from plcdesk.text import tr
from plcdesk_ui.navigator import Navigator
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import icon_button
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.rows import ClickRow
from plcdesk_ui.words import near_day, short_day, span


def coming_row(
    meeting: MeetingInfo, now: datetime, go: Navigator, delete: Callable[[MeetingInfo], None]
) -> QWidget:
    """A meeting that is planned or running; a click opens its agenda or its room."""
    when = f"{near_day(meeting.starts_at.date(), now.date())}, {span(meeting.starts_at, meeting.minutes)}"
    trailing: list[QWidget | str] = []
    if meeting.status == "running":
        trailing.append(Chip(tr("running"), "accent"))
    elif meeting.plan_ends_at < now:
        trailing.append(Chip(tr("not held yet"), "warning"))
    row = ClickRow(meeting.title, when, trailing=trailing)
    row.activated.connect(lambda: go.run(meeting.id) if meeting.status == "running" else go.plan(meeting.id))
    if meeting.status == "running":
        return row
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(ROW)
    box.addWidget(row, 1)
    name = tr("Delete {what}").format(what=meeting.title)
    box.addWidget(icon_button("trash-2", name, lambda: delete(meeting), tip=tr("Delete")))
    return holder


def past_row(meeting: MeetingInfo, go: Navigator) -> ClickRow:
    """A meeting that was held; a click opens its minutes."""
    trailing: list[QWidget | str] = []
    if meeting.status == "draft":
        trailing.append(Chip(tr("draft"), "warning"))
    trailing.append(str(meeting.starts_at.year))
    row = ClickRow(meeting.title, leading=short_day(meeting.starts_at.date()), trailing=trailing)
    row.activated.connect(lambda: go.minutes(meeting.id))
    return row
