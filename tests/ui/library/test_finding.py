"""In which order the list shows what is found."""

from datetime import date
from typing import Any

from plcdesk.library.choosing import Wish
from plcdesk.library.history import History
from plcdesk.library.summary import Summary
from plcdesk_ui.library.finding import Search, find


class ShelfOfThree:
    """Three protocols that the team has used, one of them too long for it today."""

    faults = ()

    def __init__(self) -> None:
        self._history = {
            "chalk-talk": History(1, date(2026, 9, 1)),
            "tuning": History(2, date(2026, 11, 17)),
            "norms": History(1, date(2026, 10, 6)),
        }
        self.used = frozenset(self._history)

    def history(self, protocol_id: str) -> History | None:
        return self._history.get(protocol_id)

    def for_people(self, people: int) -> None:
        del people

    def summaries(self, people: int) -> tuple[Summary, ...]:
        del people
        return tuple(_summary(name, 60 if name == "tuning" else 20) for name in (*self._history, "other"))


def _summary(name: str, minutes: int) -> Summary:
    return Summary(name, name.title(), "", "data", ("data",), minutes, minutes, 3, 12, "settled", "easy", "A")


def test_what_we_used_last_comes_first_among_what_fits():
    shelf: Any = ShelfOfThree()
    found = find(shelf, Search(Wish(minutes=25, people=6), only="used"))
    assert [row.key for row in found.rows] == ["norms", "chalk-talk", "tuning"]
