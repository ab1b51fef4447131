"""What the wall shows on request."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from plcdesk.running.entries import NewEntry, add_entry
from plcdesk_ui.wall.views import scene_in
from plcdesk_ui.wall.window import WallWindow
from tests.ui.run.capture.meeting import go_to, running_meeting


@pytest.fixture
def write(live, workspace):
    """Write something down in the step that is on, or in another."""

    def add(kind, text, step=None, **more):
        new = NewEntry(kind, text, live.facts.item.id, step or live.facts.key, **more)
        workspace.writer.write(add_entry, live.meeting_id, new).result(60)
        live.read_again()

    return add


def test_the_agenda_with_where_we_are(live):
    scene = scene_in(live, "agenda")
    assert (scene.title, scene.who, scene.show) == ("Our agenda", "", "")
    assert scene.lines[0] == "✓ Opening"
    assert scene.watched == scene.lines[1] == "› ATLAS Looking at Data"
    assert scene.lines[2:] == ("Decide the re-teach plan · 7 min", "Wrap up · 5 min")
    assert scene.dial is not None


def test_ways_to_begin_are_those_of_the_step(live, workspace, moment):
    scene = scene_in(live, "stems")
    assert (scene.title, scene.who) == ("Interpret", "Ways to begin")
    assert scene.lines == tuple(live.facts.step.stems)
    go_to(workspace, moment, live.meeting_id, "Decide the re-teach plan")
    live.read_again()
    assert (scene_in(live, "stems").who, scene_in(live, "stems").lines) == ("Say it in your own words", ())


def test_what_was_written_is_shown_the_newest_first_without_reasons_and_dates(live, write, qtbot):
    assert scene_in(live, "notes").who == "Nothing is written yet"
    write("interpretation", "They trust heavy sinks", word="Interpretation")
    write("interpretation", "Nobody compared", word="Interpretation", why="a reason")
    qtbot.waitUntil(lambda: scene_in(live, "notes").lines == ("Nobody compared", "They trust heavy sinks"))
    dana = next(m.id for m in live.room.agenda.team.members if m.first_name == "Dana")
    write("action", "Print the strips", owners=(dana,))
    qtbot.waitUntil(lambda: scene_in(live, "notes").lines[0] == "Action – Dana: Print the strips")
    write("question", "Why did Marcus leave it out?")
    qtbot.waitUntil(lambda: scene_in(live, "notes").lines[0] == "Question – Why did M. leave it out?")


def test_a_break_is_counted_down(live, wall, settle, time):
    live.take_break(10, "Break")
    settle()
    assert (wall.words.title.text, wall.ring._big.text()) == ("Break", "10")
    assert wall.words.who.text == "Back at 10:50"
    time.pass_by(minutes=9, seconds=20)
    live.tick()
    assert (wall.ring._big.text(), wall.ring._small.text()) == ("40", "seconds left")


def test_private_writing_is_not_among_what_was_written(context, workspace, moment, follow):
    live = follow(running_meeting(workspace, moment, protocol="affinity", step="Opening"))
    private = next(
        (step.key, step.title)
        for step in live.state.plan.steps
        if step.step_id and _notes_of(live, step) in ("private", "reveal-together")
    )
    item = next(item.id for item in live.room.agenda.items if item.kind == "protocol")
    new = NewEntry("note", "only for me", item, private[0])
    workspace.writer.write(add_entry, live.meeting_id, new).result(60)
    go_to(workspace, moment, live.meeting_id, private[1])
    live.read_again()
    assert [entry.text for entry in live.room.entries] == ["only for me"]
    assert scene_in(live, "notes").lines == ()


def _notes_of(live, step):
    from plcdesk.library.schema import steps_by_id

    item = live.room.agenda.item(step.item_id)
    return steps_by_id(item.snapshot.protocol.steps)[step.step_id].notes


def test_a_view_goes_with_the_step_and_a_blank_wall_stays_blank(wall, live, workspace, moment):
    wall.show_view("agenda")
    assert wall.words.title.text == "Our agenda"
    go_to(workspace, moment, live.meeting_id, "Implications")
    live.read_again()
    assert (wall.view, wall.words.title.text) == ("step", "Implications")
    wall.show_view("blank")
    assert wall.blank.isVisible()
    assert wall.blank.geometry() == wall.rect()
    go_to(workspace, moment, live.meeting_id, "Debrief")
    live.read_again()
    assert (wall.view, wall.blank.isVisible()) == ("blank", True)
    QTest.mouseClick(wall.blank, Qt.MouseButton.LeftButton)
    assert (wall.view, wall.blank.isVisible(), wall.words.title.text) == ("step", False, "Debrief")


def test_escape_brings_the_step_back_before_the_desk(wall, qtbot):
    wall.show_view("stems")
    with qtbot.assertNotEmitted(wall.left):
        wall.go_back()
    assert wall.view == "step"
    with qtbot.waitSignal(wall.left):
        wall.go_back()


def test_on_the_only_screen_a_blank_wall_leaves_the_line(live, qtbot):
    wall = WallWindow(live, one_screen=True)
    qtbot.addWidget(wall)
    wall.resize(1280, 800)
    wall.show()
    wall.show_view("blank")
    assert wall.blank.geometry().bottom() < wall.line.geometry().top()
    wall.let_go()
