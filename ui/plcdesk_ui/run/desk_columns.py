"""The desk's three columns and the bar above them: how they share the width of the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.attachments.file_drop import FileDrop
from plcdesk_ui.attachments.files_card import FilesCard
from plcdesk_ui.run.agenda_card import AgendaCard
from plcdesk_ui.run.bar import RunBar
from plcdesk_ui.run.behind import BehindBanner
from plcdesk_ui.run.capture.panel import CapturePanel
from plcdesk_ui.run.fitting_scroll import settle_layouts
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.step_card import StepCard
from plcdesk_ui.run.time_question import TimeQuestion
from plcdesk_ui.shell.commands import ATTACH_KEY
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.theme.theme import theme_of

_BETWEEN = GAP + 4
_SHARES = (182, 526, 292)
_LEFT_LEAST, _LEFT_MOST, _LEFT_EDITING = 178, 280, 270
_RIGHT_LEAST, _RIGHT_MOST = 240, 480
_MIDDLE_LEAST = 400
_MIDDLE_OF_THREE = 330
_LOW = 760
"""Widths of the columns in pixels, and the height under which files take one line, at the usual size of type."""


class DeskColumns(QWidget):
    """The agenda with what we are behind at the left, the step in the middle, the notes at the right.

    Where three columns have no room, the agenda takes turns with the notes: a button of the bar changes them over.
    """

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.live = live
        self._agenda_asked_for = False
        self.bar = RunBar(live)
        self.agenda = AgendaCard(live)
        self.behind = BehindBanner(live)
        self.step = StepCard(live)
        self.question = TimeQuestion(live)
        self.files = FilesCard(live.context, ATTACH_KEY, shy=True)
        self.notes = CapturePanel(live)
        FileDrop(self, self.files.add, self.files.where)
        self._lay_out()
        self.agenda.editing_changed.connect(lambda _on: self._limit_widths())
        self.bar.side_wished.connect(lambda: self.show_agenda(self._left.isHidden()))

    def showEvent(self, event: QShowEvent) -> None:
        """Come up laid out, not in three jumps."""
        super().showEvent(event)
        settle_layouts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the agenda's editor where there is little."""
        super().resizeEvent(event)
        self._make_room()
        self.files.be_brief(self.height() < _LOW * theme_of(self).sizes.base / 14)

    def changeEvent(self, event: QEvent) -> None:
        """Wider columns for larger type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_widths()

    def _lay_out(self) -> None:
        # From the outside in: each move to another parent gives all in it its style anew.
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE - 2)
        row.setSpacing(_BETWEEN)
        box.addLayout(row, 1)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.agenda)
        left.addWidget(self.behind)
        left.addWidget(self.files)
        left.addStretch(1)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.question)
        column.addWidget(self.step, 1)
        for column, share in zip((self._left, middle, self.notes), _SHARES, strict=True):
            policy = column.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            column.setSizePolicy(policy)
            row.addWidget(column, share)
        self._limit_widths()

    def _limit_widths(self) -> None:
        scale = theme_of(self).sizes.base / 14
        least, most = (_LEFT_EDITING, _LEFT_EDITING) if self.agenda.editing else (_LEFT_LEAST, _LEFT_MOST)
        self._left.setMinimumWidth(round(least * scale))
        self._left.setMaximumWidth(round(most * scale))
        self.notes.setMinimumWidth(round(_RIGHT_LEAST * scale))
        self.notes.setMaximumWidth(round(_RIGHT_MOST * scale))
        self._make_room()

    def show_agenda(self, shown: bool) -> None:
        """Show the agenda in place of the notes where there is room for only one of them, or the notes again."""
        if shown == self._agenda_asked_for:
            return
        self._agenda_asked_for = shown
        if shown:
            self._left.show()
            self.agenda.lines.take_keyboard()  # else it goes with the notes, out of the room
        self._make_room()

    def offer_the_other_side(self) -> None:
        """Say on the bar what can be shown in place of what is shown, if there is room for only one."""
        hidden = self._left if self._left.isHidden() else self.notes
        if not hidden.isHidden() or self.agenda.editing:
            self.bar.show_side("")
        elif hidden is self.notes:
            self.bar.show_side(tr("Notes"))
        else:
            self.bar.show_side(tr("Agenda") if self.behind.isHidden() else tr("Catch up"))

    def _make_room(self) -> None:
        """Where three columns are too narrow, the agenda waits, or the notes while the agenda is shown or changed."""
        narrow = self.width() < self._needed(_LEFT_LEAST, _MIDDLE_OF_THREE)
        if self.agenda.editing:
            narrow = self.width() < self._needed(_LEFT_EDITING, _MIDDLE_LEAST)
        agenda_first = self.agenda.editing or self._agenda_asked_for
        if narrow and agenda_first:
            self.notes.flush()
        self.notes.setVisible(not (narrow and agenda_first))
        self._left.setVisible(agenda_first or not narrow)
        self.offer_the_other_side()

    def _needed(self, left: int, middle: int) -> float:
        """The width in pixels that three columns need."""
        scale = theme_of(self).sizes.base / 14
        return (left + middle + _RIGHT_LEAST) * scale + 2 * EDGE + 2 * _BETWEEN
