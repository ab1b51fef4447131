"""The cards of the insights screen. Each figure tells which records it counts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.insights.figures import Figures
from plcdesk.insights.words import (
    about_word,
    hours,
    norm_charts,
    protocol_words,
    time_charts,
)
from plcdesk.minutes.document import ChartRow, text_of
from plcdesk.text import ntr, tr
from plcdesk_ui.insights.chart_view import ChartView
from plcdesk_ui.insights.figure import Figure
from plcdesk_ui.insights.record_lines import action_lines, item_lines, meeting_lines, norm_lines
from plcdesk_ui.insights.records_sheet import RecordLine
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.words import day, short_day

Look = Callable[[str, Sequence[RecordLine]], None]
"""Shows the records behind a figure, under its name."""


def following_card(figures: Figures, look: Look) -> Card:
    """What came of what was agreed."""
    card = Card(tr("Following through"))
    row = QHBoxLayout()
    row.setSpacing(ROW)
    of = tr("{part} of {whole}")
    figures_shown = (
        (
            of.format(part=len(figures.done), whole=len(figures.actions)),
            tr("actions done"),
            lambda: action_lines(figures.actions, figures),
        ),
        (
            str(len(figures.long_open)),
            tr("open for over two weeks"),
            lambda: action_lines(figures.long_open, figures),
        ),
        (
            of.format(part=len(figures.reached("yes")), whole=len(figures.wanted)),
            ntr("meeting reached what it wanted", "meetings reached what they wanted", len(figures.wanted)),
            lambda: meeting_lines(figures.wanted),
        ),
    )
    for number, words, lines in figures_shown:
        figure = Figure(number, words)
        figure.pressed_to_look.connect(lambda words=words, lines=lines: look(_heading(words), lines()))
        row.addWidget(figure, 1, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(row)
    return card


def norms_card(figures: Figures, look: Look, locale: str) -> Card:
    """Each norm over time."""
    card = Card(tr("Our norms, mean of 5 fingers"))
    if not figures.norms:
        card.body.addWidget(
            plain(tr("Norms that are rated at the end of a meeting show here."), "secondary", wrap=True)
        )
        return card
    rows = RowList(lines=False)
    charts = norm_charts(figures.norms, figures.span, figures.today, locale)
    for norm, row in zip(figures.norms, charts.rows, strict=True):
        rows.add(_chart_row(row, lambda norm=norm: look(norm.text, norm_lines(norm)), words_below=True))
    card.body.addWidget(rows)
    card.body.addWidget(plain(tr("Each team sees its own. Teams are not ranked."), "secondary", wrap=True))
    return card


def time_card(figures: Figures, look: Look) -> Card:
    """What the minutes of the meetings went into."""
    card = Card(tr("Where our time went"))
    if not figures.times:
        card.body.addWidget(
            plain(tr("The clock of a meeting that was run here shows it."), "secondary", wrap=True)
        )
        return card
    rows = RowList(lines=False, dense=True)
    for use, row in zip(figures.times, time_charts(figures.times).rows, strict=True):
        name = f"{about_word(use.about)}: {hours(use.minutes)}"
        rows.add(_chart_row(row, lambda use=use, name=name: look(name, item_lines(use.items))))
    card.body.addWidget(rows)
    return card


def protocols_card(figures: Figures, look: Look) -> Card:
    """The protocols that were run, with the minutes planned and used."""
    card = Card(tr("Protocols we used"))
    if not figures.protocols:
        card.body.addWidget(plain(tr("None in this time."), "secondary"))
        return card
    rows = RowList()
    for use in figures.protocols:
        row = ClickRow(use.name, trailing=[protocol_words(use)])
        row.activated.connect(lambda use=use: look(use.name, item_lines(use.runs)))
        rows.add(row)
    card.body.addWidget(rows)
    return card


def cadence_card(figures: Figures, look: Look) -> Card:
    """How regularly the team met."""
    card = Card(tr("How often we met"))
    held = tr("{held} of {planned} meetings held").format(
        held=len(figures.held), planned=len(figures.meetings)
    )
    row = ClickRow(held, _rhythm(figures))
    row.activated.connect(lambda: look(tr("Meetings"), meeting_lines(figures.meetings)))
    card.body.addWidget(RowList([row]))
    return card


def _rhythm(figures: Figures) -> str:
    """'Usually 7 days apart. Longest without a meeting: 21 days, 20 Oct to 10 Nov.'"""
    pair = figures.longest_gap
    if figures.usual_gap is None or pair is None:
        return ""
    usual = ntr("Usually {n} day apart.", "Usually {n} days apart.", figures.usual_gap)
    days = (pair[1].on - pair[0].on).days
    longest = tr("Longest without a meeting: {days} days, {first} to {last}.").format(
        days=days, first=short_day(pair[0].on), last=day(pair[1].on)
    )
    sentence = usual.format(n=figures.usual_gap)
    return f"{sentence} {longest}" if days > figures.usual_gap else sentence


def _chart_row(row: ChartRow, look: Callable[[], None], words_below: bool = False) -> QWidget:
    """A chart beside its name; its numbers stand behind it, or below the name where they are longer."""
    label, words = text_of(row.label), text_of(row.words)
    chart = ChartView(row.chart, f"{label}: {words}")
    if words_below:
        made = ClickRow(label, words, trailing=[chart])
    else:
        made = ClickRow(label, trailing=[chart, _numbers(words)])
    made.setAccessibleName(f"{label}, {words}")
    made.activated.connect(look)
    return made


def _numbers(words: str) -> QWidget:
    """The numbers of a chart, in a column of one width so that the charts stand below each other."""
    label = plain(words, "secondary")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 8)
    return label


def _heading(words: str) -> str:
    return words[:1].upper() + words[1:]
