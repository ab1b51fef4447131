"""The desk's three columns and the bar above them: how they share the width of the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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
_LOW = 760
"""Widths of the columns in pixels, and the height under which files take one line, at the usual size of type."""


class DeskColumns(QWidget):
    """The agenda with what we are behind at the left, the step in the middle, the notes at the right."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.live = live
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
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.agenda)
        left.addWidget(self.behind)
        left.addWidget(self.files)
        left.addStretch(1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.question)
        column.addWidget(self.step, 1)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE - 2)
        row.setSpacing(_BETWEEN)
        for column, share in zip((self._left, middle, self.notes), _SHARES, strict=True):
            policy = column.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            column.setSizePolicy(policy)
            row.addWidget(column, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addLayout(row, 1)
        self._limit_widths()

    def _limit_widths(self) -> None:
        scale = theme_of(self).sizes.base / 14
        least, most = (_LEFT_EDITING, _LEFT_EDITING) if self.agenda.editing else (_LEFT_LEAST, _LEFT_MOST)
        self._left.setMinimumWidth(round(least * scale))
        self._left.setMaximumWidth(round(most * scale))
        self.notes.setMinimumWidth(round(_RIGHT_LEAST * scale))
        self.notes.setMaximumWidth(round(_RIGHT_MOST * scale))
        self._make_room()

    def _make_room(self) -> None:
        """Where three columns are too narrow, the notes wait while the agenda is changed."""
        scale = theme_of(self).sizes.base / 14
        needed = (_LEFT_EDITING + _MIDDLE_LEAST + _RIGHT_LEAST) * scale + 2 * EDGE + 2 * _BETWEEN
        narrow = self.agenda.editing and self.width() < needed
        if narrow:
            self.notes.flush()
        self.notes.setVisible(not narrow)
