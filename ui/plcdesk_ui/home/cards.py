"""The smaller cards of the home screen. Each is filled where it will stand, so that it is styled once only."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from plcdesk.library.kinds import kind_word
from plcdesk.planning.carry_over import CarryOver, UnreachedItem
from plcdesk.planning.home import NormLine, RecentMinutes
from plcdesk.planning.infos import EntryInfo, TeamInfo
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import ClickRow, Row, RowList
from plcdesk_ui.widgets.toggles import CheckRow
from plcdesk_ui.words import day, late_word, short_day

SHOWN_ACTIONS = 4
"""How many actions there are stands in the title of their card, beside the way to all of them."""


def carried_card(
    carried: CarryOver, add: Callable[[EntryInfo | UnreachedItem], None] | None, parent: QWidget
) -> Card:
    """What the last meeting left open and what it did not come to; `add` puts it on the next agenda."""
    if carried.last is None:
        card = Card(tr("Carried over"), parent=parent)
        card.body.addWidget(
            plain(tr("What a meeting leaves open waits here for the next one."), "secondary", wrap=True)
        )
        return card
    card = Card(tr("Carried over from {day}").format(day=day(carried.last.starts_at.date())), parent=parent)
    if not carried.open_entries and not carried.unreached:
        card.body.addWidget(plain(tr("Nothing carried over."), "secondary"))
        return card
    rows = RowList(parent=card)
    card.body.addWidget(rows)
    for entry in carried.open_entries:
        word = tr("Open question") if entry.kind == "question" else kind_word(entry.kind)
        chip = Chip(word, "question" if entry.kind == "question" else "parking")
        rows.add(Row(entry.text, leading=chip, trailing=_adder(entry.text, entry, add), parent=rows))
    for item in carried.unreached:
        chip = Chip(tr("Not reached"))
        rows.add(Row(item.title, leading=chip, trailing=_adder(item.title, item, add), parent=rows))
    return card


def _adder(
    text: str, what: EntryInfo | UnreachedItem, add: Callable[[EntryInfo | UnreachedItem], None] | None
) -> list[QWidget]:
    if add is None:
        return []
    adder = button(tr("Add to agenda"), lambda: add(what))
    adder.setAccessibleName(tr("Add to agenda: {what}").format(what=text))
    return [adder]


def actions_card(
    actions: tuple[EntryInfo, ...],
    team: TeamInfo,
    today: date,
    tick: Callable[[EntryInfo], None],
    see_all: Callable[[], None],
    parent: QWidget,
) -> Card:
    """Open actions, the latest first; a tick says that one is done."""
    card = Card(tr("Open actions"), str(len(actions)) if actions else None, parent=parent)
    card.add_trailing(button(tr("All actions"), see_all, "link"))
    if not actions:
        card.body.addWidget(plain(tr("No open actions."), "secondary"))
        return card
    rows = RowList(parent=card)
    card.body.addWidget(rows)
    for action in actions[:SHOWN_ACTIONS]:
        late = action.days_late(today)
        row = CheckRow(
            action.text,
            owners_and_date(action, team, today),
            trailing=[Chip(late_word(late), "warning")] if late else [],
            parent=rows,
        )
        row.box.toggled.connect(lambda _on, action=action: tick(action))
        rows.add(row)
    return card


def owners_and_date(action: EntryInfo, team: TeamInfo, today: date) -> str:
    """'Minh · was due Fri 20 Nov'."""
    names = [member.first_name for owner in action.owners if (member := team.member(owner)) is not None]
    who = ", ".join([*names, *action.owner_names]) or tr("nobody yet")
    if action.due_on is None:
        return f"{who} · {tr('no date')}"
    if action.due_on == today:
        return f"{who} · {tr('today')}"
    if action.due_on < today:
        return tr("{who} · was due {day}").format(who=who, day=day(action.due_on))
    return f"{who} · {day(action.due_on)}"


def minutes_card(
    recent: tuple[RecentMinutes, ...], open_minutes: Callable[[str], None], parent: QWidget
) -> Card:
    """The last meetings held; a click opens the minutes."""
    card = Card(tr("Recent minutes"), parent=parent)
    if not recent:
        card.body.addWidget(
            plain(
                tr("The minutes of your first meeting will be here, as soon as you have held it."),
                "secondary",
                wrap=True,
            )
        )
        return card
    rows = RowList(parent=card)
    card.body.addWidget(rows)
    for line in recent:
        rows.add(_minutes_row(line, open_minutes, rows))
    return card


def _minutes_row(line: RecentMinutes, open_minutes: Callable[[str], None], parent: QWidget) -> ClickRow:
    meeting = line.meeting
    counted = " · ".join(
        (
            ntr("{n} decision", "{n} decisions", line.decisions).format(n=line.decisions),
            ntr("{n} action", "{n} actions", line.actions).format(n=line.actions),
        )
    )
    trailing: list[QWidget | str] = []
    if line.gaps:
        trailing.append(Chip(ntr("{n} gap", "{n} gaps", line.gaps).format(n=line.gaps), "warning"))
    trailing.append(Chip(tr("draft"), "warning") if meeting.status == "draft" else counted)
    row = ClickRow(
        meeting.title, leading=short_day(meeting.starts_at.date()), trailing=trailing, parent=parent
    )
    row.activated.connect(lambda: open_minutes(meeting.id))
    return row


def norms_card(
    norms: tuple[NormLine, ...], today: date, write_norms: Callable[[], None], parent: QWidget
) -> Card:
    """The team's norms, and how each went."""
    card = Card(tr("Our norms"), parent=parent)
    if not norms:
        card.body.addWidget(
            plain(
                tr("Norms are what you promise each other. Write them together in a meeting."),
                "secondary",
                wrap=True,
            )
        )
        card.body.addWidget(button(tr("See the team"), write_norms))
        return card
    rows = RowList(parent=card)
    card.body.addWidget(rows)
    for norm in norms:
        rows.add(Row(norm.text, trailing=[_norm_word(norm, today)], parent=rows))
    return card


def _norm_word(norm: NormLine, today: date) -> str:
    if norm.watched_on is not None:
        return tr("watched today") if norm.watched_on == today else tr("watched next")
    words = {"better": tr("getting better"), "steady": tr("steady"), "worse": tr("needs care"), None: ""}
    return words[norm.trend]
