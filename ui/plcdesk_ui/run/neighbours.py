"""The wall, as the desk reaches it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from plcdesk_ui.run.live import LiveMeeting

if TYPE_CHECKING:
    from plcdesk_ui.wall.control import WallControl


def wall_control(live: LiveMeeting, desk_window: QWidget) -> "WallControl | None":
    try:
        from plcdesk_ui.wall.control import WallControl
    except ModuleNotFoundError:
        return None
    return WallControl(live, desk_window)
