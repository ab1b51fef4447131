"""The library's own shelf: make it ours, edit, delete and undo, export and import."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plcdesk import paths
from plcdesk.library import own
from plcdesk.library.draft_text import text_of
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from plcdesk.planning.teams import add_team
from plcdesk_ui.library.screen import LibraryScreen
from plcdesk_ui.library_editor.refused_sheet import RefusedSheet
from plcdesk_ui.library_editor.screen import ProtocolEditorScreen


@pytest.fixture
def team(context) -> str:
    members = ("Rosa", "Minh", "Dana", "Ana")
    make = context.workspace.writer.write(lambda work: add_team(work, "Science", members=members))
    return make.result(60).value


@pytest.fixture
def atlas() -> Protocol:
    return read_protocol(paths.protocols() / "atlas-data.toml")


@pytest.fixture
def labs(atlas) -> Protocol:
    made = own.copy_of(atlas, "Labs", {"atlas-data"})
    own.save_own(paths.own_protocols(), made)
    return made


@pytest.fixture
def open_library(team, window, context, qtbot):
    def go(protocol_id: str) -> LibraryScreen:
        context.go.to("library", team, protocol_id)
        screen = window.shown
        assert isinstance(screen, LibraryScreen)
        qtbot.waitUntil(lambda: shown(screen) == protocol_id)
        return screen

    return go


def shown(screen: LibraryScreen) -> str:
    fit = screen.card.reading.fit
    return fit.protocol.id if fit is not None and not screen.card.isHidden() else ""


def keys(screen: LibraryScreen) -> set[str]:
    return {row.key for row in screen._found.rows}


def test_ours_is_copied_and_the_copy_is_edited(open_library, window, context, qtbot):
    screen = open_library("atlas-data")
    assert screen.own.change_button.text() == "Make it ours" and screen.own.own_button.isHidden()
    qtbot.mouseClick(screen.own.change_button, Qt.MouseButton.LeftButton)
    editor = window.shown
    assert isinstance(editor, ProtocolEditorScreen) and editor.protocol.variant_of == "atlas-data"
    editor._wish("duplicate", "describe")
    qtbot.mouseClick(editor.done_button, Qt.MouseButton.LeftButton)
    new_id = "atlas-looking-at-data-our-way"
    qtbot.waitUntil(lambda: shown(screen) == new_id)
    assert screen.own.change_button.text() == "Edit" and not screen.own.own_button.isHidden()
    qtbot.mouseClick(screen.own.change_button, Qt.MouseButton.LeftButton)
    assert window.shown is editor and editor.protocol.id == new_id and editor.keeper.place.file is not None


def test_a_copy_of_ones_own_leaves_it_as_it_is(open_library, window, labs, qtbot):
    screen = open_library("labs")
    screen.own.copy_action.trigger()
    assert window.shown.protocol.variant_of == "labs" and window.shown.keeper.place.file is None


def test_write_your_own_begins_empty(open_library, window, qtbot):
    screen = open_library("atlas-data")
    qtbot.mouseClick(screen.own.write_button, Qt.MouseButton.LeftButton)
    assert isinstance(window.shown, ProtocolEditorScreen) and window.shown.protocol.name == ""


@pytest.mark.parametrize("by_key", [True, False])
def test_deleted_it_comes_back_by_undo(open_library, labs, qtbot, window, by_key):
    screen = open_library("labs")
    screen.own.delete_action.trigger()
    assert screen.own.undo_bar.message == "“Labs” deleted"
    qtbot.waitUntil(lambda: "labs" not in keys(screen))
    assert not (paths.own_protocols() / "labs.toml").exists()
    if by_key:
        window.activateWindow()
        QApplication.processEvents()
        window.undo()
    else:
        qtbot.mouseClick(screen.own.undo_bar._undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(screen) == "labs")
    assert read_protocol(paths.own_protocols() / "labs.toml") == labs


def test_exported_and_brought_in_again_it_has_another_id(open_library, labs, qtbot, context, tmp_path):
    screen = open_library("labs")
    told: list[str] = []
    context.bus.told.connect(lambda sentence, _list: told.append(sentence))
    file = tmp_path / "Labs.toml"
    screen.own.export_to(labs, file)
    qtbot.waitUntil(lambda: told == ["Saved as Labs.toml"])
    assert read_protocol(file) == labs
    screen.own.bring_in(file)
    qtbot.waitUntil(lambda: shown(screen) == "labs-2")
    assert told[-1] == "“Labs” is in the library"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id = ", "line 1: "),
        ("x = 1\n" * 90_000, "larger than 256 KB"),
        ('id = "a"\nname = "<b>A</b>"', "purpose: This is missing."),
    ],
)
def test_a_wrong_file_is_refused_with_all_its_faults(open_library, qtbot, tmp_path, text, told):
    screen = open_library("atlas-data")
    file = tmp_path / "theirs.toml"
    file.write_text(text, encoding="utf-8")
    screen.own.bring_in(file)
    qtbot.waitUntil(lambda: bool(screen.findChildren(RefusedSheet)))
    [sheet] = screen.findChildren(RefusedSheet)
    assert any(told in line for line in sheet.lines)
    assert not Path(paths.own_protocols()).exists() or not any(paths.own_protocols().iterdir())
    sheet.reject()


def test_what_was_begun_is_in_the_menu(open_library, atlas, window, qtbot):
    from msgspec.structs import replace

    own.keep_draft(paths.own_protocols(), replace(atlas, id="half", name="Half & half", steps=[]))
    screen = open_library("atlas-data")
    screen.own.fill_menu()
    words = [action.text() for action in screen.own.menu.actions()]
    assert words == ["Import…", "Go on with Half && half"]
    screen.own.menu.actions()[1].trigger()
    assert window.shown.protocol.name == "Half & half"
    assert text_of(window.shown.protocol)
