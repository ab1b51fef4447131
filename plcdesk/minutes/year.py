"""A school year of a team: which there are, and the meetings held in one. A year begins in August."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plcdesk.store.reader import Reader
from plcdesk.text import tr

FIRST_MONTH = 8


@dataclass(frozen=True)
class SchoolYear:
    """A year by the calendar year in which it begins, and how many meetings were held in it."""

    begins: int
    meetings: int

    @property
    def name(self) -> str:
        """'2026–27'."""
        return tr("{year}–{next}").format(year=self.begins, next=f"{(self.begins + 1) % 100:02}")


def year_of(day: date) -> int:
    """The calendar year in which the school year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def read_years(reader: Reader, team_id: str) -> tuple[SchoolYear, ...]:
    """The years in which a team met, newest first."""
    counted: dict[int, int] = {}
    for row in reader.rows(
        "SELECT substr(starts_at, 1, 10) AS day FROM meeting WHERE team_id = ? AND deleted_at IS NULL"
        " AND status IN ('draft', 'final')",
        [team_id],
    ):
        begins = year_of(date.fromisoformat(row["day"]))
        counted[begins] = counted.get(begins, 0) + 1
    return tuple(SchoolYear(begins, counted[begins]) for begins in sorted(counted, reverse=True))


def held_in(reader: Reader, team_id: str, begins: int) -> Sequence[str]:
    """The ids of the meetings that a team held in a year, oldest first."""
    rows = reader.rows(
        "SELECT id FROM meeting WHERE team_id = ? AND deleted_at IS NULL AND status IN ('draft', 'final')"
        " AND starts_at >= ? AND starts_at < ? ORDER BY starts_at, n",
        [team_id, f"{begins}-{FIRST_MONTH:02}", f"{begins + 1}-{FIRST_MONTH:02}"],
    )
    return [row["id"] for row in rows]
