"""One item in the editor of the running agenda."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.agenda_lines import EditorItem
from plcdesk_ui.run.drag_marks import Grip
from plcdesk_ui.widgets.buttons import icon_button
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.stepper import MinutesStepper
from plcdesk_ui.widgets.tips import set_tip
from plcdesk_ui.words import minutes_word


class EditorRow(QWidget):
    """Wishes for one item: moved to a place, given minutes, renamed, swapped with another, dropped."""

    place_wished = Signal(int)
    minutes_wished = Signal(int)
    title_wished = Signal(str)
    swap_wished = Signal(str)
    drop_wished = Signal()
    next_wished = Signal()

    def __init__(self, item: EditorItem) -> None:
        super().__init__()
        self.item = item
        self._others: tuple[EditorItem, ...] = ()
        self.grip = Grip()
        self.title = LineField(item.item.title)
        self.title.committed.connect(self.title_wished)
        self.words = plain(item.item.title, "secondary", wrap=True)
        self.fixed_minutes = plain("", "secondary")
        self.minutes = MinutesStepper(item.minutes)
        self.minutes.changed.connect(self.minutes_wished)
        self.up = icon_button("arrow-up", "", lambda: self._step(-1), grade="small")
        self.down = icon_button("arrow-down", "", lambda: self._step(1), grade="small")
        self.more = icon_button("ellipsis", "", self._open_menu, grade="small")
        self.problem = plain("", "danger", wrap=True)
        self.problem.hide()
        self._lay_out()
        for key, action in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            self._shortcut(key).activated.connect(action.click)
        self._shortcut("Del").activated.connect(self._drop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_item(self, item: EditorItem, places: range, others: Sequence[EditorItem]) -> None:
        """Show `item`; it may move within `places`, and change places with the movable ones of `others`."""
        self.item = item
        self._others = tuple(other for other in others if other.can_move and other.place != item.place)
        name = item.item.title
        open_, moves = not item.is_fixed, item.can_move
        self.title.set_value(name)
        self.title.setAccessibleName(tr("Title of {topic}").format(topic=name))
        self.words.setText(name)
        set_tone(self.words, "accent" if item.standing == "current" else "secondary")
        self.fixed_minutes.setText(minutes_word(item.minutes))
        self.minutes.set_value(item.minutes)
        self.minutes.setAccessibleName(tr("Minutes of {topic}").format(topic=name))
        self.grip.setVisible(moves)
        self.title.setVisible(moves)
        self.words.setVisible(not moves)
        self.fixed_minutes.setVisible(not open_)
        self.minutes.setVisible(open_)
        for widget, spoken in (
            (self.up, tr("Move {topic} up")),
            (self.down, tr("Move {topic} down")),
            (self.more, tr("More for {topic}")),
        ):
            widget.setVisible(moves)
            widget.setAccessibleName(spoken.format(topic=name))
            set_tip(widget, spoken.format(topic=name))
        self.up.setEnabled(moves and item.place > places.start)
        self.down.setEnabled(moves and item.place < places.stop - 1)

    def refuse(self, sentence: str) -> None:
        """Say why a wish cannot be fulfilled, and show again what holds."""
        self.problem.setText(sentence)
        self.problem.show()
        self.minutes.set_value(self.item.minutes)

    def forgive(self) -> None:
        """Take the last refusal away."""
        self.problem.hide()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.grip)
        first.addWidget(self.title, 1)
        first.addWidget(self.words, 1)
        first.addWidget(self.fixed_minutes)
        second = QHBoxLayout()
        second.setSpacing(0)
        second.addWidget(self.minutes)
        second.addStretch(1)
        for sign in (self.up, self.down, self.more):
            second.addWidget(sign)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(4)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.problem)

    def _shortcut(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _step(self, by: int) -> None:
        self.place_wished.emit(self.item.place + by)

    def _drop(self) -> None:
        if self.item.can_move:
            self.drop_wished.emit()

    def menu(self) -> QMenu:
        """What else can be done with the item."""
        menu = QMenu(self)
        menu.addAction(tr("Do it next"), self.next_wished.emit)
        if self._others:
            swap = menu.addMenu(tr("Swap with"))
            for other in self._others:
                title = other.item.title.replace("&", "&&")
                swap.addAction(title, lambda chosen=other.item.id: self.swap_wished.emit(chosen))
        menu.addSeparator()
        menu.addAction(tr("Drop it"), self.drop_wished.emit)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
