"""Each figure equals what a query of its own counts, and holds just the records that it counts."""

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from plcdesk.insights.figures import Figures, read_figures
from plcdesk.insights.span import Span, last_year, school_year, term
from plcdesk.insights.time_spent import FRAME
from plcdesk.store.reader import Reader
from plcdesk.store.tables import Entry, Item, Meeting, Team
from plcdesk.store.work import Work
from plcdesk.store.workspace import Workspace

TODAY = date(2026, 11, 24)
SPAN = Span(date(2026, 10, 1), date(2026, 11, 20))
WITHIN = (
    "team_id = ? AND date(starts_at) BETWEEN '2026-10-01' AND '2026-11-20' AND deleted_at IS NULL"
    " AND status IN ('draft', 'final')"
)


@pytest.fixture(scope="module")
def figures(reader: Reader, team: str) -> Figures:
    return read_figures(reader, team, SPAN, TODAY)


@pytest.fixture(scope="module")
def counted(raw: sqlite3.Connection, team: str):
    def count(sql: str) -> object:
        return raw.execute(sql.replace("WITHIN", WITHIN), [team]).fetchone()[0]

    return count


def test_meetings(figures: Figures, counted):
    assert len(figures.held) == counted("SELECT count(*) FROM meeting WHERE WITHIN") > 3
    wanted = "SELECT count(*) FROM meeting WHERE WITHIN AND trim(result_wanted) <> ''"
    assert len(figures.wanted) == counted(wanted)
    for answer in ("yes", "partly"):
        assert len(figures.reached(answer)) == counted(f"{wanted} AND result_reached = '{answer}'")
    assert len(figures.reached("yes", "partly", "no", None)) == len(figures.wanted)


def test_lines(figures: Figures, counted):
    of = "SELECT count(*) FROM entry WHERE deleted_at IS NULL AND meeting_id IN (SELECT id FROM meeting WHERE WITHIN)"
    assert len(figures.decisions) == counted(f"{of} AND kind = 'decision'") > 0
    actions = f"{of} AND kind = 'action'"
    assert len(figures.actions) == counted(f"{actions} AND status <> 'dropped'")
    assert len(figures.done) == counted(f"{actions} AND status = 'done'") > 0
    assert len(figures.open) == counted(f"{actions} AND status = 'open'")
    assert len(figures.late) == counted(f"{actions} AND status = 'open' AND due_on < '2026-11-24'")


def test_norms(figures: Figures, raw: sqlite3.Connection, team: str):
    rows = raw.execute(
        f"SELECT norm_id, fingers FROM norm_rating WHERE meeting_id IN (SELECT id FROM meeting WHERE {WITHIN})",
        [team],
    ).fetchall()
    assert len(rows) > 3
    means = sorted((norm, sum(json.loads(fingers)) / len(json.loads(fingers))) for norm, fingers in rows)
    found = sorted((norm.norm_id, rating.mean) for norm in figures.norms for rating in norm.ratings)
    assert [norm for norm, _ in found] == [norm for norm, _ in means]
    assert [mean for _, mean in found] == pytest.approx([mean for _, mean in means])


def test_the_time_is_all_the_time_between_start_and_end_but_for_pauses(
    figures: Figures, raw: sqlite3.Connection, team: str
):
    total = 0.0
    for (meeting,) in raw.execute(f"SELECT id FROM meeting WHERE {WITHIN}", [team]).fetchall():
        events = raw.execute(
            "SELECT kind, wall FROM clock_event WHERE meeting_id = ? ORDER BY seq", [meeting]
        ).fetchall()
        paused = False
        for (kind, wall), (_, later) in pairwise(events):
            paused = kind == "paused" or (paused and kind != "resumed")
            if not paused:
                total += (datetime.fromisoformat(later) - datetime.fromisoformat(wall)).total_seconds()
    assert sum(use.seconds for use in figures.times) == pytest.approx(total)
    assert figures.times[-1].about == FRAME
    seconds = [use.seconds for use in figures.times[:-1]]
    assert seconds == sorted(seconds, reverse=True)


def test_protocols(figures: Figures, raw: sqlite3.Connection, team: str):
    rows = raw.execute(
        "SELECT protocol_id, count(*) FROM snapshot JOIN item ON item.id = snapshot.item_id"
        f" WHERE item.deleted_at IS NULL AND item.meeting_id IN (SELECT id FROM meeting WHERE {WITHIN})"
        " AND EXISTS (SELECT 1 FROM clock_event WHERE clock_event.meeting_id = item.meeting_id"
        "   AND step LIKE item.id || '/%') GROUP BY 1",
        [team],
    ).fetchall()
    assert {use.protocol_id: len(use.runs) for use in figures.protocols} == dict(rows)
    for use in figures.protocols:
        assert use.planned is not None and use.used is not None
        assert use.planned == round(sum(run.planned for run in use.runs) / len(use.runs))


def test_cadence(figures: Figures, raw: sqlite3.Connection, team: str):
    days = [
        date.fromisoformat(day)
        for (day,) in raw.execute(
            f"SELECT date(starts_at) FROM meeting WHERE {WITHIN} ORDER BY starts_at", [team]
        )
    ]
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    assert figures.usual_gap == gaps[len(gaps) // 2]
    assert figures.longest_gap is not None
    assert (figures.longest_gap[1].on - figures.longest_gap[0].on).days == gaps[-1]
    assert sum(held for _, held in figures.months) == len(days)
    assert [month for month, _ in figures.months] == [date(2026, 10, 1), date(2026, 11, 1)]


def test_what_is_deleted_hidden_dropped_or_still_to_come_does_not_count(workspace: Workspace):
    def fill(work: Work) -> str:
        team = work.add(Team(name="Team"))
        work.session.flush()
        common = {"team_id": team.id, "zone": "UTC"}
        held = work.add(Meeting(title="Held", starts_at="2026-11-03T10:00", status="final", **common))
        work.add(Meeting(title="Missed", starts_at="2026-11-10T10:00", **common))
        work.add(Meeting(title="To come", starts_at="2026-11-25T10:00", **common))
        gone = work.add(Meeting(title="Gone", starts_at="2026-11-04T10:00", status="final", **common))
        work.session.flush()
        work.delete(gone)
        work.add(Item(meeting_id=held.id, kind="topic", title="No clock", minutes=10))
        old = {"team_id": team.id, "meeting_id": held.id, "kind": "action", "created_at": work.at}
        for text, more in (
            ("open", {"due_on": "2026-11-23"}),
            ("not due", {"due_on": "2026-11-24"}),
            ("dropped", {"status": "dropped"}),
            ("hidden", {"hidden": True}),
        ):
            work.add(Entry(text=text, **old, **more))
        work.delete(work.add(Entry(text="deleted", **old)))
        work.add(Entry(text="elsewhere", **(old | {"meeting_id": gone.id})))
        return team.id

    team = workspace.writer.write(fill).result(60).value
    with workspace.reader() as reader:
        figures = read_figures(reader, team, school_year(TODAY), TODAY)
    assert [(meeting.title, meeting.held) for meeting in figures.meetings] == [
        ("Held", True),
        ("Missed", False),
    ]
    assert [action.text for action in figures.actions] == ["open", "not due"]
    assert [action.text for action in figures.late] == ["open"]
    assert [action.text for action in figures.long_open] == ["open", "not due"]
    assert figures.times == ()
    assert figures.usual_gap is None and figures.longest_gap is None


@pytest.mark.parametrize(
    ("today", "year", "this_term"),
    [
        (date(2026, 11, 24), (2026, 8, 1), (date(2026, 8, 1), date(2026, 11, 30))),
        (date(2026, 7, 31), (2025, 8, 1), (date(2026, 4, 1), date(2026, 7, 31))),
        (date(2027, 1, 5), (2026, 8, 1), (date(2026, 12, 1), date(2027, 3, 31))),
    ],
)
def test_spans(today: date, year: tuple[int, int, int], this_term: tuple[date, date]):
    assert school_year(today).first == date(*year)
    assert school_year(today).last + timedelta(days=1) == date(year[0] + 1, 8, 1)
    assert last_year(today).end == date(*year)
    assert (term(today).first, term(today).last) == this_term
    assert term(today).before().end == this_term[0]


def test_figures_are_of_one_team_alone(reader: Reader, team: str, figures: Figures):
    other = str(reader.value("SELECT id FROM team WHERE id <> ?", [team]))
    of_other = read_figures(reader, other, SPAN, datetime(2026, 11, 24, tzinfo=UTC).date())
    assert not {meeting.id for meeting in of_other.meetings} & {meeting.id for meeting in figures.meetings}
    assert not {line.id for line in of_other.actions} & {line.id for line in figures.actions}
