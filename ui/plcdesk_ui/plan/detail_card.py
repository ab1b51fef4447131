"""The chosen topic in full: what it is and is for, who brings it, what to have ready, a note to oneself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk.library.schema import Protocol
from plcdesk.minutes.names import People
from plcdesk.planning.infos import ItemInfo, TeamInfo
from plcdesk.text import tr
from plcdesk_ui.plan.agenda_list import COPY, MOVE_DOWN, MOVE_UP
from plcdesk_ui.plan.preparation import PreparationList
from plcdesk_ui.plan.title_edit import RING, STRETCH, TitleEdit
from plcdesk_ui.plan.wording import kind_words
from plcdesk_ui.plan.wrap_label import WrapLabel
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import IconButton, button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import Choice, TextField, field
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut


class DetailCard(Card):
    """Each signal begins with the item's id. `typed` tells a column and its text, `given` a column and its value.

    `done` tells what is to be done with the item: up, down, copy, delete, about (show its protocol), protocol
    (choose one, or another), attach (a file).
    """

    typed = Signal(str, str, str)
    given = Signal(str, str, object)
    done = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._item_id = ""
        self._people: list[tuple[object, str]] | None = None
        self.title = TitleEdit(WrapLabel("", "card-title"), tr("Title"))
        self.about = plain("", "secondary", wrap=True)
        self.how = button(
            tr("How it goes…"), lambda: self._tell("about"), "link", tip=tr("All steps, and what to say")
        )
        self.other = button("", lambda: self._tell("protocol"), "link")
        tip = tr("A file for this topic: student work, data, a handout")
        self.attach = button(tr("Attach a file…"), lambda: self._tell("attach"), "link", tip=tip)
        self.kind = _choice()
        self.kind.set_options(list(kind_words().items()))
        self.purpose = TextField(placeholder=tr("What should come of it?"), lines=1, most_lines=6)
        self.brings = _choice()
        self.ready = PreparationList(before=self.purpose)
        self.note = TextField(placeholder=tr("What to watch for, what to ask"), lines=2, most_lines=10)
        self.buttons = _buttons(self)
        self._lay_out()
        self._wire()

    def show_item(self, item: ItemInfo, team: TeamInfo) -> None:
        """Show an item; what is half typed for another one is handed over first."""
        if item.id != self._item_id:
            self.flush()
            self.title.stop()
            self._item_id = item.id
        self.title.set_text(item.title)
        protocol = item.snapshot.protocol if item.snapshot is not None else None
        self._show_protocol(protocol)
        self.kind.set_value(item.kind)
        self.purpose.set_value(item.purpose)
        self._show_people(item, team)
        self.ready.show_protocol(protocol, item.prepared)
        self.note.set_value(item.private_note)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for part in (self.title, self.purpose, self.note):
            part.flush()

    def _show_protocol(self, protocol: Protocol | None) -> None:
        self.about.setText(protocol.purpose if protocol is not None else "")
        self.about.setVisible(protocol is not None)
        self.how.setVisible(protocol is not None)
        self.other.set_text(tr("Run a protocol…") if protocol is None else tr("Another protocol…"))

    def _show_people(self, item: ItemInfo, team: TeamInfo) -> None:
        people = People.of(team)
        members = [member for member in team.members if member.active or member.id == item.brought_by]
        options: list[tuple[object, str]] = [(member.id, people.name(member.id)) for member in members]
        if options != self._people:
            self._people = options
            self.brings.set_options([(None, tr("Nobody")), *options], item.brought_by)
        self.brings.set_value(item.brought_by)

    def _lay_out(self) -> None:
        self.body.setSpacing(ROW + 2)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addSpacing(-RING)
        head.addWidget(self.title, STRETCH)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.about)
        self.body.addWidget(flow(self.how, self.other, self.attach, spacing=ROW + 4))
        both = QHBoxLayout()
        both.setSpacing(ROW)
        both.addWidget(field(tr("What it is"), self.kind), 1)
        both.addWidget(field(tr("Who brings it"), self.brings), 1)
        self.body.addLayout(both)
        self.body.addWidget(field(tr("What it is for"), self.purpose))
        self.body.addWidget(self.ready)
        self.body.addWidget(field(tr("Note to myself"), self.note, tr("Only you see this.")))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addStretch(1)
        for made in self.buttons.values():
            row.addWidget(made)
        self.body.addLayout(row)

    def _wire(self) -> None:
        self.title.edited.connect(lambda text: self.typed.emit(self._item_id, "title", text))
        self.purpose.committed.connect(lambda text: self.typed.emit(self._item_id, "purpose", text))
        self.note.committed.connect(lambda text: self.typed.emit(self._item_id, "private_note", text))
        self.kind.chosen.connect(lambda kind: self.given.emit(self._item_id, "kind", kind))
        self.brings.chosen.connect(lambda member: self.given.emit(self._item_id, "brought_by", member))
        self.ready.ticked.connect(lambda numbers: self.given.emit(self._item_id, "prepared", numbers))

    def _tell(self, what: str) -> None:
        self.done.emit(self._item_id, what)


def _choice() -> Choice:
    """A choice as wide as the card, however long its words."""
    made = Choice()
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


def _buttons(card: DetailCard) -> dict[str, IconButton]:
    """What can be done with the item, each with the keys that do the same on the agenda."""
    made: dict[str, IconButton] = {}
    for what, icon, words, keys in (
        ("up", "arrow-up", tr("Move up"), MOVE_UP),
        ("down", "arrow-down", tr("Move down"), MOVE_DOWN),
        ("copy", "copy", tr("Duplicate"), COPY),
        ("delete", "trash-2", tr("Delete"), "Del"),
    ):
        made[what] = icon_button(icon, words, lambda what=what: card.done.emit(card._item_id, what))
        made[what].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_tip(made[what], tip_with_shortcut(words, keys))
    return made
