"""Everything that can be done with something written down, as menus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk.running.capture_words import DOING_KINDS
from plcdesk.text import tr
from plcdesk_ui.run.capture.entry_parts import how_we_stand
from plcdesk_ui.run.capture.offers import Offer, offers_of
from plcdesk_ui.run.capture.scope import step_title
from plcdesk_ui.run.capture.typed_fields import WRITTEN
from plcdesk_ui.run.live import LiveMeeting


@dataclass(frozen=True)
class EntryActs:
    """What the menus call."""

    edit: Callable[[], None]
    who_when: Callable[[], None]
    details: Callable[[], None]
    stand: Callable[[], None]
    copy: Callable[[], None]
    delete: Callable[[], None]
    make: Callable[[Offer], None]
    move: Callable[[str, str, str], None]  # item id, step key, the step's title


def open_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu at a global place; it is dropped when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def entry_menu(parent: QWidget, live: LiveMeeting, entries: Sequence[EntryInfo], acts: EntryActs) -> QMenu:
    """Edit, what it is, who and when, where it belongs, copy, delete; for several, what can be done to all."""
    menu = QMenu(parent)
    entry = entries[0]
    if len(entries) == 1:
        _add(menu, tr("Edit"), acts.edit, "F2")
    menu.addMenu(kind_menu(menu, live, entries, acts, tr("Make it")))
    if len(entries) == 1 and (entry.kind in DOING_KINDS or entry.owners or entry.owner_names or entry.due_on):
        _add(menu, tr("Who and when…"), acts.who_when)
    if len(entries) == 1 and asked_of(live, entry):
        _add(menu, tr("Details…"), acts.details, "D")
    if len(entries) == 1 and entry.kind == "decision":
        _add(menu, how_we_stand(), acts.stand, "H")
    menu.addMenu(move_menu(menu, live, entries, acts, tr("Move to")))
    _add(menu, tr("Copy"), acts.copy, "Ctrl+C")
    menu.addSeparator()
    _add(menu, tr("Delete"), acts.delete, "Del")
    return menu


def kind_menu(
    parent: QWidget, live: LiveMeeting, entries: Sequence[EntryInfo], acts: EntryActs, title: str = ""
) -> QMenu:
    """What it can be: the kinds of its own step, then those of every meeting."""
    menu = QMenu(title, parent)
    now = {(entry.kind, entry.word) for entry in entries}
    for offer in _offers_for(live, entries[0]):
        action = menu.addAction(offer.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked({(offer.kind, offer.word)} == now)
        action.triggered.connect(lambda _on=False, offer=offer: acts.make(offer))
    return menu


def move_menu(
    parent: QWidget, live: LiveMeeting, entries: Sequence[EntryInfo], acts: EntryActs, title: str = ""
) -> QMenu:
    """The steps of the agenda that it can belong to."""
    menu = QMenu(title, parent)
    now = {entry.step for entry in entries}
    for item_id, steps in live.state.plan.by_item().items():
        several = len(steps) > 1
        into = menu.addMenu(steps[0].item_title.replace("&", "&&")) if several else menu
        for step in steps:
            words = step_title(step)
            action = into.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked({step.key} == now)
            action.setEnabled({step.key} != now)
            action.triggered.connect(lambda _on=False, where=(item_id, step.key, words): acts.move(*where))
    return menu


def asked_of(live: LiveMeeting, entry: EntryInfo) -> tuple[str, ...]:
    """The fields that an entry has, or that its step asks for in its kind."""
    offers = _offers_for(live, entry)
    own = next((o.fields for o in offers if (o.kind, o.word) == (entry.kind, entry.word)), ())
    return tuple(name for name in WRITTEN if name in own or (entry.fields or {}).get(name))


def _offers_for(live: LiveMeeting, entry: EntryInfo) -> tuple[Offer, ...]:
    item = live.room.agenda.item(entry.item_id)
    plan_step = live.state.plan.step(entry.step)
    step = None
    if item is not None and item.snapshot is not None and plan_step is not None and plan_step.step_id:
        step = item.snapshot.steps.get(plan_step.step_id)
    return offers_of(step, item.kind if item is not None else "")


def _add(menu: QMenu, text: str, act: Callable[[], None], shortcut: str = "") -> None:
    action = menu.addAction(text)
    action.triggered.connect(lambda _on=False: act())
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutVisibleInContextMenu(True)
