"""Sharing by clicking and typing: what goes along, what comes in, two sides, the folder, reading alone."""

import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton
from sqlalchemy import select

from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.sharing.conflicts import count_conflicts
from plcdesk.sharing.exporting import export_share
from plcdesk.sharing.format import Named
from plcdesk.sharing.mailbox import teams_here
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.selection import Scope
from plcdesk.store.tables import Entry
from plcdesk_ui.minutes.names_sheet import NamesSheet
from plcdesk_ui.navigator import PATH_END, Place
from plcdesk_ui.sharing.reader import ReaderWindow
from plcdesk_ui.widgets.sheet import Sheet
from tests.sharing.laptops import NOW
from tests.ui.attachments.test_files import drop
from tests.ui.sharing.conftest import say

PASSPHRASE = "quiet herons walk"


@pytest.fixture
def at(window, context, qtbot):
    """The window at a place, with its background jobs done."""

    def go(screen: str, about: str = ""):
        context.go.went.emit(Place(screen, about))
        shown = window.shown
        if hasattr(shown, "job"):
            qtbot.waitUntil(lambda: not shown.job.busy)
        return shown

    return go


def texts(context):
    return [
        row["text"]
        for row in context.reader.rows("SELECT text FROM entry WHERE deleted_at IS NULL ORDER BY text")
    ]


def press(qtbot, widget, words):
    found = [
        each for each in widget.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(widget)
    ]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_the_preview_is_what_is_written(at, context, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    screen = at("share")
    qtbot.waitUntil(lambda: "We use one rubric" in screen.going.texts.toPlainText())
    screen.name.setFocus()
    screen.name.setText("Rosa")
    screen.name.textEdited.emit("Rosa")
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: out.with_suffix(".plcdesk").exists())
    qtbot.waitUntil(lambda: not screen.job.busy)
    with open_share(out.with_suffix(".plcdesk")) as share:
        assert (share.manifest.sender.name, share.manifest.team.name) == ("Rosa", "Grade 7 Science")
        assert share.manifest.sender.id == context.settings.laptop_id


def test_a_copy_to_read_asks_what_stands_for_a_name(
    at, window, context, qtbot, tmp_path, monkeypatch, settle
):
    out = tmp_path / "coach.plcdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    say(context.workspace.writer, "We use one rubric", "Ask the mother of Jayden about it")
    screen = at("share")
    qtbot.waitUntil(lambda: "Jayden" in screen.going.texts.toPlainText())
    assert "as they are written" in screen.going.names.accessibleDescription()
    screen.purpose.findChildren(QRadioButton)[1].click()
    qtbot.waitUntil(lambda: bool(screen.going.names.buttons))
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.findChildren(NamesSheet)))
    (sheet,) = screen.findChildren(NamesSheet)
    sheet.ways["jayden"].set_value("initials")
    sheet.accept()
    qtbot.waitUntil(lambda: out.exists() and not screen.job.busy)
    qtbot.waitUntil(lambda: "mother of J." in screen.going.texts.toPlainText())
    assert "Ask the mother of Jayden about it" in texts(context)
    with open_share(out) as share:
        assert share.manifest.purpose == "to_read"
    screen = at("open_share", str(out))
    assert screen.inside.about.text().endswith("a copy to read") and not screen.take_button.isEnabled()


def test_one_meeting_under_a_passphrase(at, context, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "one.plcdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    meeting = context.reader.value("SELECT id FROM meeting WHERE title = 'Lab reports'")
    screen = at("share", meeting)
    qtbot.waitUntil(lambda: "Lab reports" in screen.going.texts.toPlainText())
    assert "We use one rubric" not in screen.going.texts.toPlainText()
    screen.passphrase.wanted.click()
    qtbot.keyClicks(screen.passphrase.secret, "short")
    problems = []
    context.bus.problem_arose.connect(problems.append)
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    assert problems and not out.exists()
    qtbot.keyClicks(screen.passphrase.secret, PASSPHRASE)
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: out.exists() and not screen.job.busy)
    assert not zipfile.is_zipfile(out)
    with open_share(out, "short" + PASSPHRASE) as share:
        assert share.manifest.records < 14


def test_what_comes_is_seen_before_it_is_brought_in(at, window, context, qtbot, from_dana):
    file = from_dana("We use one rubric", "We use one rubric from Monday")
    screen = at("open_share", str(file))
    assert screen.inside.title_label.text() == "Grade 7 Science"
    assert screen.changes.counts.text() == "1 changed"
    assert "We use one rubric" in texts(context)
    qtbot.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "We use one rubric from Monday" in texts(context))
    qtbot.waitUntil(lambda: window.place.screen == "meetings")
    screen = at("open_share", str(file))
    assert screen.changes.nothing.isVisibleTo(screen) and not screen.take_button.isEnabled()


def test_two_sides_are_settled_side_by_side(at, window, context, qtbot, from_dana, settle):
    file = from_dana("We use one rubric", "Dana's rubric")
    say(context.workspace.writer, "We use one rubric", "Rosa's rubric")
    screen = at("open_share", str(file))
    qtbot.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.screen == "conflicts" and bool(window.shown.cards))
    card = window.shown.cards[0]
    words = " ".join(label.text() for label in card.findChildren(type(card.title_label)))
    assert all(each in words for each in ("Dana's rubric", "Rosa's rubric", "From Dana", "From this laptop"))
    press(qtbot, card, "Make one of both…")
    (field,) = card._fields.values()
    assert set(field.text().split("\n")) == {"Dana's rubric", "Rosa's rubric"}
    field.setPlainText("One rubric for both")
    press(qtbot, card, "Keep what I made")
    qtbot.waitUntil(lambda: "One rubric for both" in texts(context))
    qtbot.waitUntil(lambda: not window.shown.cards)
    assert count_conflicts(context.reader) == 0


def test_both_sides_can_stay(at, window, context, qtbot, from_dana):
    file = from_dana("We use one rubric", "Dana's rubric")
    say(context.workspace.writer, "We use one rubric", "Rosa's rubric")
    screen = at("open_share", str(file))
    qtbot.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.screen == "conflicts" and bool(window.shown.cards))
    press(qtbot, window.shown.cards[0], "Keep both")
    qtbot.waitUntil(lambda: {"Dana's rubric", "Rosa's rubric"} <= set(texts(context)))


@pytest.fixture
def another_team(dana, tmp_path):
    """A share file of a team that nobody here knows."""
    team_id = dana.do(lambda work: add_team(work, "Grade 8 Maths", members=("Ines",), norms=()))
    dana.share(tmp_path / "maths.plcdesk", Scope(team_id))
    return tmp_path / "maths.plcdesk"


def test_a_coach_brings_in_several_files_together(
    at, window, context, qtbot, from_dana, another_team, tmp_path, monkeypatch
):
    science = from_dana("We use one rubric", "Dana's rubric")
    broken = tmp_path / "broken.plcdesk"
    broken.write_bytes(science.read_bytes()[:500])
    chosen = [str(each) for each in (science, another_team, broken)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: (chosen, ""))
    screen = at("open_share")
    qtbot.mouseClick(screen.choose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(screen.several.cards) == 3)
    assert screen.several.summary.text() == "3 files · 2 would change something here"
    titles = [card.title_label.text() for card in screen.several.cards]
    assert titles == ["Grade 7 Science", "Grade 8 Maths", "broken.plcdesk"]
    assert "We use one rubric" in texts(context)
    assert screen.take_button.text() == "Bring all in" and not screen.read_button.isVisibleTo(screen)
    qtbot.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.screen == "meetings")
    assert "Dana's rubric" in texts(context)
    assert len(teams_here(context.reader)) == 2


def test_one_of_several_is_looked_at_closer(at, context, qtbot, from_dana, another_team):
    science = from_dana("We use one rubric", "Dana's rubric", passphrase=PASSPHRASE)
    screen = at("open_share", PATH_END.join(map(str, (science, another_team))))
    qtbot.waitUntil(lambda: len(screen.several.cards) == 2)
    assert screen.several.wanted() == (another_team,)
    qtbot.keyClicks(screen.several.secret, PASSPHRASE)
    qtbot.keyClick(screen.several.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.several.wanted() == (science, another_team))
    press(qtbot, screen.several.cards[0], "Look closer")
    qtbot.waitUntil(lambda: screen.changes.isVisibleTo(screen))
    assert screen.changes.counts.text() == "1 changed" and screen.read_button.isVisibleTo(screen)


def test_shared_files_are_dropped_on_the_window(at, window, qtbot, from_dana, another_team):
    files = (from_dana("We use one rubric", "Dana's rubric"), another_team)
    at("plan", window.context.reader.value("SELECT id FROM meeting LIMIT 1"))
    drop(window.centralWidget(), *files)
    qtbot.waitUntil(lambda: window.place.screen == "open_share" and len(window.shown.several.cards) == 2)


def test_many_deletions_are_agreed_to_first(at, window, context, qtbot, dana, tmp_path):
    team = teams_here(context.reader)[0]
    meeting = context.reader.value("SELECT id FROM meeting WHERE title = 'Exit tickets'")
    file = tmp_path / "all.plcdesk"
    for number in range(12):
        context.workspace.writer.write(add_entry, meeting, NewEntry("note", f"Note {number}")).result(60)
    export_share(context.workspace, Scope(team), file, sender=Named("laptop-rosa", "Rosa"), at=NOW)
    dana.take(file)

    def delete(work) -> None:
        for entry in work.session.scalars(select(Entry).where(Entry.text.like("Note %"))):
            work.delete(entry)

    dana.do(delete)
    dana.share(file, Scope(team))
    screen = at("open_share", str(file))
    assert screen.deletions.isVisibleTo(screen) and not screen.take_button.isEnabled()
    screen.deletions.click()
    qtbot.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(texts(context)) == 3)


def test_a_locked_and_a_broken_file(at, context, qtbot, from_dana, tmp_path):
    file = from_dana("We use one rubric", "Dana's rubric", passphrase=PASSPHRASE)
    screen = at("open_share", str(file))
    assert screen.secret.isVisibleTo(screen) and not screen.take_button.isEnabled()
    qtbot.keyClicks(screen.secret, PASSPHRASE)
    qtbot.keyClick(screen.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.take_button.isEnabled())
    broken = tmp_path / "broken.plcdesk"
    broken.write_bytes(file.read_bytes()[:500])
    screen.open(broken, PASSPHRASE)
    qtbot.waitUntil(lambda: screen.refusal.isVisibleTo(screen))
    assert "broken" in screen.refusal.text() and not screen.read_button.isEnabled()


def test_the_folder_is_exchanged_with(at, window, context, qtbot, dana, from_dana, tmp_path, monkeypatch):
    from plcdesk.sharing.mailbox import put_own

    folder = tmp_path / "shared"
    folder.mkdir()
    from_dana("We use one rubric", "Dana's rubric")
    put_own(dana.workspace, folder, teams_here(dana.reader)[0], dana.sender, NOW)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(folder))
    screen = at("settings")
    qtbot.mouseClick(screen.folder.choose_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.folder.now_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Dana's rubric" in texts(context))
    qtbot.waitUntil(lambda: len(list(folder.glob("*.plcdesk"))) == 2)
    qtbot.waitUntil(lambda: not window.mailbox._busy)
    assert context.settings.shared_folder == str(folder)


def test_an_exchange_that_takes_long_can_be_stopped(
    at, window, context, qtbot, dana, from_dana, tmp_path, monkeypatch
):
    from plcdesk.sharing import mailbox

    folder = tmp_path / "shared"
    folder.mkdir()
    from_dana("We use one rubric", "Dana's rubric")
    mailbox.put_own(dana.workspace, folder, teams_here(dana.reader)[0], dana.sender, NOW)
    context.remember(shared_folder=str(folder))
    waiting = threading.Event()
    look = mailbox.others

    def slowly(*asked):
        assert waiting.wait(30)
        return look(*asked)

    monkeypatch.setattr(mailbox, "others", slowly)
    window.mailbox_exchange()
    qtbot.waitUntil(lambda: any(sheet.isVisible() for sheet in window.findChildren(Sheet)))
    sheet = next(sheet for sheet in window.findChildren(Sheet) if sheet.isVisible())
    with qtbot.waitSignal(context.bus.told) as told:
        press(qtbot, sheet, "Cancel")
        waiting.set()
    assert told.args[0].startswith("Stopped")
    assert "We use one rubric" in texts(context)


def test_a_file_is_read_without_a_workspace(context, qtbot, from_dana, tmp_path, home):
    file = from_dana("We use one rubric", "Dana's rubric")
    before = {path.name for path in tmp_path.iterdir()}
    reader = ReaderWindow(context.settings, file)
    qtbot.addWidget(reader)
    reader.show()
    qtbot.waitSignal(reader.opened).wait()
    assert len(reader.rows.rows()) == 2
    qtbot.waitUntil(lambda: bool(reader.pages.pdf))
    qtbot.keyClicks(reader.search, "dana RUBRIC")
    qtbot.waitUntil(lambda: reader.told.text() == "1 place")
    reader.close()
    assert {path.name for path in tmp_path.iterdir()} - before <= {"home"}
    assert not Path(home / "workspace.plcdb").exists()
