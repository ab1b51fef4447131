"""The keys of the meeting room, bound to whatever window shows it: the desk, or the wall on the only screen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from plcdesk_ui.shell import commands

if TYPE_CHECKING:
    from plcdesk_ui.wall.views import View

Action = Callable[[], object]


@dataclass(frozen=True)
class RoomActions:
    """What each key of the room does."""

    next: Action
    back: Action
    pause: Action
    more: Action
    less: Action
    skip: Action
    passes: Action
    wall: Action
    capture: Action
    park: Action
    question: Action
    moves: Action
    wrap_up: Action
    wall_view: Callable[["View"], object]
    wall_menu: Action
    timer: Action
    sound: Action
    attach: Action


def bind_room_keys(widget: QWidget, actions: RoomActions) -> tuple[QShortcut, ...]:
    """Bind the keys to the window of `widget`; they work only while `widget` is shown there."""
    held_once = (
        (commands.NEXT_KEY, actions.next),
        ("Ctrl+Enter", actions.next),
        (commands.CLICKER_NEXT, actions.next),
        (commands.BACK_KEY, actions.back),
        (commands.CLICKER_BACK, actions.back),
        (commands.PAUSE_KEY, actions.pause),
        (commands.SKIP_KEY, actions.skip),
        ("Ctrl+Shift+Enter", actions.skip),
        (commands.PASS_KEY, actions.passes),
        (commands.WALL_KEY, actions.wall),
        (commands.CAPTURE_KEY, actions.capture),
        (commands.PARK_KEY, actions.park),
        (commands.QUESTION_KEY, actions.question),
        (commands.MOVES_KEY, actions.moves),
        (commands.WRAP_UP_KEY, actions.wrap_up),
        (commands.WALL_AGENDA_KEY, partial(actions.wall_view, "agenda")),
        (commands.WALL_STEMS_KEY, partial(actions.wall_view, "stems")),
        (commands.WALL_NOTES_KEY, partial(actions.wall_view, "notes")),
        (commands.WALL_BLANK_KEY, partial(actions.wall_view, "blank")),
        (commands.CLICKER_BLANK, partial(actions.wall_view, "blank")),
        (commands.WALL_MENU_KEY, actions.wall_menu),
        (commands.TIMER_KEY, actions.timer),
        (commands.SOUND_KEY, actions.sound),
        (commands.ATTACH_KEY, actions.attach),
    )
    repeated = ((commands.MORE_KEY, actions.more), (commands.LESS_KEY, actions.less))
    once = [_bind(widget, key, action, repeats=False) for key, action in held_once]
    return (*once, *(_bind(widget, key, action, repeats=True) for key, action in repeated))


def _bind(widget: QWidget, key: str, action: Action, *, repeats: bool) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.setAutoRepeat(repeats)
    shortcut.activated.connect(action)
    return shortcut
