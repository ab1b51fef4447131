"""Pictures of the meeting room in each of its states, at the desk and on the wall: a part of `plcdesk_ui.screens`."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from plcdesk.library.catalogue import Catalogue
from plcdesk.paths import protocols
from plcdesk.planning.reading import read_team
from plcdesk.running.rehearsal import made_up_names
from plcdesk.running.times import Instant
from plcdesk.settings import Settings
from plcdesk.store.workspace import open_workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Navigator, Place
from plcdesk_ui.run.screen import RunScreen
from plcdesk_ui.theme.theme import Theme

if TYPE_CHECKING:
    from plcdesk_ui.run.desk import Desk
    from plcdesk_ui.shell.window import Window

_SETTLE = 180
"""Milliseconds for what the writer and other threads have to do."""
_SEVERAL = 3
"""People from which one more is absent, and one leaves."""
_MANY = 12
"""People from which protocols with a round take twice the time."""
_NORMS = ("Equity of voice", "Evidence before opinion", "Assume good intentions")
_SAID = (
    ("note", "They know both numbers and still trust “heavy sinks”."),
    ("question", "Did section C see the floating-egg demo before the ticket?"),
    ("parked", "Same lab safety contract for everyone?"),
)


@dataclass(frozen=True)
class Wanted:
    """What the pictures are to show: `people` in the room, a window of `size`, a `look`."""

    folder: Path
    size: tuple[int, int]
    look: str
    people: int = 6


class RoomPictures:
    """Takes a meeting through the states of the room, and a picture of desk and wall in each."""

    def __init__(self, wanted: Wanted, theme: Theme, now: datetime) -> None:
        self._wanted, self._theme = wanted, theme
        self._now, self._began = now, now
        self._temporary = tempfile.TemporaryDirectory()
        folder = Path(self._temporary.name)
        workspace = open_workspace(folder / "room.plcdb", lambda: self._now)
        settings = Settings(chime_muted=True)
        self._context = Context(
            workspace,
            Bus(lambda: self._now),
            Navigator(),
            settings,
            folder / "settings.json",
            lambda: self._now,
            self._moment,
        )
        self._meeting = self._plan()
        self._window: Window

    def take_all(self) -> None:
        """A picture of every state."""
        from plcdesk_ui.shell.app import open_window

        self._window = open_window(self._context, self._theme, Place("run", self._meeting))
        self._window.resize(*self._wanted.size)
        self._window.show()
        self._take("start")
        self._start()
        for name in self._states():
            self._take(name)
            self._take_wall(name)
        self._take_others()
        self._window.close()
        self._context.close()
        self._temporary.cleanup()

    # The states, one after the other

    def _states(self) -> Iterator[str]:
        """Bring the room from state to state; the name of each."""
        yield "opening"
        self._pass_by(minutes=9)
        yield "behind"
        self._take_fit()
        yield from self._round()
        yield from self._quiet_steps()
        yield from self._groups()
        yield from self._time()
        yield from self._deciding()
        yield from self._moves()

    def _round(self) -> Iterator[str]:
        self._go_to(kind="presenter")
        yield "presenter"
        self._go_to(title="Interpret")
        self._say()
        self._pass_by(minutes=1)
        yield "round-begins"
        people = [member for member in self._desk.live.room.present if member != self._speaking]
        self._desk.next()
        self._settle()
        self._desk.live.pass_turn()
        self._settle()
        if len(people) >= _SEVERAL:
            self._desk.live.leave(people[-1])
        self._pass_by(seconds=50)
        yield "round"

    def _quiet_steps(self) -> Iterator[str]:
        self._go_to(speaks="others", instead=True)
        yield "presenter-silent"
        self._go_to(kind="silent")
        yield "silent"
        self._go_to(private=True)
        self._type("My own idea")
        yield "private"

    def _groups(self) -> Iterator[str]:
        self._go_to(step="pairs")
        yield "pairs-to-come"
        self._desk.step.groups.make.click()
        self._settle()
        yield "pairs"
        self._go_to(step="all")
        yield "groups-report"

    def _time(self) -> Iterator[str]:
        self._go_to(title="Which units first?")
        self._pass_by(minutes=9)
        yield "nearly-over"
        self._pass_by(minutes=3, seconds=20)
        yield "over"
        self._desk.live.pause_or_go_on()
        self._settle()
        yield "pause"
        self._desk.live.take_break(10, "Break")
        self._pass_by(minutes=3)
        yield "break"
        self._desk.live.pause_or_go_on()
        self._settle()

    def _deciding(self) -> Iterator[str]:
        self._write("Decision: one shared units strip for all sections")
        yield "decision-noted"
        self._go_to(title="Decide")
        yield "vote-to-come"
        self._write("Decision: re-teach ratio, not formula, on Thursday")
        QTest.keyClicks(
            self._desk.step.vote.hands, "".join("54352"[n % 5] for n in range(self._wanted.people))
        )
        self._desk.step.vote.flush()
        self._settle()
        yield "vote"

    def _moves(self) -> Iterator[str]:
        self._desk.step.bring_question_back()
        yield "question"
        self._desk.step.put_question_away()
        self._desk.step.more_moves()
        yield "moves"
        self._desk.step.show_aside(self._desk.step.gripes)
        yield "gripes"
        self._desk.step.show_aside(None)
        self._desk.agenda.edit(True)
        yield "agenda-editor"
        self._desk.agenda.edit(False)

    # Windows beside the desk

    def _take_others(self) -> None:
        from plcdesk_ui.run.people_popup import PeoplePopup
        from plcdesk_ui.run.talk.ballot import Ballot
        from plcdesk_ui.timer.window import TimerWindow

        live = self._desk.live
        names = [live.name_of(member) for member in live.room.present]
        made: tuple[tuple[str, Callable[[], QWidget]], ...] = (
            ("timer", lambda: TimerWindow(live)),
            ("people", lambda: PeoplePopup(live, self._desk)),
            ("ballot", lambda: Ballot("Re-teach ratio, not formula", names, "fist", self._window)),
        )
        for name, make in made:
            self._take_window(make(), name)
        self._take_rehearsal()

    def _take_fit(self) -> None:
        from plcdesk_ui.run.catch_up_sheet import CatchUpSheet

        self._take_window(CatchUpSheet(self._desk.live, self._desk), "fit-what-is-left")

    def _take_window(self, widget: QWidget, name: str) -> None:
        widget.show()
        self._wait()
        self._save(widget, name)
        widget.close()

    def _take_rehearsal(self) -> None:
        from plcdesk.planning.from_library import Chosen
        from plcdesk_ui.rehearsal.window import open_rehearsal

        chosen = Chosen(Catalogue([protocols()]).get("atlas-data"), 60, self._wanted.people)
        window = open_rehearsal(self._context, chosen)
        window.resize(*self._wanted.size)
        loop = QEventLoop()
        window.ready.connect(loop.quit)
        QTimer.singleShot(5000, loop.quit)
        loop.exec()
        self._wait()
        self._save(window, "rehearsal")
        window.close()

    def _take(self, name: str) -> None:
        self._settle()
        self._save(self._window, name)

    def _take_wall(self, name: str) -> None:
        from plcdesk_ui.wall.window import WallWindow

        wall = WallWindow(self._desk.live)
        wall.resize(*self._wanted.size)
        wall.show()
        if name == "question":
            wall.bring_question_back()
        self._wait()
        self._save(wall, f"{name}-wall")
        wall.let_go()
        wall.close()

    def _save(self, widget: QWidget, name: str) -> None:
        widget.grab().save(str(self._wanted.folder / f"room-{name}-{self._wanted.look}.png"))

    # The meeting

    @property
    def _desk(self) -> "Desk":
        shown = self._window.shown
        assert isinstance(shown, RunScreen) and shown.desk is not None
        return shown.desk

    @property
    def _speaking(self) -> str | None:
        found = self._desk.live.round
        return found.speaking if found is not None else None

    def _plan(self) -> str:
        from plcdesk.planning.agendas import NewItem, new_meeting
        from plcdesk.planning.teams import add_team

        names = made_up_names(self._wanted.people)
        team = str(self._do(add_team, "Science, grade 8", members=names, norms=_NORMS, zone="UTC"))
        found = read_team(self._context.reader, team)
        assert found is not None
        first, library = found.members[0].id, Catalogue([protocols()])
        much = 2 if self._wanted.people > _MANY else 1
        items = (
            NewItem("opening", "Opening", 4),
            NewItem("protocol", "ATLAS", 30 * much, brought_by=first, protocol=library.get("atlas-data")),
            NewItem("protocol", "Tuning", 45 * much, brought_by=first, protocol=library.get("tuning")),
            NewItem("protocol", "Chalk talk", 30, protocol=library.get("chalk-talk")),
            NewItem("protocol", "1-2-4-All", 16 * much, protocol=library.get("one-two-four-all")),
            NewItem("topic", "Which units first?", 10, "a list that all of us use", brought_by=first),
            NewItem("decision", "Decide the re-teach plan", 7, "what we re-teach, and when"),
            NewItem("wrap_up", "Wrap up", 5),
        )
        return str(
            self._do(
                new_meeting,
                team,
                "Reading the exit tickets on density",
                f"{self._now:%Y-%m-%dT%H:%M}",
                minutes=sum(item.minutes for item in items),
                result_wanted="a re-teach plan for density",
                items=items,
            )
        )

    def _start(self) -> None:
        from plcdesk.planning.agendas import change_meeting
        from plcdesk.planning.reading import read_agenda
        from plcdesk.running.room import start_meeting

        agenda = read_agenda(self._context.reader, self._meeting)
        assert agenda is not None
        people = tuple(member.id for member in agenda.team.active_members)
        here = len(people) - (len(people) > _SEVERAL)
        ends = self._now + timedelta(minutes=agenda.meeting.minutes)
        self._do(
            start_meeting,
            self._meeting,
            self._moment(),
            present=people[:here],
            absent=people[here:],
            ends_at=ends,
        )
        self._do(change_meeting, self._meeting, watched_norm_id=agenda.team.active_norms[1].id)
        self._context.go.run(self._meeting)
        self._settle()

    def _go_to(self, **wanted: Any) -> None:
        """To the first step that is as wanted: by title, kind, id, privacy, speakers, or with something to do instead."""
        live = self._desk.live
        for step in live.state.plan.steps:
            item = live.room.agenda.item(step.item_id)
            snapshot = item.snapshot if item is not None else None
            words = snapshot.steps.get(step.step_id or "") if snapshot is not None else None
            found = {
                "title": step.title.startswith(str(wanted.get("title"))),
                "step": step.step_id == wanted.get("step"),
                "kind": words is not None and words.kind == wanted.get("kind"),
                "speaks": words is not None and words.speaks == wanted.get("speaks"),
                "private": words is not None and words.notes == "private",
                "instead": words is not None and bool(words.instead),
            }
            if all(found[each] for each in wanted):
                live.go_to(step.key)
                break
        else:
            raise LookupError(str(wanted))
        self._settle()

    def _say(self) -> None:
        for kind, text in _SAID:
            self._write({"question": "Question: ", "parked": "Park: "}.get(kind, "") + text)

    def _type(self, text: str) -> None:
        self._desk.notes.line.edit.insertPlainText(text)
        self._settle()

    def _write(self, text: str) -> None:
        self._desk.notes.line.edit.insertPlainText(text)
        self._desk.notes.line.enter()
        self._settle()

    def _do(self, service: Callable[..., object], *args: object, **values: object) -> object:
        return self._context.workspace.writer.write(service, *args, **values).result(30).value  # type: ignore[arg-type]

    def _moment(self) -> Instant:
        return Instant(self._now, (self._now - self._began).total_seconds() + 10_000, "screens")

    def _pass_by(self, **span: float) -> None:
        self._now += timedelta(**span)
        self._desk.live.tick()
        self._settle()

    def _settle(self) -> None:
        self._context.workspace.writer.write(lambda work: None).result(30)
        self._wait()

    def _wait(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE, loop.quit)
        loop.exec()
