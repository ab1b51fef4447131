"""Editing, closing and amending minutes, as the bar asks for it."""

from typing import TYPE_CHECKING

from plcdesk.minutes.versions import read_versions
from plcdesk.planning.infos import MeetingInfo
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.screen import Screen

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class Closing:
    """What leads from a draft to final minutes and on. Each of it can be undone."""

    def __init__(self, screen: Screen, context: Context) -> None:
        self._screen = screen
        self._context = context

    def edit(self, meeting: MeetingInfo) -> None:
        """A draft is mended in the wrap-up; to final minutes something is added."""
        if meeting.status == "draft":
            self._context.go.wrap_up(meeting.id)
            return
        from plcdesk_ui.minutes.amend_sheet import AmendSheet

        sheet = AmendSheet(self._screen)
        sheet.amended.connect(lambda text, reason: self._amend(meeting.id, text, reason))
        sheet.reopen_requested.connect(lambda: self._reopen(meeting.id))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def mark_final(self, meeting: MeetingInfo) -> None:
        """Close a draft; one that was final before says what has changed."""
        if not read_versions(self._context.reader, meeting.id):
            self._close(meeting.id, "")
            return
        from plcdesk_ui.minutes.amend_sheet import ReasonSheet

        sheet = ReasonSheet(self._screen)
        sheet.said.connect(lambda reason: self._close(meeting.id, reason))
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _close(self, meeting_id: str, reason: str) -> None:
        def close(work: "Work") -> None:
            from plcdesk.closing.final import mark_final

            mark_final(work, meeting_id, reason)

        self._context.do(close, told=tr("The minutes are final"), undo_list=meeting_id)

    def _amend(self, meeting_id: str, text: str, reason: str) -> None:
        def add(work: "Work") -> None:
            from plcdesk.closing.final import amend

            amend(work, meeting_id, text, reason)

        self._context.do(add, told=tr("Added to the minutes"), undo_list=meeting_id)

    def _reopen(self, meeting_id: str) -> None:
        def reopen(work: "Work") -> None:
            from plcdesk.closing.final import reopen_draft

            reopen_draft(work, meeting_id)

        self._context.do(
            reopen,
            then=lambda _none: self._context.go.wrap_up(meeting_id),
            told=tr("The minutes are a draft again"),
            undo_list=meeting_id,
        )
