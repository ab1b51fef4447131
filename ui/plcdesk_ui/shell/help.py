"""Help: the keyboard shortcuts, and what this program is."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

import plcdesk
from plcdesk.text import tr
from plcdesk_ui.shell.commands import Shortcut, room_shortcuts
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import reading_scroll
from plcdesk_ui.widgets.sheet import Sheet


def window_shortcuts() -> tuple[Shortcut, ...]:
    """The keys that work everywhere."""
    where = tr("Everywhere")
    keys = QKeySequence.StandardKey

    def standard(key: QKeySequence.StandardKey, otherwise: str) -> str:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) or otherwise

    return (
        Shortcut(where, "Ctrl+1", tr("Home")),
        Shortcut(where, "Ctrl+2", tr("Meetings")),
        Shortcut(where, "Ctrl+3", tr("Library")),
        Shortcut(where, "Ctrl+4", tr("Actions")),
        Shortcut(where, "Ctrl+5", tr("Insights")),
        Shortcut(where, "Ctrl+6", tr("Team")),
        Shortcut(where, standard(keys.Preferences, "Ctrl+,"), tr("Settings")),
        Shortcut(where, "Ctrl+K", tr("Search everything…")),
        Shortcut(where, standard(keys.New, "Ctrl+N"), tr("New meeting")),
        Shortcut(where, standard(keys.Undo, "Ctrl+Z"), tr("Undo")),
        Shortcut(where, standard(keys.Redo, "Ctrl+Shift+Z"), tr("Redo")),
        Shortcut(where, standard(keys.Print, "Ctrl+P"), tr("Print what is shown")),
        Shortcut(where, "Ctrl++", tr("Larger text")),
        Shortcut(where, "Ctrl+-", tr("Smaller text")),
        Shortcut(where, "Ctrl+0", tr("Text at its usual size")),
        Shortcut(where, "Ctrl+O", tr("Open a shared file…")),
        Shortcut(where, "Ctrl+Shift+S", tr("Share…")),
        Shortcut(where, standard(keys.Quit, "Ctrl+Q"), tr("Quit")),
        Shortcut(where, "F1", tr("This list")),
    )


def shortcuts_sheet(parent: QWidget) -> Sheet:
    """All shortcuts, by where they work."""
    sheet = Sheet(tr("Keyboard shortcuts"), parent=parent)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setColumnStretch(1, 1)
    where = ""
    for shortcut in (*window_shortcuts(), *room_shortcuts()):
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
