"""Pictures of the widget kit, to look at: python tests/ui/widgets/gallery.py OUT.png [light|dark] [page]."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "ui")]

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from plcdesk_ui.theme.theme import Theme
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, Row, RowList
from plcdesk_ui.widgets.scroll import column, columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar


def home() -> QWidget:
    meeting = Card()
    meeting.body.addWidget(flow(Chip("Today 10:50 – 11:35", "accent"), Chip("45 min")))
    meeting.body.addWidget(plain("Reading the exit tickets on density", "heading", wrap=True))
    meeting.body.addWidget(plain("By the end we will have a re-teach plan for Thursday."))
    meeting.body.addWidget(
        flow(
            button("Start meeting", role="primary", icon="play"),
            button("Edit agenda"),
            button("Print", icon="printer"),
            button("Later", role="quiet"),
            button("Delete", role="danger"),
            button("Give it 45 min", role="link"),
            icon_button("settings", "Settings"),
        )
    )
    carried = Card("Carried over from 17 November")
    carried.body.addWidget(
        RowList(
            [
                Row("Lab safety contract: same form for all sections?", leading=Chip("Parking lot", "parking"),
                    trailing=[button("Add to agenda")]),
                Row("Do we re-test unit 2?", leading=Chip("Open question", "question"),
                    trailing=[button("Add to agenda")]),
            ]
        )
    )
    recent = Card("Recent minutes")
    rows = RowList(
        [
            ClickRow("Designing the density probe", leading="17 Nov", trailing=["4 decisions · 5 actions"]),
            ClickRow("Student work: lab conclusions", leading="10 Nov", trailing=[Chip("draft", "warning")]),
            ClickRow("Norms half-way check", leading="3 Nov", trailing=["1 decision · 2 actions"]),
        ]
    )
    recent.body.addWidget(rows)
    actions = Card("Open actions", "7 · All actions")
    actions.body.addWidget(
        RowList([Row("Share the re-teach slides", "Minh · was due Fri 20 Nov", trailing=[Chip("4 days late", "warning")])])
    )
    found = Card(padded=False)
    lists = RowList(
        [ClickRow(f"Protocol {n}", "Describe, interpret, then plan.", key=n, tone="strong") for n in range(3)], padding=14
    )
    lists.select(0)
    found.body.addWidget(lists)
    body = columns((column(meeting, carried, recent), 3), (column(actions, found), 2))
    return _screen(TopBar("Good morning", "Tuesday 24 November", button("New meeting")), page_scroll(body))


def _screen(*parts: QWidget) -> QWidget:
    window = QWidget()
    window.setProperty("ground", "paper")
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for part in parts:
        box.addWidget(part)
    return window


PAGES = {"home": home}


def main() -> None:
    out, theme_name, page = ([*sys.argv[1:], "light", "home"] + ["", "", ""])[:3] if len(sys.argv) < 3 else (
        [*sys.argv[1:], "home"][:3]
    )
    app = QApplication([])
    theme = Theme(app)
    theme.apply(theme_name)  # type: ignore[arg-type]
    window = PAGES[page]()
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    window.grab().save(out)


if __name__ == "__main__":
    main()
