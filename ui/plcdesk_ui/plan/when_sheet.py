"""When and where a meeting is, changed as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from plcdesk.planning.infos import MeetingInfo
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import GAP
from plcdesk_ui.widgets.fields import DateField, LineField, TimeField, field
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.widgets.stepper import MinutesStepper

LONGEST = 480


class WhenFields(QWidget):
    """Day, time, length and room of a meeting in a grid."""

    def __init__(self, starts_at: str, minutes: int, room: str) -> None:
        super().__init__()
        self.day = DateField(starts_at[:10])
        self.time = TimeField(starts_at[11:16])
        self.minutes = MinutesStepper(minutes, 5, LONGEST, tr("Length"), step=5)
        self.room = LineField(room, limit=80)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP - 4)
        fields = (
            (tr("Day"), self.day),
            (tr("Starts"), self.time),
            (tr("Length"), self.minutes),
            (tr("Room"), self.room),
        )
        for place, (words, widget) in enumerate(fields):
            grid.addWidget(field(words, widget), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)

    def starts_at(self) -> str:
        """The start as the store writes it: 'YYYY-MM-DDTHH:MM'."""
        return f"{self.day.value()}T{self.time.value()}"


class WhenSheet(Sheet):
    """`change` is called with what was changed: title, starts_at, minutes or room."""

    def __init__(
        self, meeting: MeetingInfo, change: Callable[..., None], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("When and where"), parent=parent)
        self._change = change
        self.title_field = LineField(meeting.title, limit=200)
        self.fields = WhenFields(
            meeting.starts_at.isoformat(timespec="minutes"), meeting.minutes, meeting.room
        )
        self.body.addWidget(field(tr("Title"), self.title_field))
        self.body.addWidget(self.fields)
        self.add_accept(tr("Done"))
        self.title_field.committed.connect(lambda text: change(title=text.strip()) if text.strip() else None)
        self.fields.day.committed.connect(lambda _day: self._moved())
        self.fields.time.committed.connect(lambda _time: self._moved())
        self.fields.minutes.changed.connect(lambda minutes: change(minutes=minutes))
        self.fields.room.committed.connect(lambda room: change(room=room.strip()))

    def _moved(self) -> None:
        self._change(starts_at=self.fields.starts_at())
