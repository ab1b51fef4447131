"""The sheets that the plan screen opens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from plcdesk.planning.suggestions import Candidate, people_of
from plcdesk.text import tr
from plcdesk_ui.plan.lines import slot_for

if TYPE_CHECKING:
    from plcdesk_ui.plan.chooser import Library
    from plcdesk_ui.plan.screen import PlanScreen


class PlanDialogs:
    """Each is opened over the screen, which goes on living; nothing waits for an answer."""

    def __init__(self, screen: "PlanScreen") -> None:
        self._screen = screen

    def choose_to_add(self) -> None:
        """All protocols; the one that is taken is added to the agenda."""
        agenda = self._screen.agenda
        if agenda is not None:
            slot = slot_for(agenda, self._screen.chosen_item())
            self._choose(slot, self._screen.add_protocol, tr("Add to the agenda"))

    def choose_for(self, item_id: str) -> None:
        """All protocols; a topic is to run the one that is taken."""
        agenda = self._screen.agenda
        item = agenda.item(item_id) if agenda is not None else None
        if item is None:
            return

        def take(candidate: Candidate, minutes: int) -> None:
            protocol = self._screen.library.protocol(candidate.protocol_id)
            self._screen.desk.run_protocol(item.id, candidate, protocol, minutes)

        running = item.snapshot.protocol_id if item.snapshot is not None else ""
        self._choose(item.minutes, take, tr("Run this one"), running)

    def about(self, item_id: str) -> None:
        """The protocol of an item, to read."""
        agenda = self._screen.agenda
        item = agenda.item(item_id) if agenda is not None else None
        if item is None or item.snapshot is None:
            return
        from plcdesk_ui.plan.protocol_sheet import ProtocolSheet

        ProtocolSheet(item, self._screen).open()

    def when(self) -> None:
        """When and where the meeting is."""
        if self._screen.agenda is None:
            return
        from plcdesk_ui.plan.when_sheet import WhenSheet

        self._screen.parts.flush()
        actions = self._screen.desk
        WhenSheet(self._screen.agenda.meeting, actions.change_meeting, self._screen).open()

    def paste(self) -> None:
        """Read a pasted agenda."""
        self._with_library(self._paste)

    def print(self, to_write_on: bool = False) -> None:
        """Print the agenda, with what was typed last; or a sheet with room for notes by hand."""
        from plcdesk_ui.plan.printing import print_agenda

        self._screen.parts.flush()
        print_agenda(self._screen, self._screen.context, self._screen.meeting_id, to_write_on)

    def _paste(self, library: "Library") -> None:
        from plcdesk_ui.plan.paste import PasteSheet

        if self._screen.agenda is not None:
            self._screen.parts.flush()
            PasteSheet(self._screen.context, self._screen.agenda, library, self._screen).open()

    def _choose(self, slot: int, take: Callable[[Candidate, int], None], words: str, first: str = "") -> None:
        from plcdesk_ui.plan.chooser import Chooser

        self._with_library(lambda library: Chooser(library, slot, take, words, first, self._screen).open())

    def _with_library(self, go_on: "Callable[[Library], None]") -> None:
        agenda = self._screen.agenda
        if agenda is not None:
            self._screen.library.when_ready(people_of(agenda.team), go_on)
