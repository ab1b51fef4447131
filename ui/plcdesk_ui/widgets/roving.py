"""Arrow keys within a group that is one stop for Tab."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


def next_by_arrow(key: int, members: Sequence[QWidget], rtl: bool = False) -> QWidget | None:
    """The member that an arrow key, Home or End goes to from the one with the focus; None for other keys."""
    able = [member for member in members if member.isEnabled() and not member.isHidden()]
    here = next((i for i, member in enumerate(able) if member.hasFocus()), None)
    if here is None:
        return None
    pressed = Qt.Key(key)
    if rtl and pressed in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        pressed = Qt.Key.Key_Right if pressed == Qt.Key.Key_Left else Qt.Key.Key_Left
    if pressed in _BACK:
        return able[(here - 1) % len(able)]
    if pressed in _ON:
        return able[(here + 1) % len(able)]
    if pressed == Qt.Key.Key_Home:
        return able[0]
    return able[-1] if pressed == Qt.Key.Key_End else None


def one_stop(members: Sequence[QWidget], stop: QWidget | None, *, by_click: bool = True) -> None:
    """Let Tab reach only `stop` (or the first) of `members`; the arrow keys reach the others.

    Without `by_click` a click leaves the keyboard where it is.
    """
    chosen = stop if stop is not None else next(iter(members), None)
    for member in members:
        if member is chosen:
            member.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_click else Qt.FocusPolicy.TabFocus)
        else:
            member.setFocusPolicy(Qt.FocusPolicy.ClickFocus if by_click else Qt.FocusPolicy.NoFocus)
