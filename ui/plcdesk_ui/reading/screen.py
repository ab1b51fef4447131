"""Minutes to read: for teachers who only want to know what was agreed. Nothing here can be changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.minutes.document import Document
from plcdesk.minutes.reading_order import neighbours
from plcdesk.planning.infos import MeetingInfo
from plcdesk.planning.reading import read_meeting
from plcdesk.store.changes import Changes
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.asking import Asker
from plcdesk_ui.context import Context
from plcdesk_ui.minutes.papers import printed_locale
from plcdesk_ui.navigator import Place
from plcdesk_ui.reading.document_view import DocumentView
from plcdesk_ui.screen import Screen
from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.top_bar import TopBar


class ReadingScreen(Screen):
    """One meeting's minutes, with the ones before and after a key away."""

    rail_key = "meetings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting: MeetingInfo | None = None
        self._before: str | None = None
        self._after: str | None = None
        self._asker = Asker(context, self)
        self.bar = TopBar(tr("Minutes"), back=tr("Meetings"))
        self.bar.back_requested.connect(self._back)
        self.earlier = button(
            tr("Earlier"), lambda: self._go(self._before), icon="chevron-left", shortcut="Alt+Left"
        )
        self.later = button(
            tr("Later"), lambda: self._go(self._after), icon="chevron-right", shortcut="Alt+Right"
        )
        self.bar.add(self.earlier)
        self.bar.add(self.later)
        self.view = DocumentView(tr("Minutes"))
        self.page.addWidget(self.bar)
        self.page.addWidget(self._sheet(), 1)
        self.setFocusProxy(self.view)

    def _sheet(self) -> QWidget:
        card = Card(padded=False)
        card.body.addWidget(self.view)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE)
        box.addWidget(card)
        return holder

    def enter(self, place: Place) -> None:
        self._show(place.about)

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._meeting is not None and changes.touches(
            "meeting", "entry", "item", "member", "team", "snapshot"
        ):
            self._show(self._meeting.id)

    def leave(self) -> None:
        self._asker.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _show(self, meeting_id: str) -> None:
        meeting = read_meeting(self.context.reader, meeting_id)
        if meeting is None or not meeting.was_held:
            self.context.go.to("meetings")
            return
        self._meeting = meeting
        self._before, self._after = neighbours(self.context.reader, meeting_id)
        self.earlier.setEnabled(self._before is not None)
        self.later.setEnabled(self._after is not None)
        self.bar.set_context(tr("draft") if meeting.status == "draft" else "")
        locale = printed_locale()

        def make(reader: Reader) -> Document:
            from plcdesk.minutes.gather import gather
            from plcdesk.minutes.minutes_of import minutes_document

            return minutes_document(gather(reader, meeting_id), locale=locale)

        self._asker.ask((make, self.view.show_document))

    def _go(self, meeting_id: str | None) -> None:
        if meeting_id is not None:
            self.context.go.to("reading", meeting_id)

    def _back(self) -> None:
        if self._meeting is not None:
            self.context.go.to("meetings", self._meeting.team_id)
