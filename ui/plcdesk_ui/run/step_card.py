"""The middle of the desk: the step that is on, who may speak, how long, what to say and do, and where next."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.running.clock import ClockState
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.opening_part import OpeningPart
from plcdesk_ui.run.pause_part import PausePart
from plcdesk_ui.run.question import question_of
from plcdesk_ui.run.ring_and_words import RingAndWords
from plcdesk_ui.run.round_part import RoundPart
from plcdesk_ui.run.step_buttons import StepButtons
from plcdesk_ui.run.step_foot import StepFoot
from plcdesk_ui.run.step_words import StepHelp
from plcdesk_ui.run.talk.gripe_part import GripePart
from plcdesk_ui.run.talk.groups_part import GroupsPart
from plcdesk_ui.run.talk.hidden_part import HiddenPart
from plcdesk_ui.run.talk.moves_part import MovesPart
from plcdesk_ui.run.talk.vote_part import VotePart
from plcdesk_ui.run.time_words import count_up, countdown, left_of, whole_minutes
from plcdesk_ui.run.who_speaks import desk_line, turn_line
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.words import clock

LOW_BELOW = 540
"""Pixels of height under which everything is drawn together, at the usual size of type."""
_MARGINS = (22, 22, 22, 16)
PARTS_FIRST_BELOW = 660
"""The same, under which what is done now stands above what is said."""


class StepCard(Card):
    """Everything about the current step. `keyboard_lost`: what it stood on went away."""

    next_wished = Signal()
    skip_wished = Signal()
    agenda_wished = Signal()
    keyboard_lost = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._asking = False
        self._low = False
        self._aside: MovesPart | GripePart | None = None
        self.turns = _centred("secondary")
        self.title = _centred("step")
        self.who = _centred("say-accent")
        self.question = _centred("step")
        self.wanted = _centred("say-accent")
        self.over = _centred("secondary")
        self.pause = PausePart(live)
        self.middle = RingAndWords()
        self.help = StepHelp()
        self.round = RoundPart(live)
        self.opening = OpeningPart(live)
        self.groups = GroupsPart(live)
        self.vote = VotePart(live)
        self.vote.objecting.connect(lambda: self._area.ensureWidgetVisible(self.vote.objections))
        self.hidden = HiddenPart(live)
        self.moves = MovesPart()
        self.gripes = GripePart(live)
        self.moves.gripes_wished.connect(lambda: self.show_aside(self.gripes))
        self.add_topic = button(tr("Change the agenda…"), self.agenda_wished.emit)
        self.buttons = StepButtons(live)
        self.buttons.next_wished.connect(self.next_wished)
        self.buttons.skip_wished.connect(self.skip_wished)
        self.foot = StepFoot(live)
        self._shown_key = ""
        self._lay_out()
        self.over.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has a small ring, and what is done now above what is said."""
        super().resizeEvent(event)
        scale = theme_of(self).sizes.base / 14
        self._draw_together(self.height() < LOW_BELOW * scale)
        self._low = self.height() < PARTS_FIRST_BELOW * scale
        self._put_parts_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring is never cut, whatever else has to scroll."""
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self.middle.use_room(self._area.viewport().height())
        return super().eventFilter(watched, event)

    def _draw_together(self, tight: bool) -> None:
        """Leave what is said as much of a low card as can be."""
        self.middle.use_low_ring(tight)
        self.round.use_small_circles(tight)
        self.foot.use_low(tight)
        set_tone(self.title, "heading" if tight else "step")
        self.set_margins(*((16, 12, 16, 10) if tight else _MARGINS))
        self.body.setSpacing(ROW if tight else GAP - 2)

    def refresh(self) -> None:
        """Show the step as it is now."""
        live, facts = self._live, self._live.facts
        self.turns.setText(turn_line(facts, live.name_of, prompts=False) if facts is not None else "")
        self.turns.setVisible(bool(self.turns.text()))
        title = facts.title if facts is not None else tr("Nothing is on the agenda any more")
        if title != self.title.text():
            self.title.setText(title)
            self.setAccessibleName(title)
        self.add_topic.setVisible(facts is None)
        self.pause.refresh()
        self.middle.words.show_step(facts)
        self.middle.words.setVisible(live.state.status != "paused")
        crowded = facts is not None and (facts.item.kind in ("opening", "decision") or bool(facts.groups))
        self.middle.use_small_ring(crowded)
        self.help.show_step(facts, live.room.meeting.room_sees_screen)
        self.round.refresh()
        self.groups.refresh()
        self.refresh_notes()
        self.buttons.refresh()
        self.foot.refresh()
        self._show_question()
        self.show_time(live.state)
        if (key := facts.key if facts is not None else "") != self._shown_key:
            self._shown_key = key
            self._area.verticalScrollBar().setValue(0)  # a new step is read from its beginning

    def refresh_notes(self) -> None:
        """Show what follows from what is written down: due actions, hands, hidden lines, gripes."""
        for part in (self.opening, self.vote, self.hidden, self.gripes):
            part.refresh()
        self._put_parts_first()

    def show_time(self, state: ClockState) -> None:
        """Show the time that is left; cheap, for every tick."""
        paused = state.status == "paused"
        over = state.level == "over" and state.step is not None
        big = count_up(-state.left) if over else countdown(state.left)
        small = tr("over") if over else left_of(state.current_planned)
        if paused and state.pause_left is not None:
            self._show_break(state)
        else:
            self.middle.ring.show_time(
                state.fraction_left, big, small, over=over and not paused, paused=paused
            )
        self._show_who(state)
        words = ""
        if over and state.status == "running":
            words = tr("{time} over · the step goes on until you say Next").format(time=big)
        if words != self.over.text():
            self.over.setText(words)
            self.over.setVisible(bool(words))
        self.round.show_time(state)
        self.buttons.show_time(state)

    def _put_parts_first(self) -> None:
        """In a low window the groups, or the hands of a decision, come before the ring and its words."""
        grouped = bool(self.groups.cards) and not self.groups.isHidden()
        first = self._low and (grouped or self.vote.has_decision)
        place = self._content.indexOf(self._parts)
        if first != (place < self._content.indexOf(self.middle)):
            self._content.removeWidget(self._parts)
            self._content.insertWidget(self._content.indexOf(self.middle) + (0 if first else 1), self._parts)

    def bring_question_back(self) -> None:
        """Show the question in place of the words, or put it away again."""
        self._asking = not self._asking
        self._show_question()

    def put_question_away(self) -> None:
        """Show the step's words again."""
        self._asking = False
        self._show_question()

    def more_moves(self) -> None:
        """Show the moves in place of the step's words, or put them away again."""
        self.show_aside(None if self._aside is not None else self.moves)

    def show_hands_for(self, decision_id: str) -> None:
        """Ask how the team stands to this decision, also in a step that is about something else."""
        if self._asking or self._aside is not None:
            self.put_question_away()
            self.show_aside(None)
        self.vote.show_decision(decision_id)
        self._put_parts_first()
        self._area.ensureWidgetVisible(self.vote)

    def show_aside(self, aside: "MovesPart | GripePart | None") -> None:
        """Show the moves or the gripes in place of the step's words; None shows the step again."""
        self._aside, before = aside, self._aside
        self._asking = False
        self._show_question(before)
        if aside is not None:
            aside.open()

    def _show_question(self, before: "MovesPart | GripePart | None" = None) -> None:
        """Show the question, an aside or the step; `before` is the aside that stood there."""
        focus = QApplication.focusWidget()
        if self._asking and self._aside is not None:
            self._aside, before = None, self._aside
        if before is not None and before is not self._aside:
            before.hide()
        words, wanted = question_of(self._live) if self._asking else ("", "")
        self.question.setText(words)
        self.question.setVisible(bool(words))
        self.wanted.setText(wanted)
        self.wanted.setVisible(bool(wanted))
        step_shown = not words and self._aside is None
        self.middle.setVisible(step_shown and self._live.facts is not None)
        self.help.setVisible(step_shown and self.help.has_words and not self.pause.isVisibleTo(self))
        self._parts.setVisible(step_shown)
        self.foot.show_question_shown(bool(words))
        self.foot.show_moves_shown(self._aside is not None)
        if focus is not None and self.isAncestorOf(focus) and not focus.isVisible():
            self.keyboard_lost.emit()

    def _show_who(self, state: ClockState) -> None:
        facts = self._live.facts
        tone = "say-accent"
        if state.status == "paused":
            words = self._paused_words(state)
            tone = "heading"
        elif state.status == "ended" and state.ended_at is not None:
            ended = clock(local_of(state.ended_at, self._live.room.meeting.zone))
            words = tr("This meeting was ended at {time}.").format(time=ended)
        else:
            words = desk_line(facts, self._live.name_of) if facts is not None else ""
        if words != self.who.text():
            self.who.setText(words)
            set_tone(self.who, tone)

    def _show_break(self, state: ClockState) -> None:
        """How long until we go on."""
        left, length = max(0.0, state.pause_left or 0.0), state.pauses[-1].length or 1
        self.middle.ring.show_time(left / length, countdown(left), tr("until we go on"), paused=True)

    def _paused_words(self, state: ClockState) -> str:
        """'Break, back at 11:10', or how long it has lasted."""
        pause = state.pauses[-1]
        if pause.back_at is not None and (state.pause_left or 0) > 0:
            back = clock(local_of(pause.back_at, self._live.room.meeting.zone))
            words = tr("{why}, back at {time}") if pause.reason else tr("Back at {time}")
            return words.format(why=pause.reason, time=back)
        if pause.back_at is None and state.pause_elapsed < 60:
            return pause.reason or tr("Paused. The clock stands still.")
        minutes = whole_minutes(state.pause_elapsed)
        lasted = ntr("Paused for {n} minute", "Paused for {n} minutes", minutes).format(n=minutes)
        return f"{pause.reason} · {lasted}" if pause.reason else lasted

    def _lay_out(self) -> None:
        self.set_margins(*_MARGINS)
        self.body.setSpacing(GAP - 2)
        head = QVBoxLayout()
        head.setSpacing(ROW - 4)
        self.body.addLayout(head)
        for label in (self.turns, self.title, self.who):
            head.addWidget(label)
        self.body.addSpacing(ROW - 2)
        content = QWidget()
        self._area = page_scroll(content)
        self._area.viewport().installEventFilter(self)
        self.body.addWidget(self._area, 1)
        self._content = box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP + 2)
        box.addWidget(self.add_topic, 0, Qt.AlignmentFlag.AlignHCenter)
        self._parts = QWidget()
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(GAP + 2)
        for part in (self.groups, self.vote, self.opening):
            parts.addWidget(part)
        asides = (self.moves, self.gripes)
        for widget in (self.question, self.wanted, self.middle, self.pause, self._parts, self.help, *asides):
            box.addWidget(widget)
        box.addStretch(1)
        # What is pressed all the time stays where it is, whatever the step has to say.
        for widget in (self.over, self.hidden, self.groups.head, self.round, self.buttons, self.foot):
            self.body.addWidget(widget)


def _centred(tone: str) -> QLabel:
    label = plain("", tone, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
