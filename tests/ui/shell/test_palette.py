"""Searching everything, by keyboard."""

import shutil

import pytest
from PySide6.QtCore import Qt

from plcdesk_ui.navigator import Place
from tests.archive.conftest import archive_file  # noqa: F401
from tests.ui.walk import nameless


@pytest.fixture
def workspace_file(archive_file, tmp_path):  # noqa: F811
    return shutil.copy(archive_file[0], tmp_path / "workspace.plcdb")


@pytest.fixture
def ids(archive_file):  # noqa: F811
    return archive_file[1]


@pytest.fixture
def palette(window, qtbot):
    qtbot.waitExposed(window)
    window.search_everything()
    yield window._palette
    window._palette.done(0)


def titles(palette) -> list[str]:
    return [row.title.text for row in palette.found.rows]


def test_without_words_it_offers_places_and_commands(palette, window, context, qtbot):
    assert titles(palette)[:2] == ["Home", "Meetings"]
    assert "Larger text" in titles(palette) and "Search everything…" not in titles(palette)
    assert nameless(palette) == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.place == Place("meetings")
    assert not palette.isVisible()


def test_a_command_is_run_by_its_words(palette, context, qtbot):
    qtbot.keyClicks(palette.field, "larg")
    assert titles(palette)[0] == "Larger text"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert context.settings.text_scale == pytest.approx(1.1)


def test_meetings_actions_and_people_are_found(palette, context, window, ids, qtbot):
    qtbot.keyClicks(palette.field, "minh")
    qtbot.waitUntil(lambda: "Minh Trần" in titles(palette))
    palette.field.setText("second re-t")
    qtbot.waitUntil(lambda: "Unit 2 results" in titles(palette))
    rows = palette.found.rows
    assert [(row.heads, row.title.text) for row in rows if row.heads] == [
        ("Meetings", "Unit 2 results"),
        ("Open actions", "three students need a second re-teach"),
        ("In the minutes", "All places with “second re-t”"),
    ]
    visited: list[Place] = []
    context.go.went.connect(visited.append)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert visited[-1] == Place("actions", "", ids["laptops"])


def test_a_misspelt_word_is_looked_for_as_it_was_meant(palette, qtbot):
    qtbot.keyClicks(palette.field, "fracions")
    qtbot.waitUntil(lambda: titles(palette)[0] == "Fractions")


def test_all_places_are_shown_among_the_meetings(palette, window, qtbot):
    palette.field.setText("ratio")
    qtbot.waitUntil(lambda: any("All places" in title for title in titles(palette)))
    palette._open("all")
    screen = window.shown
    assert screen.search.text() == "ratio"
    qtbot.waitUntil(lambda: "Fractions" in [row.title.text for row in screen.list.found.rows])


def test_the_field_on_home_opens_it(window, context, qtbot):
    qtbot.waitExposed(window)
    qtbot.mouseClick(window.shown.opener, Qt.MouseButton.LeftButton)
    assert window._palette.isVisible()
    window._palette.done(0)


def test_each_place_of_the_rail_has_its_key(window, qtbot):
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.place.screen == "actions")
