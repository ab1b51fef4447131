"""Who is here: one tick when somebody comes or leaves, and corrections of what was ticked wrongly."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plcdesk.planning.infos import MemberInfo
from plcdesk.running.reading import AttendanceInfo, local_of
from plcdesk.text import tr
from plcdesk_ui.run.fitting_scroll import FittingScroll
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.theme.sizes import PAD
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import RowList
from plcdesk_ui.widgets.toggles import CheckRow
from plcdesk_ui.words import clock


class PersonLine(CheckRow):
    """One member: ticked while here, and since when if not from the start."""

    def __init__(self, live: LiveMeeting, member: MemberInfo) -> None:
        self.correction = button("", self._correct, "link")
        super().__init__(member.name, trailing=[self.correction])
        self.member = member
        self._live = live
        self.box.clicked.connect(self._ticked)
        self.refresh()

    def refresh(self) -> None:
        """Show where she is now."""
        found = self._live.room.attendance.get(self.member.id)
        here = found is not None and found.is_here
        self.box.setChecked(here)
        said = self._said(found)
        self.set_text(self.member.name, said)
        self.box.setAccessibleName(f"{self.member.name}, {said}" if said else self.member.name)
        came_late = (
            found is not None and found.is_here and (found.status == "late" or found.back_at is not None)
        )
        has_left = found is not None and found.status == "left"
        self.correction.set_text(tr("here all along") if came_late else tr("was not here"))
        self.correction.setAccessibleName(f"{self.member.name}: {self.correction.text()}")
        self.correction.setVisible(came_late or has_left)

    def _ticked(self, on: bool) -> None:
        if on:
            self._live.arrive(self.member.id)
        else:
            self._live.leave(self.member.id)

    def _correct(self) -> None:
        found = self._live.room.attendance.get(self.member.id)
        if found is not None:
            self._live.correct(self.member.id, "present" if found.is_here else "absent")

    def _said(self, found: AttendanceInfo | None) -> str:
        if found is None or found.status == "absent":
            return tr("absent")
        if found.is_here and found.back_at is not None:
            return tr("came back {time}").format(time=self._clock(found.back_at))
        if found.status == "late" and found.arrived_at is not None:
            return tr("came {time}").format(time=self._clock(found.arrived_at))
        if found.status == "left" and found.left_at is not None:
            return tr("left {time}").format(time=self._clock(found.left_at))
        return ""

    def _clock(self, moment: datetime) -> str:
        return clock(local_of(moment, self._live.room.meeting.zone))


class PeoplePopup(QFrame):
    """Opens below a button and stays while people are ticked; a click elsewhere or Esc closes it."""

    def __init__(self, live: LiveMeeting, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._live = live
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "floating")
        self.setAccessibleName(tr("Who is here"))
        self.lines = [PersonLine(live, member) for member in self._members()]
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(PAD, PAD - 4, PAD, PAD - 6)
        box.addWidget(plain(tr("Who is here?"), "card-title"))
        if self.lines:
            box.addWidget(FittingScroll(RowList(self.lines, dense=True)))
        else:
            box.addWidget(plain(tr("Nobody is on the team yet."), "secondary", wrap=True))
        live.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show who is here now."""
        for line in self.lines:
            line.refresh()

    def open_below(self, anchor: QWidget) -> None:
        """Open with the right edges in one line."""
        base = theme_of(self).sizes.base
        window = anchor.window()
        width = min(27 * base, window.width() - 40)
        self.setFixedWidth(width)
        below = anchor.mapToGlobal(anchor.rect().bottomRight()) + QPoint(1 - width, 4)
        room = window.mapToGlobal(window.rect().bottomLeft()).y() - below.y() - 20
        self._box.activate()
        self.resize(width, min(self.sizeHint().height(), max(120, room)))
        self.move(below)
        self.show()
        if self.lines:
            self.lines[0].box.setFocus()

    def _members(self) -> list[MemberInfo]:
        room = self._live.room
        counted = set(room.attendance)
        return [m for m in room.agenda.team.members if m.active or m.id in counted]
