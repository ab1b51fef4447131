"""Meetings: what is coming, what is past, a new one, and writing up one that was held on paper."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_meetings, read_teams
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.meetings.rows import coming_row, past_row
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.empty import EmptyState
from plcdesk_ui.widgets.rows import RowList
from plcdesk_ui.widgets.scroll import column, columns, page_scroll
from plcdesk_ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from plcdesk.store.work import Work

SHOWN = 60


class MeetingsScreen(Screen):
    """One team's meetings; `Place.line` 'new' opens the sheet for a new one at once."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team_id = ""
        self._shown = SHOWN
        self.teams = Choice()
        self.teams.setAccessibleName(tr("Team"))
        self.teams.chosen.connect(lambda team_id: self._choose_team(str(team_id)))
        self.bar = TopBar(tr("Meetings"))
        self.bar.add_left(self.teams)
        self.bar.add(
            button(tr("Write up a past meeting"), self._write_up, tip=tr("For a meeting held on paper"))
        )
        self.bar.add(button(tr("New meeting"), self._new_meeting, "primary"))
        self.page.addWidget(self.bar)
        holder = QWidget()
        self._place = QVBoxLayout(holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.page.addWidget(page_scroll(holder), 1)

    def enter(self, place: Place) -> None:
        if place.about:
            self._team_id = place.about
        self._shown = SHOWN
        self._read()
        if place.line == "new":
            QTimer.singleShot(0, self._new_meeting)

    def heard(self, changes: Changes, initiator: object) -> None:
        if changes.touches("meeting", "team", "entry", "item"):
            self._read()

    @property
    def undo_list(self) -> str:
        return self._team_id

    def _choose_team(self, team_id: str) -> None:
        self._team_id, self._shown = team_id, SHOWN
        self.context.remember(last_team=team_id)
        self._read()

    def _read(self) -> None:
        teams = read_teams(self.context.reader)
        if not teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        ids = {team.id: team for team in teams}
        if self._team_id not in ids:
            last = self.context.settings.last_team or ""
            self._team_id = last if last in ids else teams[0].id
        self.teams.set_options([(team.id, team.name) for team in teams], self._team_id)
        meetings = read_meetings(self.context.reader, self._team_id)
        coming = tuple(reversed([m for m in meetings if m.status in ("planned", "running")]))
        past = tuple(m for m in meetings if m.was_held)
        self.bar.set_context(ntr("{n} meeting held", "{n} meetings held", len(past)).format(n=len(past)))
        self._show(coming, past, self.context.local_now(ids[self._team_id].zone))

    def _show(self, coming: tuple[MeetingInfo, ...], past: tuple[MeetingInfo, ...], now: datetime) -> None:
        content = columns((column(self._coming_card(coming, now)), 1), (column(self._past_card(past)), 1))
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._place.addWidget(content)

    def _coming_card(self, coming: tuple[MeetingInfo, ...], now: datetime) -> Card:
        card = Card(tr("Coming"))
        if not coming:
            card.body.addWidget(
                EmptyState(
                    "calendar-days", tr("No meeting is planned."), tr("Plan a meeting"), self._new_meeting
                )
            )
            return card
        rows = RowList()
        for meeting in coming:
            rows.add(coming_row(meeting, now, self.context.go, self._delete))
        card.body.addWidget(rows)
        return card

    def _past_card(self, past: tuple[MeetingInfo, ...]) -> Card:
        card = Card(tr("Past"))
        if not past:
            card.body.addWidget(
                EmptyState("file-text", tr("Minutes of meetings that were held are kept here."))
            )
            return card
        rows = RowList()
        for meeting in past[: self._shown]:
            rows.add(past_row(meeting, self.context.go))
        card.body.addWidget(rows)
        if len(past) > self._shown:
            card.body.addWidget(button(tr("Show older meetings"), self._show_older, "quiet"))
        return card

    def _show_older(self) -> None:
        self._shown += 4 * SHOWN
        self._read()

    def _new_meeting(self) -> None:
        from plcdesk_ui.plan.new_meeting import ask_for_new_meeting

        ask_for_new_meeting(self, self.context, self._team_id)

    def _write_up(self) -> None:
        from plcdesk_ui.minutes.write_up import ask_for_past_meeting

        ask_for_past_meeting(self, self.context, self._team_id)

    def _delete(self, meeting: MeetingInfo) -> None:
        def delete(work: "Work") -> None:
            from plcdesk.planning.agendas import delete_meeting

            delete_meeting(work, meeting.id)

        told = tr("Deleted: {what}").format(what=meeting.title)
        self.context.do(delete, told=told, undo_list=meeting.id)
