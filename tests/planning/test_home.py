"""Which meeting home shows as the next, and the first window before it."""

from datetime import datetime

import pytest

from plcdesk.planning.home import read_next_meeting
from plcdesk.store.first_sight import read_next_sight


@pytest.mark.parametrize(
    ("now", "starts_at"),
    [
        ("2026-11-23T18:00", "2026-11-24T10:50"),  # the day before: the first to come
        ("2026-11-24T10:45", "2026-11-24T10:50"),
        ("2026-11-24T12:00", "2026-11-24T10:50"),  # late, or forgotten: it was not held yet
        ("2026-11-24T13:00", "2026-11-24T13:20"),  # the one that is about to begin
        ("2026-11-24T14:00", "2026-11-24T13:20"),
        ("2026-11-25T08:00", "2026-12-01T10:50"),
        ("2026-12-24T08:00", "2026-12-01T10:50"),  # nothing is to come: the last that has passed
    ],
)
def test_the_next_meeting(desk, now, starts_at):
    team = desk.team()
    for at in ("2026-12-01T10:50", "2026-11-24T10:50", "2026-11-24T13:20"):
        desk.meeting(team, at=at)
    moment = datetime.fromisoformat(now)
    found = read_next_meeting(desk.reader, team, moment)
    assert f"{found.meeting.starts_at:%Y-%m-%dT%H:%M}" == starts_at
    sight = read_next_sight(desk.workspace.file, team, moment)
    assert sight is None if now > starts_at[:10] + "T23" else sight.starts_at == starts_at
