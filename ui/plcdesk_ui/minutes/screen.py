"""The minutes of a meeting: the pages as they are printed in the middle, what is in them at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from plcdesk.minutes import forms
from plcdesk.minutes.gaps import Gaps, read_gaps
from plcdesk.minutes.parts import Parts
from plcdesk.planning.infos import MeetingInfo, MemberInfo
from plcdesk.planning.reading import read_meeting
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.bar import MinutesBar
from plcdesk_ui.minutes.drawing import Maker
from plcdesk_ui.minutes.forms_card import FormsCard
from plcdesk_ui.minutes.gaps_card import GapsCard
from plcdesk_ui.minutes.ground import Ground
from plcdesk_ui.minutes.handing_out import HandingOut
from plcdesk_ui.minutes.pages_view import PagesView
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale
from plcdesk_ui.minutes.parts_card import PartsCard
from plcdesk_ui.minutes.preview import Preview
from plcdesk_ui.minutes.side import SideColumn
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.theme.sizes import EDGE, GAP

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class MinutesScreen(Screen):
    """Shows, prints and saves the same bytes. A place's `line` is what to scroll to: the id of something written."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting: MeetingInfo | None = None
        self._absentee: MemberInfo | None = None
        self.bar = MinutesBar()
        self.pages = PagesView(context.in_background)
        self.preview = Preview(context, self.pages)
        self.handing_out = HandingOut(self, context, self.preview)
        self.parts, self.gaps, self.forms = PartsCard(), GapsCard(), FormsCard()
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, 0, EDGE)
        row.setSpacing(GAP + 4)
        row.addWidget(Ground(self.pages), 1)
        self._side = SideColumn(self.parts, self.gaps, self.forms)
        row.addWidget(self._side)
        self.page.addWidget(self.bar)
        self.page.addLayout(row, 1)
        self.setFocusProxy(self.pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.bar.print_requested.emit)
        self._wire()

    def enter(self, place: Place) -> None:
        meeting = read_meeting(self.context.reader, place.about)
        if meeting is None:
            self.context.go.to("meetings")
        elif meeting.status == "planned":
            self.context.go.plan(meeting.id)
        elif meeting.status == "running":
            self.context.go.run(meeting.id)
        else:
            self._absentee = None
            self._show(meeting)
            self.preview.show(self._maker(meeting.id), words=_words_of(self.context.reader, place.line))

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._meeting is None:
            return
        if self._meeting.id not in changes.meetings and not changes.touches(
            "meeting", "team", "member", "norm"
        ):
            return
        meeting = read_meeting(self.context.reader, self._meeting.id)
        if meeting is None or not meeting.was_held:
            self.context.go.to("meetings", self._meeting.team_id)
            return
        self._show(meeting)
        self.preview.show(self._maker(meeting.id), keep_place=True)

    def leave(self) -> None:
        self.preview.forget()

    @property
    def undo_list(self) -> str:
        return self._meeting.id if self._meeting is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the pages and the cards."""
        super().resizeEvent(event)
        self._side.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a catch-up page back to the minutes."""
        if event.key() == Qt.Key.Key_Escape and self._absentee is not None:
            self._back()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.bar.back_requested.connect(self._back)
        self.bar.edit_requested.connect(self._edit)
        out = self.handing_out
        self.bar.print_requested.connect(lambda: self._hand_out(out.print))
        self.bar.final_requested.connect(self._mark_final)
        self.bar.pdf_requested.connect(lambda: self._hand_out(out.save_pdf))
        self.bar.markdown_requested.connect(lambda: self._hand_out_text(out.save_markdown))
        self.bar.copy_requested.connect(lambda: self._hand_out_text(out.copy))
        self.parts.changed.connect(lambda _parts: self._make_again())
        self.gaps.mend_requested.connect(self._mend)
        self.forms.catch_up_requested.connect(self._show_catch_up)
        self.forms.markdown_requested.connect(lambda: self._hand_out_text(out.save_markdown))

    def _show(self, meeting: MeetingInfo) -> None:
        """Everything but the pages."""
        self._meeting = meeting
        absent = forms.absent_members(self.context.reader, meeting.id)
        if self._absentee is not None and self._absentee not in absent:
            self._absentee = None
        self.parts.setVisible(self._absentee is None)
        self.gaps.show_gaps(read_gaps(self.context.reader, meeting.id) if self._absentee is None else Gaps())
        self.forms.show_absent(absent)
        self.forms.mark(self._absentee.id if self._absentee is not None else None)
        if self._absentee is not None:
            self.bar.show_catch_up(meeting, self._absentee.first_name)
        else:
            self.bar.show_minutes(meeting, self.context.local_now(meeting.zone).date())

    def _make_again(self) -> None:
        if self._meeting is not None:
            self.preview.show(self._maker(self._meeting.id), keep_place=True)

    def _maker(self, meeting_id: str) -> Maker:
        """What makes the PDF that is wanted now."""
        paper, locale, parts = chosen_paper(self.context.settings), printed_locale(), self.parts.parts
        if self._absentee is not None:
            member_id = self._absentee.id
            return lambda reader: forms.catch_up_pdf(reader, meeting_id, member_id, paper, locale)
        return lambda reader: forms.minutes_pdf(reader, meeting_id, parts, paper, locale)

    def _back(self) -> None:
        if self._meeting is None:
            return
        if self._absentee is None:
            self.context.go.to("meetings", self._meeting.team_id)
        else:
            self._turn_to(None)

    def _show_catch_up(self, member_id: str) -> None:
        if self._meeting is not None:
            absent = forms.absent_members(self.context.reader, self._meeting.id)
            self._turn_to(next((member for member in absent if member.id == member_id), None))

    def _turn_to(self, absentee: MemberInfo | None) -> None:
        """Show a catch-up page, or the minutes themselves."""
        if self._meeting is not None:
            self._absentee = absentee
            self._show(self._meeting)
            self.preview.show(self._maker(self._meeting.id))

    def _mend(self, entry_id: str) -> None:
        if self._meeting is not None:
            self.context.go.to("wrap_up", self._meeting.id, entry_id)

    def _edit(self) -> None:
        """To the wrap-up, which mends a draft; final minutes become one again, which can be taken back."""
        if self._meeting is None:
            return
        meeting_id = self._meeting.id
        if self._meeting.status == "draft":
            self.context.go.wrap_up(meeting_id)
            return

        def reopen(work: "Work") -> None:
            from plcdesk.closing.final import reopen_draft

            reopen_draft(work, meeting_id)

        self.context.do(
            reopen,
            then=lambda _none: self.context.go.wrap_up(meeting_id),
            told=tr("The minutes are a draft again"),
            undo_list=meeting_id,
        )

    def _mark_final(self) -> None:
        if self._meeting is None:
            return
        meeting_id = self._meeting.id

        def close(work: "Work") -> None:
            from plcdesk.closing.final import mark_final

            mark_final(work, meeting_id)

        self.context.do(close, told=tr("The minutes are final"), undo_list=meeting_id)

    def _name(self) -> str:
        """What a file or a print of what is shown is called."""
        assert self._meeting is not None
        if self._absentee is not None:
            return forms.catch_up_name(self.context.reader, self._meeting.id, self._absentee.id)
        return forms.minutes_name(self.context.reader, self._meeting.id)

    def _hand_out(self, how: Callable[[str], None]) -> None:
        """Print or save what is shown, under its name."""
        if self._meeting is not None:
            how(self._name())

    def _hand_out_text(self, how: Callable[[str, Parts], None]) -> None:
        """Save or copy the minutes as text."""
        if self._meeting is not None:
            how(self._meeting.id, self.parts.parts)


def _words_of(reader: Reader, entry_id: str) -> str:
    """What was written down under this id; nothing if it is not there."""
    found = reader.value("SELECT text FROM entry WHERE id = ? AND deleted_at IS NULL", [entry_id])
    return str(found or "")
