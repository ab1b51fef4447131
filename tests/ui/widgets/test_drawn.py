"""Bars, timelines, rings, messages and the theme itself."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from plcdesk import paths
from plcdesk_ui.theme.sizes import sizes_for
from plcdesk_ui.theme.theme import Theme, theme_of
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.icons import icon, pixmap
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.ring import Ring
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.segments import Segment, SegmentBar
from plcdesk_ui.widgets.share_widths import lines_of, share
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.widgets.undo_bar import UndoBar

BOXES = st.lists(st.tuples(st.integers(1, 60), st.floats(10, 120)), min_size=1, max_size=14)


@given(boxes=BOXES, width=st.floats(60, 1200))
def test_boxes_fill_the_width_and_none_is_narrower_than_its_words(
    boxes: list[tuple[int, float]], width: float
) -> None:
    weights, least = [b[0] for b in boxes], [b[1] for b in boxes]
    widths = share(weights, least, width)
    assert sum(widths) == pytest.approx(width)
    if sum(least) <= width:
        assert all(got >= need - 1e-6 for got, need in zip(widths, least, strict=True))


@given(boxes=BOXES, width=st.floats(60, 1200), gap=st.floats(0, 8))
def test_every_box_stands_in_one_line_that_it_fits(
    boxes: list[tuple[int, float]], width: float, gap: float
) -> None:
    least = [b[1] for b in boxes]
    lines = lines_of(least, width, gap)
    assert [index for line in lines for index in line] == list(range(len(least)))
    for line in lines:
        if len(line) > 1:
            assert sum(least[i] for i in line) + gap * (len(line) - 1) <= width + 1e-6


def test_longer_steps_are_wider() -> None:
    assert share([5, 10], [1, 1], 150) == [50, 100]


@pytest.mark.parametrize("width", [120, 300, 700])
def test_a_timeline_keeps_its_boxes_inside(qtbot: QtBot, width: int) -> None:
    steps = [TimelineStep(f"Warm and cool feedback {n}", n) for n in range(1, 13)]
    timeline = StepTimeline(steps)
    qtbot.addWidget(timeline)
    rects = timeline._rects(width)
    height = timeline.heightForWidth(width)
    assert len(rects) == 12
    assert all(rect.left() >= 0 and rect.right() <= width and rect.bottom() < height for rect in rects)
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    assert timeline.accessibleName().startswith("Warm and cool feedback 1, 1 min; ")


def test_a_bar_says_its_segments(qtbot: QtBot) -> None:
    bar = SegmentBar([Segment("Opening", 5), Segment("Decide", 1)], 45)
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Opening 5 minutes, Decide 1 minute, 6 of 45 min"


def test_a_bar_shows_what_goes_beyond_the_time(qtbot: QtBot) -> None:
    bar = SegmentBar([Segment("All", 30)], 45)
    qtbot.addWidget(bar)
    bar.resize(200, 12)
    fits = bar.grab().toImage()
    bar.set_segments([Segment("All", 60)], 45)
    tokens = theme_of(bar).tokens
    image = bar.grab().toImage()
    assert fits.pixelColor(180, 6) != QColor(tokens.accent)
    assert fits.pixelColor(100, 6) == image.pixelColor(100, 6) == QColor(tokens.accent)
    seen = {image.pixelColor(x, 6).name().upper() for x in range(155, 190)}
    assert tokens.question_soft in seen


@pytest.mark.parametrize(
    ("left", "over", "paused", "state"),
    [
        (1.0, False, False, "calm"),
        (0.21, False, False, "calm"),
        (0.20, False, False, "warning"),
        (0.05, False, False, "urgent"),
        (0.0, True, False, "over"),
        (0.5, False, True, "paused"),
        (0.0, True, True, "over"),
    ],
)
def test_the_ring_warns_in_steps(qtbot: QtBot, left: float, over: bool, paused: bool, state: str) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.show_time(left, "3:44", "left of 6 min", over, paused)
    assert ring.state == state
    assert ring.accessibleName() == "3:44 left of 6 min"


def test_each_state_of_the_ring_has_its_own_shape(qtbot: QtBot) -> None:
    """Without colour the states still differ: compare the pictures in black and white."""
    ring = Ring()
    qtbot.addWidget(ring)
    ring.resize(200, 200)
    seen: set[bytes] = set()
    for left, over, paused in (
        (0.04, False, False),
        (0.15, False, False),
        (0.5, False, False),
        (0.5, False, True),
    ):
        ring.show_time(left, "0:10", "left", over, paused)
        image = ring.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        seen.add(bytes(image.constBits()))
    ring.show_time(0, "0:10", "left", over=True)
    seen.add(bytes(ring.grab().toImage().convertToFormat(QImage.Format.Format_Mono).constBits()))
    assert len(seen) == 5


@pytest.mark.parametrize("side", [64, 110, 320, 700])
def test_the_figures_stay_inside_the_ring(qtbot: QtBot, side: int) -> None:
    ring = Ring(side)
    qtbot.addWidget(ring)
    ring.show_time(0, "+12:42", "over the time of this step", over=True)
    ring.resize(side, side)
    ring.show()
    assert ring._big.size().width() <= side * 0.75
    assert ring._small.size().width() <= side * 0.75


def test_the_ring_draws_only_what_changed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.show_time(0.5, "3:00", "left")
    drawn: list[int] = []
    monkeypatch.setattr(ring, "update", lambda *_: drawn.append(1))
    ring.show_time(0.50001, "3:00", "left")
    assert drawn == []
    ring.show_time(0.49, "2:59", "left")
    assert drawn


def test_an_undo_bar_offers_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    bar = UndoBar(window)
    asked: list[int] = []
    bar.undo_requested.connect(lambda: asked.append(1))
    bar.show_message("<b>Action</b> deleted")
    assert bar.isVisible()
    assert bar.message == "<b>Action</b> deleted"
    assert bar._timer.interval() == 8000
    bar._undo.click()
    assert asked == [1]
    assert not bar.isVisible()


def test_an_undo_bar_stays_while_the_keyboard_is_on_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    bar = UndoBar(window)
    bar.show_message("Action deleted")
    bar._undo.setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    bar._undo.clearFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()


def test_an_undo_bar_stays_in_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    bar = UndoBar(window)
    bar.show_message("A very long message " * 20)
    window.resize(400, 300)
    assert window.rect().contains(bar.geometry())


def test_a_banner_has_at_most_two_buttons_and_hides_without_a_title(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pressed: list[str] = []
    actions = (("Do that", lambda: pressed.append("do")), ("Not now", lambda: pressed.append("no")))
    banner = Banner("1 min behind", "Take it from “Decide”?", "warning", actions)
    banner.setParent(window)
    window.show()
    banner.show_message("1 min behind", "Take it from “Decide”?", "warning", actions)
    banner.buttons[1].click()
    assert pressed == ["no"]
    assert [made.role for made in banner.buttons] == ["plain", "quiet"]
    banner.show_message("")
    assert not banner.isVisible()


def test_an_empty_place_offers_one_action(qtbot: QtBot) -> None:
    pressed: list[int] = []
    empty = EmptyState(
        "users", "Norms that your team agrees on stand here.", "Choose norms", lambda: pressed.append(1)
    )
    qtbot.addWidget(empty)
    assert empty.action is not None
    empty.action.click()
    assert pressed == [1]


def test_columns_stand_below_each_other_where_it_is_narrow(qtbot: QtBot) -> None:
    left, right = Card("Left"), Card("Right")
    page = Columns((Column(left), 3), (Column(right), 2))
    area = page_scroll(page)
    qtbot.addWidget(area)
    area.resize(1200, 600)
    area.show()
    QCoreApplication.processEvents()
    assert not page.stacked
    assert left.width() == pytest.approx(right.width() * 1.5, rel=0.02)
    area.resize(700, 600)
    QCoreApplication.processEvents()
    assert page.stacked
    assert left.width() == right.width()
    assert area.horizontalScrollBar().maximum() == 0


def test_a_card_is_as_tall_as_what_is_on_it(qtbot: QtBot) -> None:
    card = Card("Norms")
    card.body.addWidget(plain("word " * 60, wrap=True))
    area = page_scroll(Columns((Column(card), 1)))
    qtbot.addWidget(area)
    area.resize(1000, 900)
    area.show()
    QCoreApplication.processEvents()
    wide = card.height()
    area.resize(400, 900)
    QCoreApplication.processEvents()
    assert 60 < wide < card.height() < 900


def test_a_page_whose_height_no_width_changes_scrolls_and_is_not_squeezed(qtbot: QtBot) -> None:
    lines = [plain(f"Line {n}") for n in range(40)]
    holder = QWidget()
    box = QVBoxLayout(holder)
    for line in lines:
        box.addWidget(line)
    area = page_scroll(holder)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    QCoreApplication.processEvents()
    assert all(line.height() >= line.sizeHint().height() for line in lines)
    assert area.verticalScrollBar().maximum() > 0


def test_a_flow_wraps(qtbot: QtBot) -> None:
    holder = flow(*[button(f"Button {n}") for n in range(6)])
    qtbot.addWidget(holder)
    assert holder.heightForWidth(2000) < holder.heightForWidth(250)


def test_every_top_bar_has_the_same_height(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    empty, full = TopBar("Home"), TopBar("Plan", "context", button("Print"), back="Meetings")
    show(empty, full)
    assert empty.height() == full.height()
    with qtbot.waitSignal(full.back_requested):
        full.back_link.click()


@pytest.mark.parametrize(
    ("shortcut", "shown"), [("Alt+Up", "Alt ↑"), ("Ctrl++", "Ctrl +"), ("+", "+"), ("Ctrl+-", "Ctrl -")]
)
def test_a_keycap_shows_each_key(qtbot: QtBot, shortcut: str, shown: str) -> None:
    hint = KeyHint(shortcut)
    qtbot.addWidget(hint)
    assert hint.text == shown


def near(first: QColor, second: QColor) -> bool:
    """The same but for the rounding of blended pixels."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 2 for a, b in pairs)


def test_every_icon_of_the_program_can_be_drawn(theme: Theme) -> None:
    files = sorted(paths.icons().glob("*.svg"))
    assert len(files) >= 40
    for file in files:
        image = pixmap(file.stem, 24, "accent").toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 250
        }
        assert colours, file.name
        assert all(near(QColor(colour), QColor(theme.tokens.accent)) for colour in colours), file.name


def test_an_icon_is_made_once_and_tinted_anew_by_a_new_theme(theme: Theme) -> None:
    assert icon("house") is icon("house")
    assert icon("house") is not icon("house", "accent")
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_a_theme_reaches_what_is_shown_already(qtbot: QtBot, theme: Theme) -> None:
    label, card = plain("Interpret"), Card("Notes")
    for widget in (label, card):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    try:
        with qtbot.waitSignal(theme.changed):
            theme.apply("dark", 1.5)
        assert theme.is_dark
        assert label.palette().color(label.foregroundRole()) == QColor(theme.tokens.ink)
        assert (
            QApplication.font().pixelSize() == theme.sizes.base == sizes_for(theme._system_pixels(), 1.5).base
        )
        assert card.grab().toImage().pixelColor(card.width() // 2, 4) == QColor("#1F2428")
    finally:
        theme.apply("light")
    assert label.palette().color(label.foregroundRole()) == QColor("#1E2328")


def test_figures_are_all_of_one_width(theme: Theme) -> None:
    assert QFont.Tag("tnum") in theme.font().featureTags()


def test_disabled_text_looks_disabled(qtbot: QtBot, theme: Theme) -> None:
    label = plain("later")
    qtbot.addWidget(label)
    label.ensurePolished()
    label.setEnabled(False)
    QCoreApplication.sendEvent(label, QEvent(QEvent.Type.StyleChange))
    assert label.palette().color(label.foregroundRole()) == QColor(theme.tokens.disabled)
    assert Qt.TextFormat.PlainText == label.textFormat()
