"""An action in the list: a box to tick, whose it is and by when, how old it is, and what came of it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from plcdesk.archive.actions import ActionInfo
from plcdesk.minutes.actions_page import moved_words
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.toggles import CheckRow
from plcdesk_ui.words import day, joined, late_word

OLD = 2
"""Weeks from which on it is said how long an action has been open."""


class ActionRow(CheckRow):
    """Requests tell the id of the action."""

    ticked = Signal(str, bool)
    move_requested = Signal(str)
    open_requested = Signal(str)
    drop_requested = Signal(str)
    outcome_written = Signal(str, str)

    def __init__(self, action: ActionInfo, today: date, *, team: bool, asks_outcome: bool) -> None:
        self.action = action
        late = action.days_late(today)
        trailing: list[QWidget | str] = [Chip(late_word(late), "warning")] if late else []
        if action.is_open:
            move = button(tr("Move"), lambda: self.move_requested.emit(action.id), "quiet", grade="small")
            move.setAccessibleName(tr("Move the date: {what}").format(what=action.text))
            drop = icon_button(
                "x",
                tr("Drop: {what}").format(what=action.text),
                lambda: self.drop_requested.emit(action.id),
                tip=tr("Drop it: it will not be done"),
                grade="small",
            )
            trailing += [move, drop]
        opener = icon_button(
            "file-text",
            tr("Minutes: {what}").format(what=action.text),
            lambda: self.open_requested.emit(action.id),
            tip=tr("Open the minutes there"),
            grade="small",
        )
        trailing.append(opener)
        super().__init__(action.text, secondary_line(action, today, team=team), not action.is_open, trailing)
        self.box.toggled.connect(lambda on: self.ticked.emit(action.id, on))
        self.outcome: LineField | None = None
        if asks_outcome or action.outcome:
            self.outcome = LineField(
                action.outcome, tr("What came of it in the classroom? Leave it empty if you like.")
            )
            self.outcome.setAccessibleName(tr("What came of it: {what}").format(what=action.text))
            self.outcome.committed.connect(lambda text: self.outcome_written.emit(action.id, text))
            self.content.add_below(self.outcome, above=4)


def secondary_line(action: ActionInfo, today: date, *, team: bool) -> str:
    """'Minh Trần · was due Fri 20 Nov · moved twice: the cart is broken · open for 3 weeks · Unit 2 results'."""
    parts = [joined(action.owners) or tr("nobody yet"), _when(action, today)]
    moved = moved_words(action)
    if moved:
        parts.append(f"{moved}: {action.reason}" if action.reason else moved)
    weeks = action.weeks_open(today)
    if action.is_open and weeks >= OLD:
        parts.append(ntr("open for {n} week", "open for {n} weeks", weeks).format(n=weeks))
    parts += [action.team if team else "", action.meeting]
    return " · ".join(part for part in parts if part)


def _when(action: ActionInfo, today: date) -> str:
    if action.status == "done":
        return tr("done {day}").format(day=day(action.closed_on)) if action.closed_on else tr("done")
    if action.status == "dropped":
        return tr("dropped")
    if action.due_on is None:
        return tr("no date")
    if action.due_on == today:
        return tr("due today")
    words = tr("was due {day}") if action.due_on < today else tr("by {day}")
    return words.format(day=day(action.due_on))
