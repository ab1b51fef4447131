"""The bar over the plan: back, the title, when and where, print, start."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from plcdesk.planning.infos import MeetingInfo
from plcdesk.text import tr
from plcdesk_ui.plan.title_edit import STRETCH, TitleEdit
from plcdesk_ui.plan.when_button import WhenButton
from plcdesk_ui.plan.wording import day_and_time, when_line
from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.label import Elided
from plcdesk_ui.widgets.top_bar import TopBar

PRINT_KEY = "Ctrl+P"
_WIDE = 66
"""Width, in base sizes of type, under which the button to print has one word."""


class PlanBar(TopBar):
    """Tells `retitled` as the title is typed; the rest are wishes."""

    retitled = Signal(str)
    when_wanted = Signal()
    print_wanted = Signal()
    rehearsal_wanted = Signal()
    start_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("", back=tr("Meetings"))
        self._shown: tuple[str, str] | None = None
        self.title_label.hide()
        self.context_label.hide()
        self.title = TitleEdit(Elided("", "title", letters=12), tr("Title of the meeting"))
        self.when = WhenButton(self.when_wanted.emit)
        self.print = button(
            tr("Print agenda"),
            self.print_wanted.emit,
            tip=tr("Print the agenda on one page"),
            shortcut=PRINT_KEY,
        )
        self.print.setAccessibleName(tr("Print agenda"))
        self.rehearse = icon_button(
            "clock",
            tr("Rehearse"),
            self.rehearsal_wanted.emit,
            tip=tr("Rehearse: run through the meeting on a fast clock; nothing is kept"),
        )
        self.start = button(
            tr("Start meeting"),
            self.start_wanted.emit,
            "primary",
            "play",
            tip=tr("Say who is here, and begin"),
        )
        self.add_left(self.title)
        self.add_left(self.when)
        box = self.layout()
        assert isinstance(box, QHBoxLayout)
        box.setStretchFactor(self.title, STRETCH)
        self.add(self.rehearse)
        self.add(self.print)
        self.add(self.start)
        self.title.edited.connect(self.retitled)
        self.title.started.connect(self._share_width)
        self.title.finished.connect(lambda _had_focus: self._share_width())

    def show_meeting(self, meeting: MeetingInfo) -> None:
        """Show a meeting's title, when and where."""
        shown = (meeting.title, when_line(meeting))
        if shown == self._shown:
            return
        self._shown = shown
        self.title.set_text(meeting.title)
        self.setAccessibleName(meeting.title)
        self.when.show_words(when_line(meeting), day_and_time(meeting))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Day and time are never cut while the title keeps some letters; the room is told where there is space."""
        layout = self.layout()
        assert layout is not None
        wide = self.width() >= theme_of(self).sizes.base * _WIDE
        self.print.set_text(tr("Print agenda") if wide else tr("Print"))
        parts = (self.back_link, self.rehearse, self.print, self.start)
        others = sum(part.sizeHint().width() for part in parts)
        gaps = layout.spacing() * 6 + 2 * EDGE
        room = self.width() - others - gaps
        for_title = self.title.sizeHint().width()
        least_title = self.title.minimumSizeHint().width()
        whole, short, least = self.when.widths()
        wanted = max(room - for_title, min(short, room - least_title))
        given = max(least, min(whole, wanted))
        self.when.give_width(given)
        for_title = room - given if self.title.is_editing else min(for_title, room - given)
        self.title.setMaximumWidth(max(least_title, for_title))

    def on_back(self, go: Callable[[], None]) -> None:
        """What the link back does."""
        self.back_requested.connect(go)
