"""The keys of the meeting room, bound to whatever window shows it: the desk, or the wall on the only screen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from plcdesk_ui.shell import commands

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
    wrap_up: Action


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
        (commands.WRAP_UP_KEY, actions.wrap_up),
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
