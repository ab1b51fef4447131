"""Norms to start from, with what each looks and sounds like."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.library.norms import norm_topics
from plcdesk.text import tr
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet


def choose_norm(parent: QWidget) -> str | None:
    """Let somebody choose a norm; returns its words, or None."""
    sheet = Sheet(tr("Ideas for norms"), tr("Take one and put it in your own words."), parent)
    chosen: list[str] = []
    holder = QWidget()
    box = QVBoxLayout(holder)
    for topic in norm_topics():
        box.addWidget(plain(topic.name, "card-title"))
        rows = RowList()
        for norm in topic.norms:
            seen = tr("Looks like: {looks} Sounds like: {sounds}").format(
                looks=norm.looks, sounds=norm.sounds
            )
            row = ClickRow(norm.text, seen)
            row.activated.connect(lambda text=norm.text: (chosen.append(text), sheet.accept()))
            rows.add(row)
        box.addWidget(rows)
    area = page_scroll(holder)
    area.setMinimumSize(620, 460)
    sheet.body.addWidget(area)
    sheet.add_cancel(tr("Close"))
    sheet.exec()
    return chosen[0] if chosen else None
