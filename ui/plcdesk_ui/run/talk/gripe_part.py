"""Turn a gripe into a step: write what is said, sort it by what we can do about it, make an action of the first."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.infos import MemberInfo
from plcdesk.running.gripe_circles import Circle, read_gripes
from plcdesk.running.upcoming import read_next_start
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.talk.gripe_row import GripeRow
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.rows import RowList

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class GripePart(QWidget):
    """What is typed is kept at once, in this laptop's file only."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._new_id = str(uuid4())
        self.new = LineField(placeholder=tr("What is said, one line each"))
        self.new.setAccessibleName(tr("What is said"))
        self.new.committed.connect(self._new_typed)
        self.new.returnPressed.connect(self._next_line)
        self.list = RowList(dense=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        box.addWidget(plain(tr("Turn a gripe into a step"), "card-title"))
        hint = tr("Nothing of this is on the wall or in the minutes; only an action that you make of it is.")
        box.addWidget(plain(hint, "secondary", wrap=True))
        box.addWidget(self.new)
        box.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def open(self) -> None:
        """Show what is there, with the keyboard in the line for more."""
        self.show()
        self.refresh()
        self.new.setFocus()

    def refresh(self) -> None:
        """Show what is there now, while this is open."""
        if self.isHidden():
            return
        gripes = [
            gripe
            for gripe in read_gripes(self._live.context.reader, self._live.meeting_id)
            if gripe.id != self._new_id
        ]
        rows = {row.gripe.id: row for row in self.list.rows() if isinstance(row, GripeRow)}
        wanted = {gripe.id for gripe in gripes}
        for gripe_id, row in rows.items():
            if gripe_id not in wanted:
                self.list.remove(row)
        for place, gripe in enumerate(gripes):
            if gripe.id in rows:
                rows[gripe.id].show_gripe(gripe)
            else:
                self.list.insert(place, self._made(GripeRow(gripe, self._people(), self._due())))

    def _made(self, row: GripeRow) -> GripeRow:
        gripe_id = row.gripe.id
        row.typed.connect(lambda text: self._keep(gripe_id, text))
        row.sorted_into.connect(lambda circle: self._sort(gripe_id, circle))
        row.deleted.connect(lambda: self._delete(gripe_id))
        row.step_made.connect(lambda text, owner, due: self._make_step(gripe_id, text, owner, due))
        return row

    def _new_typed(self, text: str) -> None:
        self._keep(self._new_id, text)

    def _next_line(self) -> None:
        """Enter: the line becomes a row, and the next can be typed."""
        self.new.flush()
        if self.new.text().strip():
            self._new_id = str(uuid4())
            self.new.clear_written()
            self._do(lambda _work: None)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was half typed is a line of its own from now on."""
        super().hideEvent(event)
        self.new.flush()
        if self.new.text().strip():
            self._new_id = str(uuid4())
            self.new.clear_written()

    def _keep(self, gripe_id: str, text: str) -> None:
        meeting_id = self._live.meeting_id

        def keep(work: "Work") -> None:
            from plcdesk.running.gripes import keep_gripe

            keep_gripe(work, meeting_id, gripe_id, text)

        self._do(keep)

    def _sort(self, gripe_id: str, circle: Circle) -> None:
        def sort(work: "Work") -> None:
            from plcdesk.running.gripes import sort_gripe

            sort_gripe(work, gripe_id, circle)

        self._do(sort)

    def _delete(self, gripe_id: str) -> None:
        def delete(work: "Work") -> None:
            from plcdesk.running.gripes import delete_gripe

            delete_gripe(work, gripe_id)

        self._do(delete, told=tr("Line deleted"))

    def _make_step(self, gripe_id: str, text: str, owner: str | None, due: date | None) -> None:
        facts = self._live.facts

        def make(work: "Work") -> None:
            from plcdesk.running.entries import NewEntry
            from plcdesk.running.gripes import make_step

            new = NewEntry(
                "action",
                text,
                facts.item.id if facts is not None else None,
                facts.key if facts is not None else None,
                owners=(owner,) if owner else (),
                due_on=due,
            )
            make_step(work, gripe_id, new)

        self._do(make, told=tr("Action added: {what}").format(what=text.strip()))

    def _do(self, service: "Callable[[Work], None]", told: str | None = None) -> None:
        live = self._live
        live.context.do(service, then=lambda _none: self.refresh(), told=told, undo_list=live.meeting_id)

    def _people(self) -> tuple[MemberInfo, ...]:
        team = self._live.room.agenda.team
        return tuple(member for member in team.active_members if member.id in self._live.room.present)

    def _due(self) -> date | None:
        agenda = self._live.room.agenda
        start = read_next_start(self._live.context.reader, agenda.team.id, agenda.meeting.starts_at)
        return start.date() if start is not None else None
