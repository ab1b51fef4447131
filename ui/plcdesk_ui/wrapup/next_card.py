"""3 · Next meeting: date, who facilitates by turns, what we will have by its end."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import Choice, DateField, LineField, TimeField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class NextCard(Card):
    """Proposes the usual slot and whose turn it is: one click plans it so; what is changed here is planned at once."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("3 · Next meeting"))
        self._change = change
        self._facts: WrapUp | None = None
        self.day = DateField()
        self.time = TimeField()
        self.facilitator = Choice()
        self.result = LineField(placeholder=tr("a result you can hold up"), limit=300)
        self.bring = LineField(placeholder=tr("three tickets per section, names removed"), limit=300)
        self._state = plain("", "caption", wrap=True)
        self.plan_it = button(tr("Plan it"), self.plan, grade="small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP - 4)
        grid.addWidget(field(tr("Day"), self.day), 0, 0)
        grid.addWidget(field(tr("Time"), self.time), 0, 1)
        grid.addWidget(field(tr("Facilitator"), self.facilitator), 0, 2)
        grid.addWidget(field(tr("By the end we will have"), self.result), 1, 0, 1, 3)
        grid.addWidget(field(tr("What to bring"), self.bring), 2, 0, 1, 3)
        for column, stretch in enumerate((4, 2, 3)):
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self.plan_it)
        self.body.addLayout(foot)
        self.day.committed.connect(lambda _day: self.plan())
        self.time.committed.connect(lambda _time: self.plan())
        self.facilitator.chosen.connect(lambda _member: self.plan())
        self.result.committed.connect(lambda _text: self.plan())
        self.bring.committed.connect(lambda _text: self.plan())

    def show_wrap_up(self, facts: WrapUp) -> None:
        """Show the meeting that is planned next, or propose one."""
        self._facts = facts
        start = facts.next.starts_at if facts.next else facts.proposed_start
        self.day.set_value(start.date().isoformat())
        self.time.set_value(f"{start:%H:%M}")
        members = [(member.id, member.name) for member in facts.room.agenda.team.active_members]
        holder = facts.next_facilitator or facts.proposed_facilitator
        self.facilitator.set_options([(None, tr("nobody yet")), *members], holder)
        self.result.set_value(facts.next.result_wanted if facts.next else "")
        self.bring.set_value(facts.next.bring if facts.next else "")
        self.plan_it.setVisible(facts.next is None)
        planned = tr("It is planned; its agenda waits for you.")
        self._state.setText(planned if facts.next else tr("Proposed by your usual time and by turns."))

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.result.flush()
        self.bring.flush()

    def plan(self) -> None:
        """Plan the next meeting as it stands here."""
        if self._facts is None:
            return
        meeting = self._facts.room.meeting
        starts_at = f"{self.day.value()}T{self.time.value()}"
        facilitator, result = self.facilitator.value(), self.result.text().strip()
        bring = self.bring.text().strip()
        if datetime.fromisoformat(starts_at) <= meeting.starts_at:
            self._state.setText(tr("The next meeting must be after this one."))
            return
        meeting_id, minutes = meeting.id, meeting.minutes

        def plan(work: "Work") -> None:
            from plcdesk.closing.wrap_up import plan_next
            from plcdesk.library.templates import templates
            from plcdesk.planning.agendas import NewItem
            from plcdesk.planning.beginnings import fitted_into

            weekly = next(each for each in templates() if each.id == "weekly-45")
            items = [
                NewItem(item.kind, item.title, item.minutes, item.purpose)
                for item in weekly.items
                if item.kind in ("opening", "wrap_up")
            ]
            plan_next(
                work,
                meeting_id,
                starts_at=starts_at,
                facilitator=str(facilitator) if facilitator else None,
                result_wanted=result,
                bring=bring,
                items=fitted_into(items, minutes, 2),
            )

        self._change(plan)
