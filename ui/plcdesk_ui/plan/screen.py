"""Plan a meeting: its agenda, its protocols, who brings what, who does what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from plcdesk.closing.said import read_said
from plcdesk.planning.carry_over import read_offered
from plcdesk.planning.infos import ItemInfo
from plcdesk.planning.reading import Agenda, read_agenda
from plcdesk.planning.roles import propose_for, roles_were_given
from plcdesk.planning.suggestions import Candidate, for_minutes, people_of
from plcdesk.store.changes import Changes
from plcdesk_ui.attachments.file_drop import FileDrop
from plcdesk_ui.attachments.files_card import FilesCard
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.actions import AgendaActions
from plcdesk_ui.plan.add_card import FIND_KEY, PASTE_KEY, Adding
from plcdesk_ui.plan.dialogs import PlanDialogs
from plcdesk_ui.plan.fit_facts import FitFacts
from plcdesk_ui.plan.library import TeamLibrary
from plcdesk_ui.plan.lines import lines_of, slot_for
from plcdesk_ui.plan.parts import PlanParts, Wishes
from plcdesk_ui.plan.wiring import wire
from plcdesk_ui.rehearsal.meetings import MeetingRehearsal
from plcdesk_ui.screen import Screen

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class PlanScreen(Screen):
    """One planned meeting. A meeting that runs is gone on with in the room, one that was held in its minutes."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.agenda: Agenda | None = None
        self.desk = AgendaActions(context, "", self)
        self.library = TeamLibrary(context, self, self._show_protocols)
        self._facts = FitFacts()
        self.dialogs = PlanDialogs(self)
        self.rehearsal = MeetingRehearsal(context)
        adding = Adding(self.add_topic, self.add_protocol, self.dialogs.paste, self._find)
        wishes = Wishes(
            adding,
            self.add_protocol,
            self.dialogs.choose_to_add,
            lambda entry_id: self.desk.take_entry(entry_id, self._choose),
            lambda item_id: self.desk.take_item(item_id, self._choose),
            lambda: self.desk.add_frame(self._choose),
            self._change,
        )
        self.parts = PlanParts(wishes, FilesCard(context))
        FileDrop(self, self.parts.files.add, self.parts.files.where)
        self.page.addWidget(self.parts.bar)
        self.page.addWidget(self.parts.columns, 1)
        wire(self)
        self._shortcut(FIND_KEY).activated.connect(self.parts.add.start_finding)
        self._shortcut(PASTE_KEY).activated.connect(self.dialogs.paste)

    @property
    def meeting_id(self) -> str:
        """The meeting that is planned here."""
        return self.agenda.meeting.id if self.agenda is not None else ""

    @property
    def undo_list(self) -> str:
        return self.meeting_id

    def enter(self, place: Place) -> None:
        another = place.about != self.meeting_id
        agenda = read_agenda(self.context.reader, place.about)
        if not self._is_planned(agenda):
            return
        assert agenda is not None
        self.desk = AgendaActions(self.context, agenda.meeting.id, self)
        if another:
            self.parts.agenda.choose("")
            self.agenda = agenda
        self._show(agenda)
        if another:
            self.parts.agenda.choose(_first_to_look_at(agenda))
        self._propose_roles(agenda)

    def leave(self) -> None:
        self.parts.flush()

    def rehearse(self) -> None:
        """Run through a copy of the meeting, as it is planned once all that was typed is written."""
        self.leave()
        self.context.do(_nothing, then=lambda _none: self.rehearsal.open(self.meeting_id))

    def heard(self, changes: Changes, initiator: object) -> None:
        if self.agenda is None:
            return
        ours = self.meeting_id in changes.meetings or self.agenda.team.id in changes.teams
        if ours or changes.touches("member", "norm", "entry"):
            agenda = read_agenda(self.context.reader, self.meeting_id)
            if self._is_planned(agenda):
                assert agenda is not None
                self._show(agenda, typed=initiator is self)

    def chosen_item(self) -> ItemInfo | None:
        """The item whose details are shown."""
        return self.agenda.item(self.parts.agenda.chosen) if self.agenda is not None else None

    def show_chosen(self) -> None:
        """Show the details of the chosen item, and what suits its minutes."""
        self._show_details()
        self._show_protocols()

    def _show_details(self) -> None:
        item = self.chosen_item()
        self.parts.detail.setVisible(item is not None)
        if item is not None and self.agenda is not None:
            self.parts.detail.show_item(item, self.agenda.team)

    def add_topic(self, kind: str, title: str, minutes: int) -> None:
        """Put a topic on the agenda, ready to be given its title."""
        self.parts.flush()
        usual = kind in ("opening", "wrap_up")
        self.desk.add(kind, title, minutes, self._choose if usual else self._name)

    def add_protocol(self, candidate: Candidate, minutes: int | None = None) -> None:
        """Put a protocol on the agenda, in its own minutes unless others are given."""
        protocol = self.library.protocol(candidate.protocol_id)
        given = candidate.own if minutes is None else minutes
        self.desk.add_protocol(candidate, protocol, given, self._choose)

    def _is_planned(self, agenda: Agenda | None) -> bool:
        """Whether a meeting can be planned here; else go where it is at home."""
        if agenda is None:
            self.agenda = None
            QTimer.singleShot(0, self.context.go.home)
            return False
        if agenda.meeting.status == "planned":
            return True
        go = self.context.go.run if agenda.meeting.status == "running" else self.context.go.minutes
        self.agenda = None
        go(agenda.meeting.id)
        return False

    def _show(self, agenda: Agenda, typed: bool = False) -> None:
        """Show an agenda; where it was only `typed` in here, what cannot have changed is not read again."""
        self.agenda = agenda
        parts = self.parts
        parts.bar.show_meeting(agenda.meeting)
        parts.summary.show_agenda(agenda)
        parts.empty.setVisible(not agenda.items)
        parts.agenda.setVisible(bool(agenda.items))
        parts.hint.setVisible(len(agenda.items) > 1)
        parts.files.show_meeting(agenda.meeting.id, [(item.id, item.title) for item in agenda.items])
        parts.agenda.show_lines(lines_of(agenda, self._facts), agenda.spare_minutes < 0)
        kinds = {item.kind for item in agenda.items}
        parts.add.show_missing(tuple(kind for kind in ("opening", "wrap_up") if kind not in kinds))
        if typed:
            self._show_details()
            return
        carried = read_offered(self.context.reader, agenda.meeting)
        parts.carried.show_carried(carried, agenda.team, agenda.meeting.starts_at.date())
        start = agenda.meeting.starts_at.isoformat(timespec="minutes")
        parts.said.show_said(read_said(self.context.reader, agenda.team.id, start))
        parts.roles.show_roles(agenda.team, agenda.roles, self.proposal(agenda))
        self.show_chosen()

    def proposal(self, agenda: Agenda) -> dict[str, str]:
        """Who would have the roles by turns."""
        return propose_for(
            self.context.reader, agenda.team, agenda.meeting.starts_at.isoformat(timespec="minutes")
        )

    def _propose_roles(self, agenda: Agenda) -> None:
        if roles_were_given(self.context.reader, agenda.meeting.id):
            return
        proposal = self.proposal(agenda)
        if proposal:
            self.desk.set_roles(dict(proposal), silently=True)

    def _show_protocols(self) -> None:
        if self.agenda is None:
            return
        slot = slot_for(self.agenda, self.chosen_item())
        known = self.library.of(people_of(self.agenda.team))
        on_agenda = {item.snapshot.protocol_id for item in self.agenda.items if item.snapshot is not None}
        self.parts.protocols.show_protocols(slot, for_minutes(known.candidates, slot, on_agenda))

    def _find(self, words: str) -> tuple[Candidate, ...]:
        if self.agenda is None:
            return ()
        return self.library.of(people_of(self.agenda.team)).find(words)

    def _change(self, service: "Callable[[Work], object]", told: str | None = None) -> None:
        self.context.do(service, by=self, told=told, undo_list=self.undo_list)

    def _choose(self, item_id: str) -> None:
        self.parts.agenda.choose(item_id, focus=True)

    def _name(self, item_id: str) -> None:
        self.parts.agenda.edit(item_id)

    def _shortcut(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _first_to_look_at(agenda: Agenda) -> str:
    """The first protocol; else the first topic after the opening; else what there is."""
    for wanted in (("protocol",), ("topic", "decision", "news"), ("opening", "wrap_up")):
        for item in agenda.items:
            if item.kind in wanted:
                return item.id
    return ""


def _nothing(work: "Work") -> None:
    """What is done when it is only to be known that all before it is done."""
    del work
