"""Text from people stays text, wherever it is shown."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import Elided, plain, set_tone
from plcdesk_ui.widgets.rows import ClickRow, Row
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.tips import set_tip
from plcdesk_ui.widgets.toggles import CheckRow
from plcdesk_ui.widgets.top_bar import TopBar

HOSTILE = "<img src=/etc/passwd><b>x"


def everything_with(text: str) -> list[QWidget]:
    return [
        plain(text),
        Elided(text),
        Chip(text),
        Card(text, trailing=text),
        Row(text, text, leading=text, trailing=[text]),
        ClickRow(text, text, leading=text, trailing=[text]),
        CheckRow(text, text),
        Banner(text, text, "warning", ((text, lambda: None),)),
        EmptyState("users", text, text, lambda: None),
        TopBar(text, text),
        Sheet(text, text),
        field(text, LineField(text), text),
    ]


def test_every_label_shows_hostile_text_literally(qtbot: QtBot) -> None:
    for widget in everything_with(HOSTILE):
        qtbot.addWidget(widget)
        labels = [*widget.findChildren(QLabel), *([widget] if isinstance(widget, QLabel) else [])]
        assert labels or isinstance(widget, QWidget)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels), type(widget)


@pytest.mark.parametrize("text", [HOSTILE, "5 < 6 & 7 > 2", "plain"])
def test_a_label_is_drawn_as_wide_as_its_letters(qtbot: QtBot, text: str) -> None:
    label = plain(text)
    qtbot.addWidget(label)
    assert label.text() == text
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(text)


def test_a_tip_never_becomes_html(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, HOSTILE)
    assert "<img" not in widget.toolTip()
    assert "&lt;img" in widget.toolTip()
    set_tip(widget, "Rosa & Minh")
    assert widget.toolTip() == "Rosa & Minh"


def test_a_cut_line_tells_all_of_it_in_its_tip(qtbot: QtBot) -> None:
    label = Elided(HOSTILE + " and a good deal more")
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.is_elided()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert "&lt;img" in label.toolTip()
    label.resize(label.sizeHint())
    assert not label.is_elided()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert label.toolTip() == ""


def test_a_tone_changes_the_type_at_once(qtbot: QtBot) -> None:
    label = plain("Interpret")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().height()
    set_tone(label, "step")
    assert label.sizeHint().height() > before


def test_an_ampersand_is_shown(qtbot: QtBot) -> None:
    made = button("Print & share")
    qtbot.addWidget(made)
    assert made.text() == "Print && share"
    assert made.shortcut().isEmpty()
    form = field("Norms & roles", LineField())
    qtbot.addWidget(form)
    assert form.label.text() == "Norms && roles"
    assert form.widget.accessibleName() == "Norms & roles"


def test_a_button_names_its_shortcut_and_keeps_it(qtbot: QtBot) -> None:
    made = button("Pause", shortcut="Ctrl+P")
    qtbot.addWidget(made)
    assert made.toolTip() == "Pause (Ctrl+P)"
    made.set_text("Go on")
    assert made.shortcut().toString() == "Ctrl+P"


def test_a_button_with_only_an_icon_has_a_name(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = icon_button("trash-2", "Delete the action", lambda: pressed.append("yes"), shortcut="Del")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Delete the action"
    assert made.toolTip() == "Delete the action (Del)"
    made.click()
    assert pressed == ["yes"]


def test_a_field_ties_label_name_and_hint_together(qtbot: QtBot) -> None:
    line = LineField()
    form = field("By the end we will have", line, "One thing you can hold in your hands.")
    qtbot.addWidget(form)
    assert form.label.buddy() is line
    assert line.accessibleName() == "By the end we will have"
    assert line.accessibleDescription() == "One thing you can hold in your hands."
