"""plcdesk plan: a meeting made of an agenda in plain text."""

import io
import json
from pathlib import Path

import pytest

from plcdesk.planning.reading import read_agenda
from plcdesk.store.reader import Reader
from tests.commands.rig import CommandLine

AGENDA = """Unit 3 kick-off
By the end we will have one common lab

5 min Opening
- ATLAS Looking at Data, 25' (Minh)
- Decide on the lab, 7'
- 5 min Wrap up
"""
WHEN = ("--team", "Grade 7 Science", "--on", "2026-12-08T10:50")


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    file = tmp_path / "agenda.txt"
    file.write_text(AGENDA, encoding="utf-8")
    return file


def test_an_agenda_becomes_a_meeting(on_sample: CommandLine, file: Path, agenda: Path) -> None:
    outcome = on_sample("plan", agenda, *WHEN)
    assert (outcome.status, outcome.err) == (0, "")
    with Reader(file) as reader:
        found = read_agenda(reader, outcome.out.strip())
    assert found is not None
    meeting = found.meeting
    assert (meeting.title, meeting.result_wanted) == ("Unit 3 kick-off", "one common lab")
    assert (meeting.starts_at.isoformat(), meeting.minutes) == ("2026-12-08T10:50:00", 45)
    assert (meeting.status, meeting.room, meeting.zone) == ("planned", "Room 214", "UTC")
    assert [(item.kind, item.minutes) for item in found.items] == [
        ("opening", 5),
        ("protocol", 25),
        ("decision", 7),
        ("wrap_up", 5),
    ]
    atlas = found.items[1]
    assert atlas.snapshot is not None
    assert sum(step.minutes for step in atlas.snapshot.fitted.steps) == 25
    bringing = found.team.member(atlas.brought_by)
    assert bringing is not None
    assert bringing.first_name == "Minh"
    assert set(found.roles) == {"facilitator", "recorder", "timekeeper"}


def test_its_length_can_be_given(on_sample: CommandLine, agenda: Path) -> None:
    on_sample("plan", agenda, *WHEN, "--minutes", "60")
    assert on_sample.meeting("Unit 3 kick-off")["minutes"] == 60


def test_a_day_alone_takes_the_time_of_the_agenda_or_the_team(on_sample: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Timed\n3:05 pm Opening\n3:10 pm Reading (20)\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Untimed\n- Reading, 20 min\n- Wrap up, 5 min\n", encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        outcome = on_sample("plan", tmp_path / name, "--team", "Grade 7", "--on", "2026-12-08")
        assert outcome.status == 0
    assert on_sample.meeting("Timed")["starts_at"] == "2026-12-08T15:05"
    assert on_sample.meeting("Untimed")["starts_at"] == "2026-12-08T10:50"


def test_what_is_not_clear_is_noted_and_the_meeting_made(on_sample: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Short of time\n- Opening\n- Tuning Protocol, 10 min\n- Lab, 40 min\n", encoding="utf-8"
    )
    outcome = on_sample("plan", tmp_path / "a.txt", *WHEN)
    assert outcome.status == 0
    assert "“Opening” has no minutes in the text and was given 5." in outcome.err
    assert "It stands as a topic." in outcome.err
    assert "10 more than the meeting has" in outcome.err
    assert [item["kind"] for item in on_sample.meeting("Short of time")["items"]] == [
        "opening",
        "topic",
        "topic",
    ]


def test_somebody_who_is_not_on_the_team_is_kept_in_words(
    on_sample: CommandLine, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "Guest\n- Reading data, 20 min (Ms. Ito)\n- Wrap up, 5\n", encoding="utf-8"
    )
    meeting_id = on_sample("plan", tmp_path / "a.txt", *WHEN).out.strip()
    with Reader(file) as reader:
        found = read_agenda(reader, meeting_id)
    assert found is not None
    assert found.items[0].brought_by is None
    assert "Ito" in found.items[0].title + found.items[0].purpose


def test_an_agenda_can_be_piped_in(on_sample: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(AGENDA.encode())))
    assert on_sample("plan", "-", *WHEN).status == 0
    assert on_sample.meeting("Unit 3 kick-off")["status"] == "planned"


@pytest.mark.parametrize("on", ["tuesday", "2026-13-01T10:00", "2026-12-08T10:50Z", "10:50", ""])
def test_a_start_that_is_none_is_wrong_usage(on_sample: CommandLine, agenda: Path, on: str) -> None:
    outcome = on_sample("plan", agenda, "--team", "Grade 7 Science", "--on", on)
    assert outcome.status == 2
    assert "2026-11-24T10:50" in outcome.err


def test_what_cannot_be_planned_makes_no_meeting(
    on_sample: CommandLine, agenda: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("\n\n", encoding="utf-8")
    (tmp_path / "large.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    before = on_sample("meetings", "--json").out
    assert "Algebra I" in on_sample("plan", agenda, "--team", "Chess", "--on", "2026-12-08T10:50").refusal
    assert "none.txt" in on_sample("plan", tmp_path / "none.txt", *WHEN).refusal
    assert str(tmp_path) in on_sample("plan", tmp_path, *WHEN).refusal
    assert "No agenda" in on_sample("plan", tmp_path / "empty.txt", *WHEN).refusal
    assert "too long" in on_sample("plan", tmp_path / "large.txt", *WHEN).refusal
    assert on_sample("meetings", "--json").out == before


def test_no_workspace_is_made_for_a_plan(plcdesk: CommandLine, agenda: Path, tmp_path: Path) -> None:
    assert "no workspace" in plcdesk("--workspace", tmp_path / "none.plcdb", "plan", agenda, *WHEN).refusal
    assert not (tmp_path / "none.plcdb").exists()


def test_an_agenda_in_an_old_encoding_is_read(on_sample: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café\n- Opening, 5 min\n- Reading, 20 min\n".encode("cp1252"))
    assert on_sample("plan", tmp_path / "a.txt", *WHEN).status == 0
    assert json.loads(on_sample("meetings", "--json").out)[0]["title"] == "Café"
