"""What was written down in a meeting of the sample, and what became of it since."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from plcdesk.sample.people import People
from plcdesk.sample.rows import Rows
from plcdesk.sample.scripts import Line
from plcdesk.sample.timing import Course, Stay
from plcdesk.sample.words import Words
from plcdesk.store.tables import Entry
from plcdesk.store.work import iso

USUAL_KIND = "note"


@dataclass(frozen=True)
class Spot:
    """Where and when something is written down."""

    meeting_id: str
    stay: Stay
    day: date
    at: datetime
    words: Words


@dataclass
class Notes:
    """Writes the entries of a team. `left_open` holds the ids of what can be carried over, by text."""

    rows: Rows
    team_id: str
    people: People
    today: date
    left_open: dict[str, str] = field(default_factory=dict[str, str])

    def write(self, meeting_id: str, course: Course, day: date, words: Words) -> None:
        """Write all that is said in a meeting, in its order."""
        place = 0
        for stay in course.stays:
            said = words.some(stay.stop.said)
            apart = (stay.ended - stay.began) / (len(said) + 1)
            for number, line in enumerate(said, 1):
                spot = Spot(meeting_id, stay, day, stay.began + apart * number, words)
                place += self._write(spot, line if isinstance(line, Line) else Line(text=line), place)

    def _write(self, spot: Spot, line: Line, place: int) -> int:
        """Write one line, and the action that it became; returns the number of entries."""
        kinds = spot.stay.stop.kinds
        kind = line.kind or next(iter(kinds), USUAL_KIND)
        values = self._common(spot, line, kind, place + 1)
        values |= {"word": kinds.get(kind), "why": spot.words.fill(line.why)}
        fields = {"place": line.place, "evidence": line.evidence, "page": line.page}
        values["fields"] = {name: text for name, text in fields.items() if text}
        if kind == "action":
            values |= self._task(spot, line)
        elif line.becomes is not None:
            values |= {"becomes": line.becomes, "status": "dropped" if line.becomes == "dropped" else "open"}
        entry_id = self.rows.add(Entry, values)
        if kind in ("parked", "question"):
            self.left_open[line.text] = entry_id
        if line.becomes != "action":
            return 1
        made = self._common(spot, line, "action", place + 2) | self._task(spot, line)
        self.rows.add(Entry, made | {"carried_from": entry_id})
        return 2

    def _common(self, spot: Spot, line: Line, kind: str, place: int) -> dict[str, Any]:
        return {
            "team_id": self.team_id,
            "meeting_id": spot.meeting_id,
            "item_id": spot.stay.stop.item_id,
            "step": spot.stay.stop.key,
            "kind": kind,
            "word": None,
            "text": spot.words.fill(line.text),
            "why": "",
            "owners": [],
            "owner_names": [],
            "due_on": None,
            "status": "open",
            "closed_on": None,
            "becomes": None,
            "said_by": self.people.id_of(line.by) if line.by else None,
            "fields": {},
            "carried_from": None,
            "created_at": iso(spot.at),
            "position": float(place),
        }

    def _task(self, spot: Spot, line: Line) -> dict[str, Any]:
        """Who has an action, by when, and whether it is done; what is not done by today is open."""
        owners, names = self.people.sort_out(line.who)
        due = spot.day + timedelta(days=line.due) if line.due is not None else None
        if line.due_from_today is not None:
            due = self.today + timedelta(days=line.due_from_today)
        status, closed = self._closing(spot, line)
        if closed is not None and closed > self.today:
            status, closed = "open", None
        return {
            "owners": owners,
            "owner_names": names,
            "due_on": due.isoformat() if due else None,
            "status": status,
            "closed_on": closed.isoformat() if closed else None,
        }

    def _closing(self, spot: Spot, line: Line) -> tuple[str, date | None]:
        chance = self.rows.chance
        if spot.words.drawn and line.due is not None:
            late = chance.choice((-2, -1, 0, 0, 0, 1, 3, 9))
            status = "dropped" if chance.random() < 0.07 else "done"
            return status, spot.day + timedelta(days=max(1, line.due + late))
        if line.dropped is not None:
            return "dropped", spot.day + timedelta(days=line.dropped)
        if line.done is not None:
            return "done", spot.day + timedelta(days=line.done)
        return "open", None
