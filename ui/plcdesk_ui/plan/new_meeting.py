"""A new meeting: from a template, from the last agenda, or empty."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from plcdesk.library.templates import Template, templates
from plcdesk.planning.days_off import read_days_off
from plcdesk.planning.free_slot import first_free_slot, planned_days
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_meetings, read_past_roles, read_team
from plcdesk.planning.series import MOST, dates_of
from plcdesk.planning.suggestions import people_of
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.plan.when_sheet import WhenFields
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.stepper import Stepper
from plcdesk_ui.words import short_day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

COPY, FIRST, WEEKLY = "copy", "first-meeting", "weekly-45"


def ask_for_new_meeting(parent: QWidget, context: Context, team_id: str) -> None:
    """Ask when it is and what it begins with; then make it and go to its plan."""
    team = read_team(context.reader, team_id)
    if team is not None:
        NewMeetingSheet(context, team, parent).open()


class NewMeetingSheet(Sheet):
    """Everything is filled in with what is usual, so that Enter is enough."""

    def __init__(self, context: Context, team: TeamInfo, parent: QWidget | None = None) -> None:
        super().__init__(tr("New meeting"), parent=parent)
        self._context = context
        self._team = team
        self._templates = {template.id: template for template in templates()}
        meetings = read_meetings(context.reader, team.id)
        self._last = next((meeting for meeting in meetings if meeting.was_held), None)
        self.template = RadioList(self._options(), name=tr("Begin with"))
        self.why = plain("", "caption", wrap=True)
        self.title_field = LineField(tr("Team meeting"), limit=200)
        self.wanted = LineField("", tr("a decision, a plan, a shared picture of …"), limit=300)
        start = first_free_slot(context.reader, team, context.local_now(team.zone))
        self.when = WhenFields(start.isoformat(timespec="minutes"), team.minutes, team.room)
        self.how_many = Stepper(
            1,
            1,
            MOST,
            lambda n: ntr("meeting", "meetings, one a week", n),
            tr("How many meetings"),
        )
        self.until = plain("", "caption", wrap=True)
        self._lay_out()
        self.how_many.changed.connect(lambda _n: self._say_until())
        self.when.day.committed.connect(lambda _day: self._say_until())
        self.template.chosen.connect(self._choose)
        self.accepted.connect(self._make)
        self.template.set_value(FIRST if self._last is None else WEEKLY)
        self._choose(self.template.value())
        self.title_field.setFocus()
        self.title_field.selectAll()
        self.fit_into_window(500, 870)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the template in sight that is chosen."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll_to_chosen)

    def _scroll_to_chosen(self) -> None:
        button = self.template.chosen_button
        if button is not None:
            self._beginnings.ensureWidgetVisible(button, 0, button.height())

    def _options(self) -> list[tuple[object, str]]:
        options: list[tuple[object, str]] = [(each.id, each.name) for each in self._templates.values()]
        if self._last is not None:
            words = tr("The last agenda again ({day}: {title})")
            last_day = short_day(self._last.starts_at.date())
            options.insert(-1, (COPY, words.format(day=last_day, title=self._last.title)))
        return options

    def _lay_out(self) -> None:
        self.body.addWidget(field(tr("Title"), self.title_field))
        self.body.addWidget(self.when)
        self.body.addWidget(field(tr("How many"), self.how_many))
        self.body.addWidget(self.until)
        self.until.hide()
        self.body.addWidget(field(tr("By the end we will have"), self.wanted))
        self.body.addWidget(plain(tr("Begin with"), "secondary"))
        self._beginnings = page_scroll(self.template)
        self._beginnings.setMinimumHeight(self.template.sizeHint().height() // 8)
        self.body.addWidget(self._beginnings, 1)
        self.body.addWidget(self.why)
        self.add_cancel()
        self.add_accept(tr("Plan it"))

    def _template(self, value: object) -> Template | None:
        return self._templates.get(str(value))

    def _choose(self, value: object) -> None:
        """Take over what the template says, where the person has not said otherwise."""
        template = self._template(value)
        self.why.setText(
            template.when if template is not None else tr("The same topics, with the same times.")
        )
        usual = {tr("Team meeting"), *(each.name for each in self._templates.values())}
        if self.title_field.text().strip() in usual:
            special = template is not None and template.id == FIRST
            self.title_field.set_value(template.name if special and template else tr("Team meeting"))
        if self.wanted.text().strip() in {"", *(each.result for each in self._templates.values())}:
            self.wanted.set_value(template.result if template is not None else "")

    def _make(self) -> None:
        context, team, template = self._context, self._team, self._template(self.template.value())
        starts_at, minutes = self.when.starts_at(), self.when.minutes.value()
        title, result, room = self.title_field.text(), self.wanted.text(), self.when.room.text()
        copied = self._last.id if self.template.value() == COPY and self._last is not None else None
        starts = self._starts()
        members = [(member.id, member.name) for member in team.active_members]
        past = read_past_roles(context.reader, team.id, starts_at)

        def write(work: "Work") -> str:
            from plcdesk.planning.beginnings import items_from
            from plcdesk.planning.lengths import scaled
            from plcdesk.planning.series import plan_series

            items = items_from(template, context.catalogue.get) if template is not None else ()
            return plan_series(
                work,
                team.id,
                title,
                starts,
                minutes=minutes,
                room=room,
                result_wanted=result,
                items=scaled(items, minutes, people_of(team)),
                copy_from=copied,
                members=members,
                past=past,
            )

        context.do(write, then=context.go.plan)

    def _starts(self) -> tuple[datetime, ...]:
        """When the meetings are to begin; a series skips days off and days that are taken."""
        reader, team = self._context.reader, self._team
        first = datetime.fromisoformat(self.when.starts_at())
        off, taken = read_days_off(reader, team.id), planned_days(reader, team.id)
        return dates_of(first, self.how_many.value(), off, taken)

    def _say_until(self) -> None:
        starts = self._starts()
        self.until.setVisible(len(starts) > 1)
        self.until.setText(
            tr("The last on {day}; days off and days that are taken are skipped.").format(
                day=short_day(starts[-1].date())
            )
        )
