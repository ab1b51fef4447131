"""Sharing: what goes along, who sends it, who can open it, and exactly what that is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from plcdesk.errors import UserError
from plcdesk.file_names import SHARED, safe_name
from plcdesk.planning.reading import read_team, read_teams
from plcdesk.sharing.exporting import Sent, check_passphrase, export_share
from plcdesk.sharing.preview import Preview, preview
from plcdesk.sharing.selection import Scope
from plcdesk.sharing.sender import new_laptop_id, sender_of
from plcdesk.sharing.waiting import Watch
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.names_guard import NamesGuard
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.sharing.choosing import PurposeCard, ScopeCard
from plcdesk_ui.sharing.going_card import GoingCards
from plcdesk_ui.sharing.job import JobRow
from plcdesk_ui.sharing.passphrase import PassphraseCard
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.scroll import Column, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

_PAUSE = 150  # milliseconds after a choice until the preview is made


class ShareScreen(Screen):
    """`Place.about` is a team's or a meeting's id. What is saved is what the preview shows."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team_id = ""
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.teams.chosen.connect(lambda team_id: self._show_team(str(team_id), ""))
        self.bar = TopBar(tr("Share"), tr("A file to send or to carry"))
        self.bar.add_left(self.teams)
        self.open_button = button(tr("Open a shared file…"), lambda: context.go.to("open_share"))
        self.save_button = button(tr("Save the file…"), self._save, "primary")
        self.bar.add(self.open_button)
        self.bar.add(self.save_button)
        self.job = JobRow(context)
        self.job.changed.connect(self._show_state)
        self.purpose = PurposeCard()
        self.scope = ScopeCard()
        self.name = LineField()
        self.name.committed.connect(lambda name: context.remember(sender_name=name))
        self.passphrase = PassphraseCard()
        self.going = GoingCards()
        self._names = NamesGuard(self, context)
        self.going.names_wanted.connect(lambda: self._look_at_names(lambda: None))
        self._preview: Preview | None = None
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look)
        for each in (self.scope, self.purpose):
            each.changed.connect(self._soon.start)

    def enter(self, place: Place) -> None:
        reader = self.context.reader
        team_id = reader.value("SELECT team_id FROM meeting WHERE id = ?", [place.about])
        teams = read_teams(reader)
        if not teams:
            self.context.go.to("open_share")
            return
        wanted = team_id or place.about or self.context.settings.last_team
        chosen = next((team.id for team in teams if team.id == wanted), teams[0].id)
        self.teams.set_options([(team.id, team.name) for team in teams], chosen)
        self.name.set_value(self.context.settings.sender_name)
        self._show_team(chosen, place.about if team_id else "")

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._team_id in changes.teams or changes.meetings:
            self._soon.start()

    def leave(self) -> None:
        self.name.flush()
        self._soon.stop()
        self.passphrase.forget()

    def _lay_out(self) -> None:
        sender = Card(tr("Who sends it"))
        sender.body.addWidget(field(tr("Your name"), self.name, tr("Stands beside what you changed.")))
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE)
        row.setSpacing(GAP)
        left = page_scroll(Column(self.purpose, self.scope, sender, self.passphrase))
        row.addWidget(left, 2)
        row.addWidget(page_scroll(self.going), 3)
        self.page.addWidget(self.bar)
        jobs = QHBoxLayout()
        jobs.setContentsMargins(EDGE, 0, EDGE, 0)
        jobs.addWidget(self.job)
        self.page.addLayout(jobs)
        self.page.addLayout(row, 1)

    def _show_team(self, team_id: str, meeting_id: str) -> None:
        self._team_id = team_id
        team = read_team(self.context.reader, team_id)
        today = self.context.local_now(team.zone if team else "UTC").date()
        self.scope.show_team(self.context.reader, team_id, meeting_id, today)

    def _scope(self) -> Scope:
        return replace(self.scope.scope(self.context.reader), to_read=self.purpose.to_read)

    def _look_at_names(self, go_on: Callable[[], object]) -> None:
        """Ask what stands for the names that nobody has chosen for; then go on."""
        scope = self._scope()
        self._names.before_all(lambda reader: preview(reader, scope).names, go_on)

    def _look(self) -> None:
        scope = self._scope()
        open_reader = self.context.workspace.reader

        def job(watch: Watch) -> Preview:
            with open_reader() as reader:
                return preview(reader, scope, watch)

        def then(found: Preview) -> None:
            self._show_preview(found, scope.to_read)

        self.job.run(tr("Looking at what goes along…"), job, then)

    def _show_preview(self, found: Preview, to_read: bool) -> None:
        self._preview = found
        self.going.show_preview(found, to_read)
        self._show_state()

    def _show_state(self) -> None:
        self.save_button.setEnabled(not self.job.busy and self._preview is not None)

    def _save(self) -> None:
        passphrase = self.passphrase.passphrase
        if passphrase is not None:
            try:
                check_passphrase(passphrase)
            except UserError as told:
                self.context.bus.problem_arose.emit(str(told))
                return
        self.name.flush()
        if self.purpose.to_read:
            self._look_at_names(lambda: self._save_to(self._ask_where(), passphrase))
        else:
            self._save_to(self._ask_where(), passphrase)

    def _save_to(self, file: Path | None, passphrase: str | None) -> None:
        if file is not None:
            self._write(self._scope(), file, passphrase)

    def _write(self, scope: Scope, file: Path, passphrase: str | None) -> None:
        context = self.context
        if not context.settings.laptop_id:
            context.remember(laptop_id=new_laptop_id())
        sender = sender_of(context.settings)

        def job(watch: Watch) -> Sent:
            return export_share(
                context.workspace,
                scope,
                file,
                sender=sender,
                at=context.now(),
                passphrase=passphrase,
                watch=watch,
            )

        def done(_sent: Sent) -> None:
            context.bus.told.emit(tr("Saved {file}").format(file=file.name), "")
            self._soon.start()

        self.job.run(tr("Writing {file}…").format(file=file.name), job, done)

    def _ask_where(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = safe_name(f"{self.teams.currentText()} {self.context.now():%Y-%m-%d}", tr("Team")) + SHARED
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the file to share"), QDir(folder).filePath(name), f"PLC Desk (*{SHARED})"
        )
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix == SHARED else file.with_name(file.name + SHARED)
