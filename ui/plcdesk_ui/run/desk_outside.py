"""What the desk shows beside itself: the wall, the small timer, and the files of the meeting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plcdesk_ui.run.desk_columns import DeskColumns
from plcdesk_ui.run.keys import RoomActions
from plcdesk_ui.run.live import LiveMeeting

if TYPE_CHECKING:
    from plcdesk_ui.timer.control import TimerControl
    from plcdesk_ui.wall.control import WallControl


class DeskOutside(DeskColumns):
    """The three columns, and what stands on other screens or over other windows."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self.wall: WallControl | None = None
        self.timer: TimerControl | None = None

    def _actions(self) -> RoomActions:
        """What the keys of the room do."""
        raise NotImplementedError

    def wrap_up(self) -> None:
        """Leave the agenda for the wrap-up."""
        raise NotImplementedError

    def take_all_away(self) -> None:
        """Close the wall and the timer for good."""
        if self.timer is not None:
            self.timer.let_go()
            self.timer = None
        if self.wall is not None:
            self.wall.let_go()
            self.wall = None

    def focus_notes(self) -> None:
        """Put the keyboard into the line for notes."""
        self.show_agenda(False)
        self.notes.focus_line()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.notes.flush()
        self.step.pause.flush()

    def _show_question_of_time(self) -> None:
        """A wall on the only screen would cover it, and the small timer stands in place of it."""
        if self.timer is not None:
            self.timer.hide()
        if self.wall is not None and self.wall.is_one_screen:
            self.wall.hide()

    def toggle_wall(self) -> None:
        """Show the meeting on the wall, or take it away."""
        wall = self.the_wall()
        if wall.is_shown:
            wall.hide()
        else:
            wall.show()

    def the_wall(self) -> "WallControl":
        """What shows the wall and takes it away; made when it is first asked for."""
        from plcdesk_ui.wall.control import WallControl

        if self.wall is None:
            self.wall = wall = WallControl(self.live, self.window())
            for told in (wall.shown, wall.closed, wall.view_changed):
                told.connect(self._show_what_the_wall_shows)
            wall.wrap_up_wished.connect(self.wrap_up)
            wall.moves_wished.connect(self.step.more_moves)
            wall.menu_wished.connect(self.open_wall_menu)
            wall.timer_wished.connect(self.show_timer)
            wall.file_wished.connect(self.attach_file)
        return self.wall

    def _show_what_the_wall_shows(self) -> None:
        if self.timer is not None and self.wall is not None and self.wall.is_one_screen:
            self.timer.hide()  # the wall covers the screen, and leads back to the desk
        if self.wall is not None:
            self.bar.show_wall(self.wall.is_shown, self.wall.is_shown and self.wall.view == "blank")

    def open_wall_menu(self) -> None:
        """Open the menu of what the wall shows: below its button, or on the wall that covers the desk."""
        from plcdesk_ui.wall.menu import wall_menu

        wall = self.the_wall()
        anchor: QWidget = self.bar.wall if self.bar.views.isHidden() else self.bar.views
        if wall.is_one_screen and wall.window is not None:
            anchor = wall.window.about
        menu = wall_menu(anchor, wall, self.show_timer)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def show_timer(self) -> None:
        """Show the small timer in place of the app, over what else is on the screen."""
        from plcdesk_ui.timer.control import TimerControl

        if self.wall is not None and self.wall.is_one_screen:
            self.wall.hide()
        self.flush()
        if self.timer is None:
            self.timer = TimerControl(self.live, self, self._actions())
        self.timer.show()

    def attach_file(self) -> None:
        """Ask which file, and give the keyboard back to the notes."""
        self.files.ask()
        self.focus_notes()

    def _show_files(self) -> None:
        items = [(item.id, item.title) for item in self.live.room.agenda.items]
        here = self.live.facts.item.id if self.live.facts is not None else None
        self.files.show_meeting(self.live.meeting_id, items, here)

    def bring_question_back(self) -> None:
        """Show large what we are talking about: on the wall, or here if that is not shown."""
        if self.wall is not None and self.wall.is_shown:
            self.wall.bring_question_back()
        else:
            self.step.bring_question_back()

    def _show_what_was_hidden(self, here: bool) -> None:
        """Lines that were revealed together are for all: among the notes, and on the wall if that is shown."""
        if not here:
            self.notes.show_scope("topic")
        if self.wall is not None and self.wall.is_shown and not self.wall.is_one_screen:
            self.wall.show_view("notes")
