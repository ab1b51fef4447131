"""Putting a protocol on an agenda, and taking it off again."""

import pytest
from PySide6.QtCore import Qt

from plcdesk.planning.agendas import delete_meeting
from plcdesk.planning.reading import read_meetings
from plcdesk.store.undo import undo
from plcdesk_ui.navigator import Place

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def read(screen, ready):
    def show(key: str):
        assert screen.books.books.choose(key)
        ready(screen)

    return show


def test_it_is_added_as_it_is_read_and_undo_takes_it_off(
    screen, read, meeting, agenda_of, context, settle, qtbot, do
):
    told = []
    context.bus.told.connect(lambda words, undo_list: told.append((words, undo_list)))
    read("atlas-data")
    assert screen.card.add.text() == "Add to Tue 24 Nov"
    assert not screen.card.open_agenda.isVisibleTo(screen)
    qtbot.mouseClick(screen.card.add, LEFT)
    settle()
    added = agenda_of(meeting).items[1]
    assert (added.title, added.minutes, added.snapshot.people) == ("ATLAS Looking at Data", 25, 6)
    assert [step.minutes for step in added.snapshot.fitted.steps] == [
        step.minutes for step in screen.card.reading.fit.shown.steps
    ]
    assert told == [("“ATLAS Looking at Data” is on the agenda of Tue 24 Nov", meeting)]
    assert screen.undo_list == meeting
    do(undo, meeting)
    assert [item.kind for item in agenda_of(meeting).items] == ["opening", "wrap_up"]


def test_what_is_too_long_is_added_with_the_minutes_that_it_needs(
    screen, read, meeting, agenda_of, settle, qtbot
):
    read("tuning")
    assert screen.card.add.text() == "Add to Tue 24 Nov (27 min)"
    qtbot.mouseClick(screen.card.add, LEFT)
    settle()
    assert agenda_of(meeting).items[1].minutes == 27


def test_it_is_added_for_the_people_it_was_read_for(screen, read, meeting, agenda_of, settle, qtbot, ready):
    for _ in range(3):
        qtbot.mouseClick(screen.wish_card.fields.people._less, LEFT)
    ready(screen)
    read("last-word")
    qtbot.mouseClick(screen.card.add, LEFT)
    settle()
    assert agenda_of(meeting).items[1].snapshot.people == 3


def test_from_there_it_is_one_click_to_the_agenda(screen, read, meeting, settle, qtbot, visited):
    read("norms")
    qtbot.mouseClick(screen.card.add, LEFT)
    settle()
    qtbot.waitUntil(lambda: screen.card.open_agenda.isVisibleTo(screen))
    qtbot.mouseClick(screen.card.open_agenda, LEFT)
    assert visited[-1] == Place("plan", meeting)


def test_where_no_meeting_is_planned_one_is_planned_with_it(
    screen, read, do, team, meeting, context, settle, qtbot, visited, agenda_of
):
    do(delete_meeting, meeting)
    settle()
    read("norms")
    assert screen.card.add.text() == "Plan a meeting with it"
    assert screen.undo_list == ""
    qtbot.mouseClick(screen.card.add, LEFT)
    settle()
    (planned,) = read_meetings(context.reader, team, ("planned",))
    assert visited[-1] == Place("plan", planned.id)
    agenda = agenda_of(planned.id)
    assert [item.kind for item in agenda.items] == ["opening", "protocol", "wrap_up"]
    assert agenda.meeting.starts_at.isoformat(timespec="minutes") == "2026-11-24T10:50"
    assert agenda.roles


def test_without_a_team_the_welcome_is_shown(context, shipped, open_screen, visited, qtbot):
    from plcdesk_ui.library.screen import LibraryScreen

    context.catalogue = shipped
    made = LibraryScreen(context)
    qtbot.addWidget(made)
    made.enter(Place("library"))
    qtbot.waitUntil(lambda: visited == [Place("welcome")])
