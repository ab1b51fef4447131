"""What holds for any line at all, and for dateparser beside it."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.capture import Person, name_being_typed, read_capture, split_lines, warm
from plcdesk.running.capture_thorough import thorough_date

TODAY = date(2026, 11, 24)
TEAM = (Person("dk", "Dana Kim", "DK"), Person("mt", "Minh Trần", "MT"), Person("jo", "Jo", "JO"))
CHIPS = (("observation", "Observation"), ("action", "Action"))
WORDS = (
    "Dana|Minh|and|,| |  |will|to|print|by|thu|due|:|-|–|@Dana|@|#x|Action|Decision|Q|the strips|12/1|next meeting"
    "|.|?|(|)|\n|\u00a0|Sam|Feb 29|tomorrow|says"
)
PIECES = st.sampled_from(WORDS.split("|"))
LINES = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=20).map(" ".join), st.lists(PIECES).map("".join)
)


@given(LINES, st.sampled_from(["note", "action"]), st.dates(), st.none() | st.dates(), st.booleans())
def test_any_line(line, default, today, next_meeting, day_first):
    capture = read_capture(line, TEAM, CHIPS, default, today, next_meeting, day_first=day_first)
    assert capture.source == line
    assert bool(capture.text.strip()) == bool(line.strip())
    position = 0
    for mark in capture.marks:
        assert position <= mark.start < mark.end <= len(line)
        position = mark.end
    what = {mark.what for mark in capture.marks}
    assert bool(capture.owners or capture.owner_names) == ("owner" in what)
    assert (capture.due is not None) == ("due" in what)
    assert (capture.said_by is not None) == ("said_by" in what)
    assert bool(capture.tags) == ("tag" in what)
    assert capture.kind == default or what & {"kind", "owner"}
    if not capture.marks:
        assert (capture.kind, capture.text) == (default, line.strip() or line)


@given(LINES, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_word_is_invented_or_lost(line, today):
    capture = read_capture(line, TEAM, CHIPS, "note", today, None)
    kept = "".join(capture.text.split()).casefold()
    typed = iter("".join(line.split()).casefold())
    assert all(character in typed for character in kept)  # in order, nothing added


@given(LINES, st.integers(0, 50))
def test_the_name_before_the_cursor_is_before_the_cursor(line, cursor):
    found = name_being_typed(line, min(cursor, len(line)))
    assert found is None or line[found[0] : min(cursor, len(line))] == found[1]


@given(st.lists(LINES, max_size=20).map("\n".join))
def test_split_lines_keeps_every_line_with_words(text):
    lines = split_lines(text)
    assert len(lines) == sum(1 for line in text.splitlines() if line.strip())
    assert all(line.strip() for line in lines)


def test_typing_never_loads_dateparser():
    program = """
import sys
from datetime import date
from plcdesk.running.capture import Person, is_warm, read_capture
team = [Person("dk", "Dana Kim", "DK")]
for thorough in (False, True):
    read_capture("Dana will print by noon 3 school days after", team, [], "note", date(2026, 11, 24), None, thorough=thorough)
assert not is_warm()
sys.exit("dateparser" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.fixture(scope="module")
def warmed():
    warm()


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("Dana will print by 5 days from now", "Print", date(2026, 11, 29)),
        ("Dana will print by noon friday", "Print", date(2026, 11, 27)),
        ("Dana will print the list by Dec the 3rd", "Print the list", date(2026, 12, 3)),
        ("Dana will print by the book", "Print by the book", None),
        ("Dana will print by 3 pm", "Print by 3 pm", None),
        ("Dana will print by page 12", "Print by page 12", None),
        ("Dana will print by thu", "Print", date(2026, 11, 26)),
    ],
)
def test_rarer_words(warmed, line, text, due):
    capture = read_capture(line, TEAM, CHIPS, "note", TODAY, None, thorough=True)
    assert (capture.text, capture.due) == (text, due)


def test_without_thorough_they_stay_words(warmed):
    capture = read_capture("Dana will print by Dec the 3rd", TEAM, CHIPS, "note", TODAY, None)
    assert capture.due is None


@given(LINES)
def test_any_words(warmed, line):
    found = thorough_date(line, 0, TODAY)
    assert found is None or (found[0] > TODAY and 0 < found[1] <= len(line))
