"""The meetings, by clicking and typing."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from plcdesk.planning.agendas import new_meeting
from plcdesk.planning.reading import read_agenda, read_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk_ui.meetings.screen import MeetingsScreen
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.navigator import Place
from plcdesk_ui.reading.screen import ReadingScreen
from plcdesk_ui.widgets.marked_label import MarkedLabel
from plcdesk_ui.widgets.rows import ClickRow
from tests.archive.conftest import archive_file  # noqa: F401
from tests.ui.minutes.conftest import text_of
from tests.ui.walk import nameless, rich_labels


@pytest.fixture
def workspace_file(archive_file, tmp_path):  # noqa: F811
    return shutil.copy(archive_file[0], tmp_path / "workspace.plcdb")


@pytest.fixture
def ids(archive_file):  # noqa: F811
    return archive_file[1]


@pytest.fixture
def screen(context, qtbot):
    made = MeetingsScreen(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    context.bus.changed.connect(made.heard)
    made.enter(Place("meetings"))
    made.show()
    qtbot.waitUntil(lambda: bool(made.list.found.rows))
    yield made
    made.leave()


def titles(screen) -> list[str]:
    return [row.title.text for row in screen.list.found.rows]


def search(qtbot, screen, typed: str, *expected: str) -> None:
    screen.search.clear()
    qtbot.keyClicks(screen.search, typed)
    qtbot.waitUntil(lambda: titles(screen) == list(expected))


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(qtbot, widget, name: str) -> None:
    def found():
        return [
            button
            for button in widget.findChildren(QAbstractButton)
            if button.isVisibleTo(widget) and name in (button.text(), button.accessibleName())
        ]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_what_comes_stands_over_what_is_past(screen, qtbot):
    rows = screen.list.found.rows
    assert [(row.heads, row.title.text) for row in rows[:2]] == [
        ("Coming", "Next time"),
        ("Past", "Reading the exit tickets on density"),
    ]
    assert screen.count.text() == "4 meetings held"
    qtbot.waitUntil(lambda: "Float the egg" in words(screen.preview))
    assert nameless(screen) == [] and rich_labels(screen) == []


def test_searching_as_one_types_marks_the_place_and_opens_the_minutes_there(screen, ids, qtbot, visited):
    search(qtbot, screen, "ratio strips", "Reading the exit tickets on density")
    qtbot.waitUntil(lambda: "place" in screen.count.text())
    assert screen.count.text() == "2 places in 1 meeting"  # “ratio” stands in a decision, too
    (row,) = screen.list.found.rows
    assert row.about == "Action:"
    assert [row.text.text[a:b] for a, b in row.text.marks] == ["ratio", "strips"]
    marked = [label for label in screen.preview.findChildren(MarkedLabel) if "ratio strips" in label.text()]
    assert marked and marked[0].marks
    qtbot.waitUntil(lambda: "done" in words(screen.preview))
    lines = [
        line for line in screen.preview.findChildren(ClickRow) if "Print the ratio" in line.accessibleName()
    ]
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert visited[-1] == Place("minutes", ids["tickets"], ids["strips"])
    qtbot.keyClick(screen.list.found, Qt.Key.Key_Return)
    assert visited[-1] == Place("minutes", ids["tickets"], ids["strips"])


def test_kinds_are_counted_and_narrow_the_list(screen, qtbot):
    search(
        qtbot,
        screen,
        "re-teach",
        "Reading the exit tickets on density",
        "Designing the density probe",
        "Unit 2 results",
        "Density, last year",
    )
    kind = screen.beside.fields.kind
    options = lambda: [button.text() or button.accessibleName() for button in kind._group.buttons()]  # noqa: E731
    qtbot.waitUntil(lambda: "Actions 2" in options())
    assert options() == ["Everything", "Decisions 1", "Actions 2", "Notes 2", "Agendas 1"]
    press(qtbot, kind, "Decisions 1")
    qtbot.waitUntil(lambda: titles(screen) == ["Reading the exit tickets on density"])
    assert "Actions 2" in options()


def test_a_person_and_a_time_narrow_the_list_without_words(screen, qtbot):
    screen.beside.fields.person.chosen.emit("Dana Kim")
    qtbot.waitUntil(lambda: titles(screen) == ["Reading the exit tickets on density"])
    screen.beside.fields.when.chosen.emit("last")
    qtbot.waitUntil(lambda: "Nothing like that" in words(screen.list))
    press(qtbot, screen.list, "Look everywhere")
    qtbot.waitUntil(lambda: "Fractions" in titles(screen))  # all teams, too


def test_a_misspelt_word_is_looked_for_as_it_was_meant(screen, qtbot):
    search(
        qtbot,
        screen,
        "densty",
        "Reading the exit tickets on density",
        "Designing the density probe",
        "Density, last year",
    )
    assert screen.list.note.text() == "Nothing with “densty”. Did you mean “density”?"


def test_words_that_narrow_are_completed(screen, qtbot):
    qtbot.keyClicks(screen.search, "ow")
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.search.text() == "owner:"
    qtbot.keyClicks(screen.search, "mi")
    qtbot.keyClick(screen.search, Qt.Key.Key_Tab)
    assert screen.search.text() == 'owner:"Minh Trần" '
    qtbot.waitUntil(lambda: titles(screen) == ["Unit 2 results"])


def test_down_goes_into_the_list_and_esc_empties_the_field(screen, qtbot):
    qtbot.waitExposed(screen)
    screen.search.setFocus()
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    assert screen.list.found.hasFocus()
    search(qtbot, screen, "fractions")
    qtbot.keyClick(screen.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Next time" in titles(screen))


def test_the_row_that_is_looked_at_stays_while_something_is_saved(screen, ids, context, qtbot, settle):
    found = (
        "Reading the exit tickets on density",
        "Designing the density probe",
        "Unit 2 results",
        "Density, last year",
    )
    search(qtbot, screen, "re-teach", *found)
    settle()
    qtbot.keyClick(screen.list.found, Qt.Key.Key_Down)
    assert screen.list.found.key == ids["probe"]

    def rename(work):
        from plcdesk.planning.agendas import change_meeting

        change_meeting(work, ids["maths1"], title="Fractions again")

    context.do(rename)
    settle()
    assert screen.list.found.key == ids["probe"]


def test_one_like_it_is_planned_at_the_next_free_slot(screen, ids, context, qtbot, settle, visited):
    search(qtbot, screen, "atlas", "Reading the exit tickets on density")
    press(qtbot, screen.preview, "Plan one like it")
    settle()
    place = visited[-1]
    assert place.screen == "plan"
    agenda = read_agenda(context.reader, place.about)
    assert [item.title for item in agenda.items] == ["Data"]
    assert agenda.meeting.result_wanted == "a re-teach plan for Thursday"
    assert agenda.meeting.starts_at > datetime(2026, 11, 24)


def test_names_are_looked_at_before_minutes_are_printed(screen, ids, context, qtbot, monkeypatch):
    paper: list[bytes] = []
    monkeypatch.setattr("plcdesk_ui.minutes.printing.print_or_tell", lambda *words: paper.append(words[2]))
    context.do(lambda work: add_entry(work, ids["unit"], NewEntry("note", "Ask Maria again")))
    search(qtbot, screen, "maria", "Unit 2 results")
    qtbot.waitUntil(lambda: "Maria" in words(screen.preview))
    press(qtbot, screen.preview, "Print")
    qtbot.waitUntil(lambda: screen.findChild(NamesSheet) is not None)
    sheet = screen.findChild(NamesSheet)
    sheet.ways["maria"].set_value("initials")
    assert paper == []
    sheet.accept()
    qtbot.waitUntil(lambda: bool(paper))
    assert "Ask M. again" in text_of(paper[0])


def test_a_planned_meeting_is_deleted_and_comes_back(screen, ids, context, qtbot, settle):
    press(qtbot, screen.preview, "Delete the meeting")
    settle()
    qtbot.waitUntil(lambda: "Next time" not in titles(screen))

    def back(work):
        from plcdesk.store.undo import undo

        undo(work, ids["planned"])

    context.do(back)
    qtbot.waitUntil(lambda: "Next time" in titles(screen))


def test_minutes_are_read_one_after_the_other(context, ids, qtbot, visited):
    reading = ReadingScreen(context)
    qtbot.addWidget(reading)
    reading.resize(1000, 700)
    reading.enter(Place("reading", ids["probe"]))
    reading.show()
    qtbot.waitUntil(lambda: "decided to re-teach" in reading.view.toPlainText())
    assert reading.view.isReadOnly()
    press(qtbot, reading, "Earlier")
    assert visited[-1] == Place("reading", ids["unit"])
    press(qtbot, reading, "Later")
    assert visited[-1] == Place("reading", ids["tickets"])
    qtbot.keyClick(reading, Qt.Key.Key_Escape)
    assert visited[-1] == Place("meetings", read_meeting(context.reader, ids["probe"]).team_id)


def test_teams_of_the_same_name_do_not_run_together(screen, workspace, qtbot, settle):
    write = workspace.writer.write
    namesake = write(add_team, next(iter(screen._teams.values())).name).result(60).value
    write(new_meeting, namesake, "The other team meets", "2026-12-01T10:50").result(60)
    settle()
    screen.enter(Place("meetings", namesake))
    qtbot.waitUntil(lambda: titles(screen) == ["The other team meets"])
