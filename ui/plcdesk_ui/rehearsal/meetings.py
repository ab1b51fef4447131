"""Rehearsing a planned meeting from wherever one is: its plan, or the menu."""

from typing import TYPE_CHECKING

from plcdesk.planning.reading import read_agenda
from plcdesk.text import tr
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk_ui.rehearsal.window import RehearsalWindow

_NEXT = "SELECT id FROM meeting WHERE status = 'planned' AND deleted_at IS NULL ORDER BY starts_at LIMIT 1"


class MeetingRehearsal:
    """Keeps the one rehearsal that is open; the next takes its place."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.window: RehearsalWindow | None = None

    def open(self, meeting_id: str = "") -> None:
        """Rehearse this meeting; where it is none that is planned, the next that is."""
        from plcdesk_ui.rehearsal.window import open_meeting_rehearsal

        context = self._context
        agenda = read_agenda(context.reader, meeting_id) if meeting_id else None
        if agenda is None or agenda.meeting.status != "planned":
            found = context.reader.value(_NEXT)
            agenda = read_agenda(context.reader, str(found)) if found else None
        if agenda is None:
            context.bus.problem_arose.emit(tr("No meeting is planned. Plan one, then rehearse it."))
            return
        if self.window is not None:
            self.window.close()
        self.window = open_meeting_rehearsal(context, agenda)
