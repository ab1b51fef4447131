"""Help: the keyboard shortcuts, and what this program is."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

import plcdesk
from plcdesk.text import tr
from plcdesk_ui.shell.commands import Command, Shortcut, room_shortcuts, screen_shortcuts
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import reading_scroll
from plcdesk_ui.widgets.sheet import Sheet


def window_shortcuts(commands: Sequence[Command]) -> tuple[Shortcut, ...]:
    """The keys that work everywhere: those of the window's commands, and printing, which each screen has of its own."""
    where = tr("Everywhere")
    printing = QKeySequence(QKeySequence.StandardKey.Print).toString(QKeySequence.SequenceFormat.PortableText)
    ours = (Shortcut(where, command.shortcut, command.text) for command in commands if command.shortcut)
    return (*ours, Shortcut(where, printing or "Ctrl+P", tr("Print what is shown")))


def shortcuts_sheet(parent: QWidget, commands: Sequence[Command]) -> Sheet:
    """All shortcuts, by where they work; `commands` are those of the window."""
    sheet = Sheet(tr("Keyboard shortcuts"), parent=parent)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setColumnStretch(1, 1)
    where = ""
    for shortcut in (*window_shortcuts(commands), *room_shortcuts(), *screen_shortcuts()):
        if shortcut.where != where:
            where = shortcut.where
            grid.addWidget(plain(where, "card-title"), grid.rowCount(), 0, 1, 2)
        row = grid.rowCount()
        grid.addWidget(KeyHint(shortcut.keys), row, 0)
        grid.addWidget(plain(shortcut.does), row, 1)
    area = reading_scroll(holder, tr("Keyboard shortcuts"))
    area.setMinimumSize(520, 460)
    sheet.body.addWidget(area)
    sheet.add_accept(tr("Close"))
    area.setFocus()
    return sheet


def about_sheet(parent: QWidget) -> Sheet:
    """What this is, its version, and whose parts it uses."""
    sheet = Sheet(tr("About PLC Desk"), parent=parent)
    for sentence in (
        tr("PLC Desk {version}").format(version=plcdesk.__version__),
        tr("It runs the meetings of a professional learning community, offline, in one file on this laptop."),
        tr("Fonts: Noto Sans (SIL Open Font License). Icons: Lucide (ISC license)."),
    ):
        sheet.body.addWidget(plain(sentence, wrap=True))
    sheet.add_accept(tr("Close"))
    return sheet
