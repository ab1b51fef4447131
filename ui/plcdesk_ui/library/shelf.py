"""The protocols for one team, read in another thread: nothing here holds up the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from plcdesk.errors import UserError
from plcdesk.library.catalogue import Catalogue
from plcdesk.library.faults import Fault
from plcdesk.library.for_people import FormLength, form_lengths, summary_for
from plcdesk.library.history import History, read_history
from plcdesk.library.suggesting import Known, weigh
from plcdesk.library.summary import Summary
from plcdesk_ui.context import Context


@dataclass(frozen=True)
class Books:
    """What is on the shelf: a line for each protocol, what is wrong in files, how it went for the team."""

    summaries: tuple[Summary, ...] = ()
    faults: tuple[Fault, ...] = ()
    history: dict[str, History] = field(default_factory=dict[str, History])


@dataclass(frozen=True)
class ForTeam:
    """The protocols for so many people: what each takes them, in all its forms, and what it is good for."""

    people: int
    known: tuple[Known, ...]
    lengths: dict[str, tuple[FormLength, ...]]

    @property
    def summaries(self) -> tuple[Summary, ...]:
        return tuple(known.summary for known in self.known)


class Shelf(QObject):
    """Asks the catalogue in the background, and tells `changed` when an answer has come.

    At first lines have the minutes of the team that a protocol is written for, or those for as many people as
    before; those for the people that were asked for come soon.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._books: Books | None = None
        self._for: dict[int, ForTeam] = {}
        self._last: ForTeam | None = None
        self._asked_for: set[int] = set()
        self._round = self._read_round = 0

    @property
    def ready(self) -> bool:
        """Whether the protocols have been read once."""
        return self._books is not None

    @property
    def busy(self) -> bool:
        """Whether they are being read anew just now."""
        return self._read_round != self._round

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in files."""
        return self._books.faults if self._books is not None else ()

    @property
    def used(self) -> frozenset[str]:
        """The ids of the protocols that the team has run."""
        return frozenset(self._books.history) if self._books is not None else frozenset()

    def history(self, protocol_id: str) -> History | None:
        """How it went for the team; None if it never ran it."""
        return self._books.history.get(protocol_id) if self._books is not None else None

    def summaries(self, people: int) -> tuple[Summary, ...]:
        """A line for each protocol, with the minutes for so many people as soon as they are known."""
        if self._books is None:
            return ()
        exact = self.for_people(people) or self._last
        return exact.summaries if exact is not None else self._books.summaries

    def for_people(self, people: int) -> ForTeam | None:
        """All that is known for so many people; if it is not known yet, it is being worked out."""
        found = self._for.get(people)
        if found is None and self._books is not None and people not in self._asked_for:
            self._asked_for.add(people)
            self._work_out(self._books, people)
        return found

    def read(self, team_id: str) -> None:
        """Read all anew: files may have changed, and meetings been held."""
        self._round += 1
        asked = self._round
        catalogue, open_reader = self._context.catalogue, self._context.workspace.reader

        def job() -> Books:
            with open_reader() as reader:
                return Books(catalogue.summaries(), catalogue.faults(), read_history(reader, team_id))

        self._after_painting(lambda: self._context.in_background(job, lambda books: self._read(asked, books)))

    def _read(self, asked: int, books: Books) -> None:
        if not isValid(self) or asked != self._round:
            return
        if self._books is None or books.summaries != self._books.summaries:
            self._last = None
        self._read_round = asked
        self._asked_for.clear()
        self._for.clear()
        self._books = books
        self.changed.emit()

    def _work_out(self, books: Books, people: int) -> None:
        asked, catalogue = self._round, self._context.catalogue
        self._after_painting(
            lambda: self._context.in_background(
                lambda: _worked_out(catalogue, books.summaries, people),
                lambda found: self._keep(asked, found),
            )
        )

    def _after_painting(self, begin: Callable[[], object]) -> None:
        """Begin a job when the window has been painted, so that the two do not hold each other up."""
        QTimer.singleShot(0, self, begin)

    def _keep(self, asked: int, found: ForTeam) -> None:
        if isValid(self) and asked == self._round:
            self._for[found.people] = self._last = found
            self.changed.emit()


def _worked_out(catalogue: Catalogue, summaries: tuple[Summary, ...], people: int) -> ForTeam:
    """Read each protocol; one whose file has gone wrong meanwhile keeps its line as it was."""
    known: list[Known] = []
    lengths: dict[str, tuple[FormLength, ...]] = {}
    for summary in summaries:
        try:
            protocol = catalogue.get(summary.id)
        except UserError:
            known.append(Known(summary, family=summary.id))
            continue
        lengths[summary.id] = form_lengths(protocol, people)
        known.append(weigh(protocol, summary_for(summary, lengths[summary.id])))
    return ForTeam(people, tuple(known), lengths)
