"""The minutes of a meeting: the pages as they are printed in the middle, what is in them at the right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from plcdesk.minutes.forms import Layout, Wanted, absent_members, pdf_of
from plcdesk.minutes.gaps import Gaps, read_gaps
from plcdesk.minutes.versions import read_versions
from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_meeting
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.students.kept import LeavingNames
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.bar import MinutesBar
from plcdesk_ui.minutes.closing import Closing
from plcdesk_ui.minutes.files import FileKind
from plcdesk_ui.minutes.forms_card import FormsCard
from plcdesk_ui.minutes.gaps_card import GapsCard
from plcdesk_ui.minutes.ground import Ground
from plcdesk_ui.minutes.handing_out import HandingOut
from plcdesk_ui.minutes.names_card import NamesCard
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.minutes.pages_view import PagesView
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale
from plcdesk_ui.minutes.parts_card import PartsCard
from plcdesk_ui.minutes.preview import Preview
from plcdesk_ui.minutes.sheet_card import SheetCard
from plcdesk_ui.minutes.side import SideColumn
from plcdesk_ui.minutes.versions_card import VersionsCard
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.theme.sizes import EDGE, GAP

OWN_LAYOUTS = ("full", "one_page")
"""The layouts that are the minutes themselves, not another page about the meeting."""


class MinutesScreen(Screen):
    """Shows, prints and saves the same bytes. A place's `line` is what to scroll to: the id of something written."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting: MeetingInfo | None = None
        self._page = Wanted("")
        self.bar = MinutesBar()
        self.pages = PagesView(context.in_background)
        self.preview = Preview(context, self.pages)
        self.handing_out = HandingOut(self, context, self.preview)
        self.parts, self.gaps, self.names = PartsCard(), GapsCard(), NamesCard()
        self.sheet, self.forms, self.versions = SheetCard(context), FormsCard(), VersionsCard()
        self.guard = NamesGuard(self, context, self._show_names)
        self.closing = Closing(self, context)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, 0, EDGE)
        row.setSpacing(GAP + 4)
        row.addWidget(Ground(self.pages), 1)
        self._side = SideColumn(self.parts, self.sheet, self.names, self.gaps, self.forms, self.versions)
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
            self._page = Wanted(meeting.id)
            self._show(meeting)
            self._make(words=_words_of(self.context.reader, place.line))

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._meeting is None:
            return
        if self._meeting.id not in changes.meetings and not changes.touches(
            "meeting", "team", "member", "norm", "student"
        ):
            return
        meeting = read_meeting(self.context.reader, self._meeting.id)
        if meeting is None or not meeting.was_held:
            self.context.go.to("meetings", self._meeting.team_id)
            return
        self._show(meeting)
        self._make(keep_place=True)

    def leave(self) -> None:
        self.sheet.flush()
        self.preview.forget()

    @property
    def undo_list(self) -> str:
        return self._meeting.id if self._meeting is not None else ""

    @property
    def wanted(self) -> Wanted:
        """What is shown, as it is to be handed out."""
        own = self._page.layout in OWN_LAYOUTS
        return replace(
            self._page,
            layout=self.parts.layout_wanted if own else self._page.layout,
            parts=self.parts.parts,
            paper=chosen_paper(self.context.settings),
            locale=printed_locale(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the pages and the cards."""
        super().resizeEvent(event)
        self._side.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from another page back to the minutes."""
        if event.key() == Qt.Key.Key_Escape and self._page.layout not in OWN_LAYOUTS:
            self._back()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        out = self.handing_out
        self.bar.back_requested.connect(self._back)
        self.bar.edit_requested.connect(lambda: self._with_meeting(self.closing.edit))
        self.bar.final_requested.connect(lambda: self._with_meeting(self.closing.mark_final))
        self.bar.print_requested.connect(lambda: self._hand_out(out.print))
        self.bar.pdf_requested.connect(lambda: self._hand_out(out.save_pdf))
        self.bar.word_requested.connect(lambda: self._save_as("word"))
        self.bar.markdown_requested.connect(lambda: self._save_as("markdown"))
        self.bar.copy_requested.connect(lambda: self._hand_out(out.copy))
        self.bar.mail_requested.connect(lambda: self._hand_out(out.mail))
        self.parts.changed.connect(lambda: self._make(keep_place=True))
        self.gaps.mend_requested.connect(self._mend)
        self.names.look_requested.connect(lambda: self.guard.look(self.wanted))
        self.forms.page_requested.connect(self._turn_to)
        self.forms.file_requested.connect(self._save_as)
        self.forms.year_book_requested.connect(self._year_book)
        self.versions.version_requested.connect(lambda version: self._turn_to("version", "", version))
        self.versions.compare_requested.connect(self._compare)

    def _show(self, meeting: MeetingInfo) -> None:
        """Everything but the pages."""
        self._meeting = meeting
        reader = self.context.reader
        absent = absent_members(reader, meeting.id)
        versions = read_versions(reader, meeting.id)
        if self._page.member_id and self._page.member_id not in {member.id for member in absent}:
            self._page = Wanted(meeting.id)
        if self._page.version_id and self._page.version_id not in {version.id for version in versions}:
            self._page = Wanted(meeting.id)
        page, own = self._page, self._page.layout in OWN_LAYOUTS
        self.parts.setVisible(own)
        self.sheet.setVisible(page.layout == "feedback_sheet")
        self.sheet.show_meeting(meeting.id, meeting.team_id)
        self.gaps.show_gaps(read_gaps(reader, meeting.id) if own else Gaps())
        self.forms.show_absent(absent)
        self.forms.mark(page.layout, page.member_id)
        self.versions.show_versions(versions, meeting.status == "draft")
        self.versions.mark(page.version_id)
        if own:
            today = self.context.local_now(meeting.zone).date()
            self.bar.show_minutes(meeting, today, any(version.kind == "amended" for version in versions))
            return
        titles = {
            "feedback_sheet": tr("Team feedback sheet"),
            "blank": tr("Sheet to write on"),
            "version": tr("Version {n}").format(
                n=next((version.number for version in versions if version.id == page.version_id), 0)
            ),
        }
        name = next((member.first_name for member in absent if member.id == page.member_id), "")
        self.bar.show_page(meeting, titles.get(page.layout, tr("Catch-up for {name}").format(name=name)))

    def _show_names(self, names: LeavingNames) -> None:
        """Say how many likely students' names there are, and mark those on the pages."""
        self.names.show_names(names)
        self.pages.mark(tuple(written for name in names.new for written in name.written))

    def _make(self, keep_place: bool = False, words: str = "") -> None:
        """Have the pages made anew that are wanted now, and looked through for names."""
        if self._meeting is not None:
            wanted = self.wanted
            self.preview.show(lambda reader: pdf_of(reader, wanted), keep_place=keep_place, words=words)
            self.guard.refresh(wanted)

    def _back(self) -> None:
        if self._meeting is None:
            return
        if self._page.layout in OWN_LAYOUTS:
            self.context.go.to("meetings", self._meeting.team_id)
        else:
            self._turn_to("full")

    def _turn_to(self, layout: Layout, member_id: str = "", version_id: str = "") -> None:
        """Show another page about the meeting, or the minutes themselves."""
        if self._meeting is not None:
            self._page = Wanted(self._meeting.id, layout, member_id=member_id, version_id=version_id)
            self._show(self._meeting)
            self._make()

    def _mend(self, entry_id: str) -> None:
        if self._meeting is not None:
            self.context.go.to("wrap_up", self._meeting.id, entry_id)

    def _compare(self) -> None:
        from plcdesk_ui.minutes.comparing import compare

        if self._meeting is not None:
            versions = read_versions(self.context.reader, self._meeting.id)
            compare(self, self.context, self._meeting.id, versions, self._page.version_id)

    def _year_book(self) -> None:
        from plcdesk_ui.minutes.year_book_sheet import YearBookSheet

        if self._meeting is not None:
            sheet = YearBookSheet(self, self.context, self._meeting, self.wanted)
            sheet.finished.connect(sheet.deleteLater)
            sheet.open()

    def _save_as(self, kind: FileKind) -> None:
        """Save as another kind of file. Calendars and tables hold all actions, whatever is shown."""
        if self._meeting is not None:
            out, wanted = self.handing_out, self.wanted
            whole = Wanted(self._meeting.id) if kind in ("calendar", "table") else wanted
            self.guard.before(whole, lambda: out.save(kind, wanted))

    def _with_meeting(self, do: Callable[[MeetingInfo], None]) -> None:
        if self._meeting is not None:
            do(self._meeting)

    def _hand_out(self, how: Callable[[Wanted], None]) -> None:
        """Hand out what is shown, once its likely names have been looked at."""
        if self._meeting is not None:
            wanted = self.wanted
            self.guard.before(wanted, lambda: how(wanted))


def _words_of(reader: Reader, entry_id: str) -> str:
    """What was written down under this id; nothing if it is not there."""
    found = reader.value("SELECT text FROM entry WHERE id = ? AND deleted_at IS NULL", [entry_id])
    return str(found or "")
