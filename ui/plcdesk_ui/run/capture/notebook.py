"""What is written down in the running meeting, and half typed: one for the line at the desk and that on the wall."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QLocale, QObject, Signal
from shiboken6 import isValid

from plcdesk.planning.infos import EntryInfo
from plcdesk.running.capture import Person, is_warm, warm
from plcdesk.running.upcoming import read_next_start, read_time_off
from plcdesk.text import ntr, tr
from plcdesk_ui.run.capture.drafts import Drafts
from plcdesk_ui.run.capture.names_aside import NamesAside
from plcdesk_ui.run.capture.offers import Offer, offers_in
from plcdesk_ui.run.capture.understood import Grounds, Understood, WhoWhen
from plcdesk_ui.run.live import LiveMeeting

if TYPE_CHECKING:
    from plcdesk.running.entries import NewEntry
    from plcdesk.store.work import Work


def notebook_of(live: LiveMeeting) -> "Notebook":
    """The notebook of a live meeting, made when it is first asked for."""
    found = live.findChild(Notebook)
    return found if found is not None else Notebook(live)


class Notebook(QObject):
    """Shows what was written at once and stores it. `changed()`: entries, people or the step are others now."""

    changed = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self.live = live
        self.drafts = Drafts(live.context, live.meeting_id, live.room.drafts, self)
        self._arriving: dict[str, EntryInfo] = {}
        self.grounds = self._read_grounds()
        self.names = NamesAside(live.context, live.room.agenda.team.id, self)
        self.offers: tuple[Offer, ...] = offers_in(live.facts)
        self._shown: object = None
        self.group: str | None = None  # the small group whose notes are written down now
        self._reporting: str | None = None
        live.changed.connect(self._live_changed)
        if not is_warm():
            live.context.in_background(warm, lambda _none: None, lambda _sentence: None)

    @property
    def place(self) -> str:
        """The key of the step that is on: where half-typed text belongs."""
        return self.live.facts.key if self.live.facts is not None else self.live.meeting_id

    def entries(self) -> tuple[EntryInfo, ...]:
        """Everything written down in the meeting, with what is on its way to the store, in order."""
        stored = self.live.room.entries
        known = {entry.id for entry in stored}
        return (*stored, *(entry for entry in self._arriving.values() if entry.id not in known))

    def add(
        self,
        notes: Sequence[Understood],
        typed: str,
        by: object = None,
        fields: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:
        """Write notes down in the step that is on; returns their ids.

        `fields` goes with each of them. It comes back with `typed` if that cannot be written.
        """
        fields = fields or {}
        notes = [replace(note, fields={**note.fields, **fields}) for note in notes]
        facts, place = self.live.facts, self.place
        meeting_id, context = self.live.meeting_id, self.live.context
        item_id, step = (facts.item.id, facts.key) if facts is not None else (None, None)
        groups = [group.name for group in facts.groups] if facts is not None else []
        made = [_in_group(_entry(note, meeting_id, item_id, step), self.group, groups) for note in notes]
        hidden = {entry.id for entry in made if facts is not None and facts.hides(entry.kind)}
        ids = tuple(entry.id for entry in made)
        self._arriving.update({entry.id: entry for entry in made if entry.id not in hidden})
        self.drafts.used(place, by)

        def write(work: "Work") -> None:
            from plcdesk.running.entries import add_entries

            news = [_new(entry, hidden=entry.id in hidden) for entry in made]
            add_entries(work, meeting_id, news, draft_place=place)

        def failed(sentence: str) -> None:
            if isValid(self):
                self._arrived(ids)
                self.drafts.give_back(place, typed, fields)
            context.bus.problem_arose.emit(sentence)

        told = ntr("Added {n} note", "Added {n} notes", len(ids)).format(n=len(ids)) if len(ids) > 1 else None
        context.do(
            write,
            then=lambda _none: self._arrived(ids),
            by=self,
            failed=failed,
            told=told,
            undo_list=meeting_id,
        )
        self.changed.emit()
        return ids

    def change_text(self, entry_id: str, text: str) -> None:
        """Store what an entry says, as it is typed."""

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_entry

            change_entry(work, entry_id, typing=f"{entry_id}/text", text=text)

        self.live.context.do(change, by=self)

    def change_who_when(self, entry_id: str, chosen: WhoWhen) -> None:
        """Say who does an action and until when."""

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_entry

            change_entry(
                work, entry_id, owners=chosen.owners, owner_names=chosen.owner_names, due_on=chosen.due
            )

        self.live.context.do(change, by=self)

    def change_fields(self, entry_id: str, values: Mapping[str, str]) -> None:
        """Say what stands in an entry's fields, such as its page."""

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_fields

            change_fields(work, entry_id, values)

        self.live.context.do(change, by=self)

    def change_kind(self, entry_ids: Sequence[str], offer: Offer) -> None:
        """Make entries something else: a note that was a decision."""
        changed = tuple(entry_ids)

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_kind

            change_kind(work, changed, offer.kind, offer.word)

        told = None
        if len(changed) > 1:
            told = tr("{n} notes: now “{kind}”").format(n=len(changed), kind=offer.name)
        self.live.context.do(change, by=self, told=told, undo_list=self.live.meeting_id)

    def move(self, entry_ids: Sequence[str], item_id: str, step: str, title: str) -> None:
        """Put entries into another step, with Undo."""
        moved = tuple(entry_ids)

        def change(work: "Work") -> None:
            from plcdesk.running.entries import move_entries

            move_entries(work, moved, item_id, step)

        told = tr("Moved to {step}") if len(moved) == 1 else tr("{n} notes moved to {step}")
        told = told.format(n=len(moved), step=title)
        self.live.context.do(change, by=self, told=told, undo_list=self.live.meeting_id)

    def delete(self, entry_ids: Sequence[str]) -> None:
        """Take entries away, with Undo."""
        gone = tuple(entry_ids)

        def change(work: "Work") -> None:
            from plcdesk.running.entries import delete_entries

            delete_entries(work, gone)

        told = ntr("{n} note deleted", "{n} notes deleted", len(gone)).format(n=len(gone))
        told = tr("Note deleted") if len(gone) == 1 else told
        self.live.context.do(change, by=self, told=told, undo_list=self.live.meeting_id)

    def thorough(self, read: Callable[[], Understood], then: Callable[[Understood], None]) -> None:
        """Have a line read with all that is known of dates, aside, because that takes its time."""
        if is_warm():
            self.live.context.in_background(read, then)

    def _arrived(self, ids: Sequence[str]) -> None:
        if not isValid(self):
            return  # the meeting was left meanwhile
        stored = {entry.id for entry in self.live.room.entries}
        for entry_id in ids:
            self._arriving.pop(entry_id, None)
        if not stored.issuperset(ids):
            self.changed.emit()

    def choose_group(self, name: str | None) -> None:
        """What is written next is said by this small group; None: by everybody."""
        self.group = name

    def _live_changed(self) -> None:
        facts, room = self.live.facts, self.live.room
        reporting = facts.reporting_group if facts is not None else None
        step = facts and (facts.key, facts.groups, reporting)
        shown = (room.entries, room.agenda, room.drafts, room.hidden, step)
        if shown == self._shown:
            return  # such as another speaker, or a pause
        self._shown = shown
        if reporting != self._reporting:
            self.group = self._reporting = reporting
        if facts is None or self.group not in [group.name for group in facts.groups]:
            self.group = None
        self.grounds = self._read_grounds()
        self.offers = offers_in(self.live.facts)
        self.changed.emit()

    def _read_grounds(self) -> Grounds:
        agenda = self.live.room.agenda
        people = tuple(
            Person(member.id, member.name, member.initials) for member in agenda.team.active_members
        )
        start = read_next_start(self.live.context.reader, agenda.team.id, agenda.meeting.starts_at)
        today = self.live.context.local_now(agenda.meeting.zone).date()
        off = read_time_off(self.live.context.reader, agenda.team.id)
        order = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
        return Grounds(people, today, start.date() if start else None, order.startswith("d"), off)


def _entry(note: Understood, meeting_id: str, item_id: str | None, step: str | None) -> EntryInfo:
    shown = EntryInfo(
        str(uuid4()),
        meeting_id,
        item_id,
        step,
        note.offer.kind,
        note.offer.word,
        note.text,
        fields=note.fields,
    )
    if note.offer.is_doing:
        who_when = note.who_when
        shown = shown._replace(owners=who_when.owners, owner_names=who_when.owner_names, due_on=who_when.due)
    return shown._replace(said_by=note.said_by)


def _new(entry: EntryInfo, *, hidden: bool) -> "NewEntry":
    """What the store is given of an entry that is shown already."""
    from plcdesk.running.entries import NewEntry

    return NewEntry(
        entry.kind,
        entry.text,
        entry.item_id,
        entry.step,
        entry.word,
        owners=entry.owners,
        owner_names=entry.owner_names,
        due_on=entry.due_on,
        said_by=entry.said_by,
        fields=entry.fields or {},
        id=entry.id,
        group_name=entry.group_name,
        hidden=hidden,
    )


def _in_group(entry: EntryInfo, chosen: str | None, groups: Sequence[str]) -> EntryInfo:
    """The entry under the name of its group: the one that is chosen, or 'Group 2: …' as it was typed."""
    for name in groups:
        typed, colon, rest = entry.text.partition(":")
        if colon and rest.strip() and typed.strip().casefold() == name.casefold():
            return entry._replace(group_name=name, text=rest.strip())
    return entry._replace(group_name=chosen)
