"""The round on the desk: everyone in the order of speaking, how long each has, who is next, a pass."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from plcdesk.running.clock import ClockState
from plcdesk.running.rounds import RoundState
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import about_each
from plcdesk_ui.shell.commands import PASS_KEY
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.people import PeopleRow, Person, PersonButton, PersonState
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut
from plcdesk_ui.widgets.uncut import Uncut

_IN_A_LINE = 8
"""So many have room in one line of large circles."""
HINT_FOR = 5000  # milliseconds


class RoundRow(PeopleRow):
    """The circles; the right button of the mouse opens what else can be done with somebody."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(name=tr("The round"))
        self._live = live

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the circle under the pointer, or of the one with the keyboard."""
        under = self.childAt(event.pos())
        found = under if isinstance(under, PersonButton) else self.focusWidget()
        if isinstance(found, PersonButton):
            menu = self.menu(found.person)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def menu(self, person: Person) -> QMenu:
        """What can be done with a person."""
        live, who, name = self._live, person.member_id, person.name
        menu = QMenu(self)

        def add(words: str, action: Callable[[], object]) -> None:
            added = menu.addAction(words.format(name=name).replace("&", "&&"))
            added.triggered.connect(lambda _checked=False: action())

        if person.state == "absent":
            add(tr("{name} has come"), lambda: live.arrive(who))
            return menu
        if person.state == "speaking":
            if live.round is not None and live.round.may_pass:
                add(tr("{name} passes"), live.pass_turn)
        elif person.state != "spoken":
            add(tr("Give {name} the turn"), lambda: live.choose_speaker(who))
        if live.facts is None or live.facts.spokes is None:
            add(tr("{name} has left"), lambda: live.leave(who))
        return menu


class RoundPart(Uncut, QWidget):
    """Hidden in a step without turns. A click on somebody gives her the turn; on an absent one, she has come."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self.people = RoundRow(live)
        self.people.clicked.connect(self._clicked)
        self.words = plain("", "secondary")
        self.passes = button(tr("someone passes"), live.pass_turn, "link")
        set_tip(self.passes, tip_with_shortcut(tr("The one who speaks passes"), PASS_KEY))
        self.passes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.again = button(tr("Go around once more"), live.go_around_again, "link")
        set_tip(self.again, tr("Everyone has spoken once: everyone gets another turn"))
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dry = button(tr("nothing new"), live.next_step, "link")
        set_tip(self.dry, tr("Nobody has anything new to say: go on to the next step"))
        self.dry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._between = plain("·", "secondary")
        self._caption = QWidget()
        flow = FlowLayout(self._caption, spacing=4, align=Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.words, self.passes, self._between, self.dry, self.again):
            flow.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.people)
        box.addWidget(self._caption)
        self._shown: tuple[Person, ...] = ()
        self._low = False
        self._hint = ""
        self._hint_timer = QTimer(self)
        self._hint_timer.setSingleShot(True)
        self._hint_timer.setInterval(HINT_FOR)
        self._hint_timer.timeout.connect(self._forget_hint)

    def refresh(self) -> None:
        """Show the round as it is now; in a pause nobody speaks, and why we pause has to be at hand."""
        found = self._live.round if self._live.state.status != "paused" else None
        self.setVisible(found is not None)
        self._forget_hint()
        if found is None:
            return
        people = self._people(found)
        if people != self._shown:
            self._shown = people
            self.people.set_people(people)
            self._fit_circles()
        self.passes.setVisible(found.may_pass and not found.over)
        for widget in (self._between, self.dry):
            widget.setVisible(found.goes_until_dry)
        self.again.setVisible(found.over)

    def use_small_circles(self, small: bool) -> None:
        """Make do with little height, where many sit in the round."""
        self._low = small
        self._fit_circles()

    def _fit_circles(self) -> None:
        self.people.use_small(self._low and len(self._shown) > _IN_A_LINE)

    def show_time(self, state: ClockState) -> None:
        """Say when a turn has had its time; cheap, for every tick."""
        if self._live.facts is not None and self._live.facts.round is not None:
            self._show_words(state.turn_elapsed)

    def _people(self, found: RoundState) -> tuple[Person, ...]:
        team = self._live.room.agenda.team
        names = self._spoke_names()
        away = [m.id for m in team.active_members if m.id not in self._live.room.present and not names]
        people: list[Person] = []
        for member_id in (*found.order, *away):
            member = team.member(member_id)
            if member is not None:
                state = "absent" if member_id in away else _state(found, member_id)
                name, initials = names.get(member_id, (self._live.name_of(member_id), member.initials))
                people.append(Person(member_id, name, initials, state))
        return tuple(people)

    def _spoke_names(self) -> dict[str, tuple[str, str]]:
        """What those are called who stand for a group, or for one person in each."""
        facts = self._live.facts
        return facts.spokes.names if facts is not None and facts.spokes is not None else {}

    def _name_of(self, member_id: str) -> str:
        return self._spoke_names().get(member_id, (self._live.name_of(member_id), ""))[0]

    def _show_words(self, turn_elapsed: float) -> None:
        found = self._live.facts.round if self._live.facts is not None else None
        if found is None:
            return
        words = self._hint or " · ".join(self._parts(found, turn_elapsed))
        if words and not self.passes.isHidden() and not self._hint:
            words += " ·"
        if words != self.words.text():
            self.words.setText(words)

    def _parts(self, found: RoundState, turn_elapsed: float) -> list[str]:
        if found.over:
            return []
        over = turn_elapsed >= found.seconds_each
        parts = [tr("time to hand on") if over else about_each(found.seconds_each)]
        if found.next_speaker is not None:
            parts.append(tr("{name} is next").format(name=self._name_of(found.next_speaker)))
        return parts

    def _clicked(self, member_id: str) -> None:
        if member_id not in self._live.room.present:
            self._live.arrive(member_id)
        elif not self._live.choose_speaker(member_id) and self._has_spoken(member_id):
            self._hint = tr("Everyone once before anyone twice: {name} has spoken").format(
                name=self._name_of(member_id)
            )
            self._hint_timer.start()
            self._show_words(self._live.state.turn_elapsed)

    def _has_spoken(self, member_id: str) -> bool:
        found = self._live.round
        return found is not None and member_id != found.speaking

    def _forget_hint(self) -> None:
        self._hint = ""
        self._hint_timer.stop()
        self._show_words(self._live.state.turn_elapsed)


def _state(found: RoundState, member_id: str) -> PersonState:
    if member_id == found.speaking:
        return "speaking"
    if member_id in found.spoken:
        return "spoken"
    return "passed" if member_id in found.passed else "waiting"
