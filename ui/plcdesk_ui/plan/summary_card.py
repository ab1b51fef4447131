"""What the team will have by the end, and the minutes planned of those there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.planning.reading import Agenda
from plcdesk.text import tr
from plcdesk_ui.plan.result_field import ResultField
from plcdesk_ui.plan.wording import spare_chip
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.segments import Segment, SegmentBar

_BAR = 8


class SummaryCard(Card):
    """Tells `result_typed` and `bring_typed` as one types, `fit_wanted` when a too long agenda is to be shortened."""

    result_typed = Signal(str)
    bring_typed = Signal(str)
    fit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[int, int] | None = None
        self.result = ResultField(
            tr("By the end we will have"), tr("a decision, a plan, a shared picture of …")
        )
        self.result.committed.connect(self.result_typed)
        self.bring = ResultField(tr("What to bring"), tr("for example, three tickets per section"))
        self.bring.committed.connect(self.bring_typed)
        self.planned = plain("", "strong")
        self.bar = SegmentBar(thickness=_BAR)
        self.chip = Chip("")
        self.fit = button(
            tr("Make it fit"),
            self.fit_wanted.emit,
            "link",
            tip=tr("Shorten the topics so that they fit; no protocol below the least it needs"),
        )
        second = QHBoxLayout()
        second.setSpacing(ROW + 2)
        second.addWidget(self.planned)
        second.addWidget(self.bar, 1)
        second.addWidget(self.chip)
        second.addWidget(self.fit)
        self.setContentsMargins(0, -8, 0, -3)
        self.body.setSpacing(ROW - 4)
        self.body.addLayout(_labelled(tr("By the end we will have"), self.result))
        self.body.addLayout(_labelled(tr("What to bring"), self.bring))
        self.body.addLayout(second)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda's result wanted and its minutes."""
        self.result.set_value(agenda.meeting.result_wanted)
        self.bring.set_value(agenda.meeting.bring)
        if (agenda.planned_minutes, agenda.meeting.minutes) == self._shown:
            return
        self._shown = (agenda.planned_minutes, agenda.meeting.minutes)
        words = tr("{planned} of {minutes} min")
        self.planned.setText(words.format(planned=agenda.planned_minutes, minutes=agenda.meeting.minutes))
        planned = [Segment(tr("Planned"), agenda.planned_minutes)] if agenda.planned_minutes else []
        self.bar.set_segments(planned, agenda.meeting.minutes)
        self.chip.set_chip(*spare_chip(agenda.spare_minutes))
        self.chip.updateGeometry()
        self.fit.setVisible(agenda.spare_minutes < 0)


def _labelled(words: str, field: ResultField) -> QHBoxLayout:
    label = plain(words, "secondary")
    label.setContentsMargins(0, 6, 0, 0)
    row = QHBoxLayout()
    row.setSpacing(2)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(field, 1)
    return row
