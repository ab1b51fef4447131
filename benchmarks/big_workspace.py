"""Twenty teams and twenty years of meetings in one workspace: 16,000 meetings and a million entries.

Made by raw SQL in a minute and kept between runs in `build/`, for as long as the tables stay as they are.
"""

import hashlib
import json
import random
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from benchmarks.ratio import REPOSITORY
from plcdesk.store.migrating import make_new

TEAMS, YEARS, MEETINGS_A_YEAR = 20, 20, 40
ENTRIES = 1_000_000
PEOPLE = 6
WORDS = 24_000
TODAY = date(2026, 11, 24)
SLOT = time(10, 50)
KINDS = ("note", "observation", "interpretation", "decision", "action", "question", "parked")
OFTEN = (40, 20, 12, 10, 10, 6, 2)
TALK = """
the and to of a in we for that with students what from is on for they this questions class it work
re-teach density ratio exit_tickets probe slides lab_cart notes reading score rubric task plan Thursday
section units problem formula unit_2 lesson data small_group ratio_strips print bring check review next_week
results norms protocol evidence practice warm_feedback cool_feedback parking_lot minutes agenda team goal
"""
PROTOCOLS = (
    "ATLAS Looking at Data",
    "Tuning Protocol",
    "Consultancy",
    "Final Word",
    "Collaborative Assessment",
)


def big_workspace() -> Path:
    """The file, made first if it is not there in today's form."""
    unfinished = REPOSITORY / "build" / "unfinished.plcdb"
    unfinished.parent.mkdir(exist_ok=True)
    make_new(unfinished)
    file = unfinished.with_name(f"big-{_form(unfinished)}.plcdb")
    if file.exists():
        unfinished.unlink()
        return file
    for older in file.parent.glob("big-*.plcdb*"):
        older.unlink()
    _fill(unfinished)
    return unfinished.rename(file)


def _form(file: Path) -> str:
    """What the tables and this module look like, in short."""
    with sqlite3.connect(file) as raw:
        made_by = hashlib.sha256(repr(raw.execute("SELECT sql FROM sqlite_schema").fetchall()).encode())
    raw.close()
    made_by.update(Path(__file__).read_bytes())
    return made_by.hexdigest()[:12]


def _fill(file: Path) -> None:
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("BEGIN")
    triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for table, columns, rows in _rows(random.Random(1)):
        marks = ", ".join("?" * len(columns.split(",")))
        raw.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    for table in ("entry", "meeting", "item", "snapshot", "attachment"):
        raw.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
    for _, sql in triggers:
        raw.execute(sql)
    raw.execute("COMMIT")
    raw.execute("ANALYZE")
    raw.close()


def _rows(chance: random.Random) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
    """Each table with its columns and rows, those that others point to first."""
    teams = [_id("team", n) for n in range(TEAMS)]
    slot = [(team, f"Team {n}", n % 5, "10:50", 45, "UTC", "", "", "", "") for n, team in enumerate(teams)]
    yield "team", "id, name, weekday, time, minutes, zone, school, subject, room, goal", slot
    people = {team: [_id(f"{team}member", n) for n in range(PEOPLE)] for team in teams}
    named = [
        (person, team, f"{name} {team[:2].upper()}", name[:2].upper(), 1, float(n))
        for team in teams
        for n, (person, name) in enumerate(
            zip(people[team], ("Rosa", "Minh", "Dana", "Jo", "Sam", "Liisa"), strict=True)
        )
    ]
    yield "member", "id, team_id, name, initials, active, position", named
    norms = [(_id(team, 900), team, "Equity of voice", 1, 0.0) for team in teams]
    yield "norm", "id, team_id, text, active, position", norms
    held = _meetings(teams)
    say = _sentences(chance)
    yield (
        "meeting",
        "id, team_id, status, title, result_wanted, starts_at, zone, minutes, room, room_sees_screen, "
        "wrapping_up, out_of_time, started_at, ended_at",
        [
            (
                m,
                t,
                status,
                next(say)[:60],
                next(say),
                at.isoformat(timespec="minutes"),
                "UTC",
                45,
                "214",
                0,
                0,
                0,
            )
            + ((f"{at.isoformat()}.0Z", f"{at.isoformat()}.0Z") if status != "planned" else (None, None))
            for m, t, at, status in held
        ],
    )
    yield from _agendas(held, people, say, chance)
    yield from _entries(held, people, say, chance)


def _meetings(teams: list[str]) -> list[tuple[str, str, datetime, str]]:
    """Id, team, start and status of each meeting, oldest first; each team has two planned."""
    found: list[tuple[str, str, datetime, str]] = []
    first = TODAY - timedelta(weeks=52 * YEARS)
    for year in range(YEARS):
        for week in range(MEETINGS_A_YEAR):
            day = first + timedelta(weeks=52 * year + round(week * 1.3))
            for n, team in enumerate(teams):
                at = datetime.combine(day, SLOT) + timedelta(days=n % 5)
                found.append((_id("meeting", len(found)), team, at, "final"))
    for week in (0, 1):
        for team in teams:
            at = datetime.combine(TODAY, SLOT) + timedelta(weeks=week)
            found.append((_id("meeting", len(found)), team, at, "planned"))
    return found


def _agendas(
    held: list[tuple[str, str, datetime, str]],
    people: dict[str, list[str]],
    say: Iterator[str],
    chance: random.Random,
) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
    items, snapshots, events, here, roles, rated = [], [], [], [], [], []
    protocol = json.dumps({"steps": [{"say": next(say)} for _ in range(24)]})
    for m, team, at, status in held:
        for n, kind in enumerate(("opening", "topic", "protocol", "decision", "wrap_up")):
            item = _id(m + "item", n)
            name = chance.choice(PROTOCOLS)
            title = name if kind == "protocol" else next(say)[:40]
            items.append((item, m, float(n), kind, title, 9, "", "", "[]"))
            if kind == "protocol":
                snapshots.append((_id(m, 50), item, m, name, name, 45, 6, protocol, protocol))
            if status != "planned":
                events.append((_id(item, 1), m, n, "went_to", item, f"{at.isoformat()}.0Z", 0.0, "s"))
        for n, person in enumerate(people[team]):
            here.append((_id(m + "here", n), m, person, "absent" if n == 5 else "present"))
        for role, person in zip(("facilitator", "recorder", "timekeeper"), people[team], strict=False):
            roles.append((_id(m + role, 0), m, role, person))
        rated.append((_id(m, 60), m, _id(team, 900), "[4, 5, 3, 4]"))
    yield "item", "id, meeting_id, position, kind, title, minutes, purpose, private_note, prepared", items
    columns = "id, item_id, meeting_id, protocol_id, name, own_minutes, people, protocol, fitted"
    yield "snapshot", columns, snapshots
    yield "clock_event", "id, meeting_id, seq, kind, step, wall, monotonic, session", events
    yield "attendance", "id, meeting_id, member_id, status", here
    yield "role", "id, meeting_id, role, member_id", roles
    yield "norm_rating", "id, meeting_id, norm_id, fingers", rated


def _entries(
    held: list[tuple[str, str, datetime, str]],
    people: dict[str, list[str]],
    say: Iterator[str],
    chance: random.Random,
) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
    past = [meeting for meeting in held if meeting[3] != "planned"]
    rows: list[tuple[object, ...]] = []
    for number in range(ENTRIES):
        m, team, at, _ = past[number * len(past) // ENTRIES]
        kind = chance.choices(KINDS, OFTEN)[0]
        owners, due, status, closed = "[]", None, "open", None
        if kind == "action":
            owners = json.dumps([chance.choice(people[team])])
            due = (at + timedelta(days=7)).date().isoformat()
            recent = number > ENTRIES * 0.995
            if not recent or chance.random() < 0.5:
                status, closed = "done", due
        rows.append(
            (
                _id("entry", number),
                team,
                m,
                _id(m + "item", number % 5),
                kind,
                next(say),
                "",
                owners,
                "[]",
                due,
                status,
                closed,
                "{}",
                f"{at.isoformat()}.0Z",
                float(number),
                0,
                "",
            )
        )
        if len(rows) == 50_000:
            yield _ENTRY, _ENTRY_COLUMNS, rows
            rows = []
    yield _ENTRY, _ENTRY_COLUMNS, rows


_ENTRY = "entry"
_ENTRY_COLUMNS = (
    "id, team_id, meeting_id, item_id, kind, text, why, owners, owner_names, due_on, status, closed_on, fields, "
    "created_at, position, hidden, outcome"
)


def _sentences(chance: random.Random) -> Iterator[str]:
    """Sentences without end, of words as often as words are: the common ones very, most hardly ever."""
    syllables = (
        "ba",
        "ce",
        "di",
        "fo",
        "gu",
        "la",
        "me",
        "ni",
        "po",
        "ru",
        "sa",
        "te",
        "vi",
        "zo",
        "ter",
        "ing",
    )
    words = TALK.split()
    while len(words) < WORDS:
        words.append("".join(chance.choices(syllables, k=chance.randint(2, 4))))
    often = [1 / (rank + 6) for rank in range(len(words))]
    while True:
        picked = chance.choices(words, often, k=200_000)
        at = 0
        while at < len(picked) - 20:
            length = chance.randint(7, 19)
            yield " ".join(picked[at : at + length]).replace("_", " ")
            at += length


def _id(what: str, number: int) -> str:
    """A uuid, the same each time."""
    digest = hashlib.blake2b(f"{what}{number}".encode(), digest_size=16).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:]}"
