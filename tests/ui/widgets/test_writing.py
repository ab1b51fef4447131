"""What is typed is told: after a pause, at the latest after a second, and whenever the field is left."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plcdesk_ui.widgets.committer import LATEST, PAUSE
from plcdesk_ui.widgets.fields import DateField, LineField, TextField, TimeField
from plcdesk_ui.widgets.search_field import SearchField


def test_the_times_are_those_of_the_plan() -> None:
    assert (PAUSE, LATEST) == (300, 1000)


def test_a_line_is_told_after_a_pause(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    line = LineField("a plan")
    show(line)
    line.end(False)
    with qtbot.waitSignal(line.committed) as told:
        qtbot.keyClicks(line, " for us")
        assert told.args is None
    assert told.args == ["a plan for us"]


def test_typing_on_is_told_at_the_latest_after_a_second(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = TextField()
    told: list[str] = []
    field.committed.connect(told.append)
    show(field)
    qtbot.keyClicks(field, "one")
    field._committer._latest.timeout.emit()
    assert told == ["one"]
    assert not field._committer.pending


def test_leaving_hiding_and_enter_tell_at_once(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    line, other = LineField(), LineField()
    told: list[str] = []
    line.committed.connect(told.append)
    window = show(line, other)
    qtbot.keyClicks(line, "a")
    other.setFocus()
    line.setFocus()
    qtbot.keyClicks(line, "b")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "c")
    window.hide()
    assert told == ["a", "ab", "abc"]


def test_nothing_is_told_twice_nor_when_nothing_changed(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = TextField("as it was")
    told: list[str] = []
    field.committed.connect(told.append)
    show(field)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    field.flush()
    field.set_value("from elsewhere")
    field.flush()
    assert told == []


def test_what_is_being_typed_is_never_overwritten(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    line = LineField("old")
    show(line)
    qtbot.keyClicks(line, "mine ")
    line.set_value("from the store")
    assert line.text() == "mine old"
    line.flush()
    line.set_value("from the store")
    assert line.text() == "from the store"


def test_a_text_grows_and_tab_leaves_it(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field, after = TextField(lines=2, most_lines=4), LineField()
    show(field, after)
    low = field.height()
    field.setPlainText("a\nb\nc")
    higher = field.height()
    field.setPlainText("\n".join("abcdefgh"))
    assert low < higher < field.height()
    assert field.height() - low == 2 * field.blockBoundingRect(field.document().firstBlock()).height()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert "\t" not in field.text()


def test_a_text_that_fits_is_never_scrolled(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = TextField(lines=1)
    show(field)
    field.resize(200, field.height())
    for letter in "Print the ratio strips and hand them out to everyone in both sections, today":
        qtbot.keyClick(field, letter)
        assert field.verticalScrollBar().maximum() == 0


def test_ctrl_enter_submits_a_text(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = TextField()
    order: list[str] = []
    field.committed.connect(order.append)
    field.submitted.connect(lambda: order.append("submitted"))
    show(field)
    qtbot.keyClicks(field, "done")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert order == ["done", "submitted"]


def test_pasted_html_stays_text(qtbot: QtBot) -> None:
    field = TextField("<img src=/etc/passwd><b>x")
    qtbot.addWidget(field)
    assert field.text() == "<img src=/etc/passwd><b>x"


def test_a_date_may_be_missing(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = DateField("2026-11-24", optional=True)
    told: list[object] = []
    field.committed.connect(told.append)
    show(field)
    assert field.value() == "2026-11-24"
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.flush()
    assert (field.value(), field.text(), told) == (None, "No date", [None])
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.date() == QDate.currentDate()


def test_a_date_that_must_be_there_stays(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = DateField("2026-11-24")
    show(field)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.value() is not None


def test_a_press_on_the_frame_of_a_date_changes_nothing(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = DateField("2026-11-24")
    show(field)
    field.resize(220, 36)
    for x in range(0, 180, 6):
        for y in (0, 1, 18, 34, 35):
            qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert field.value() == "2026-11-24"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 12, 18))
    assert field.calendarWidget().isVisible()
    field.calendarWidget().window().close()


def test_times_go_by_five_minutes_over_the_hour(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = TimeField("10:50")
    told: list[str] = []
    field.committed.connect(told.append)
    show(field)
    field.setSelectedSection(TimeField.Section.MinuteSection)
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    field.flush()
    assert told == ["11:00"]


def test_a_search_waits_for_a_pause_and_esc_empties_it(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    field = SearchField("Search everything", "Ctrl+K")
    told: list[str] = []
    field.searched.connect(told.append)
    show(field)
    qtbot.keyClicks(field, "re-teach")
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["re-teach", ""]
