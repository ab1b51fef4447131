"""The main window: the rail at the left, the screen at the right, notices below."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plcdesk.store.changes import Changes
from plcdesk.store.undo_facts import can_undo
from plcdesk.text import tr
from plcdesk_ui.attachments.file_drop import FileDrop, are_shared
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.shell.commands import Command
from plcdesk_ui.shell.frame import Frame
from plcdesk_ui.shell.notices import Notices
from plcdesk_ui.widgets.rail import Rail

if TYPE_CHECKING:
    from plcdesk.store.work import Work
    from plcdesk_ui.rehearsal.meetings import MeetingRehearsal
    from plcdesk_ui.sharing.mailbox import Mailbox
    from plcdesk_ui.shell.palette import Palette

ScreenMaker = Callable[[Context], Screen]


class Window(QMainWindow):
    """Holds the screens. A screen is made when it is first gone to.

    `makers` gives each place its screen; which of them stand in the rail says `rail_items`:
    (key, word, icon, shortcut). Within a `frame` it is a part of that one, else a window of its own.
    """

    def __init__(
        self,
        context: Context,
        makers: dict[str, ScreenMaker],
        rail_items: tuple[tuple[str, str, str, str], ...],
        frame: QWidget | None = None,
    ) -> None:
        super().__init__(frame)
        if frame is not None:  # now, while there is nothing in it that would have to be styled anew
            self.setWindowFlags(Qt.WindowType.Widget)
        self.context = context
        self._makers = makers
        self._screens: dict[str, Screen] = {}
        self.place: Place | None = None
        self.setWindowTitle("PLC Desk")
        self.resize(1280, 800)
        centre = QWidget(self)
        self.setCentralWidget(centre)
        self.rail = Rail("PLC Desk", centre)
        for key, word, icon, shortcut in rail_items:
            self.rail.add(key, word, icon, shortcut)
        self.rail.add_bottom("settings", tr("Settings"), "settings")
        self.rail.add_bottom("menu", tr("Menu"), "ellipsis")
        self._right = QWidget(centre)
        self._stack = QStackedWidget(self._right)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        box = QHBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.rail)
        box.addWidget(self._right, 1)
        FileDrop(centre, context.go.open_shared, lambda: tr("See what is in the shared files"), are_shared)
        self.notices = Notices(context, self._right)
        right.addWidget(self.notices)
        self._wire()
        self._menu: QMenu | None = None
        self._palette: Palette | None = None
        self._commands: tuple[Command, ...] = ()
        self._kept: list[object] = []

    def set_menu(self, menu: QMenu, commands: tuple[Command, ...]) -> None:
        """The menu of all commands, opened from the foot of the rail."""
        self._commands = commands
        self._menu = menu

    def keep(self, thing: object) -> None:
        """Keep something alive for as long as the window."""
        self._kept.append(thing)

    def _wire(self) -> None:
        self.rail.chosen.connect(self._chosen)
        self.context.go.went.connect(self.go)
        self.context.go.search_wanted.connect(self.search_everything)
        self.context.bus.changed.connect(self._heard)
        self.context.bus.exchange_wished.connect(self.mailbox_exchange)
        self.context.bus.saving.connect(lambda: self.rail.set_saved("saving", tr("Saving…")))
        self.context.bus.saved.connect(self._show_saved)

    @property
    def shown(self) -> Screen | None:
        """The screen that is shown."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Screen) else None

    def go(self, place: Place) -> None:
        """Show a place; the screen before it hands over what is half typed."""
        if self.shown is not None:
            self.shown.leave()
        self.place = place
        screen = self._screens.get(place.screen)
        if screen is None:
            screen = self._makers[place.screen](self.context)
            self._screens[place.screen] = screen
            self._stack.addWidget(screen)
        screen.enter(place)
        if self.place is not place:
            return  # the screen sent us on
        self._stack.setCurrentWidget(screen)
        self.rail.setVisible(bool(screen.rail_key))
        self.rail.set_current(screen.rail_key)
        self.rail.fold(screen.folds_rail)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str) -> None:
        if key == "menu" and self._menu is not None:
            self._menu.popup(self.rail.mapToGlobal(self.rail.rect().bottomRight()))
        elif key != "menu":
            self.context.go.to(key)

    def undo(self) -> None:
        """Take back the last step on this screen."""
        self._step_back_or_forth(0)

    def redo(self) -> None:
        """Do again what was taken back last on this screen."""
        self._step_back_or_forth(1)

    def _step_back_or_forth(self, which: int) -> None:
        if self.shown is not None and self.shown.take_back(again=bool(which)):
            return
        undo_list = self.shown.undo_list if self.shown is not None else ""
        if self.shown is not None:
            self.shown.leave()
        if not undo_list or not can_undo(self.context.reader, undo_list)[which]:
            return

        def step(work: "Work") -> None:
            from plcdesk.store.undo import redo, undo

            (redo if which else undo)(work, undo_list)

        self.context.do(step)

    def search_everything(self) -> None:
        """One field for meetings, actions, people, protocols and commands."""
        from plcdesk_ui.shell.palette import Palette

        if self._palette is None:
            others = tuple(command for command in self._commands if command.run != self.search_everything)
            self._palette = Palette(self.context, others, self)
        self._palette.begin()

    def back_up(self) -> None:
        """Ask where to, and copy the whole workspace there."""
        from plcdesk_ui.shell.back_up import ask_and_back_up

        ask_and_back_up(self, self.context)

    def share(self) -> None:
        """Share the meeting or the team that is shown."""
        about = self.place.about if self.place is not None else ""
        self.context.go.to("share", about or (self.shown.undo_list if self.shown is not None else ""))

    @cached_property
    def mailbox(self) -> "Mailbox":
        """The shared folder, made when it is first needed."""
        from plcdesk_ui.sharing.mailbox import Mailbox

        return Mailbox(self.context, self)

    @cached_property
    def rehearsal(self) -> "MeetingRehearsal":
        """The rehearsal begun from the menu, made when it is first asked for."""
        from plcdesk_ui.rehearsal.meetings import MeetingRehearsal

        return MeetingRehearsal(self.context)

    def mailbox_exchange(self) -> None:
        """Bring in what others put into the shared folder, and write what is here."""
        self.mailbox.exchange()

    def show_shortcuts(self) -> None:
        """Help > Keyboard shortcuts."""
        from plcdesk_ui.shell.help import shortcuts_sheet

        shortcuts_sheet(self, self._commands).exec()

    def show_about(self) -> None:
        """Help > About."""
        from plcdesk_ui.shell.help import about_sheet

        about_sheet(self).exec()

    def _heard(self, changes: Changes, initiator: object) -> None:
        if self.shown is not None:
            self.shown.heard(changes, initiator)

    def _show_saved(self, at: datetime) -> None:
        self.rail.set_saved("saved", tr("Saved {time}").format(time=f"{at.astimezone():%H:%M}"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is half typed and remember where the window stood."""
        if self.shown is not None:
            self.shown.leave()
        if isinstance(frame := self.window(), Frame):
            place = frame.place_as_text()
            self.context.remember(windows={**self.context.settings.windows, "main": place})
        super().closeEvent(event)
