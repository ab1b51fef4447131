"""What the list shows: the protocols that a wish is about, in order, with why each fits or does not."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from plcdesk.library.choosing import Match, Wish, choose
from plcdesk.library.for_people import form_within
from plcdesk.text import tr
from plcdesk_ui.library.row import BookRow, book_row, wrong_rows
from plcdesk_ui.library.shelf import Shelf
from plcdesk_ui.library.words import found_line

Only = Literal["all", "favourites", "used", "own"]


@dataclass(frozen=True)
class Search:
    """What is searched for: a wish, words, which protocols at all; and the ids of the favourites."""

    wish: Wish
    words: str = ""
    only: Only = "all"
    favourites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What was found: the rows to show, the match of each protocol by its id, and a line about it."""

    rows: tuple[BookRow, ...] = ()
    matches: dict[str, Match] = field(default_factory=dict[str, Match])
    line: str = ""
    counts: dict[Only, int] = field(default_factory=dict[Only, int])


def find(shelf: Shelf, search: Search) -> Found:
    """Find among what is on the shelf. Files that cannot be used come last, where all is shown."""
    wish, favourites = search.wish, search.favourites
    summaries = shelf.summaries(wish.people or 0)
    ids = {
        "all": frozenset(summary.id for summary in summaries),
        "favourites": frozenset(favourites),
        "used": shelf.used,
        "own": frozenset(summary.id for summary in summaries if summary.own),
    }
    among = [summary for summary in summaries if summary.id in ids[search.only]]
    matches = tuple(
        _in_its_form(match, shelf, wish)
        for match in choose(among, replace(wish, words=search.words), favourites)
    )
    if search.only == "used":
        matches = _last_used_first(matches, shelf)
    rows = [
        book_row(match, wish, shelf.history(match.summary.id), match.summary.id in favourites)
        for match in matches
    ]
    rows = _headed(rows, matches)
    if search.only == "all" and not search.words.strip():
        rows += wrong_rows(shelf.faults)
    counts: dict[Only, int] = {
        "favourites": len(ids["favourites"] & ids["all"]),
        "used": len(ids["used"] & ids["all"]),
        "own": len(ids["own"]),
    }
    by_id = {match.summary.id: match for match in matches}
    return Found(tuple(rows), by_id, found_line(matches, len(summaries), wish), counts)


def _last_used_first(matches: Sequence[Match], shelf: Shelf) -> tuple[Match, ...]:
    """In each of the same parts as before: what fits, what does not."""

    def rank(match: Match) -> tuple[bool, bool, int]:
        history = shelf.history(match.summary.id)
        return match.in_text, not match.fits, -history.last_on.toordinal() if history is not None else 0

    return tuple(sorted(matches, key=rank))


def _headed(rows: Sequence[BookRow], matches: Sequence[Match]) -> list[BookRow]:
    """With a heading above the first of those that have the words only in their text."""
    first = next((place for place, match in enumerate(matches) if match.in_text), None)
    return [
        replace(row, heads=tr("In their text")) if place == first else row for place, row in enumerate(rows)
    ]


def _in_its_form(match: Match, shelf: Shelf, wish: Wish) -> Match:
    """With the minutes of the form that would be read: one may be shorter than the slot."""
    team = shelf.for_people(wish.people or 0)
    lengths = team.lengths.get(match.summary.id) if team is not None else None
    if not match.fits or lengths is None or wish.minutes is None:
        return match
    return replace(match, minutes=min(wish.minutes, form_within(lengths, wish.minutes).own))
