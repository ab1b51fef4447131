"""What can be done with an action from the list, and with the list itself."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from shiboken6 import isValid

from plcdesk.archive.actions import ActionInfo
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.actions.move_sheet import MoveSheet
from plcdesk_ui.context import Context
from plcdesk_ui.screen import Screen

if TYPE_CHECKING:
    from plcdesk.store.work import Work
    from plcdesk.students.kept import LeavingNames


class ActionsDoing:
    """Each change can be undone; `undo_list` is the meeting of what was changed last."""

    def __init__(self, screen: Screen, context: Context) -> None:
        self._screen = screen
        self._context = context
        self.undo_list = ""

    def set_status(self, action: ActionInfo, status: str, today: date) -> None:
        """Done, dropped, or open again."""

        def change(work: "Work") -> None:
            from plcdesk.running.entries import set_action

            set_action(work, action.id, status, today)

        told = {
            "done": tr("Done: {what}"),
            "dropped": tr("Dropped: {what}"),
            "open": tr("Open again: {what}"),
        }
        self._changed(action, change, told[status])

    def write_outcome(self, action: ActionInfo, outcome: str) -> None:
        """What came of it, as it is typed."""

        def write(work: "Work") -> None:
            from plcdesk.running.actions import say_outcome

            say_outcome(work, action.id, outcome)

        self.undo_list = action.meeting_id
        self._context.do(write, by=self._screen)

    def move(self, action: ActionInfo, today: date) -> None:
        """Ask for another date and the reason."""
        sheet = MoveSheet(action, today, self._screen)
        if not sheet.exec():
            return
        to, reason = sheet.new_date, sheet.reason.text()

        def move(work: "Work") -> None:
            from plcdesk.running.actions import move_action

            move_action(work, action.id, to, reason)

        self._changed(action, move, tr("Moved: {what}"))

    def _changed(self, action: ActionInfo, service: "Callable[[Work], None]", told: str) -> None:
        self.undo_list = action.meeting_id
        self._context.do(service, told=told.format(what=action.text), undo_list=action.meeting_id)

    def print(self, actions: Sequence[ActionInfo], about: str, today: date, *, teams: bool) -> None:
        """The list as it is shown, on paper, once the likely students' names in it have been looked at."""
        self._look_for_names(actions, lambda: self._make_page(actions, about, today, teams=teams))

    def save_calendar(self, actions: Sequence[ActionInfo], about: str, today: date) -> None:
        """The open ones as a file for a calendar, once the likely students' names have been looked at."""
        leaving = tuple(action for action in actions if action.is_open)
        self._look_for_names(leaving, lambda: self._save_calendar(leaving, self._name(about, today)))

    def _look_for_names(self, actions: Sequence[ActionInfo], go_on: Callable[[], None]) -> None:
        from plcdesk_ui.minutes.names_guard import NamesGuard

        def find(reader: Reader) -> "LeavingNames":
            from plcdesk.students.kept import new_names_in

            return new_names_in(reader, ((action.meeting_id, action) for action in actions))

        NamesGuard(self._screen, self._context).before_all(find, go_on)

    def _make_page(self, actions: Sequence[ActionInfo], about: str, today: date, *, teams: bool) -> None:
        from plcdesk_ui.minutes.papers import chosen_paper, printed_locale

        paper, locale = chosen_paper(self._context.settings), printed_locale()

        def make() -> bytes:
            from plcdesk.minutes.actions_page import actions_document, as_they_leave
            from plcdesk.minutes.pdf import pdf_bytes

            with self._context.workspace.reader() as reader:
                leaving = as_they_leave(reader, actions)
            return pdf_bytes(actions_document(leaving, about, today, locale, teams=teams), paper)

        self._context.in_background(make, lambda pdf: self._print(pdf, self._name(about, today)))

    def _print(self, pdf: bytes, name: str) -> None:
        from plcdesk_ui.minutes.printing import print_or_tell

        if isValid(self._screen):
            print_or_tell(self._screen, self._context, pdf, name)

    def _save_calendar(self, actions: Sequence[ActionInfo], name: str) -> None:
        from plcdesk_ui.minutes.saving import ask_for_file, save_in_background

        file = ask_for_file(self._screen, tr("Save as calendar"), name, ".ics", tr("Calendar"))
        if file is None:
            return

        def content() -> bytes:
            from plcdesk.minutes.actions_page import actions_calendar

            with self._context.workspace.reader() as reader:
                return actions_calendar(reader, actions, name)

        save_in_background(self._context, file, content)

    def _name(self, about: str, today: date) -> str:
        return tr("{day} Actions {about}").format(day=today.isoformat(), about=about)
