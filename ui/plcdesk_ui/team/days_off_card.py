"""The days on which the team does not meet."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.planning.days_off import DaysOff
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.date_field import DateField
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.words import day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_USUAL = 6  # days that a week off has after its first


class DaysOffCard(Card):
    """Holidays: what is proposed, and a series of meetings, skips them."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("Days off"))
        self._change = change
        self._team_id = ""
        self.rows = RowList(dense=True)
        self._nothing = plain(
            tr("School holidays and other days without a meeting. A series of meetings skips them."),
            "secondary",
            wrap=True,
        )
        self.name = LineField(placeholder=tr("What they are called"), limit=80)
        self.name.setAccessibleName(tr("What they are called"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(tr("First day"))
        self.last.setAccessibleName(tr("Last day"))
        self.first.committed.connect(self._follow)
        self.add = button(tr("Add"), self._add)
        self._wrong = plain("", "danger", wrap=True)
        self._wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(ROW)
        for part in (self.first, plain(tr("to"), "secondary"), self.last, self.add):
            row.addWidget(part)
        row.addStretch(1)
        box = QVBoxLayout()
        box.setSpacing(ROW)
        for widget in (self._nothing, self.rows, self.name):
            box.addWidget(widget)
        box.addLayout(row)
        box.addWidget(self._wrong)
        self.body.addLayout(box)

    def show_days_off(self, team_id: str, days_off: tuple[DaysOff, ...], today: date) -> None:
        """Show a team's days off, those gone by left out."""
        if team_id != self._team_id:
            self._team_id = team_id
            self.first.set_value(today.isoformat())
            self.last.set_value((today + timedelta(days=_USUAL)).isoformat())
        coming = [off for off in days_off if off.last >= today]
        self._nothing.setVisible(not coming)
        self.rows.set_rows(self._row(off) for off in coming)

    def _row(self, off: DaysOff) -> QWidget:
        span = day(off.first) if off.first == off.last else f"{day(off.first)} – {day(off.last)}"
        name = off.name or tr("Days off")
        remove = icon_button("trash-2", tr("Delete {what}").format(what=name), lambda: self._remove(off))
        return Row(name, span, trailing=[remove])

    def _follow(self, first: object) -> None:
        """The last day goes along when the first is put behind it."""
        last = self.last.value()
        if isinstance(first, str) and last is not None and last < first:
            self.last.set_value(first)

    def _add(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            return
        if last < first:
            self._wrong.setText(tr("The last day off must not be before the first."))
            set_tone(self._wrong, "danger")
            self._wrong.show()
            return
        self._wrong.hide()
        team_id, name = self._team_id, self.name.text().strip()
        span = date.fromisoformat(first), date.fromisoformat(last)
        self.name.clear_written()

        def add(work: "Work") -> None:
            from plcdesk.planning.days_off import add_days_off

            add_days_off(work, team_id, *span, name)

        self._change(add)

    def _remove(self, off: DaysOff) -> None:
        def remove(work: "Work") -> None:
            from plcdesk.planning.days_off import remove_days_off

            remove_days_off(work, off.id)

        self._change(remove, tr("Deleted: {what}").format(what=off.name or tr("Days off")))
