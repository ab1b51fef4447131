"""Which teams the sample has, and which meetings each of them held and will hold."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from plcdesk.sample.days import days_coming, days_held
from plcdesk.sample.scripts import (
    OtherTeams,
    TeamScript,
    UsualMeetings,
    read_other_teams,
    read_team,
)
from plcdesk.sample.storyteller import Telling

WRITTEN_TEAMS = ("science", "literacy", "algebra")
SLOTS = ((0, "07:40"), (1, "14:50"), (2, "10:05"), (3, "13:20"), (4, "08:30"))


def teams(count: int, seed: int) -> Iterator[TeamScript]:
    """The first `count` teams: those whose year is written out, then others."""
    for name in WRITTEN_TEAMS[:count]:
        yield read_team(name)
    if count > len(WRITTEN_TEAMS):
        content = read_other_teams()
        for place in range(count - len(WRITTEN_TEAMS)):
            yield _other_team(content, place, random.Random(f"{seed}/other team {place}"))


def _other_team(content: OtherTeams, place: int, chance: random.Random) -> TeamScript:
    subject = content.teams[place % len(content.teams)]
    turn = place // len(content.teams)
    weekday, time = SLOTS[place % len(SLOTS)]
    return TeamScript(
        name=subject.name if turn == 0 else f"{subject.name} ({turn + 1})",
        school=content.schools[(place + turn) % len(content.schools)],
        subject=subject.subject,
        weekday=weekday,
        time=time,
        minutes=45,
        room=f"Room {chance.randint(101, 328)}",
        members=chance.sample(content.people, chance.randint(5, 7)),
        norms=content.norms[: chance.randint(3, 4)],
        units=subject.units,
        weeks=1 + place % 2,
    )


def meetings(team: TeamScript, usual: UsualMeetings, count: int, today: date) -> Iterator[Telling]:
    """The last `count` meetings that a team held, oldest first, and the two that it has planned.

    Its own scripts are its newest meetings; before them come usual ones, unit after unit.
    """
    own = team.held[len(team.held) - min(count, len(team.held)) :]
    days = days_held(today, team.weekday, count, team.weeks)
    older = count - len(own)
    for place, day in enumerate(days):
        status = "draft" if place == count - 1 else "final"
        if place >= older:
            yield Telling(own[place - older], day, status)
        else:
            script = usual.held[place % len(usual.held)]
            unit = team.units[place // 2 % len(team.units)]
            yield Telling(script, day, status, unit, progress=place / count)
    first, second = days_coming(today, team.weekday, team.weeks, meets_today=team.meets_today)
    coming = team.coming or usual.coming
    for script, day in zip(coming, (first, second), strict=True):
        unit = None if team.coming else next(islice(cycle(team.units), count // 2, None))
        yield Telling(script, day, "planned", unit)
