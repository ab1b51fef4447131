"""Reading what the home screen shows. Plain SQL only: this runs before anything heavy is imported."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from plcdesk.planning.carry_over import CarryOver, read_carry_over
from plcdesk.planning.infos import MEETING_COLUMNS, MeetingInfo, TeamInfo, meeting_from
from plcdesk.planning.reading import read_team
from plcdesk.store.first_sight import NEXT, around
from plcdesk.store.reader import Reader

Trend = Literal["better", "steady", "worse"]
RECENT = 3


class AgendaLine(NamedTuple):
    """An item of the next meeting as the bar on the home card shows it."""

    title: str
    minutes: int
    kind: str


class NextMeeting(NamedTuple):
    """The meeting that comes next, with its agenda in short and who holds which role."""

    meeting: MeetingInfo
    items: tuple[AgendaLine, ...]
    roles: dict[str, str]

    @property
    def planned_minutes(self) -> int:
        return sum(item.minutes for item in self.items)


class RecentMinutes(NamedTuple):
    """A meeting held, with how much it agreed and what its minutes still lack."""

    meeting: MeetingInfo
    decisions: int
    actions: int
    gaps: int


class NormLine(NamedTuple):
    """A norm with how it went: `trend` compares the last rating with those before; None without two ratings."""

    norm_id: str
    text: str
    trend: Trend | None
    watched_on: date | None


class Home(NamedTuple):
    """Everything on the home screen for one team."""

    team: TeamInfo
    running: MeetingInfo | None
    next: NextMeeting | None
    carried: CarryOver
    recent: tuple[RecentMinutes, ...]
    norms: tuple[NormLine, ...]


def read_next_meeting(reader: Reader, team_id: str, now: datetime) -> NextMeeting | None:
    """The planned meeting that begins soon, or began within half a day and was not held; else the next one.

    Where none is to come, the last one that has passed. `now` is local.
    """
    coming = f"SELECT {MEETING_COLUMNS} FROM meeting WHERE team_id = ? AND status = 'planned' AND deleted_at IS NULL"
    row = reader.row(f"{coming} AND {NEXT}", [team_id, *around(now)]) or reader.row(
        f"{coming} ORDER BY starts_at DESC LIMIT 1", [team_id]
    )
    if row is None:
        return None
    meeting = meeting_from(row)
    items = reader.each(
        lambda item: AgendaLine(item["title"], item["minutes"], item["kind"]),
        "SELECT title, minutes, kind FROM item WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, n",
        [meeting.id],
    )
    roles = {
        role["role"]: role["member_id"]
        for role in reader.rows("SELECT role, member_id FROM role WHERE meeting_id = ?", [meeting.id])
        if role["member_id"]
    }
    return NextMeeting(meeting, items, roles)


def read_home(reader: Reader, team_id: str, now: datetime) -> Home | None:
    """The home screen of a team, or None when there is no such team. `now` is local."""
    team = read_team(reader, team_id)
    if team is None:
        return None
    coming = read_next_meeting(reader, team_id, now)
    running = reader.row(
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE team_id = ? AND status = 'running' AND deleted_at IS NULL LIMIT 1",
        [team_id],
    )
    before = now + timedelta(days=1)
    return Home(
        team,
        meeting_from(running) if running else None,
        coming,
        read_carry_over(reader, team_id, before),
        _recent(reader, team_id),
        _norm_lines(reader, team, coming),
    )


def _recent(reader: Reader, team_id: str) -> tuple[RecentMinutes, ...]:
    meetings = reader.each(
        meeting_from,
        f"SELECT {MEETING_COLUMNS} FROM meeting WHERE team_id = ? AND status IN ('draft', 'final')"
        " AND deleted_at IS NULL ORDER BY starts_at DESC, n DESC LIMIT ?",
        [team_id, RECENT],
    )
    return tuple(_counted(reader, meeting) for meeting in meetings)


def _counted(reader: Reader, meeting: MeetingInfo) -> RecentMinutes:
    row = reader.row(
        "SELECT count(*) FILTER (WHERE kind = 'decision') AS decisions,"
        " count(*) FILTER (WHERE kind = 'action') AS actions,"
        " count(*) FILTER (WHERE kind = 'action' AND status = 'open'"
        "   AND ((owners = '[]' AND owner_names = '[]') OR due_on IS NULL)) AS gaps"
        " FROM entry WHERE meeting_id = ? AND deleted_at IS NULL AND NOT hidden",
        [meeting.id],
    )
    assert row is not None
    unsaid = 1 if meeting.result_wanted and meeting.result_reached is None else 0
    gaps = row["gaps"] + unsaid if meeting.status == "draft" else 0
    return RecentMinutes(meeting, row["decisions"], row["actions"], gaps)


def _norm_lines(reader: Reader, team: TeamInfo, coming: NextMeeting | None) -> tuple[NormLine, ...]:
    means: dict[str, list[float]] = {}
    for row in reader.rows(
        "SELECT norm_rating.norm_id, (SELECT avg(value) FROM json_each(norm_rating.fingers)) AS mean"
        " FROM norm_rating JOIN meeting ON meeting.id = norm_rating.meeting_id"
        " WHERE meeting.team_id = ? AND meeting.deleted_at IS NULL ORDER BY meeting.starts_at DESC LIMIT 60",
        [team.id],
    ):
        means.setdefault(row["norm_id"], []).append(row["mean"])
    watched = coming.meeting.watched_norm_id if coming else None
    return tuple(
        NormLine(
            norm.id,
            norm.text,
            trend_of(means.get(norm.id, [])),
            coming.meeting.starts_at.date() if coming and norm.id == watched else None,
        )
        for norm in team.active_norms
    )


def trend_of(newest_first: list[float]) -> Trend | None:
    """How the last rating stands to the mean of up to three before it; a quarter of a finger counts."""
    if len(newest_first) < 2:
        return None
    before = newest_first[1:4]
    difference = newest_first[0] - sum(before) / len(before)
    if difference > 0.25:
        return "better"
    return "worse" if difference < -0.25 else "steady"
