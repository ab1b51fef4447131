"""Who does an action and by when, as two chips that are mended in place."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QWidget, QWidgetAction

from plcdesk.planning.infos import EntryInfo, MemberInfo
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.calendar_look import dress_calendar
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.words import day


class ActionChips(QWidget):
    """Tells `owners_chosen` with members' ids and `due_chosen` with a date or None; a gap is asked for in amber."""

    owners_chosen = Signal(object)
    due_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[MemberInfo, ...] = ()
        self._owners: tuple[str, ...] = ()
        self._due: date | None = None
        self._today = date(2000, 1, 1)
        self._next_meeting: date | None = None
        self.who = ChipButton("", "neutral", self._choose_owners, checkable=False)
        self.when = ChipButton("", "neutral", self._choose_due, checkable=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW - 4)
        row.addWidget(self.who)
        row.addWidget(self.when)

    def show_action(
        self, action: EntryInfo, members: tuple[MemberInfo, ...], today: date, next_meeting: date | None
    ) -> None:
        """Show an action's owners and date; `next_meeting` is offered as a date if there is one."""
        self._members, self._owners, self._due = members, action.owners, action.due_on
        self._today, self._next_meeting = today, next_meeting
        names = [_short(member) for member in members if member.id in action.owners]
        who = ", ".join([*names, *action.owner_names])
        self.who.set_chip(who or tr("who?"), "neutral" if who else "warning")
        self.who.setAccessibleDescription(tr("Who does it; press to change"))
        when = day(action.due_on) if action.due_on else ""
        self.when.set_chip(when or tr("by when?"), "neutral" if when else "warning")
        self.when.setAccessibleDescription(tr("By when; press to change"))

    def _choose_owners(self) -> None:
        menu = QMenu(self)
        for member in self._members:
            if not member.active and member.id not in self._owners:
                continue
            action = QAction(member.name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(member.id in self._owners)
            action.triggered.connect(lambda on, member_id=member.id: self._toggle(member_id, on))
            menu.addAction(action)
        menu.exec(self.who.mapToGlobal(QPoint(0, self.who.height())))

    def _toggle(self, member_id: str, on: bool) -> None:
        kept = [owner for owner in self._owners if owner != member_id]
        self.owners_chosen.emit((*kept, member_id) if on else tuple(kept))

    def _choose_due(self) -> None:
        menu = QMenu(self)
        for words, due in self._offered():
            action = QAction(f"{words}  ·  {day(due)}", menu)
            action.triggered.connect(lambda _on=False, due=due: self.due_chosen.emit(due))
            menu.addAction(action)
        none = QAction(tr("No date"), menu)
        none.triggered.connect(lambda _on=False: self.due_chosen.emit(None))
        menu.addAction(none)
        menu.addSeparator()
        menu.addAction(self._calendar(menu))
        menu.exec(self.when.mapToGlobal(QPoint(0, self.when.height())))

    def _offered(self) -> list[tuple[str, date]]:
        offered = [(tr("Tomorrow"), self._today + timedelta(days=1))]
        friday = self._today + timedelta(days=(4 - self._today.weekday()) % 7 or 7)
        offered.append((tr("Friday"), friday))
        if self._next_meeting is not None:
            offered.append((tr("Next meeting"), self._next_meeting))
        offered.append((tr("In two weeks"), self._today + timedelta(days=14)))
        return offered

    def _calendar(self, menu: QMenu) -> QWidgetAction:
        calendar = QCalendarWidget()
        calendar.setAccessibleName(tr("Pick a date"))
        dress_calendar(calendar)
        shown = self._due or self._today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(lambda picked: (menu.close(), self.due_chosen.emit(picked.toPython())))
        calendar.clicked.connect(lambda picked: (menu.close(), self.due_chosen.emit(picked.toPython())))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        return holder


def _short(member: MemberInfo) -> str:
    words = member.name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else member.name
