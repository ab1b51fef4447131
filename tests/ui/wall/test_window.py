"""The wall at work: sizes, what fits, the pointer, the question, the time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from plcdesk.library.schema import steps_by_id
from plcdesk_ui.wall.scene import Dial, Scene, scene_of
from plcdesk_ui.wall.text import WallText
from plcdesk_ui.wall.window import WallWindow
from tests.shipped import SHIPPED
from tests.thorough import THOROUGH
from tests.ui.run.capture.meeting import go_to
from tests.ui.walk import nameless, rich_labels

SIZES = [(1280, 800), (1024, 768), (1024, 700), (1920, 1080), (3840, 2160), (1400, 1050)]
LONG = Scene(
    "Collaborative Assessment Conference",
    "we end at 11:36",
    "Describing the student’s understanding of proportional relationships",
    "Everyone but Rosa speaks, one at a time. Rosa listens and writes",
    "What do you see in the work, and where exactly do you see it? Say only what is on the page. " * 2,
    Dial(0.5, "12", "minutes left"),
    "Equity of voice: everyone once before anyone twice",
    "presenter 2 of 3",
)
MANY_NORMS = tuple(
    f"Norm {n}: we start on time and end on time, also when the bell is late" for n in range(12)
)
SCENES = {
    "long": LONG,
    "one long word": replace(LONG, title="Donaudampfschifffahrtsgesellschaft"),
    "endless": replace(LONG, title="A " * 90, who="Who " * 80, show="On and on. " * 300),
    "norms": replace(
        LONG, title="Opening", who="Our norms", show="", lines=MANY_NORMS, watched=MANY_NORMS[1]
    ),
    "no ring": replace(LONG, dial=None, norm="", place=""),
    "plain": replace(LONG, title="Interpret", who="Jo speaks, then Lena", show="What might explain it?"),
}


@pytest.fixture
def still(wall, live):
    """A wall that shows what the test gives it."""
    live.ticked.disconnect(wall._tick)
    live.changed.disconnect(wall.refresh)
    yield wall
    live.ticked.connect(wall._tick)
    live.changed.connect(wall.refresh)


def shown_texts(wall: WallWindow) -> list[WallText]:
    return [text for text in wall.findChildren(WallText) if text.isVisible() and text.text]


def place_on(wall: WallWindow, text: WallText) -> QRect:
    return QRect(text.mapTo(wall, QPoint(0, 0)), text.size())


@pytest.mark.parametrize("size", [*SIZES, (900, 1200)], ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_nothing_overlaps_or_leaves_the_wall(still, name, size):
    still.resize(*size)
    still._show(SCENES[name])
    texts = shown_texts(still)
    places = [place_on(still, text) for text in texts]
    if SCENES[name].dial is not None:
        places.append(still.ring.geometry())
    assert len(texts) >= 4
    for place in places:
        assert still.rect().adjusted(0, 0, 2, 2).contains(place)
    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            common = place.intersected(other)
            assert common.height() <= 3 or common.width() <= 3, (name, size, place, other)


@pytest.mark.parametrize("size", [*SIZES, (900, 1200)], ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_type_is_smaller_than_a_twentyfifth_of_the_height(still, name, size):
    still.resize(*size)
    still._show(SCENES[name])
    least = round(size[1] / 25)
    assert all(text.pixels >= least for text in shown_texts(still))
    if size != (900, 1200):
        assert still.ring._small_font.pixelSize() >= least - 1
    if name == "plain" and size == (1280, 800):
        assert (still.words.title.pixels, still.words.who.pixels, still.words.show_line.pixels) == (
            88,
            44,
            38,
        )


@pytest.mark.parametrize("size", SIZES if THOROUGH else [(1280, 800), (1024, 700)], ids=str)
def test_every_step_of_every_protocol_is_said_in_full(still, size):
    still.resize(*size)
    catalogue = SHIPPED
    for summary in catalogue.summaries():
        protocol = catalogue.get(summary.id)
        for step in steps_by_id(protocol.steps).values():
            who = "Everyone but Rosa speaks, one at a time. Rosa listens and writes"
            still._show(replace(LONG, title=step.title, who=who, show=step.show or step.say))
            for text in (still.words.title, still.words.who, still.words.show_line):
                assert not text.is_cut, (protocol.id, step.id, text.text)


def test_of_many_norms_as_many_are_shown_as_fit_and_the_rest_is_counted(still):
    still._show(SCENES["norms"])
    lines = [line for line in still.words.lines if line.isVisible()]
    assert 3 <= len(lines) < 12
    assert still.words.rest.text == f"and {12 - len(lines)} more"
    assert not any(line.is_cut for line in lines)


def test_the_wall_follows_the_meeting(wall, live, workspace, moment, settle):
    assert wall.words.title.text == "Interpret"
    go_to(workspace, moment, live.meeting_id, "Implications")
    live.read_again()
    assert wall.words.title.text == "Implications"
    assert wall.place.text == "4 of 6"


def test_the_ring_follows_the_clock(wall, live, time):
    planned = live.state.current_planned // 60
    assert wall.ring.accessibleName() == f"{planned} minutes left"
    time.pass_by(seconds=live.state.left - 30)
    live.tick()
    assert wall.ring.accessibleName() == "30 seconds left"
    time.pass_by(minutes=3)
    live.tick()
    assert wall.ring.accessibleName() == "+2 minutes over"
    assert wall.ring.state == "over"


def test_a_tick_that_changes_no_word_lays_nothing_out(wall, live, time, monkeypatch):
    laid_out = []
    monkeypatch.setattr(wall.words, "arrange", lambda *args: laid_out.append(args))
    time.pass_by(seconds=1)
    live.tick()
    assert laid_out == []


def test_the_question_stays_until_it_is_put_away(wall, live):
    wall.bring_question_back()
    assert wall.question.isVisible()
    assert wall.question.question.text == live.facts.show
    QTest.mouseClick(wall.question, Qt.MouseButton.LeftButton)
    assert wall.question.isHidden()
    wall.bring_question_back()
    wall.bring_question_back()
    assert wall.question.isHidden()


def test_the_next_step_takes_the_question_away(wall, live, workspace, moment):
    wall.bring_question_back()
    go_to(workspace, moment, live.meeting_id, "Implications")
    live.read_again()
    assert wall.question.isHidden()


def test_esc_puts_the_question_away_before_the_wall(wall, qtbot):
    left = []
    wall.left.connect(lambda: left.append(True))
    wall.bring_question_back()
    wall.go_back()
    assert (wall.question.isHidden(), left) == (True, [])
    wall.go_back()
    assert left == [True]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_question_fits(wall, live, size):
    wall.resize(*size)
    wall.bring_question_back()
    for text in shown_texts(wall):
        assert text.pixels >= round(size[1] / 25)
    question = wall.question
    assert question.question.geometry().bottom() <= question.result.geometry().top() + 3
    assert not question.question.is_cut


def test_the_pointer_hides_when_it_rests(wall):
    wall._still.timeout.emit()
    assert wall.cursor().shape() == Qt.CursorShape.BlankCursor
    assert wall._still.interval() == 2000
    QTest.mouseMove(wall, QPoint(300, 300))
    QTest.mouseMove(wall, QPoint(320, 310))
    assert wall.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_wall_follows_the_theme(wall, theme):
    light = wall.grab().toImage().pixelColor(5, 5)
    theme.apply("dark", 1.0)
    dark = wall.grab().toImage().pixelColor(5, 5)
    theme.apply("light", 1.0)
    assert light.name() == "#ffffff"
    assert dark.lightness() < 60


def test_everything_on_the_wall_has_a_name(live, qtbot):
    wall = WallWindow(live, one_screen=True)
    qtbot.addWidget(wall)
    wall.resize(1280, 800)
    wall.show()
    assert nameless(wall) == []
    assert rich_labels(wall) == []
    assert wall.accessibleName()
    assert scene_of(live).title in [text.accessibleName() for text in shown_texts(wall)]
    wall.let_go()
