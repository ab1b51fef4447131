"""What every screen is given: the workspace to read and write, the bus, the way to other screens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.running.times import Now, SteadyClock
from plcdesk.settings import Settings, save
from plcdesk.store.changes import Done
from plcdesk.store.reader import Reader
from plcdesk.store.workspace import Workspace
from plcdesk_ui.bus import Bus
from plcdesk_ui.jobs import Jobs
from plcdesk_ui.navigator import Navigator

if TYPE_CHECKING:
    from concurrent.futures import Future

    from plcdesk.library.catalogue import Catalogue
    from plcdesk.store.work import Work

T = TypeVar("T")


class Context:
    """Made once, in main, and handed down. `now` is UTC; `moment` is the clock of the meeting room.

    `machine` is that clock where it is the laptop's own, which can sleep and be set; None for any other clock.
    """

    def __init__(
        self,
        workspace: Workspace,
        bus: Bus,
        go: Navigator,
        settings: Settings,
        settings_file: Path,
        now: Callable[[], datetime],
        moment: Now,
        machine: SteadyClock | None = None,
    ) -> None:
        self.workspace = workspace
        self.reader: Reader = workspace.reader()
        self.bus = bus
        self.go = go
        self.settings = settings
        self.now = now
        self.moment = moment
        self.machine = machine
        self._settings_file = settings_file
        self._closing: list[Callable[[], None]] = []
        workspace.writer.listen(bus.committed)

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The library of protocols: ours and the person's own."""
        from plcdesk.library.catalogue import Catalogue

        return Catalogue([paths.protocols(), paths.own_protocols()], paths.data_folder() / "cache")

    def local_now(self, zone: str) -> datetime:
        """The time that the clock on the wall of a place shows, without a zone."""
        return self.now().astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def do(
        self,
        service: "Callable[[Work], T]",
        *,
        then: Callable[[T], None] | None = None,
        by: object = None,
        failed: Callable[[str], None] | None = None,
        told: str | None = None,
        undo_list: str = "",
    ) -> "Future[Done[T]]":
        """Have a service carried out by the writer.

        `then` is called in the GUI thread with what it returned; `by` is told apart as the initiator; `failed`
        gets the sentence of a refusal in place of the general notice; `told` with `undo_list` offers Undo.
        """
        self.bus.saving.emit()
        outcome = self.workspace.writer.write_as(by, service, self.bus.lend(by, service, then, failed))
        outcome.add_done_callback(
            lambda done: self.bus.hand_over(lambda: self._arrived(done, then, failed, told, undo_list))
        )
        return outcome

    def note(self, service: "Callable[[Work], object]", *, by: object = None) -> None:
        """Have a service carried out that nobody is told of: neither that it is being saved nor a refusal."""
        self.workspace.writer.write_as(by, service, self.bus.lend(by, service))

    def _arrived(
        self,
        done: "Future[Done[T]]",
        then: Callable[[T], None] | None,
        failed: Callable[[str], None] | None,
        told: str | None,
        undo_list: str,
    ) -> None:
        error = done.exception()
        if error is not None:
            self._refused(error, failed)
            return
        if told is not None:
            self.bus.told.emit(told, undo_list)
        if then is not None:
            then(done.result().value)

    def _refused(self, error: BaseException, failed: Callable[[str], None] | None) -> None:
        if not isinstance(error, (UserError, EnvironmentProblem)):
            raise error
        if failed is not None:
            failed(str(error))
        else:
            self.bus.problem_arose.emit(str(error))

    @cached_property
    def _jobs(self) -> Jobs:
        return Jobs(self.bus, "plcdesk-job", 2)

    def in_background(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
    ) -> "Future[T]":
        """Run `job` in another thread; `then` gets its result in the GUI thread."""

        def arrived(done: "Future[T]") -> None:
            error = done.exception()
            if error is not None:
                self._refused(error, failed)
            else:
                then(done.result())

        return self._jobs.run(job, arrived)

    def remember(self, **values: Any) -> None:
        """Change settings of this laptop and keep them; a failure is told and changes nothing else."""
        self.settings = replace(self.settings, **values)
        try:
            save(self._settings_file, self.settings)
        except OSError as problem:
            self.bus.problem_arose.emit(str(EnvironmentProblem(problem.strerror or str(problem))))

    def at_close(self, close: Callable[[], None]) -> None:
        """Have `close` called before the workspace is let go."""
        self._closing.append(close)

    def close(self) -> None:
        """Finish what is being written and let the workspace go; what is not heard of yet stays unheard."""
        for close in self._closing:
            close()
        if "_jobs" in self.__dict__:
            self._jobs.end()
        self.reader.close()
        self.workspace.close()
        self.bus.close()
