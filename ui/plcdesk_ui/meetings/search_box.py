"""The field that searches all meetings, with the words that narrow a search completed as they are typed."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QSizePolicy, QWidget

from plcdesk.archive.completing import complete
from plcdesk.archive.directory import Directory
from plcdesk.text import tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.search_field import SearchField


class SearchBox(SearchField):
    """Tells `changed` with each keystroke, `left_down` when an arrow key goes down into the list."""

    changed = Signal(str)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Search meetings"), "Ctrl+F", parent)
        self.setAccessibleDescription(
            tr("Words, “phrases”, and owner: since: until: is: protocol: team: with: to narrow them")
        )
        self.setToolTip(self.accessibleDescription())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme_of(self).sizes.base * 26)
        self._names = Directory()
        self._year = 2000
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(lambda offered: self._take(str(offered)))
        self._offers: dict[str, str] = {}
        self.textChanged.connect(self.changed.emit)
        self.textEdited.connect(self._offer)

    def complete_from(self, names: Directory, year: int) -> None:
        """Complete with these names, and years up to this one."""
        self._names, self._year = names, year

    def take_keyboard(self) -> None:
        """Have the keyboard, with all that is typed selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes into the list; with completions open, their keys are theirs."""
        if self._popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_offer()
        elif not self._popup.isVisible() and event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes the completion that is offered: it comes here before it is a key."""
        if forward and self._popup.isVisible():
            self._take_offer()
            return True
        return super().focusNextPrevChild(forward)

    def _take_offer(self) -> None:
        """Take the completion that is chosen, or the first."""
        offered = self._popup.currentIndex().data() or self._model.stringList()[0]
        self._popup.hide()
        self._take(str(offered))

    def _offer(self, typed: str) -> None:
        offers = complete(typed, self._names, self._year) if self.cursorPosition() == len(typed) else ()
        self._offers = {offer.shown: offer.typed for offer in offers}
        self._model.setStringList(list(self._offers))
        if offers:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, offered: str) -> None:
        typed = self._offers.get(offered)
        if typed is not None:
            self.setText(typed)
            if typed.endswith(":"):
                self._offer(typed)
