"""A new meeting: from a template, from the last agenda, or empty."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from plcdesk.library.templates import Template, templates
from plcdesk.planning.infos import MeetingInfo, TeamInfo
from plcdesk.planning.reading import read_meetings, read_team
from plcdesk.planning.roles import propose_for
from plcdesk.planning.slots import next_slot
from plcdesk.planning.suggestions import people_of
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.plan.when_sheet import WhenFields
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.words import short_day

if TYPE_CHECKING:
    from plcdesk.store.work import Work

COPY, FIRST, WEEKLY = "copy", "first-meeting", "weekly-45"
MOST_WEEKS = 60


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
        start = first_free_slot(team, meetings, context.local_now(team.zone))
        self.when = WhenFields(start.isoformat(timespec="minutes"), team.minutes, team.room)
        self._lay_out()
        self.template.chosen.connect(self._choose)
        self.accepted.connect(self._make)
        self.template.set_value(FIRST if self._last is None else WEEKLY)
        self._choose(self.template.value())
        self.title_field.setFocus()
        self.title_field.selectAll()

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
        self.body.addWidget(field(tr("By the end we will have"), self.wanted))
        self.body.addWidget(plain(tr("Begin with"), "secondary"))
        self.body.addWidget(self.template)
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
        roles = propose_for(context.reader, team, starts_at)

        def write(work: "Work") -> str:
            from plcdesk.planning.agenda_sources import plan_meeting
            from plcdesk.planning.beginnings import items_from
            from plcdesk.planning.lengths import scaled

            items = items_from(template, context.catalogue.get) if template is not None else ()
            return plan_meeting(
                work,
                team.id,
                title,
                starts_at,
                minutes=minutes,
                room=room,
                result_wanted=result,
                items=scaled(items, minutes, people_of(team)),
                copy_from=copied,
                roles=roles,
            )

        context.do(write, then=context.go.plan)


def first_free_slot(team: TeamInfo, meetings: tuple[MeetingInfo, ...], now: datetime) -> datetime:
    """The team's next usual slot on a day for which no meeting is planned. `now` is local."""
    taken: set[date] = {meeting.starts_at.date() for meeting in meetings if meeting.status == "planned"}
    found = next_slot(team.weekday, team.time, now)
    for _ in range(MOST_WEEKS):
        if found.date() not in taken:
            break
        found += timedelta(days=7 if team.weekday is not None else 1)
    return found
