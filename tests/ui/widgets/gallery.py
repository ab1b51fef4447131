"""Pictures of the widget kit, to look at. In the checkout, with PYTHONPATH=.:ui:

python tests/ui/widgets/gallery.py PAGE light|dark OUT.png [WIDTH HEIGHT]
"""

import os
import sys
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from plcdesk_ui.theme.theme import Theme, ThemeChoice
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.fields import Choice, DateField, LineField, TextField, TimeField, field
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.people import PeopleRow, Person
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.rail import Rail
from plcdesk_ui.widgets.ring import Ring
from plcdesk_ui.widgets.rows import ClickRow, Row, RowList
from plcdesk_ui.widgets.scroll import Column, Columns, page_scroll
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.segments import Segment, SegmentBar
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep
from plcdesk_ui.widgets.stepper import MinutesStepper, Stepper
from plcdesk_ui.widgets.toggles import CheckBox, CheckRow
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.widgets.undo_bar import UndoBar

STEPS = (
    TimelineStep("Get ready", 3),
    TimelineStep("Describe", 6),
    TimelineStep("Interpret", 6),
    TimelineStep("Implications", 7),
    TimelineStep("Debrief", 3),
)


def home() -> QWidget:
    meeting = Card()
    meeting.body.addWidget(_line(Chip("Today 10:50 – 11:35", "accent"), Chip("45 min"), None, "Room 214"))
    meeting.body.addWidget(plain("Reading the exit tickets on density", "heading", wrap=True))
    meeting.body.addWidget(plain("By the end we will have a re-teach plan for Thursday."))
    parts = (
        Segment("Opening", 5, 0.1),
        Segment("ATLAS", 25),
        Segment("Decide", 7, 0.5),
        Segment("Wrap up", 5, 0.1),
    )
    meeting.body.addWidget(SegmentBar(parts, 45))
    meeting.body.addWidget(
        _line("Opening 5   ATLAS Looking at Data 25   Decide 7", None, "42 of 45 min planned")
    )
    start = button("Start meeting", role="primary", icon="play", shortcut="Ctrl+Return")
    meeting.body.addWidget(flow(start, button("Edit agenda"), button("Print", icon="printer")))
    carried = Card("Carried over from 17 November")
    carried.body.addWidget(
        RowList(
            [
                Row("Lab safety contract?", "", Chip("Parking lot", "parking"), [button("Add to agenda")]),
                Row(
                    "Do we re-test unit 2?", "", Chip("Open question", "question"), [button("Add to agenda")]
                ),
            ]
        )
    )
    recent = Card("Recent minutes")
    rows = [
        ClickRow("Designing the density probe", "", "17 Nov", ["4 decisions · 5 actions"]),
        ClickRow("Student work: lab conclusions", "", "10 Nov", [Chip("draft", "warning")]),
        ClickRow("Norms half-way check", "", "3 Nov", ["1 decision · 2 actions"]),
    ]
    recent.body.addWidget(RowList(rows))
    actions = Card("Open actions", "7 · All actions")
    actions.body.addWidget(
        RowList(
            [
                CheckRow(
                    "Share the re-teach slides",
                    "Minh · was due Fri 20 Nov",
                    False,
                    [Chip("4 days late", "warning")],
                ),
                CheckRow("Book the laptop cart for unit 3", "Rosa · was due Sat 21 Nov", True),
                CheckRow("Draft the enrichment task", "Jo · Tue 1 Dec"),
            ]
        )
    )
    norms = Card("Our norms")
    norms.body.addWidget(
        EmptyState("users", "Norms that your team agrees on stand here.", "Choose norms", print)
    )
    bar = TopBar(
        "Good morning",
        "Tuesday 24 November",
        SearchField("Search everything", "Ctrl+K"),
        button("New meeting"),
    )
    bar.add_left(Choice([(1, "Grade 7 Science"), (2, "Grade 8")], 1))
    rows[1].setFocus()
    return _window(
        _rail("home"),
        _screen(
            bar, page_scroll(Columns((Column(meeting, carried, recent), 3), (Column(actions, norms), 2)))
        ),
    )


def plan() -> QWidget:
    add = Card("Add")
    add.body.addWidget(SearchField("Find a protocol or topic"))
    add.body.addWidget(
        RowList(
            [
                ClickRow(t, trailing=[str(n)])
                for t, n in (("Topic to discuss", 10), ("What? So what? Now what?", 20))
            ]
        )
    )
    total = Card()
    total.body.addWidget(field("By the end we will have", LineField("a re-teach plan for Thursday")))
    total.body.addWidget(
        _line("42 of 45 min", SegmentBar([Segment("Planned", 42)], 45, 8), Chip("3 min spare", "accent"))
    )
    opening = Card("Opening", MinutesStepper(5))
    opening.body.addWidget(
        plain("Connections. Read the norms. Actions that are due.", "secondary", wrap=True)
    )
    atlas = Card("ATLAS Looking at Data", MinutesStepper(25), look="selected")
    atlas.body.addWidget(plain("Minh brings the exit tickets", "secondary", wrap=True))
    atlas.body.addWidget(StepTimeline(STEPS, 2))
    atlas.body.addWidget(button("Give it 45 min", role="link"), 0, Qt.AlignmentFlag.AlignLeft)
    over = Card("Too long")
    over.body.addWidget(SegmentBar([Segment("a", 30), Segment("b", 30, 0.3)], 45))
    detail = Card("ATLAS Looking at Data")
    detail.body.addWidget(plain("Look at data without rushing to fix it.", "secondary", wrap=True))
    detail.body.addWidget(field("Who brings it", Choice([("m", "Minh Trần")], "m")))
    detail.body.addWidget(CheckBox("Data printed, names removed", True))
    detail.body.addWidget(CheckBox("One copy each, and a very long line that has to wrap in the card"))
    detail.body.addWidget(
        field("Note to myself", TextField("Watch for “they just can’t do ratios”."), "Only you see this.")
    )
    when = Card("When")
    when.body.addWidget(field("Day", DateField("2026-11-24")))
    when.body.addWidget(field("Due", DateField(None, optional=True)))
    when.body.addWidget(field("Starts", TimeField("10:50")))
    bar = TopBar(
        "Reading the exit tickets on density", "Tue 24 Nov, 10:50 – 11:35, Room 214", back="Meetings"
    )
    bar.add(button("Print agenda"))
    bar.add(button("Start meeting", role="primary", icon="play"))
    hint = _line("Drag to reorder, or", KeyHint("Alt+Up"), KeyHint("Alt+Down"), None)
    body = Columns(
        (Column(add), 3), (Column(total, opening, atlas, over, hint), 6), (Column(detail, when), 4)
    )
    return _window(_rail("meetings"), _screen(bar, page_scroll(body)))


def run() -> QWidget:
    steps = Card()
    rows = RowList(
        [ClickRow(s.title, trailing=[str(s.minutes)], key=s.title) for s in STEPS], lines=False, dense=True
    )
    rows.select("Interpret")
    steps.body.addWidget(rows)
    behind = Banner(
        "1 min behind",
        "Take it from “Decide”? It would have 6 min.",
        "warning",
        (("Do that", print), ("Not now", print)),
    )
    problem = Banner(
        "The disk is full", "Free some space; nothing is lost so far.", "problem", (("Try again", print),)
    )
    info = Banner("Told once", "This is how it works.", "info")
    middle = Card()
    for text, tone in (("Interpret", "step"), ("One person at a time. Jo is speaking.", "say-accent")):
        label = plain(text, tone, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.body.addWidget(label)
    ring = Ring()
    ring.show_time(0.62, "3:44", "left of 6 min")
    say = Column(
        plain("SAY", "caption"),
        plain("“What might explain what we saw? Give the evidence with it.”", "say", wrap=True),
        gap=4,
    )
    middle.body.addWidget(_line(None, ring, say, None))
    states = ("spoken", "spoken", "speaking", "waiting", "waiting", "passed", "absent")
    people = [
        Person(str(i), f"Person {i}", n, s)
        for i, (n, s) in enumerate(zip(("RA", "DK", "JO", "LP", "MT", "PA", "AB"), states, strict=True))
    ]
    middle.body.addWidget(PeopleRow(people))
    middle.body.addWidget(
        flow(
            button("Back", icon="chevron-left"),
            button("Pause", icon="pause", shortcut="Space"),
            button("+ 1 min"),
            button("Skip", role="quiet"),
            button("Delete", role="danger"),
            button("Next speaker", role="primary"),
            align=Qt.AlignmentFlag.AlignHCenter,
        )
    )
    middle.body.addWidget(hairline())
    small = []
    for left, big, over, paused in (
        (0.15, "0:54", False, False),
        (0.04, "0:12", False, False),
        (0, "+0:42", True, False),
        (0.5, "3:00", False, True),
    ):
        one = Ring(110)
        one.show_time(left, big, "left", over, paused)
        small.append(one)
    middle.body.addWidget(flow(*small))
    notes = Card("Notes", Choice([(1, "this step"), (2, "whole meeting")], 1, small=True))
    notes.body.addWidget(
        RowList(
            [
                Row(
                    "They know both numbers and still trust “heavy sinks”.",
                    leading=Chip("Interpretation", "parking"),
                ),
                Row("Units missing in 9 tickets, all from section C.", leading=Chip("Observation", "cool")),
                Row("<img src=/etc/passwd><b>x", leading=Chip("Question", "question")),
                Row("Warm", leading=Chip("Warm", "warm")),
                Row("Late", leading=Chip("Late", "danger")),
            ]
        )
    )
    notes.body.addWidget(
        ChipChoice(
            [
                ("i", "Interpretation", "parking"),
                ("o", "Observation", "cool"),
                ("q", "Question", "question"),
                ("a", "Action", "accent"),
                ("d", "Decision", "decision"),
                ("n", "Note", "neutral"),
            ],
            "i",
            "Kind of note",
        )
    )
    notes.body.addWidget(ChipButton("Only mine"))
    bar = TopBar("Reading the exit tickets on density", "Started 10:50 · we end at 11:36, 1 min late")
    for text in ("Show on the wall", "5 here, 1 absent", "Wrap up"):
        bar.add(button(text))
    rail = _rail("meetings")
    rail.fold(True)
    body = Columns((Column(steps, behind, problem, info), 3), (Column(middle), 7), (Column(notes), 4))
    return _window(rail, _screen(bar, page_scroll(body)))


def library() -> QWidget:
    have = Card("We have")
    have.body.addWidget(MinutesStepper(25))
    have.body.addWidget(Stepper(6, 2, 40, lambda n: "people", "People"))
    have.body.addWidget(plain("We look at", "card-title"))
    have.body.addWidget(RadioList([(1, "Anything"), (2, "Student work"), (3, "Data")], 3, "We look at"))
    found = Card(padded=False)
    rows = RowList(
        [
            ClickRow(
                name,
                "Describe, interpret, then plan.",
                trailing=["4–10\npeople", Chip("25 fits", "accent")],
                key=name,
                tone="strong",
            )
            for name in ("ATLAS Looking at Data", "Data-Driven Dialogue", "Here’s What, So What, Now What")
        ],
        padding=14,
    )
    rows.select("ATLAS Looking at Data")
    found.body.addWidget(rows)
    detail = Card("ATLAS Looking at Data")
    detail.body.addWidget(StepTimeline(STEPS))
    detail.body.addWidget(
        StepTimeline([TimelineStep(f"Very unprecedentedly long {n}", n) for n in range(1, 13)])
    )
    disabled = button("Cannot now", role="primary")
    disabled.setEnabled(False)
    plain_off = button("Cannot now")
    plain_off.setEnabled(False)
    detail.body.addWidget(
        flow(
            button("Add to Tue 24 Nov", role="primary"),
            button("Try it out"),
            disabled,
            plain_off,
            icon_button("trash-2", "Delete"),
        )
    )
    window = _window(
        _rail("library"),
        _screen(
            TopBar("Protocols", "7 of 97 for data", SearchField("Find a protocol")),
            page_scroll(Columns((Column(have), 2), (Column(found), 5), (Column(detail), 5))),
        ),
    )
    undo = UndoBar(window)
    undo.show_message("“ATLAS Looking at Data” deleted")
    window.setProperty("undo", undo)
    return window


def _rail(current: str) -> Rail:
    rail = Rail("PLC Desk")
    for key, text, icon in (
        ("home", "Home", "house"),
        ("meetings", "Meetings", "calendar-days"),
        ("library", "Library", "library"),
        ("actions", "Actions", "list-checks"),
        ("insights", "Insights", "chart-pie"),
        ("team", "Team", "users"),
    ):
        rail.add(key, text, icon)
    rail.add_bottom("settings", "Settings", "settings", "Ctrl+,")
    rail.set_saved("saved", "Saved 10:42")
    rail.set_current(current)
    return rail


def _line(*parts: QWidget | str | None) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if part is None:
            box.addStretch(1)
        else:
            box.addWidget(plain(part, "secondary") if isinstance(part, str) else part)
    return holder


def _screen(*parts: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for part in parts:
        box.addWidget(part)
    return holder


def _window(*parts: QWidget) -> QWidget:
    window = QWidget()
    window.setProperty("ground", "paper")
    box = QHBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for part in parts:
        box.addWidget(part)
    return window


PAGES = {"home": home, "plan": plan, "run": run, "library": library}


def main() -> None:
    page, choice, out = sys.argv[1:4]
    width, height = [int(text) for text in sys.argv[4:6]] or (1280, 800)
    app = QApplication([])
    theme = Theme(app)
    theme.apply(cast(ThemeChoice, choice), float(os.environ.get("TYPE", "1")))
    window = PAGES[page]()
    window.resize(width, height)
    window.show()
    for _ in range(20):
        app.processEvents()
        app.thread().msleep(15)
    window.grab().save(out)


if __name__ == "__main__":
    main()
