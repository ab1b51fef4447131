"""The small groups of a step on the desk: make them, shuffle them, send somebody to another one."""

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from plcdesk.running.group_places import GroupPlace
from plcdesk.running.grouping import form_groups, group_name, read_earlier
from plcdesk.running.groups import Group, group_of, group_sizes, with_move
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.talk.group_card import GroupCard
from plcdesk_ui.run.talk.group_words import turn_in_group
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from plcdesk.store.work import Work

_COLUMNS = 3
_AT_ONCE = 3


class GroupsPart(QWidget):
    """Hidden in a step in which everybody is together. `head` has the buttons, for a place where it stays in view."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._shown: object = None
        self.cards: list[GroupCard] = []
        self._missing: list[tuple[Group, int, GroupPlace]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._add_cards)
        self.words = plain("", "secondary", wrap=True)
        self.size_choice = Choice((), small=True)
        self.size_choice.setAccessibleName(tr("People in a group"))
        self.size_choice.chosen.connect(lambda size: self._make(int(str(size))))
        self.make = button(tr("Make groups"), self._make, grade="small")
        set_tip(self.make, tr("By chance and in equal sizes, not with the partners of last time"))
        for control in (self.size_choice, self.make):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(ROW)
        head.addWidget(self.words, 1)
        head.addWidget(self.size_choice)
        head.addWidget(self.make)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        box.addLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def refresh(self) -> None:
        """Show the groups as they are now."""
        facts = self._live.facts
        place = facts.group_place if facts is not None else None
        self.setVisible(place is not None)
        self.head.setVisible(place is not None)
        if facts is None or place is None:
            self._shown = None
            return
        turn = facts.loops[-1].index if place.in_turn and facts.loops else 0
        showing = (facts.key, facts.groups, turn, self._live.room.present)
        if showing == self._shown:
            return
        self._shown = showing
        self.make.set_text(tr("Shuffle") if facts.groups else tr("Make groups"))
        self.words.setText(self._said(place, facts.groups))
        self._show_sizes(place, facts.groups)
        self._show_cards(facts.groups, turn, place)

    def _said(self, place: GroupPlace, groups: tuple[Group, ...]) -> str:
        if groups and place.coming:
            return tr("With whom we talk next, on the wall too")
        if groups:
            return ntr("{n} group, on the wall too", "{n} groups, on the wall too", len(groups)).format(
                n=len(groups)
            )
        if place.coming:
            return tr("Find out with whom everyone talks next")
        if place.circles:
            return tr("Who sits in the inner circle?")
        sizes = group_sizes(len(self._live.room.present), place.least, place.most, place.wanted)
        most, least = max(sizes, default=0), min(sizes, default=0)
        size = str(most) if most == least else tr("{least} or {most}").format(least=least, most=most)
        words = ntr("{n} group of {size}", "{n} groups of {size}", len(sizes))
        return words.format(n=len(sizes), size=size)

    def _show_sizes(self, place: GroupPlace, groups: tuple[Group, ...]) -> None:
        here = len(self._live.room.present)
        now = max((len(group.members) for group in groups), default=0)
        sizes = sorted({*range(place.least, min(place.most, here) + 1), *((now,) if now else ())})
        self.size_choice.setVisible(bool(groups) and not place.circles and len(sizes) > 1)
        self.size_choice.set_options([(size, tr("of {n}").format(n=size)) for size in sizes], now)

    def _show_cards(self, groups: tuple[Group, ...], turn: int, place: GroupPlace) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._missing = [(group, turn, place) for group in groups]
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < len(groups) else 0)
        self._add_cards()

    def _add_cards(self) -> None:
        """Make some of the cards that are missing; many of them would hold up the clock."""
        now, self._missing = self._missing[:_AT_ONCE], self._missing[_AT_ONCE:]
        for group, turn, place in now:
            whose = turn_in_group(group, turn)
            people = [
                (member, self._name(member, member == whose, place), member == whose)
                for member in group.members
            ]
            card = GroupCard(group.name, people, self._menu)
            card.dropped.connect(lambda member, name=group.name: self._move(member, name))
            number = len(self.cards)
            self.cards.append(card)
            self._grid.addWidget(card, number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        if self._missing:
            self._later.start(0)

    def _name(self, member: str, turn: bool, place: GroupPlace) -> str:
        name = self._live.name_of(member)
        role = place.roles[0] if place.roles else tr("presents")
        return tr("{name} ({role})").format(name=name, role=role) if turn else name

    def _menu(self, member: str) -> QMenu:
        groups = self._live.facts.groups if self._live.facts is not None else ()
        here = group_of(groups, member)
        menu = QMenu(self)
        for group in groups:
            if group is not here:
                words = tr("To {group}").format(group=group.name).replace("&", "&&")
                menu.addAction(words).triggered.connect(
                    lambda _on=False, name=group.name: self._move(member, name)
                )
        if here is not None and len(here.members) > 1:
            menu.addAction(tr("To a new group")).triggered.connect(lambda _on=False: self._move(member, ""))
        return menu

    def _move(self, member: str, into: str) -> None:
        facts = self._live.facts
        if facts is None or (here := group_of(facts.groups, member)) is None or here.name == into:
            return
        names = {group.name for group in facts.groups}
        numbers = range(1, len(names) + 2)
        new_name = "" if into else next(name for n in numbers if (name := group_name(n)) not in names)
        moved = with_move(facts.groups, member, into, new_name)
        name = self._live.name_of(member)
        self._keep(moved, tr("{name} is in {group}").format(name=name, group=into or new_name))

    def _keep(self, groups: tuple[Group, ...], told: str) -> None:
        facts, meeting_id = self._live.facts, self._live.meeting_id
        place = facts.group_place if facts is not None else None
        if facts is None or place is None:
            return
        item_id, key = facts.item.id, place.key

        def keep(work: "Work") -> None:
            from plcdesk.running.group_keeping import keep_groups

            keep_groups(work, meeting_id, item_id, key, groups)

        self._live.context.do(keep, told=told, undo_list=meeting_id)

    def _make(self, size: int | None = None) -> None:
        """Make new groups, in place of those that were there."""
        live, facts = self._live, self._live.facts
        place = facts.group_place if facts is not None else None
        if facts is None or place is None:
            return
        here = live.room.groupings.get((facts.item.id, place.before or place.key), ())
        if facts.groups and size is None:
            size = max(len(group.members) for group in facts.groups) if not place.before else None
        earlier = read_earlier(live.context.reader, live.meeting_id)
        present, chosen, seed = live.room.present, size, str(uuid4())

        def make() -> tuple[Group, ...]:
            return form_groups(place, present, earlier=earlier, here=here, seed=seed, size=chosen)

        key = facts.key

        def made(groups: tuple[Group, ...]) -> None:
            if isValid(self) and live.facts is not None and live.facts.key == key:
                self._keep(groups, tr("Groups made"))

        live.context.in_background(make, made)
