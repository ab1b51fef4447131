"""Actions and the next meeting as a calendar, and actions as a table."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from icalendar import Calendar

from plcdesk.closing.wrap_up import plan_next, write_up
from plcdesk.csv_text import csv_bytes, safe_cell
from plcdesk.minutes.forms import calendar_of, table_of
from plcdesk.planning.agendas import change_meeting
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry, set_action
from plcdesk.students.changing import choose_names
from plcdesk.students.guard import Choice


@pytest.fixture
def do(workspace):
    return lambda service, *args, **more: workspace.writer.write(service, *args, **more).result(60).value


@pytest.fixture
def reader(workspace):
    with workspace.reader() as opened:
        yield opened


@pytest.fixture
def meeting(do, reader) -> str:
    team = do(add_team, "Grade 7", members=("Rosa Alvarez", "Minh Tran"), zone="America/Chicago", room="214")
    made = do(write_up, team, "Tickets", "2026-11-24T10:50", minutes=45)
    rosa = read_team(reader, team).members[0].id
    do(add_entry, made, NewEntry("action", "Print, cut; pack", owners=(rosa,), due_on=date(2026, 11, 26)))
    do(add_entry, made, NewEntry("action", "=1+1 for Jayden"))
    done = do(add_entry, made, NewEntry("action", "Old one", due_on=date(2026, 11, 25)))
    do(set_action, done, "done", date(2026, 11, 24))
    coming = do(plan_next, made, starts_at="2026-12-01T10:50", result_wanted="ten papers scored")
    do(change_meeting, coming, bring="three tickets")
    return made


def events(content: bytes) -> dict[str, object]:
    return {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_open_actions_with_a_day_and_the_next_meeting_are_events(reader, meeting):
    found = events(calendar_of(reader, meeting))
    assert set(found) == {"Print, cut; pack (Rosa A.)", "Grade 7: Team meeting"}
    action, coming = found["Print, cut; pack (Rosa A.)"], found["Grade 7: Team meeting"]
    assert (action["dtstart"].dt, action["dtend"].dt) == (date(2026, 11, 26), date(2026, 11, 27))
    assert (str(action["transp"]), str(action["description"])) == ("TRANSPARENT", "Agreed at: Tickets")
    assert coming["dtstart"].dt == datetime(2026, 12, 1, 16, 50, tzinfo=UTC)
    assert "Bring three tickets." in str(coming["description"])
    assert str(coming["location"]) == "Room 214"


def test_what_is_imported_again_is_the_same_event(do, reader, meeting, time):
    before = calendar_of(reader, meeting)
    assert calendar_of(reader, meeting) == before
    coming = reader.value("SELECT id FROM meeting WHERE status = 'planned'")
    time.pass_by(days=1)
    do(change_meeting, coming, starts_at="2026-12-02T10:50")
    old, new = (events(each)["Grade 7: Team meeting"] for each in (before, calendar_of(reader, meeting)))
    assert old["uid"] == new["uid"] == f"{coming}@plcdesk"
    assert new["sequence"] > old["sequence"]
    assert new["dtstamp"].dt > old["dtstamp"].dt


def test_the_table_has_every_action_and_no_formula(do, reader, meeting):
    content = table_of(reader, meeting)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[:4] == ["Action", "Who", "By", "Status"]
    assert [row[:5] for row in rows] == [
        ["Print, cut; pack", "Rosa A.", "2026-11-26", "open", ""],
        ["'=1+1 for Jayden", "", "", "open", ""],
        ["Old one", "", "2026-11-25", "done", "2026-11-24"],
    ]
    assert table_of(reader, meeting) == content
    do(choose_names, meeting, {"jayden": Choice("code", "Student A")})
    assert "=1+1 for Student A" in table_of(reader, meeting).decode()


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\t=1", " =1", "\r=1", "＝1", "\x00=1"])
def test_no_cell_starts_a_formula(text):
    assert safe_cell(text).startswith("'")
    assert csv_bytes(("a",), ((text,),)).count(b"'") == 1


def test_other_cells_stay_as_they_are():
    assert [safe_cell(text) for text in ("", "plain", "a=b", "'quoted")] == ["", "plain", "a=b", "'quoted"]
