"""Renders every screen of the sample workspace, light and dark, into `build/screens`, to be looked at.

`python -m plcdesk_ui.screens [FOLDER] [--size=1280x800] [--scale=1.5] [--only=room] [--people=40]`; `only` is
`room` for the states of the meeting room or `rest`, `people` how many sit in the room.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from plcdesk.planning.reading import read_agenda
from plcdesk.running.reading import read_room
from plcdesk.running.times import Instant
from plcdesk.sample.making import make_sample
from plcdesk.settings import Settings
from plcdesk.store.workspace import open_workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.room_screens import RoomPictures, Wanted
from plcdesk_ui.shell.application import make_application
from plcdesk_ui.theme.theme import Theme

if TYPE_CHECKING:
    from plcdesk.store.work import Work
    from plcdesk_ui.shell.window import Window

NOW = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
SETTLE = 350  # milliseconds for jobs such as the preview to arrive
LONG = 3000  # milliseconds for all protocols to be read once
DESCRIBED = 3  # the step of the agenda that the running meeting has come to


class FixedTime:
    """The clock of the pictures: it stands still, so that they are the same each time."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def moment(self) -> Instant:
        return Instant(self.now, (self.now - NOW).total_seconds() + 10_000, "screens")


def main(words: list[str]) -> int:
    """Make the pictures; returns the exit status."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(next((word for word in words if not word.startswith("--")), "build/screens"))
    options = {name: value for name, _, value in (word.partition("=") for word in words)}
    width, height = (int(part) for part in options.get("--size", "1280x800").split("x"))
    scale = float(options.get("--scale", "1"))
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    theme = Theme(app)
    if options.get("--only") != "room":
        _take_the_rest(theme, folder, (width, height), scale)
    if options.get("--only") != "rest":
        for look in ("light", "dark"):
            theme.apply(look, scale)
            wanted = Wanted(folder, (width, height), look, int(options.get("--people", "6")))
            RoomPictures(wanted, theme, NOW).take_all()
    sys.stdout.write(f"{folder.resolve()}\n")
    return 0


def _take_the_rest(theme: Theme, folder: Path, size: tuple[int, int], scale: float) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "sample.plcdb"
        make_sample(file, today=NOW.date())
        pictures = Pictures(file, theme, folder, size)
        for look in ("light", "dark"):
            theme.apply(look, scale)
            pictures.take_all(look)
        pictures.close()


class Pictures:
    """Goes from screen to screen and takes a picture of each."""

    def __init__(self, file: Path, theme: Theme, folder: Path, size: tuple[int, int]) -> None:
        self._folder, self._size, self._theme = folder, size, theme
        self._time = FixedTime()
        self._workspace = open_workspace(file, self._time)
        self._go = Navigator()
        settings_file = file.with_name("settings.json")
        self._context = Context(
            self._workspace,
            Bus(self._time),
            self._go,
            Settings(),
            settings_file,
            self._time,
            self._time.moment,
        )
        self._meeting = self._id("SELECT id FROM meeting WHERE status = 'planned' ORDER BY starts_at LIMIT 1")
        self._draft = self._id(
            "SELECT id FROM meeting WHERE status = 'draft' ORDER BY starts_at DESC LIMIT 1"
        )
        self._running = False

    def take_all(self, look: str) -> None:
        """Every screen in this look."""
        from plcdesk_ui.shell.app import open_window

        window = open_window(self._context, self._theme, Place("home"))
        window.resize(*self._size)
        window.show()
        for name, place in self._places():
            if name == "3-run" and not self._running:
                self._start_meeting()
            self._context.go.went.emit(place)
            self._take(window, f"{name}-{look}")
            if name == "3-run":
                self._take_wall(window, look)
            elif name == "6-minutes":
                self._take_sheet(window, look)
        window.close()

    def close(self) -> None:
        self._context.close()

    def _places(self) -> tuple[tuple[str, Place], ...]:
        before = (("1-home", Place("home")), ("2-plan", Place("plan", self._meeting)))
        return (
            *(() if self._running else before),
            ("3-run", Place("run", self._meeting)),
            ("5-wrap-up", Place("wrap_up", self._meeting)),
            ("6-minutes", Place("minutes", self._draft)),
            ("6b-edit-minutes", Place("wrap_up", self._draft)),
            ("7-library", Place("library", "", "fishbowl")),
            ("7b-protocol-editor", Place("protocol_editor", "fishbowl", "copy")),
            ("8-meetings", Place("meetings")),
            ("8b-meetings-search", Place("meetings", line="find:re-teach")),
            ("8c-reading", Place("reading", self._draft)),
            ("actions", Place("actions")),
            ("9-insights", Place("insights")),
            ("library", Place("library")),
            ("trash", Place("trash")),
            ("team", Place("team")),
            ("settings", Place("settings")),
            ("share", Place("share", self._draft)),
            ("share-open", Place("open_share")),
            ("share-both-sides", Place("conflicts")),
            ("welcome", Place("welcome")),
        )

    def _take(self, widget: QWidget, name: str) -> None:
        _wait(LONG if name.startswith(("6-", "7-")) else SETTLE)
        widget.grab().save(str(self._folder / f"{name}.png"))

    def _take_sheet(self, window: "Window", look: str) -> None:
        from plcdesk_ui.minutes.screen import MinutesScreen

        for screen in window.findChildren(MinutesScreen):
            screen.forms.page_requested.emit("feedback_sheet", "")
            self._take(window, f"6c-feedback-sheet-{look}")

    def _take_wall(self, window: "Window", look: str) -> None:
        from plcdesk_ui.run.live import LiveMeeting
        from plcdesk_ui.timer.window import TimerWindow
        from plcdesk_ui.wall.window import WallWindow

        live = LiveMeeting(self._context, self._meeting)
        wall = WallWindow(live)
        wall.resize(*self._size)
        wall.show()
        self._take(wall, f"4-wall-{look}")
        for view in ("agenda", "stems", "notes"):
            wall.show_view(view)
            self._take(wall, f"4-wall-{view}-{look}")
        wall.close()
        timer = TimerWindow(live)
        timer.show()
        self._take(timer, f"4d-timer-{look}")
        timer.let_go()
        timer.close()
        live.let_go()

    def _start_meeting(self) -> None:
        """Bring the planned meeting to where picture 3 shows it."""
        self._running = True
        agenda = read_agenda(self._context.reader, self._meeting)
        assert agenda is not None
        people = [member.id for member in agenda.team.active_members]
        began = self._time.now

        def start(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting
            from plcdesk.running.room import start_meeting

            ends = began + timedelta(minutes=agenda.meeting.minutes)
            here, away = tuple(people[:-1]), tuple(people[-1:])
            start_meeting(work, self._meeting, self._time.moment(), present=here, absent=away, ends_at=ends)
            norm = agenda.team.active_norms[-1].id if agenda.team.active_norms else None
            change_meeting(work, self._meeting, watched_norm_id=norm)

        self._do(start)
        room = read_room(self._context.reader, self._meeting)
        assert room is not None
        for step in room.plan.steps[1 : DESCRIBED + 1]:
            self._time.now += timedelta(minutes=5)
            self._do(_go_to(self._meeting, self._time.moment(), step.key))
        self._do(
            _notes(self._meeting, room.plan.steps[DESCRIBED].item_id, room.plan.steps[DESCRIBED].key, people)
        )
        self._time.now += timedelta(minutes=2, seconds=16)

    def _do(self, service: "Callable[[Work], None]") -> None:
        self._workspace.writer.write(service).result(10)

    def _id(self, sql: str) -> str:
        return str(self._context.reader.value(sql))


def _go_to(meeting_id: str, now: Instant, step: str) -> "Callable[[Work], None]":
    def go(work: "Work") -> None:
        from plcdesk.running.room import record

        record(work, meeting_id, now, "went_to", step=step, reason="next")

    return go


def _notes(meeting_id: str, item_id: str, step: str, people: list[str]) -> "Callable[[Work], None]":
    lines = (
        ("interpretation", "They know both numbers and still trust “heavy sinks”."),
        ("interpretation", "The ticket never asked them to compare two objects."),
        ("observation", "Units missing in 9 tickets, all from section C."),
        ("question", "Did section C see the floating-egg demo before the ticket?"),
        ("parked", "Same lab safety contract for everyone?"),
        ("decision", "Re-teach ratio, not formula, on Thursday"),
        ("action", "Bring three tickets per section"),
        ("action", "Tell the coach what we found"),
    )

    def write(work: "Work") -> None:
        from plcdesk.running.entries import NewEntry, add_entry

        for index, (kind, text) in enumerate(lines):
            owners = (people[2],) if index == 6 else ()
            due = (NOW + timedelta(days=7)).date() if index == 6 else None
            add_entry(work, meeting_id, NewEntry(kind, text, item_id, step, owners=owners, due_on=due))

    return write


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
