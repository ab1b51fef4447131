"""The menu 'On the wall': what is shown there, and on which screen."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.shell import commands
from plcdesk_ui.wall.control import WallControl
from plcdesk_ui.wall.views import View, view_words

BREAKS = (5, 10, 15)
"""Minutes of a break."""
_KEYS: dict[View, str] = {
    "agenda": commands.WALL_AGENDA_KEY,
    "stems": commands.WALL_STEMS_KEY,
    "notes": commands.WALL_NOTES_KEY,
    "blank": commands.WALL_BLANK_KEY,
}


def wall_menu(parent: QWidget, wall: WallControl, show_timer: Callable[[], None]) -> QMenu:
    """What the wall shows, the small timer in its place, the screen, and whether it is shown at all."""
    menu = QMenu(tr("On the wall"), parent)
    for view, words in view_words().items():
        action = _add(menu, words, lambda view=view: wall.show_view(view), _KEYS.get(view, ""))
        action.setCheckable(True)
        action.setChecked(wall.is_shown and wall.view == view)
    _add(menu, tr("Bring the question back"), wall.show_question, commands.QUESTION_KEY)
    breaks = menu.addMenu(tr("A break"))
    for minutes in BREAKS:
        words = ntr("{n} minute, counted down", "{n} minutes, counted down", minutes).format(n=minutes)
        _add(breaks, words, lambda minutes=minutes: wall.show_break(minutes))
    menu.addSeparator()
    others = wall.displays()
    if len(others) > 1:
        screens = menu.addMenu(tr("On which screen"))
        for name, words in others:
            action = _add(screens, words, lambda name=name: wall.use_display(name))
            action.setCheckable(True)
            action.setChecked(name == wall.display)
    _add(menu, tr("Small timer over other windows"), show_timer, commands.TIMER_KEY)
    if wall.is_shown:
        _add(menu, tr("Hide from the wall"), wall.hide, commands.WALL_KEY)
    return menu


def _add(menu: QMenu, text: str, act: Callable[[], object], shortcut: str = "") -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.triggered.connect(lambda _on=False: act())
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutVisibleInContextMenu(True)
    return action
