"""Telling one team's story: all its rows, meeting by meeting."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from plcdesk.planning.initials import initials_of
from plcdesk.planning.turns import ROLES, propose_roles
from plcdesk.sample.agendas import Agendas
from plcdesk.sample.notes import Notes
from plcdesk.sample.people import Attending, People, attending
from plcdesk.sample.rows import Rows, utc
from plcdesk.sample.scripts import ItemScript, MeetingScript, TeamScript, Unit
from plcdesk.sample.timing import Course, course_of, write_events
from plcdesk.sample.words import Words
from plcdesk.store.tables import Attendance, Feedback, Meeting, Member, Norm, NormRating, Role, Team
from plcdesk.store.work import iso

LONGEST_MEMORY = 30  # meetings back to which turns are counted


@dataclass(frozen=True)
class Telling:
    """A script, the day it is told for, and what is known of it; `unit` fills the words of a usual meeting.

    `progress` runs from 0 for the team's first meeting to 1 for its last.
    """

    script: MeetingScript
    day: date
    status: str
    unit: Unit | None = None
    progress: float = 1.0


class Storyteller:
    """Makes the rows of one team. `today` is the day that the sample is made for, `zone` the place's."""

    def __init__(self, rows: Rows, team: TeamScript, agendas: Agendas, today: date, zone: str) -> None:
        self.rows = rows
        self._team = team
        self._agendas = agendas
        self._zone = zone
        self._past_roles: list[dict[str, str]] = []
        self._people = People(rows.chance)
        self._norms: dict[str, str] = {}
        self._team_id = self._begin()
        self._notes = Notes(rows, self._team_id, self._people, today)

    def _begin(self) -> str:
        team = self._team
        own = ("name", "school", "subject", "weekday", "time", "minutes", "room")
        team_id = self.rows.add(Team, {name: getattr(team, name) for name in own} | {"zone": self._zone})
        taken: set[str] = set()
        for place, name in enumerate(team.members):
            initials = initials_of(name, taken)
            taken.add(initials)
            values = {"team_id": team_id, "name": name, "initials": initials, "position": float(place)}
            self._people.add(name, self.rows.add(Member, values))
        for place, text in enumerate(team.norms):
            values = {"team_id": team_id, "text": text, "position": float(place)}
            self._norms[text] = self.rows.add(Norm, values)
        return team_id

    def tell(self, telling: Telling) -> None:
        """Make one meeting with all that belongs to it."""
        script, words = telling.script, Words(telling.unit, self.rows.chance)
        start = datetime.fromisoformat(f"{telling.day.isoformat()}T{self._team.time}")
        watched = self._watched_norm(script, words)
        meeting_id = self.rows.add(Meeting, self._meeting(telling, words, start, watched))
        meeting = self.rows.of(Meeting)[-1]
        self._share_roles(meeting_id, script)
        stops = self._agendas.write(
            self.rows, meeting_id, script, self._people, words, self._notes.left_open, self._team.minutes
        )
        if telling.status == "planned":
            return
        begins = utc(start, self._zone)
        course = course_of(stops, begins, self._team.minutes, self.rows.chance)
        meeting["started_at"], meeting["ended_at"] = iso(course.began), iso(course.ended)
        meeting["ends_at"] = iso(begins + timedelta(minutes=self._team.minutes))
        here = attending(script, self._people, self.rows.chance, drawn=words.drawn)
        self._attend(meeting_id, course, here)
        write_events(self.rows, meeting_id, course, here.present)
        self._notes.write(meeting_id, course, telling.day, words)
        self._rate(meeting_id, watched, here, telling)
        feedback = {"helped": words.fill(script.helped), "change": words.fill(script.change)}
        self.rows.add(Feedback, {"meeting_id": meeting_id} | feedback)

    def _meeting(
        self, telling: Telling, words: Words, start: datetime, watched: str | None
    ) -> dict[str, Any]:
        script, held = telling.script, telling.status != "planned"
        reached = script.reached
        if words.drawn:
            reached = self.rows.chance.choice(("yes", "yes", "yes", "partly", "partly", "no"))
        return {
            "team_id": self._team_id,
            "status": telling.status,
            "title": words.fill(script.title),
            "result_wanted": words.fill(script.wanted),
            "result_reached": reached if held else None,
            "starts_at": start.isoformat(timespec="minutes"),
            "zone": self._zone,
            "minutes": self._team.minutes,
            "room": self._team.room,
            "watched_norm_id": watched,
            "room_sees_screen": held,
            "ends_at": None,
            "started_at": None,
            "ended_at": None,
        }

    def _watched_norm(self, script: MeetingScript, words: Words) -> str | None:
        if words.drawn:
            return list(self._norms.values())[len(self.rows.of(Meeting)) % len(self._norms)]
        return self._norms[script.norm] if script.norm else None

    def _share_roles(self, meeting_id: str, script: MeetingScript) -> None:
        roles = {role: self._people.id_of(name) for role, name in script.roles.items()}
        if not roles:
            members = list(self._people.names.items())
            away = [self._people.id_of(name) for name in script.absent]
            roles = propose_roles(members, self._past_roles[-LONGEST_MEMORY:], ROLES, away)
            presenters = {self._people.id_of(item.brings) for item in script.items if self._is_known(item)}
            if roles["facilitator"] in presenters:  # nobody can present and keep the round going
                roles["facilitator"], roles["recorder"] = roles["recorder"], roles["facilitator"]
        self._past_roles.append(roles)
        for role, member_id in roles.items():
            self.rows.add(Role, {"meeting_id": meeting_id, "role": role, "member_id": member_id})

    def _is_known(self, item: ItemScript) -> bool:
        return item.kind == "protocol" and item.brings in {name.split()[0] for name in self._team.members}

    def _attend(self, meeting_id: str, course: Course, here: Attending) -> None:
        for member_id in self._people.ids:
            arrived = course.began + timedelta(minutes=here.late.get(member_id, 0))
            status, left = "present", None
            if member_id in here.absent:
                status = "absent"
            elif member_id in here.left:
                status, left = "left", course.ended - timedelta(minutes=here.left[member_id])
            elif member_id in here.late:
                status = "late"
            values = {
                "meeting_id": meeting_id,
                "member_id": member_id,
                "status": status,
                "arrived_at": None if status == "absent" else iso(arrived),
                "left_at": iso(left) if left else None,
            }
            self.rows.add(Attendance, values)

    def _rate(self, meeting_id: str, norm_id: str | None, here: Attending, telling: Telling) -> None:
        """The fingers that the script shows; in a usual meeting they go up with the years."""
        if norm_id is None:
            return
        fingers = [int(finger) for finger in telling.script.fingers]
        if telling.unit is not None:
            middle = 3.2 + 1.1 * telling.progress + 0.3 * list(self._norms.values()).index(norm_id)
            fingers = [max(1, min(5, round(self.rows.chance.gauss(middle, 0.7)))) for _ in here.present]
        if fingers:
            self.rows.add(NormRating, {"meeting_id": meeting_id, "norm_id": norm_id, "fingers": fingers})
