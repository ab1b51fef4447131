"""Reading a shared file without bringing it in: its meetings, searched and printed, in a window of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_meetings
from plcdesk.settings import Settings
from plcdesk.sharing.looking import Hit, find, look_into
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.refusals import NeedsPassphrase
from plcdesk.store.reader import Reader
from plcdesk.store.writer import utc_now
from plcdesk.text import ntr, tr
from plcdesk_ui.bus import Bus
from plcdesk_ui.jobs import Jobs
from plcdesk_ui.minutes.drawing import Pages, make_pages
from plcdesk_ui.minutes.ground import Ground
from plcdesk_ui.minutes.pages_view import PagesView
from plcdesk_ui.minutes.papers import blank_sheet, chosen_paper, printed_locale
from plcdesk_ui.printing import print_pdf
from plcdesk_ui.sharing.passphrase import SecretField
from plcdesk_ui.sharing.words import from_words, record_word
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import day

T = TypeVar("T")
_MOST_HITS = 60


@dataclass(frozen=True)
class _Opened:
    """A file that was looked into."""

    reader: Reader
    team: str
    sender: str
    meetings: tuple[MeetingInfo, ...]


def open_reader_window(settings: Settings, path: Path, passphrase: str | None = None) -> "ReaderWindow":
    """Show a file to read. The caller keeps the window."""
    window = ReaderWindow(settings, path, passphrase)
    window.show()
    return window


class ReaderWindow(QWidget):
    """Needs no workspace and writes nothing. `opened` comes when the meetings are there."""

    opened = Signal()

    def __init__(self, settings: Settings, path: Path, passphrase: str | None = None) -> None:
        super().__init__()
        self._settings, self._path = settings, path
        self._work = _OneAfterTheOther(self)
        self._file: _Opened | None = None
        self._meeting_id = ""
        self.closed = False
        self.setWindowTitle(tr("Reading {file}").format(file=path.name))
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(760, 520)
        self.resize(1120, 760)
        self.bar = TopBar(path.name, "")
        self.print_button = button(tr("Print…"), self._print, "primary", shortcut="Ctrl+P")
        self.bar.add(plain(tr("Only to read; nothing is kept"), "secondary"))
        self.bar.add(self.print_button)
        self.problem = Banner(parent=self)
        self.search = SearchField(tr("Find in all of it"), "Ctrl+F")
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        self.search.searched.connect(self._find)
        self.rows = RowList(padding=14)
        self.told = plain("", "caption", wrap=True)
        self.pages = PagesView(self._work)
        self.secret = SecretField()
        self.secret.returnPressed.connect(self._try_passphrase)
        self._lay_out()
        self._open(passphrase)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was read is gone with the window."""
        self.closed = True
        self._work.end()
        if self._file is not None:
            self._file.reader.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        self._lock = Card(tr("This file opens with a passphrase"))
        self._lock.body.addWidget(field(tr("Passphrase"), self.secret))
        self._lock.body.addWidget(button(tr("Open"), self._try_passphrase))
        self._lock.hide()
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 0, EDGE, 0)
        top.addWidget(self.problem)
        top.addWidget(self._lock)
        outer.addLayout(top)
        self._list = Card(padded=False)
        holder = QVBoxLayout()
        holder.setContentsMargins(14, 14, 14, 6)
        holder.addWidget(self.search)
        holder.addWidget(self.told)
        self._list.body.addLayout(holder)
        self._list.body.addWidget(self.rows)
        self._list.body.addStretch(1)
        left = page_scroll(self._list)
        left.setMaximumWidth(380)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 8, EDGE, EDGE)
        row.setSpacing(GAP)
        row.addWidget(left, 2)
        row.addWidget(Ground(self.pages), 5)
        outer.addLayout(row, 1)
        self.print_button.setEnabled(False)

    def _open(self, passphrase: str | None) -> None:
        path = self._path

        def job() -> "_Opened | NeedsPassphrase":
            try:
                share = open_share(path, passphrase)
            except NeedsPassphrase as closed:
                return closed
            with share:
                reader = look_into(share)
                manifest = share.manifest
                meetings = read_meetings(reader, manifest.team.id)
                return _Opened(reader, manifest.team.name, manifest.sender.name, meetings)

        self._work(job, self._arrived, self._refuse)

    def _arrived(self, found: "_Opened | NeedsPassphrase") -> None:
        if isinstance(found, NeedsPassphrase):
            self._lock.show()
            self.problem.show_message(tr("Locked"), str(found), "info")
            self.secret.setFocus()
            return
        self._lock.hide()
        self.problem.show_message("")
        self._file = found
        self.bar.set_title(found.team)
        held = ntr("{n} meeting", "{n} meetings", len(found.meetings)).format(n=len(found.meetings))
        self.bar.set_context(f"{from_words(found.sender)} · {held}")
        self._show_meetings()
        first = next((m for m in found.meetings if m.was_held), next(iter(found.meetings), None))
        if first is not None:
            self._show(first.id, "")
        self.opened.emit()

    def _refuse(self, sentence: str) -> None:
        self.problem.show_message(tr("This file was not opened"), sentence, "problem")

    def _try_passphrase(self) -> None:
        if self.secret.text():
            self._open(self.secret.text())
            self.secret.clear()

    def _show_meetings(self) -> None:
        assert self._file is not None
        self.told.setText("")
        self.told.hide()
        self.rows.set_rows(
            self._row(m.id, m.title, f"{day(m.starts_at.date())} {m.starts_at.year}", "")
            for m in self._file.meetings
        )
        self.rows.select(self._meeting_id)

    def _row(self, meeting_id: str, text: str, below: str, words: str) -> ClickRow:
        row = ClickRow(text, below, key=meeting_id)
        row.activated.connect(lambda: self._show(meeting_id, words))
        return row

    def _find(self, words: str) -> None:
        opened = self._file
        if opened is None:
            return
        if not words.strip():
            self._show_meetings()
            return
        self._work(
            lambda: find(opened.reader, words), lambda hits: self._show_hits(hits, words), self._refuse
        )

    def _show_hits(self, hits: tuple[Hit, ...], words: str) -> None:
        if self._file is None or words != self.search.text():
            return
        titles = {meeting.id: meeting for meeting in self._file.meetings}
        count = len(hits)
        self.told.setText(
            ntr("{n} place", "{n} places", count).format(n=count) if count else tr("Nowhere in this file.")
        )
        self.told.show()
        self.rows.set_rows(
            self._row(hit.meeting_id, hit.text, _where(hit, titles[hit.meeting_id]), hit.text)
            for hit in hits[:_MOST_HITS]
            if hit.meeting_id in titles
        )

    def _show(self, meeting_id: str, words: str) -> None:
        """Show a meeting's minutes, or the agenda of one that is only planned."""
        opened = self._file
        assert opened is not None
        self._meeting_id = meeting_id
        self.rows.select(meeting_id)
        meeting = next(each for each in opened.meetings if each.id == meeting_id)
        self.pages.show_blank(blank_sheet(self._settings))
        paper, locale, width = chosen_paper(self._settings), printed_locale(), self.pages.picture_width

        def job() -> Pages:
            pdf = _minutes(opened.reader, meeting, paper, locale)
            return make_pages(pdf, [0, 1], width, words)

        def arrived(pages: Pages) -> None:
            if meeting_id == self._meeting_id:
                self.pages.show_pages(pages)
                self.print_button.setEnabled(True)

        self._work(job, arrived, self._refuse)

    def _print(self) -> None:
        if self._file is None or not self.pages.pdf:
            return
        meeting = next(each for each in self._file.meetings if each.id == self._meeting_id)
        try:
            print_pdf(self, self.pages.pdf, f"{meeting.starts_at.date()} {meeting.title}")
        except EnvironmentProblem as problem:
            self._refuse(str(problem))


class _OneAfterTheOther(QObject):
    """Jobs in one thread, for what is in memory can be read by one at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._bus = Bus(utc_now)
        self._jobs = Jobs(self._bus, "plcdesk-reading")
        self._ended = False

    def __call__(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
        /,
    ) -> object:
        if self._ended:
            return None
        return self._jobs.run(job, lambda outcome: self._hand_over(outcome, then, failed))

    def end(self) -> None:
        """Finish what is being done and drop the rest."""
        self._ended = True
        self._jobs.end()
        self._bus.close()

    def _hand_over(
        self, outcome: Any, then: Callable[[Any], None], failed: Callable[[str], None] | None
    ) -> None:
        if self._ended:
            return
        error = outcome.exception()
        if error is None:
            then(outcome.result())
        elif failed is not None and isinstance(error, (UserError, EnvironmentProblem)):
            failed(str(error))
        else:
            raise error


def _minutes(reader: Reader, meeting: MeetingInfo, paper: Any, locale: str) -> bytes:
    if meeting.was_held:
        from plcdesk.minutes.forms import Wanted, pdf_of

        return pdf_of(reader, Wanted(meeting.id, paper=paper, locale=locale))
    from plcdesk.minutes.agenda_page import agenda_document
    from plcdesk.minutes.pdf import pdf_bytes
    from plcdesk.planning.agenda_facts import gather_agenda

    return pdf_bytes(agenda_document(gather_agenda(reader, meeting.id), locale), paper)


def _where(hit: Hit, meeting: MeetingInfo) -> str:
    what = record_word("entry", hit.kind) if hit.kind not in ("meeting", "item") else record_word(hit.kind)
    return f"{what} · {meeting.title}, {day(meeting.starts_at.date())}"
