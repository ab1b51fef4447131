"""Opening shared files: what is in them, what they would change here, and only then bringing them in."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.file_names import SHARED
from plcdesk.sharing.coming import Coming, LookedInto, compare, look_into_each
from plcdesk.sharing.mailbox import Arrived, bring_in_files, take_in
from plcdesk.sharing.merging import What
from plcdesk.sharing.opening import ShareFile, open_share
from plcdesk.sharing.refusals import NeedsPassphrase
from plcdesk.sharing.waiting import Watch
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import PATH_END, Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.sharing.coming_card import ChangesCard, InsideCard
from plcdesk_ui.sharing.job import JobRow
from plcdesk_ui.sharing.passphrase import SecretField
from plcdesk_ui.sharing.reader import ReaderWindow, open_reader_window
from plcdesk_ui.sharing.several_page import SeveralPage
from plcdesk_ui.sharing.words import outcome_count
from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.toggles import CheckBox
from plcdesk_ui.widgets.top_bar import TopBar


class OpenShareScreen(Screen):
    """`Place.about` has the paths of files with `PATH_END` between them, or is empty to choose some."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._path: Path | None = None
        self._several: tuple[Path, ...] = ()
        self._passphrase: str | None = None
        self._coming: Coming | None = None
        self._team_id = ""
        self._windows: list[ReaderWindow] = []
        self.bar = TopBar(tr("Open a shared file"), "")
        self.choose_button = button(tr("Choose files…"), self.ask_for_files)
        self.read_button = button(
            tr("Only read it"), self._read, tip=tr("In a window of its own; nothing is changed")
        )
        self.take_button = button(tr("Bring it in"), self._take, "primary")
        for each in (self.choose_button, self.read_button, self.take_button):
            self.bar.add(each)
        self.page.addWidget(self.bar)
        self.job = JobRow(context)
        self.job.changed.connect(self._show_state)
        jobs = QHBoxLayout()
        jobs.setContentsMargins(EDGE, 0, EDGE, 0)
        jobs.addWidget(self.job)
        self.page.addLayout(jobs)
        self.inside, self.changes = InsideCard(), ChangesCard()
        self.several = SeveralPage()
        self.several.changed.connect(self._show_state)
        self.several.one_wanted.connect(lambda path: self.open(path, self._passphrase))
        self.several.passphrase_typed.connect(lambda typed: self.open_several(self._several, typed))
        self.secret = SecretField()
        self.secret.returnPressed.connect(self._try_passphrase)
        self.deletions = CheckBox("")
        self.deletions.toggled.connect(lambda _on: self._show_state())
        self.as_copy = CheckBox(tr("I only coach this team: keep it here as a copy to read"))
        self.as_copy.toggled.connect(lambda _on: self._show_state())
        holder = QWidget()
        self._place = QVBoxLayout(holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self.page.addWidget(page_scroll(holder), 1)
        self._both = Columns(
            (Column(self.inside), 2), (Column(self.changes, self.deletions, self.as_copy), 3)
        )
        self._closed_card = self._make_closed_card()
        self._refused = Card(tr("This file was not opened"), look="warning")
        self.refusal = plain("", "on-warning", wrap=True)
        self._refused.body.addWidget(self.refusal)
        self._pages = {
            "empty": _centred(self._make_empty()),
            "closed": _centred(self._closed_card),
            "refused": _centred(self._refused),
            "open": self._both,
            "several": self.several,
        }
        for page in self._pages.values():
            self._place.addWidget(page)
        self._show_page("empty")

    def enter(self, place: Place) -> None:
        paths = tuple(map(Path, place.about.split(PATH_END))) if place.about else ()
        if paths:
            self.open_all(paths)
        elif self._several:
            self._look_into_several()
        elif self._path is None or self._coming is None:
            self._show_page("empty")
        else:
            self._look()

    def leave(self) -> None:
        self.secret.clear()
        self.several.secret.clear()

    def ask_for_files(self) -> None:
        """Ask which file, or which, and open them."""
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Open shared files"), "", f"PLC Desk (*{SHARED})")
        if chosen:
            self.open_all([Path(each) for each in chosen])

    def open_all(self, paths: Sequence[Path]) -> None:
        """Look into one file, or into several together."""
        if len(paths) == 1:
            self.open(paths[0])
        else:
            self.open_several(paths)

    def open_several(self, paths: Sequence[Path], passphrase: str | None = None) -> None:
        """Look into several files. Nothing here changes by that."""
        self._several, self._path, self._passphrase, self._coming = tuple(paths), None, passphrase, None
        self.bar.set_context("")
        self._look_into_several()

    def _look_into_several(self) -> None:
        paths, passphrase, open_reader = self._several, self._passphrase, self.context.workspace.reader

        def job(watch: Watch) -> tuple[LookedInto, ...]:
            with open_reader() as reader:
                return look_into_each(reader, paths, passphrase, watch)

        def looked(found: tuple[LookedInto, ...]) -> None:
            self.several.show_files(found)
            self._show_page("several")

        words = ntr("Looking into {n} file…", "Looking into {n} files…", len(paths))
        self.job.run(words.format(n=len(paths)), job, looked)

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Look into a file. Nothing here changes by that."""
        self._several, self._path, self._coming = (), path, None
        self._passphrase = passphrase
        self.bar.set_context(path.name)
        self._look()

    def _look(self) -> None:
        path, passphrase, open_reader = self._path, self._passphrase, self.context.workspace.reader
        assert path is not None

        def job(watch: Watch) -> tuple[ShareFile, Coming] | str:
            try:
                with open_share(path, passphrase) as share, open_reader() as reader:
                    return share, compare(reader, share, watch)
            except NeedsPassphrase as closed:
                return str(closed)

        self.job.run(tr("Looking into {file}…").format(file=path.name), job, self._looked, self._refuse)

    def _looked(self, found: "tuple[ShareFile, Coming] | str") -> None:
        if isinstance(found, str):
            self._closed.setText(found)
            self._show_page("closed")
            self.secret.setFocus()
            return
        share, coming = found
        self._coming, self._team_id = coming, share.manifest.team.id
        self.inside.show_file(share, coming)
        self.changes.show_changes(coming)
        self.deletions.setChecked(False)
        self.as_copy.setChecked(False)
        self.as_copy.setVisible(coming.own_team and self.context.settings.coach)
        self.deletions.setVisible(coming.must_ask)
        words = ntr("Yes, also delete {n} thing", "Yes, also delete {n} things", coming.deletions)
        self.deletions.set_words(words.format(n=coming.deletions))
        self._show_page("open")

    def _refuse(self, sentence: str) -> None:
        self._coming = None
        self.refusal.setText(sentence)
        self._show_page("refused")

    def _take(self) -> None:
        if self._several:
            self._take_several()
        else:
            self._take_one()

    def _take_several(self) -> None:
        paths, agreed = self.several.wanted(), self.several.deletions_agreed()
        passphrase, workspace = self._passphrase, self.context.workspace

        def job(watch: Watch) -> list[Arrived]:
            return bring_in_files(workspace, paths, passphrase, deletions_agreed=agreed, watch=watch)

        def failed(sentence: str) -> None:
            self.context.bus.problem_arose.emit(sentence)
            self._look_into_several()

        words = ntr("Bringing in {n} file…", "Bringing in {n} files…", len(paths))
        self.job.run(words.format(n=len(paths)), job, self._several_taken, failed)

    def _several_taken(self, arrived: Sequence[Arrived]) -> None:
        taken = [each for each in arrived if not each.refused]
        refused = [each.refused for each in arrived if each.refused]
        words = ntr("Brought in {n} file: {count}", "Brought in {n} files: {count}", len(taken))
        total = Counter[What]()
        for each in taken:
            total.update(each.count)
        self.context.bus.told.emit(words.format(n=len(taken), count=outcome_count(total)), "")
        if refused:
            self.context.bus.problem_arose.emit(refused[0])
            self._look_into_several()
            return
        self._several = ()
        self._go_on(
            bool(total["both"]), taken[0].team_id if len({each.team_id for each in taken}) == 1 else ""
        )

    def _go_on(self, must_choose: bool, team_id: str) -> None:
        if must_choose:
            self.context.go.to("conflicts")
        else:
            self.context.go.to("meetings", team_id)

    def _take_one(self) -> None:
        path, passphrase = self._path, self._passphrase
        deletions, as_copy = self.deletions.isChecked(), self.as_copy.isChecked()
        assert path is not None
        workspace = self.context.workspace

        def job(watch: Watch) -> Arrived:
            with open_share(path, passphrase) as share:
                return take_in(workspace, share, deletions_agreed=deletions, copy_agreed=as_copy, watch=watch)

        self.job.run(tr("Bringing in {file}…").format(file=path.name), job, self._taken)

    def _taken(self, arrived: Arrived) -> None:
        if arrived.refused:
            self.context.bus.problem_arose.emit(arrived.refused)
            self._look()
            return
        self._path, self._coming = None, None
        self.bar.set_context("")
        self.context.bus.told.emit(tr("Brought in: {count}").format(count=outcome_count(arrived.count)), "")
        self._go_on(bool(arrived.both), arrived.team_id)

    def _read(self) -> None:
        assert self._path is not None
        window = open_reader_window(self.context.settings, self._path, self._passphrase)
        self._windows = [each for each in self._windows if not each.closed]
        self._windows.append(window)

    def _try_passphrase(self) -> None:
        if self._path is not None and self.secret.text():
            self.open(self._path, self.secret.text())
            self.secret.clear()

    def _show_state(self) -> None:
        self.read_button.setVisible(not self._several)
        self.take_button.set_text(tr("Bring all in") if self._several else tr("Bring it in"))
        if self._several:
            self.take_button.setEnabled(bool(self.several.wanted()) and not self.job.busy)
            return
        coming = self._coming
        ready = coming is not None and not self.job.busy
        self.read_button.setEnabled(ready)
        if coming is None:
            self.take_button.setEnabled(False)
            return
        asks = coming.must_ask and not self.deletions.isChecked()
        only_read = coming.own_team and not self.as_copy.isChecked()
        self.take_button.setEnabled(ready and not (coming.changes_nothing or asks or only_read))

    def _show_page(self, name: str) -> None:
        for key, page in self._pages.items():
            page.setVisible(key == name)
        self._show_state()

    def _make_empty(self) -> QWidget:
        card = Card()
        card.body.addWidget(
            EmptyState(
                "download",
                tr(
                    "A file that somebody shared with you ends in .plcdesk. First you see what is in it."
                    " You can choose several, or drop them on this window."
                ),
                tr("Choose files…"),
                self.ask_for_files,
                "primary",
            )
        )
        return card

    def _make_closed_card(self) -> Card:
        card = Card(tr("This file opens with a passphrase"))
        self._closed = plain("", "secondary", wrap=True)
        card.body.addWidget(self._closed)
        card.body.addWidget(field(tr("Passphrase"), self.secret))
        row = QHBoxLayout()
        shown = CheckBox(tr("Show what I type"))
        shown.toggled.connect(self.secret.show_letters)
        row.addWidget(shown, 1)
        row.addWidget(button(tr("Open"), self._try_passphrase))
        card.body.addLayout(row)
        return card


def _centred(widget: QWidget) -> QWidget:
    """A card in the middle of the page, as high as what is on it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    row.addStretch(1)
    row.addWidget(Column(widget), 4)
    row.addStretch(1)
    return holder
