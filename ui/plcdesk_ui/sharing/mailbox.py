"""The shared folder, from the window: looked into when the app opens and when asked, written to when one pauses."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from plcdesk.sharing.mailbox import Arrived, bring_in, put_own, teams_here
from plcdesk.sharing.sender import new_laptop_id, sender_of
from plcdesk.sharing.waiting import Stopped, Watch
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.sharing.waiting_sheet import Waiting
from plcdesk_ui.sharing.words import outcome_count

_PAUSE = 20_000  # milliseconds without a change until this laptop's file is written
_NOT_SHARED = {"draft", "pulse", "version"}


@dataclass(frozen=True)
class Exchange:
    """What an exchange with the folder brought, and for how many teams this laptop's file was new."""

    arrived: tuple[Arrived, ...]
    written: int


class Mailbox(QObject):
    """Lives as long as the window. Where no folder is chosen it does nothing."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._write_quietly)
        context.bus.changed.connect(self._heard)

    @property
    def folder(self) -> Path | None:
        """The chosen folder."""
        chosen = self._context.settings.shared_folder
        return Path(chosen) if chosen else None

    def on_opening(self) -> None:
        """When the app has opened: bring in what has arrived, if that was wished."""
        if self.folder is not None and self._context.settings.shared_on_opening:
            self._exchange(asked=False)

    def exchange(self) -> None:
        """Bring in what has arrived and write what is here."""
        if self.folder is None:
            self._context.go.to("settings")
            self._context.bus.told.emit(tr("Choose a shared folder first"), "")
        else:
            self._exchange(asked=True)

    def _exchange(self, *, asked: bool) -> None:
        folder, context = self.folder, self._context
        if folder is None or self._busy:
            return
        if context.reader.row("SELECT 1 FROM meeting WHERE status = 'running' AND deleted_at IS NULL"):
            if asked:
                context.bus.told.emit(tr("A meeting is running; the folder waits until it has ended"), "")
            return
        self._busy = True
        if not context.settings.laptop_id:
            context.remember(laptop_id=new_laptop_id())
        sender, passphrase = sender_of(context.settings), context.settings.shared_passphrase or None
        workspace, at = context.workspace, context.now()
        waiting = Waiting(self._window, tr("Exchanging with the shared folder…")) if asked else None
        watch = waiting.watch if waiting is not None else Watch()

        def job() -> Exchange:
            with workspace.reader() as reader:
                teams = teams_here(reader)
            arrived = bring_in(workspace, folder, sender.id, teams, passphrase, watch)
            written = 0
            with contextlib.suppress(Stopped):  # what came in is told all the same
                for team in teams:
                    written += put_own(workspace, folder, team, sender, at, passphrase, watch)
            return Exchange(tuple(arrived), written)

        def done(found: Exchange) -> None:
            if waiting is not None:
                waiting.end()
            self._arrived(found, asked)

        def failed(why: str) -> None:
            if waiting is not None:
                waiting.end()
            self._failed(why, asked and not watch.stopped)

        context.in_background(job, done, failed)

    def _arrived(self, found: Exchange, asked: bool) -> None:
        self._busy = False
        bus = self._context.bus
        refused = [each.refused for each in found.arrived if each.refused and not each.waiting]
        if refused:
            bus.problem_arose.emit(refused[0])
        news = [each for each in found.arrived if each.news]
        if news:
            bus.told.emit("; ".join(_told(each) for each in news), "")
        elif asked and not refused:
            bus.told.emit(_nothing_new(found), "")
        if asked and any(each.both for each in news):
            self._context.go.to("conflicts")

    def _failed(self, sentence: str, asked: bool) -> None:
        self._busy = False
        if asked:
            self._context.bus.problem_arose.emit(sentence)
        else:
            self._context.bus.told.emit(sentence, "")

    def _heard(self, changes: Changes, _initiator: object) -> None:
        if self.folder is not None and not changes.tables <= _NOT_SHARED:
            self._pause.start()

    def _write_quietly(self) -> None:
        """Write this laptop's file after a pause, so that it is there when the laptop is closed."""
        folder, context = self.folder, self._context
        if folder is None or self._busy or not folder.is_dir():
            return
        if not context.settings.laptop_id:
            context.remember(laptop_id=new_laptop_id())
        sender, passphrase = sender_of(context.settings), context.settings.shared_passphrase or None
        workspace, at = context.workspace, context.now()
        self._busy = True

        def job() -> None:
            with workspace.reader() as reader:
                teams = teams_here(reader)
            for team in teams:
                put_own(workspace, folder, team, sender, at, passphrase)

        def done(_none: object) -> None:
            self._busy = False

        context.in_background(job, done, lambda why: self._failed(why, asked=False))


def _told(arrived: Arrived) -> str:
    who = arrived.from_name or tr("another laptop")
    return tr("From {name}: {count}").format(name=who, count=outcome_count(arrived.count))


def _nothing_new(found: Exchange) -> str:
    waiting = sum(each.waiting for each in found.arrived)
    if waiting:
        return ntr(
            "{n} file in the folder is not whole yet; it is looked at again next time",
            "{n} files in the folder are not whole yet; they are looked at again next time",
            waiting,
        ).format(n=waiting)
    return tr("Nothing new in the folder; yours is up to date")
