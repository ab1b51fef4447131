"""Changing the agenda while the meeting runs: move, add, drop, swap, give minutes. Each step can be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.agenda_editor_row import EditorRow
from plcdesk_ui.run.agenda_lines import EditorItem, editor_items, movable_places
from plcdesk_ui.run.drag_marks import DropMark
from plcdesk_ui.run.fitting_scroll import FittingScroll
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import hairline
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.stepper import MinutesStepper

if TYPE_CHECKING:
    from plcdesk.store.work import Work

NEW_TOPIC_MINUTES = 5


class AgendaEditor(QWidget):
    """What is done stays as it was; what is on can be given minutes; what lies ahead can be changed at will."""

    done_requested = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._items: tuple[EditorItem, ...] = ()
        self._rows: dict[str, EditorRow] = {}
        self._target: int | None = None
        head = QHBoxLayout()
        head.addWidget(plain(tr("Change the agenda"), "card-title", wrap=True), 1)
        self.done = button(tr("Done"), self.done_requested.emit, grade="small")
        head.addWidget(self.done)
        self._list = QWidget()
        self._box = QVBoxLayout(self._list)
        self._box.setContentsMargins(0, 0, 2, 0)
        self._box.setSpacing(0)
        self._mark = DropMark(self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(ROW)
        outer.addLayout(head)
        outer.addWidget(FittingScroll(self._list))
        outer.addWidget(hairline())
        outer.addLayout(self._adding())
        self.setFocusProxy(self.new_title)
        self.refresh()

    def rows(self) -> tuple[EditorRow, ...]:
        """The rows in the order of the agenda."""
        return tuple(self._rows[item.item.id] for item in self._items)

    def refresh(self) -> None:
        """Show the agenda as it is now; fields that are being typed in are left alone."""
        self._items = editor_items(self._live.room.agenda.items, self._live.state)
        here = {item.item.id for item in self._items}
        for gone in [item_id for item_id in self._rows if item_id not in here]:
            row = self._rows.pop(gone)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        places = movable_places(self._items)
        for index, item in enumerate(self._items):
            row = self._rows.get(item.item.id) or self._new_row(item)
            row.show_item(item, places, self._items)
            if self._box.indexOf(row) != index:
                self._box.removeWidget(row)
                self._box.insertWidget(index, row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done with it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done_requested.emit()
        else:
            super().keyPressEvent(event)

    def _adding(self) -> QVBoxLayout:
        self.new_title = LineField(placeholder=tr("Another topic"))
        self.new_title.setAccessibleName(tr("Title of another topic"))
        self.new_title.returnPressed.connect(self._add)
        self.new_minutes = MinutesStepper(NEW_TOPIC_MINUTES, name=tr("Minutes of another topic"))
        self.add = button(tr("Add"), self._add, grade="small")
        second = QHBoxLayout()
        second.addWidget(self.new_minutes)
        second.addStretch(1)
        second.addWidget(self.add)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addWidget(self.new_title)
        box.addLayout(second)
        return box

    def _new_row(self, item: EditorItem) -> EditorRow:
        row = EditorRow(item)
        row.place_wished.connect(lambda place, made=row: self._move(made.item, place))
        row.minutes_wished.connect(lambda minutes, made=row: self._give(made, minutes))
        row.title_wished.connect(lambda title, made=row: self._rename(made.item, title))
        row.swap_wished.connect(lambda other, made=row: self._swap(made.item, other))
        row.drop_wished.connect(lambda made=row: self._drop(made.item))
        row.next_wished.connect(lambda made=row: self._move(made.item, 0))
        row.grip.moved.connect(self._drag)
        row.grip.dropped.connect(lambda made=row: self._dropped(made.item))
        self._rows[item.item.id] = row
        return row

    # Dragging

    def _drag(self, height: int) -> None:
        y = self._list.mapFromGlobal(QPoint(0, height)).y()
        rows = self.rows()
        gap = sum(1 for row in rows if y > row.geometry().center().y())
        places = movable_places(self._items)
        self._target = max(places.start, min(gap, places.stop))
        above = rows[self._target - 1].geometry().bottom() if self._target else 0
        self._mark.show_at(above)

    def _dropped(self, item: EditorItem) -> None:
        self._mark.hide()
        target, self._target = self._target, None
        if target is not None:
            self._move(item, target - 1 if target > item.place else target)

    # Wishes

    def _move(self, item: EditorItem, place: int) -> None:
        places = movable_places(self._items)
        first = places.start - (1 if item.place < places.start else 0)  # it leaves a place before them free
        to = max(first, min(place, places.stop - 1))
        if to == item.place or not item.can_move:
            return

        def move(work: "Work") -> None:
            from plcdesk.planning.agendas import move_item

            move_item(work, item.item.id, to)

        self._live.context.do(move)

    def _give(self, row: EditorRow, minutes: int) -> None:
        item = row.item
        planned, settled = minutes - item.extended, item.settled
        row.forgive()

        def give(work: "Work") -> None:
            from plcdesk.running.room import give_minutes_while_running

            work.typing = f"minutes of {item.item.id}"
            give_minutes_while_running(work, item.item.id, planned, settled=settled)

        self._live.context.do(give, failed=row.refuse)

    def _rename(self, item: EditorItem, title: str) -> None:
        if not title.strip():
            return

        def rename(work: "Work") -> None:
            from plcdesk.planning.agendas import change_item

            change_item(work, item.item.id, typing=f"title of {item.item.id}", title=title)

        self._live.context.do(rename)

    def _swap(self, item: EditorItem, other_id: str) -> None:
        def swap(work: "Work") -> None:
            from plcdesk.running.room import swap_items

            swap_items(work, item.item.id, other_id)

        self._live.context.do(swap)

    def _drop(self, item: EditorItem) -> None:
        def drop(work: "Work") -> None:
            from plcdesk.planning.agendas import delete_item

            delete_item(work, item.item.id)

        told = tr("“{title}” dropped").format(title=item.item.title)
        self._live.context.do(drop, told=told, undo_list=self._live.meeting_id)

    def _add(self) -> None:
        title, minutes = self.new_title.text().strip(), self.new_minutes.value()
        if not title:
            self.new_title.setFocus()
            return
        meeting_id = self._live.meeting_id

        def add(work: "Work") -> None:
            from plcdesk.planning.agendas import NewItem, add_item

            add_item(work, meeting_id, NewItem("topic", title, minutes))

        self.new_title.clear_written()
        self._live.context.do(add, failed=lambda sentence: self._not_added(title, sentence))

    def _not_added(self, title: str, sentence: str) -> None:
        self.new_title.setText(title)
        self._live.context.bus.problem_arose.emit(sentence)
