"""What is found in a workspace, and in which order."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plcdesk.archive.directory import read_directory
from plcdesk.archive.listing import list_meetings
from plcdesk.archive.matching import Term
from plcdesk.archive.previews import read_preview
from plcdesk.archive.search import describe, search, search_apart
from plcdesk.archive.spelling import mended
from plcdesk.archive.wanted import Wanted, parse
from plcdesk.planning.agendas import delete_meeting
from plcdesk.running.entries import NewEntry, add_entry, change_entry, change_kind, delete_entries
from plcdesk.store.tables import Entry
from plcdesk.store.undo import redo, undo
from plcdesk.store.workspace import open_workspace
from tests.archive.conftest import TODAY, Archive

TICKETS, PROBE = "Reading the exit tickets on density", "Designing the density probe"


def test_the_newest_meeting_stands_first_with_what_was_agreed(archive: Archive):
    assert archive.titles("re-teach") == [TICKETS, PROBE, "Unit 2 results", "Density, last year"]
    row = archive.rows("re-teach")[0]
    assert (row.kind, row.text.text) == ("decision", "Re-teach ratio, not formula, on Thursday")
    assert [row.text.text[a:b] for a, b in row.text.marks] == ["Re-teach"]
    assert row.line == archive.ids["decision"]
    assert row.places == 3  # the decision, the action, the result wanted
    assert archive.quick_titles("re-teach") == archive.titles("re-teach")


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("NAIVE", [PROBE]),
        ("tran", []),
        ('"second re-teach"', ["Unit 2 results"]),
        ("formula early", [TICKETS]),  # its why
        ("salt wat", [PROBE]),  # a purpose
        ("atlas", [TICKETS]),  # a protocol used
        ("tickets-section", [TICKETS]),  # a file's name
        ("float the", ["Next time"]),  # a planned agenda
        ("plan thursday", [TICKETS]),  # the result wanted
        ("hiddenword", []),
        ("density is:agenda", [TICKETS, PROBE, "Density, last year"]),
        ("re-teach is:decision", [TICKETS]),
        ("is:question", [PROBE]),
        ("is:file", []),
        ("re-teach is:file", []),
        ("tickets is:file", [TICKETS]),
        ("is:late", ["Unit 2 results"]),
        ("is:done", [TICKETS]),
        ("is:open is:question", [PROBE]),
        ("owner:dana", [TICKETS]),
        ("owner:minh re-teach", ["Unit 2 results"]),
        ("owner:coach", ["Unit 2 results"]),
        ("owner:nobody", []),
        ("ratio team:maths", ["Fractions"]),
        ("ratio", [TICKETS, "Fractions"]),
        ("re-teach since:2026", [TICKETS, PROBE, "Unit 2 results"]),
        ("re-teach until:2026-10", ["Unit 2 results", "Density, last year"]),
        ("re-teach since:2026-11-10 until:2026-11-10", [PROBE]),
        ("re-teach with:dana", [TICKETS]),
        ("re-teach with:minh", []),
        ("re-teach protocol:atlas", [TICKETS]),
    ],
)
def test_found(archive: Archive, typed: str, titles: list[str]):
    assert archive.titles(typed) == titles
    assert archive.quick_titles(typed) == titles


def test_counts_by_kind(archive: Archive):
    found = archive.found("re-teach")
    assert found.counts == {"decision": 1, "action": 2, "note": 2, "agenda": 1}
    assert found.places == 6
    assert not found.cut


def test_the_newest_meetings_are_found_though_older_ones_were_written_last(archive: Archive):
    """As after an old archive was taken in from another laptop: the limit is met by what was written last."""
    found = search(archive.reader, parse("re-teach"), archive.names, TODAY, 21)
    assert found.meetings[0].meeting_id == archive.ids["tickets"]


@pytest.mark.parametrize(
    ("typed", "better"), [("densty ", "density"), ("re-taech ", "re teach"), ("tikcets", "tickets")]
)
def test_misspelt_words_are_mended(archive: Archive, typed: str, better: str):
    found = mended(archive.reader, parse(typed))
    assert found is not None and found.terms == (Term(better, begins=True),)


@pytest.mark.parametrize("typed", ["density", "dens", "qqqqq", "ab", '"'])
def test_what_is_there_or_far_from_anything_is_left(archive: Archive, typed: str):
    assert mended(archive.reader, parse(typed)) is None


def test_the_list_without_a_search(archive: Archive):
    listing = list_meetings(archive.reader, Wanted(), archive.names, TODAY)
    assert [row.title.text for row in listing.coming] == ["Next time"]
    assert [row.title.text for row in listing.past][:2] == [TICKETS, "Fractions"]
    assert listing.held == 5 and not listing.has_more
    narrowed = list_meetings(archive.reader, parse("with:dana"), archive.names, TODAY)
    assert [row.title.text for row in narrowed.past] == [TICKETS]


def test_a_preview_shows_what_was_agreed_and_what_was_looked_for(archive: Archive):
    shown = read_preview(archive.reader, archive.ids["tickets"], parse("sinks").terms)
    assert shown is not None
    assert [line.kind for line in shown.lines] == ["decision", "note", "action"]
    assert [line.is_found for line in shown.lines] == [False, True, False]
    assert (shown.present, shown.protocols) == (1, ("ATLAS Looking at Data",))
    assert shown.lines[2].owners == ("Dana Kim",)
    planned = read_preview(archive.reader, archive.ids["planned"])
    assert planned is not None and [line.text.text for line in planned.lines] == ["Float the egg"]
    assert read_preview(archive.reader, "nothing") is None


@pytest.fixture
def changing(archive_file, tmp_path: Path, time):
    """A copy that may be changed, what carries out work in it, and what is found in it."""
    with open_workspace(Path(shutil.copy(archive_file[0], tmp_path / "copy.plcdb")), time) as workspace:
        reader = workspace.reader()

        def do(service, *args, **more):
            return workspace.writer.write(service, *args, **more).result(60).value

        yield do, Archive(reader, archive_file[1], read_directory(reader))
        reader.close()


def test_what_is_in_the_trash_is_not_found_and_comes_back(changing):
    do, archive = changing
    do(delete_entries, [archive.ids["decision"]])
    assert "decision" not in archive.found("re-teach").counts
    do(undo, archive.ids["tickets"])
    assert archive.found("re-teach").counts["decision"] == 1
    do(delete_meeting, archive.ids["tickets"])
    assert TICKETS not in archive.titles("re-teach")
    assert archive.titles("atlas") == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "change", "kind", "delete", "undo", "redo")),
        st.integers(0, 9),
        st.sampled_from(("egg", "salt egg", "ratio", "Salt-é", "")),
    ),
    min_size=4,
    max_size=14,
)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_the_index_holds_what_the_table_holds_after_any_edits(changing, steps):
    do, archive = changing
    meeting = archive.ids["unit"]

    def step(work, what, which, text):
        if what in ("undo", "redo"):
            from plcdesk.errors import UserError

            try:
                (undo if what == "undo" else redo)(work, meeting)
            except UserError:
                return
        entries = work.session.query(Entry).filter_by(meeting_id=meeting, deleted_at=None).all()
        if what == "add":
            add_entry(work, meeting, NewEntry("note", text or "x", why=text))
        elif entries and what == "change":
            change_entry(work, entries[which % len(entries)].id, text=text or "y")
        elif entries and what == "kind":
            change_kind(work, [entries[which % len(entries)].id], "decision")
        elif entries and what == "delete":
            delete_entries(work, [entries[which % len(entries)].id])

    def check(work):
        for table in ("entry", "meeting", "item", "snapshot", "attachment"):
            run = work.session.connection().exec_driver_sql
            run(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")

    for one in steps:
        do(step, *one)
    do(check)
    for word in ("egg", "salt", "ratio"):
        brute = archive.reader.rows(
            "SELECT n FROM entry WHERE deleted_at IS NULL AND NOT hidden AND lower(text || ' ' || why) LIKE ?",
            [f"%{word}%"],
        )
        found = archive.reader.rows("SELECT rowid FROM entry_fts WHERE entry_fts MATCH ?", [f'"{word}" *'])
        assert {row[0] for row in found} == {row[0] for row in brute}


def test_words_in_different_places_of_a_meeting_find_it_too(archive: Archive):
    found = search_apart(archive.reader, parse("re-teach density"), archive.names, TODAY)
    rows = describe(archive.reader, found.meetings, archive.names, parse("re-teach density").terms)
    assert [row.title.text for row in rows] == [TICKETS, PROBE, "Density, last year"]
    assert (rows[0].kind, rows[1].kind) == ("result", "note")
