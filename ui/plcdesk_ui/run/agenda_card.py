"""The agenda of the running meeting: what was, what is, what comes; and, in its place, its editor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.running.catching_up import end_in_minutes
from plcdesk.running.clock import ClockState
from plcdesk.text import tr
from plcdesk_ui.run.agenda_editor import AgendaEditor
from plcdesk_ui.run.agenda_lines import AgendaLine, agenda_lines
from plcdesk_ui.run.agenda_row import AgendaRow
from plcdesk_ui.run.fitting_scroll import FittingScroll
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.roving import next_by_arrow, one_stop
from plcdesk_ui.widgets.rows import show_in_scroll_area


class AgendaLines(QWidget):
    """The lines. Tab stops once, arrow keys go from line to line. Tells `go_requested` with a step's key."""

    go_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AgendaRow] = []
        self._lines: tuple[AgendaLine, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setAccessibleName(tr("Agenda"))

    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show `lines`; rows that are there already are used again, and keep the focus."""
        if lines == self._lines:
            return
        same = [line.key for line in lines] == [line.key for line in self._lines]
        self._lines = lines
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        for row, line in zip(self._rows, lines, strict=False):
            if not same:
                row.setChecked(False)
            row.show_line(line)
        for line in lines[len(self._rows) :]:
            self._rows.append(self._new_row(line))
        current = next((row for row in self._rows if row.line.is_current), None)
        if not any(row.hasFocus() for row in self._rows):
            one_stop(self._rows, current)
        if current is not None:
            show_in_scroll_area(current)

    def take_keyboard(self) -> None:
        """Put the keyboard on the line that is on, or on the first."""
        current = next((row for row in self._rows if row.line.is_current), None)
        for row in self._rows[:1] if current is None else [current]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key goes to the neighbour."""
        row = next_by_arrow(event.key(), self._rows)
        if isinstance(row, AgendaRow):
            row.setFocus()
            one_stop(self._rows, row)
        else:
            super().keyPressEvent(event)

    def _new_row(self, line: AgendaLine) -> AgendaRow:
        row = AgendaRow(line, with_unit=not self._rows, parent=self)
        row.go_requested.connect(self.go_requested)
        row.toggled.connect(lambda on, made=row: self._pick(made) if on else None)
        self._box.addWidget(row)
        return row

    def _pick(self, picked: AgendaRow) -> None:
        for row in self._rows:
            if row is not picked:
                row.setChecked(False)


class AgendaCard(Card):
    """The agenda on the desk. While `editing`, its editor stands in its place."""

    editing_changed = Signal(bool)
    go_requested = Signal(str)

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.setAccessibleName(tr("Agenda"))
        self._live = live
        self.lines = AgendaLines()
        self.lines.go_requested.connect(self.go_requested)
        self._nothing = plain(tr("Nothing is on the agenda any more."), "secondary", wrap=True)
        self._reading = QWidget()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(ROW)
        reading.addWidget(FittingScroll(self.lines))
        reading.addWidget(self._nothing)
        reading.addWidget(hairline())
        tip = tr("Change the agenda")
        self.change = button(tr("Change…"), lambda: self.edit(True), "quiet", tip=tip, grade="snug")
        self.change.setAccessibleName(tr("Change the agenda…"))
        reading.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self._editor: AgendaEditor | None = None
        self.set_margins(12, 11, 12, 11)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum
        )  # it scrolls in a low window
        self.body.addWidget(self._reading)
        self.refresh()

    @property
    def editing(self) -> bool:
        """Whether the editor is shown."""
        return self._editor is not None

    def refresh(self) -> None:
        """Show the agenda as it is now."""
        state = self._live.state
        self._end = end_in_minutes(state)
        lines = agenda_lines(state, self._live.room.meeting.zone)
        self.lines.show_lines(lines)
        self._nothing.setVisible(not lines)
        if self._editor is not None:
            self._editor.refresh()

    def show_time(self, state: ClockState) -> None:
        """Move the ends of the items on when the meeting's end has moved; cheap, for every tick."""
        if end_in_minutes(state) != self._end:
            self._end = end_in_minutes(state)
            self.lines.show_lines(agenda_lines(state, self._live.room.meeting.zone))

    def edit(self, on: bool) -> None:
        """Change the agenda in place, or be done with that."""
        if on == self.editing:
            return
        if on:
            editor = AgendaEditor(self._live)
            editor.done_requested.connect(lambda: self.edit(False))
            self.body.addWidget(editor)
            self._editor = editor
            editor.setFocus()
        elif self._editor is not None:
            self.body.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self._reading.setVisible(not on)
        if not on:
            self.change.setFocus()
        self.editing_changed.emit(on)
