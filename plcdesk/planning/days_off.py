"""Days on which a team does not meet, such as school holidays: proposals and series of meetings skip them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plcdesk.errors import UserError
from plcdesk.store.reader import Reader
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.store.work import Work


@dataclass(frozen=True)
class DaysOff:
    """From the first day to the last, both counted in, and what they are called."""

    id: str
    first: date
    last: date
    name: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def read_days_off(reader: Reader, team_id: str) -> tuple[DaysOff, ...]:
    """A team's days off, in order."""
    return reader.each(
        lambda row: DaysOff(
            row["id"], date.fromisoformat(row["first_on"]), date.fromisoformat(row["last_on"]), row["name"]
        ),
        "SELECT id, first_on, last_on, name FROM day_off WHERE team_id = ? AND deleted_at IS NULL"
        " ORDER BY first_on, last_on, n",
        [team_id],
    )


def is_off(day: date, days_off: Iterable[DaysOff]) -> bool:
    """Whether the team does not meet on a day."""
    return any(day in off for off in days_off)


def add_days_off(work: "Work", team_id: str, first: date, last: date, name: str = "") -> str:
    """Keep days off; returns their id. Raises UserError when the last lies before the first."""
    from plcdesk.store.tables import DayOff

    first_on, last_on = _checked(first, last)
    return work.add(DayOff(team_id=team_id, first_on=first_on, last_on=last_on, name=name.strip())).id


def change_days_off(work: "Work", days_off_id: str, first: date, last: date, name: str) -> None:
    """Change days off. Raises UserError when the last lies before the first."""
    from plcdesk.store.tables import DayOff

    first_on, last_on = _checked(first, last)
    work.change(work.get(DayOff, days_off_id), first_on=first_on, last_on=last_on, name=name.strip())


def remove_days_off(work: "Work", days_off_id: str) -> None:
    from plcdesk.store.tables import DayOff

    work.delete(work.get(DayOff, days_off_id))


def _checked(first: date, last: date) -> tuple[str, str]:
    if last < first:
        raise UserError(tr("The last day off must not be before the first."))
    return first.isoformat(), last.isoformat()
