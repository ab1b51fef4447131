"""What is read for the list of meetings: the first places at once, then all of them with their counts."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from plcdesk.archive.directory import Directory, read_directory
from plcdesk.archive.listing import Listing, list_meetings
from plcdesk.archive.search import PAGE, QUICK, Found, Row, describe, search, search_apart
from plcdesk.archive.spelling import mended
from plcdesk.archive.wanted import Wanted, parse
from plcdesk.store.reader import Reader
from plcdesk_ui.asking import Step
from plcdesk_ui.meetings.facets import Facets


@dataclass(frozen=True)
class Question:
    """What is asked: what was typed, what was chosen, the team's id or nothing for all, how many pages."""

    typed: str = ""
    facets: Facets = field(default_factory=Facets)
    team: str = ""
    pages: int = 1

    def wanted(self, today: date) -> Wanted:
        """All of it as one search."""
        found = self.facets.narrow(parse(self.typed), today)
        return found if found.team else replace(found, team=self.team)


@dataclass(frozen=True)
class Answer:
    """What was read. `listing` is there without a search; `whole` says that the counts are there.

    `mended` is the search that was made in place of the one typed, of which nothing was found.
    """

    question: Question
    names: Directory
    wanted: Wanted
    rows: tuple[Row, ...] = ()
    found: Found = field(default_factory=Found)
    counts: dict[str, int] = field(default_factory=dict[str, int])
    listing: Listing | None = None
    whole: bool = False
    mended: Wanted | None = None


class Searching:
    """Makes the steps that answer a question; they are carried out in another thread, one after the other."""

    def __init__(self, question: Question, names: Directory | None, today: date) -> None:
        self._question = question
        self._names = names
        self._today = today

    def first(self, reader: Reader) -> Answer:
        """The list, or the newest places."""
        names = self._names = self._names or read_directory(reader)
        wanted = self._question.wanted(self._today)
        if not wanted.asks_for_entries:
            listing = list_meetings(reader, wanted, names, self._today, self._question.pages)
            return Answer(self._question, names, wanted, listing=listing, whole=True)
        found = search(reader, wanted, names, self._today, QUICK)
        rows = describe(reader, found.meetings[:PAGE], names, wanted.terms)
        return Answer(self._question, names, wanted, rows, found)

    def rest(self, reader: Reader) -> Answer | None:
        """All places and their counts; with other words where there are none. None where there is no search."""
        names = self._names
        assert names is not None
        wanted, better = self._question.wanted(self._today), None
        if not wanted.asks_for_entries:
            return None
        found = search_apart(reader, wanted, names, self._today)
        if not found.meetings and wanted.terms:
            better = mended(reader, wanted)
            if better is not None:
                found = search_apart(reader, better, names, self._today)
            if not found.meetings:
                better = None
        shown = better or wanted
        counts = found.counts
        if shown.kinds and shown.terms:
            counts = search_apart(reader, replace(shown, kinds=frozenset()), names, self._today).counts
        rows = describe(reader, found.meetings[: PAGE * self._question.pages], names, shown.terms)
        return Answer(self._question, names, shown, rows, found, dict(counts), whole=True, mended=better)

    def steps(self, then: Callable[[Answer | None], None]) -> tuple[Step, Step]:
        """Both, for an `Asker`."""
        return ((self.first, then), (self.rest, then))
