"""What all screens have in common."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.store.changes import Changes
from plcdesk_ui.context import Context
from plcdesk_ui.navigator import Place


class Screen(QWidget):
    """A screen: a top bar over columns of cards.

    The shell makes one of each when it is first gone to, calls `enter` each time it is gone to, `heard` with
    the bus's news while it is shown, and `leave` before it shows another or closes. `folds_rail` is for
    screens of a running meeting. `rail_key` says which item of the rail it belongs to.
    """

    rail_key = ""
    folds_rail = False

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.page = QVBoxLayout(self)
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(0)

    def enter(self, place: Place) -> None:
        """Show what the place is about, read anew."""
        raise NotImplementedError

    def heard(self, changes: Changes, initiator: object) -> None:
        """Read again what is shown, if the changes concern it. Pass over one's own typing."""

    def leave(self) -> None:
        """Hand over what is half typed; called before another screen is shown and before the app closes."""

    def take_back(self, again: bool) -> bool:
        """Undo, or redo with `again`, what this screen alone keeps a list of; False leaves it to the store."""
        del again
        return False

    @property
    def undo_list(self) -> str:
        """The list that Undo works on while this screen is shown: a meeting's or a team's id; empty for none."""
        return ""
