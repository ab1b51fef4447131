"""The commands of the whole window: their words, their shortcuts, and the menus they stand in."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from plcdesk.text import tr


class Command(NamedTuple):
    """A command: the menu it stands in, its words, its shortcut in portable text, what it does."""

    menu: str
    text: str
    shortcut: str
    run: Callable[[], object]


def install(window: QWidget, commands: tuple[Command, ...], bar: QMenuBar | None) -> QMenu:
    """Give the window all commands, in the platform's menu bar and in one menu, which is returned."""
    everything = QMenu(window)
    menus: dict[str, QMenu] = {}
    for command in commands:
        action = QAction(command.text.replace("&", "&&"), window)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        window.addAction(action)
        if command.menu not in menus:
            menus[command.menu] = everything.addMenu(command.menu)
            if bar is not None:
                bar.addMenu(menus[command.menu])
        menus[command.menu].addAction(action)
    return everything


class Shortcut(NamedTuple):
    """A line of Help > Keyboard shortcuts."""

    where: str
    keys: str
    does: str


def room_shortcuts() -> tuple[Shortcut, ...]:
    """The keys of the meeting room; the room binds these same keys."""
    where = tr("In the meeting")
    return (
        Shortcut(where, NEXT_KEY, tr("Next speaker, or next step")),
        Shortcut(where, BACK_KEY, tr("Back to the step before")),
        Shortcut(where, PAUSE_KEY, tr("Pause, and go on")),
        Shortcut(where, MORE_KEY, tr("One minute more")),
        Shortcut(where, LESS_KEY, tr("One minute less")),
        Shortcut(where, SKIP_KEY, tr("Skip this step")),
        Shortcut(where, PASS_KEY, tr("The speaker passes")),
        Shortcut(where, WALL_KEY, tr("Show on the wall")),
        Shortcut(where, SOUND_KEY, tr("Chimes off, and on")),
        Shortcut(where, CAPTURE_KEY, tr("To the line for notes")),
        Shortcut(where, PARK_KEY, tr("Park it")),
        Shortcut(where, QUESTION_KEY, tr("Bring the question back")),
        Shortcut(where, MOVES_KEY, tr("More moves")),
        Shortcut(where, WRAP_UP_KEY, tr("Wrap up")),
        Shortcut(where, WALL_MENU_KEY, tr("What is on the wall: a menu")),
        Shortcut(where, WALL_AGENDA_KEY, tr("The agenda on the wall, or the step again")),
        Shortcut(where, WALL_STEMS_KEY, tr("Ways to begin a sentence on the wall")),
        Shortcut(where, WALL_NOTES_KEY, tr("What we wrote so far on the wall")),
        Shortcut(where, WALL_BLANK_KEY, tr("Blank the wall, or show it again")),
        Shortcut(where, TIMER_KEY, tr("Small timer over other windows")),
        Shortcut(where, ATTACH_KEY, tr("Attach a file")),
        Shortcut(tr("With a presentation clicker"), CLICKER_NEXT, tr("Next speaker, or next step")),
        Shortcut(tr("With a presentation clicker"), CLICKER_BACK, tr("Back to the step before")),
        Shortcut(
            tr("With a presentation clicker"),
            CLICKER_BLANK,
            tr("Blank the wall, unless you are typing"),
        ),
        Shortcut(tr("While typing"), "Return", tr("Write it down")),
        Shortcut(
            tr("While typing"),
            "Tab",
            tr("Take the name on offer; go to its page, place …; or choose what it is"),
        ),
        Shortcut(tr("While typing"), "Shift+Tab", tr("Choose what it is: note, decision, action …")),
        Shortcut(tr("While typing"), "Up", tr("In an empty line: mend the last note")),
        Shortcut(tr("While typing"), "Esc", tr("Leave the line")),
        Shortcut(
            tr("In the notes"),
            "Shift+Up",
            tr("To the notes, from an empty line; there choose several, also with Space"),
        ),
        Shortcut(tr("In the notes"), "M", tr("Move to another step")),
        Shortcut(tr("In the notes"), "K", tr("Make it something else")),
        Shortcut(tr("In the notes"), "D", tr("Its page, place, evidence …")),
        Shortcut(tr("In the notes"), "H", tr("How we stand to a decision")),
        Shortcut(tr("In the notes"), "Del", tr("Delete")),
        Shortcut(tr("On the wall"), "Esc", tr("Back to the desk view")),
    )


def screen_shortcuts() -> tuple[Shortcut, ...]:
    """The keys of the other screens, each of which binds its own."""
    return (
        Shortcut(tr("On the agenda"), "Alt+Up", tr("Move up")),
        Shortcut(tr("On the agenda"), "Alt+Down", tr("Move down")),
        Shortcut(tr("On the agenda"), "Del", tr("Delete")),
        Shortcut(tr("On the agenda"), "Ctrl+D", tr("Duplicate")),
        Shortcut(tr("On the agenda"), "F2", tr("Change the title")),
        Shortcut(tr("While planning"), "Ctrl+F", tr("Find a protocol, or add a topic")),
        Shortcut(tr("While planning"), "Ctrl+Shift+V", tr("Paste an agenda")),
        Shortcut(tr("Among the meetings"), "Ctrl+F", tr("Search them")),
        Shortcut(tr("Among the meetings"), "Del", tr("Delete the planned meeting that is chosen")),
        Shortcut(tr("While reading minutes"), "Alt+Left", tr("The meeting before")),
        Shortcut(tr("While reading minutes"), "Alt+Right", tr("The meeting after")),
        Shortcut(tr("In the library"), "Ctrl+F", tr("Find a protocol")),
        Shortcut(tr("In the library"), "F", tr("Make it a favourite, or no longer")),
    )


# Chosen so that they clash with no platform's own and with nothing that edits text, for the line for notes has
# the keyboard most of the time: Ctrl++ zooms, Ctrl+Backspace deletes a word, Alt+Shift changes the keyboard's
# language on Windows, Ctrl+Shift+U types a code point on Linux; on macOS Cmd+. cancels, Cmd+Space, Cmd+M and
# Cmd+H are taken, and Alt+Shift+Up selects.
NEXT_KEY = "Ctrl+Return"
BACK_KEY = "Ctrl+Shift+Backspace"
PAUSE_KEY = "Ctrl+Shift+H"
MORE_KEY = "Ctrl+Shift+M"
LESS_KEY = "Ctrl+Shift+L"
SKIP_KEY = "Ctrl+Shift+Return"
PASS_KEY = "Ctrl+Shift+P"
WALL_KEY = "F5"
CAPTURE_KEY = "Ctrl+L"
PARK_KEY = "Ctrl+Shift+K"
QUESTION_KEY = "Ctrl+Shift+B"
MOVES_KEY = "Ctrl+Shift+J"
WRAP_UP_KEY = "Ctrl+Shift+W"
WALL_MENU_KEY = "Shift+F5"
WALL_AGENDA_KEY = "Ctrl+Shift+A"
WALL_STEMS_KEY = "Ctrl+Shift+E"
WALL_NOTES_KEY = "Ctrl+Shift+N"
WALL_BLANK_KEY = "Ctrl+Shift+D"
TIMER_KEY = "Ctrl+Shift+T"
SOUND_KEY = "Ctrl+Shift+O"
ATTACH_KEY = "Ctrl+Shift+F"
CLICKER_NEXT = "PgDown"
CLICKER_BACK = "PgUp"
CLICKER_BLANK = "B"
