"""plcdesk minutes."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tests.commands.rig import CommandLine


def test_minutes_as_pdf_are_named_after_the_meeting(
    on_sample: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    meeting = on_sample.meeting("Student work: lab conclusions (Tuning Protocol)")
    outcome = on_sample("minutes", meeting["id"][:8])
    name = "2026-11-10 Student work lab conclusions (Tuning Protocol).pdf"
    assert (outcome.status, outcome.out.strip()) == (0, name)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_minutes_go_where_they_are_wanted(on_sample: CommandLine, tmp_path: Path) -> None:
    meeting = on_sample.meeting("Designing the density probe")
    assert on_sample("minutes", meeting["id"], "-o", tmp_path / "a.pdf") == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert on_sample("minutes", meeting["id"], "-o", tmp_path / "a.md") == (0, "", "")
    assert on_sample("minutes", meeting["id"], "--format", "md", "-o", tmp_path / "b.pdf") == (0, "", "")
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.startswith("# Designing the density probe")
    assert "Minh T." in text


@pytest.mark.parametrize(
    ("form", "begins"),
    [("docx", b"PK"), ("ics", b"BEGIN:VCALENDAR\r\n"), ("csv", b"\xef\xbb\xbfAction,Who,By,Status,")],
)
def test_the_other_forms_are_files_too(
    on_sample: CommandLine, tmp_path: Path, form: str, begins: bytes
) -> None:
    meeting = on_sample.meeting("Designing the density probe")["id"]
    for name in ("a", "b"):
        assert on_sample("minutes", meeting, "--format", form, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / "a").read_bytes().startswith(begins)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_minutes_as_markdown_are_printed(on_sample: CommandLine) -> None:
    meeting = on_sample.meeting("Designing the density probe")
    outcome = on_sample("minutes", meeting["id"], "--format", "md")
    assert outcome.status == 0
    assert "We re-teach after the probe, not before it." in outcome.out
    assert "Watch for" not in outcome.out


def test_minutes_that_cannot_be(on_sample: CommandLine, tmp_path: Path) -> None:
    planned = on_sample.meeting("Reading the exit tickets on density")
    assert "has not been held yet" in on_sample("minutes", planned["id"]).refusal
    assert "zzz" in on_sample("minutes", "zzz").refusal
    assert on_sample("minutes", "").refusal
    held = on_sample.meeting("Designing the density probe")["id"]
    assert "no folder" in on_sample("minutes", held, "-o", tmp_path / "none" / "a.pdf").refusal
    assert on_sample("minutes", held, "--format", "odt").status == 2


def test_an_id_that_could_be_several_is_told(on_sample: CommandLine) -> None:
    ids = sorted(meeting["id"] for meeting in json.loads(on_sample("meetings", "--json").out))
    # Eighteen ids begin with sixteen digits, so that two of them begin alike.
    shared = next(one[0] for one, other in pairwise(ids) if one[0] == other[0])
    assert "More than one" in on_sample("minutes", shared).refusal
