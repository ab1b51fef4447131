"""The records that figures count, in words."""

from collections.abc import Iterable

from plcdesk.insights.figures import Figures, LineRecord, MeetingRecord, NormSeries
from plcdesk.insights.pages import reached_word
from plcdesk.insights.time_spent import ItemSpent
from plcdesk.insights.words import hours
from plcdesk.minutes.dates import decimal
from plcdesk.running.clock import rounded_minutes
from plcdesk.text import tr
from plcdesk_ui.insights.records_sheet import RecordLine
from plcdesk_ui.words import day, near_day


def meeting_lines(meetings: Iterable[MeetingRecord]) -> list[RecordLine]:
    """Meetings, newest first, with what they wanted and whether they reached it."""
    return [_meeting(meeting) for meeting in reversed(tuple(meetings))]


def action_lines(actions: Iterable[LineRecord], figures: Figures) -> list[RecordLine]:
    """Actions, newest first, with how they stand."""
    return [
        RecordLine(action.text, f"{_state(action, figures)} · {action.meeting}", action.meeting_id, action.id)
        for action in reversed(tuple(actions))
    ]


def norm_lines(norm: NormSeries) -> list[RecordLine]:
    """The meetings in which a norm was rated, newest first."""
    return [
        RecordLine(
            rating.meeting,
            tr("{day} · mean {mean} of {answers} hands").format(
                day=day(rating.on), mean=decimal(rating.mean), answers=rating.answers
            ),
            rating.meeting_id,
        )
        for rating in reversed(norm.ratings)
    ]


def item_lines(items: Iterable[ItemSpent]) -> list[RecordLine]:
    """Items of agendas, newest first, with the minutes used and planned."""
    return [_item(item) for item in reversed(tuple(items))]


def _meeting(meeting: MeetingRecord) -> RecordLine:
    wanted = meeting.result_wanted.strip()
    state = reached_word(meeting.reached) if meeting.held else tr("not held")
    beside = f"{day(meeting.on)} · {state}" + (f" · {wanted}" if wanted else "")
    return RecordLine(meeting.title or tr("Meeting without a title"), beside, meeting.id)


def _state(action: LineRecord, figures: Figures) -> str:
    if action.status == "done":
        return tr("done")
    if action.due_on is None:
        return tr("open, no date")
    words = tr("open, was due {day}") if action.is_late(figures.today) else tr("open, due {day}")
    return words.format(day=near_day(action.due_on, figures.today))


def _item(item: ItemSpent) -> RecordLine:
    if item.used is None:
        used = tr("no clock ran")
    else:
        used = tr("{used}, planned {planned} min").format(
            used=hours(rounded_minutes(item.used)), planned=item.planned
        )
    return RecordLine(item.title, f"{day(item.on)} · {used} · {item.meeting}", item.meeting_id)
