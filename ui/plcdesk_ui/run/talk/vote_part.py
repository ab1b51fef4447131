"""How we stand to a decision: fist to five or thumbs, typed as one sees them, or passed round."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.errors import UserError
from plcdesk.planning.infos import EntryInfo
from plcdesk.running.standing import Standing, Way, hands_as_typed, read_hands, stood
from plcdesk.text import ntr, tr
from plcdesk_ui.run.capture.entry_parts import how_we_stand
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.step_facts import StepFacts
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.chip_choice import ChipChoice, ChipOption
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class VotePart(QWidget):
    """Shown where the step is a decision or a vote, elsewhere when it is asked for with a decision's note.

    `decision_wished`: write the decision first; `ballot_wished(entry, way)`. `closed`: it was put away.
    `objecting`: the keyboard went to the objections.
    """

    decision_wished = Signal()
    closed = Signal()
    ballot_wished = Signal(object, str)
    objecting = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._entry: EntryInfo | None = None
        self._asked_for = ("", "")  # the step in which it was asked for, and with which decision
        self.close_button = icon_button("x", tr("Put the hands away"), self.put_away)
        self.which = Choice()
        self.which.setAccessibleName(tr("Which decision"))
        self.which.chosen.connect(self._chosen)
        self.none = plain(tr("Write the decision down first, then show fingers."), "secondary", wrap=True)
        self.write = button(tr("Write the decision"), self.decision_wished.emit, grade="small")
        ways: list[ChipOption] = [
            ("fist", tr("Fist to five"), "decision"),
            ("thumbs", tr("Thumbs"), "decision"),
        ]
        self.way = ChipChoice(ways, "fist", name=tr("How we show it"))
        self.way.chosen.connect(lambda _way: self._way_changed())
        self.hands = LineField(limit=400)
        self.hands.committed.connect(lambda _text: self._keep())
        self.hands.textEdited.connect(lambda _text: self._show_meaning())
        self.hands.returnPressed.connect(self._go_to_objections)
        self.pass_round = button(tr("Pass the laptop round"), self._pass_round, grade="small")
        self.how = plain("", "secondary", wrap=True)
        self.meaning = plain("", "strong", wrap=True)
        self.next = plain("", wrap=True)
        self.objections = TextField(placeholder=tr("What they object to, one line each"))
        self.objections.setAccessibleName(tr("Objections, one line each"))
        self.objections.committed.connect(lambda _text: self._keep())
        self._lay_out()

    def refresh(self) -> None:
        """Show the decisions of this topic and how the team stood to the chosen one."""
        facts = self._live.facts
        kind = facts.item.kind if facts is not None else ""
        step = facts.step if facts is not None else None
        votes = step is not None and step.kind == "vote" and _votes_on_a_decision(facts)
        decisions = self._decisions()
        asked_for = facts is not None and self._asked_for[0] == facts.key and bool(decisions)
        self.setVisible(kind == "decision" or votes or asked_for)
        self.close_button.setVisible(kind != "decision" and not votes)
        if self.isHidden():
            return
        known = {entry.id: entry for entry in decisions}
        if self._entry is None or self._entry.id not in known:
            self._show_entry(decisions[-1] if decisions else None)
        else:
            self._entry = known[self._entry.id]
        options = [(entry.id, _short(entry.text)) for entry in decisions]
        self.which.set_options(options, self._entry.id if self._entry is not None else None)
        self.which.setVisible(len(decisions) > 1)
        self._body.setVisible(bool(decisions))
        self.none.setVisible(not decisions)
        self.write.setVisible(not decisions)
        self._show_stored()

    @property
    def has_decision(self) -> bool:
        """Whether there is a decision to show hands for."""
        return self._entry is not None and not self.isHidden()

    def show_decision(self, entry_id: str) -> None:
        """Turn to one decision, with the keyboard where the hands are typed."""
        facts = self._live.facts
        self._asked_for = (facts.key if facts is not None else "", entry_id)
        found = next((entry for entry in self._decisions() if entry.id == entry_id), None)
        if found is not None:
            self.flush()
            self._show_entry(found)
            self.refresh()
            self.hands.setFocus()

    def put_away(self) -> None:
        """Leave the middle to the step again."""
        self.flush()
        self._asked_for = ("", "")
        self.refresh()
        self.closed.emit()

    def flush(self) -> None:
        """Keep what is typed now."""
        self.hands.flush()
        self.objections.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed."""
        super().hideEvent(event)
        self.flush()

    def _decisions(self) -> list[EntryInfo]:
        facts = self._live.facts
        if facts is None:
            return []
        step, decision = self._asked_for
        asked_for = decision if step == facts.key else ""
        decisions = (entry for entry in self._live.room.entries if entry.kind == "decision")
        return [each for each in decisions if each.item_id == facts.item.id or each.id == asked_for]

    def _chosen(self, entry_id: object) -> None:
        self.flush()
        self._show_entry(next((each for each in self._decisions() if each.id == entry_id), None))
        self.refresh()

    def _show_entry(self, entry: EntryInfo | None) -> None:
        self._entry = entry
        standing = self._standing()
        self.way.set_value(standing.way if standing is not None else "fist")
        self.hands.clear_written()
        self.hands.set_value(hands_as_typed(standing.fingers, standing.way) if standing is not None else "")
        self.objections.set_value("\n".join(standing.objections) if standing is not None else "")
        self._say_how()

    def _show_stored(self) -> None:
        """What the store has now: after a ballot, or after Undo."""
        standing = self._standing()
        typed = self._read()
        stored = standing.fingers if standing is not None else ()
        if not self.hands.hasFocus() and typed is not None and tuple(typed) != stored:
            self.way.set_value(standing.way if standing is not None else self._way)
            self.hands.set_value(hands_as_typed(stored, self._way))
        if standing is not None and not self.objections.hasFocus():
            self.objections.set_value("\n".join(standing.objections))
        self._show_meaning()

    @property
    def _way(self) -> Way:
        return "thumbs" if self.way.value() == "thumbs" else "fist"

    def _standing(self) -> Standing | None:
        return self._live.room.standings.get(self._entry.id) if self._entry is not None else None

    def _read(self) -> tuple[int, ...] | None:
        """The hands that are typed; None while they cannot be read."""
        try:
            return read_hands(self.hands.text(), self._way) or ()
        except UserError:
            return None

    def _way_changed(self) -> None:
        self.hands.clear_written()
        self._say_how()
        self._show_meaning()
        self._keep()
        self.hands.setFocus()

    def _say_how(self) -> None:
        if self._way == "fist":
            self.hands.setPlaceholderText(tr("54435"))
            self.how.setText(
                tr("Type what you see, one number for each hand: 5 all for it … 0 a fist, stop.")
            )
            self.hands.setAccessibleName(tr("Fingers, one number for each hand"))
        else:
            self.hands.setPlaceholderText(tr("uuusd"))
            self.how.setText(tr("Type what you see, one letter for each: u up, s sideways, d down."))
            self.hands.setAccessibleName(tr("Thumbs, one letter for each"))

    def _show_meaning(self) -> None:
        hands = self._read()
        standing = Standing(self._way, hands or ())
        if hands is None:
            words, more, tone = _refusal(self.hands.text(), self._way), "", "warning"
        elif not hands:
            words, more, tone = "", "", "strong"
        elif standing.carried:
            words, more, tone = stood(standing), tr("Everyone can live with it: it is decided."), "strong"
        else:
            count = len(standing.low)
            words, tone = stood(standing), "warning"
            sentence = ntr(
                "{n} cannot live with it yet. Hear the lowest first: “What would have to change for you?”",
                "{n} cannot live with it yet. Hear the lowest first: “What would have to change for you?”",
                count,
            )
            more = sentence.format(n=count)
        self.meaning.setText(words)
        set_tone(self.meaning, tone)
        self.meaning.setVisible(bool(words))
        self.next.setText(more)
        self.next.setVisible(bool(more))
        self.how.setVisible(not hands)
        low = bool(hands) and not standing.carried
        self.objections.setVisible(low or bool(self.objections.toPlainText().strip()))

    def _keep(self) -> None:
        hands, entry = self._read(), self._entry
        if hands is None or entry is None:
            return
        way, lines = self._way, tuple(self.objections.toPlainText().splitlines())

        def keep(work: "Work") -> None:
            from plcdesk.running.votes import NewVote, keep_vote

            keep_vote(work, entry.id, NewVote(way, hands, lines), typing=f"{entry.id}/vote")

        self._live.context.do(keep)

    def _go_to_objections(self) -> None:
        """Enter after the hands: what somebody objects is typed next, if anybody does."""
        if not self.objections.isHidden():
            self.objections.setFocus()
            self.objecting.emit()

    def _pass_round(self) -> None:
        self.flush()
        if self._entry is not None:
            self.ballot_wished.emit(self._entry, self._way)

    def _lay_out(self) -> None:
        self._body = QWidget()
        hands = QHBoxLayout()
        hands.setSpacing(ROW)
        hands.addWidget(self.hands, 1)
        hands.addWidget(self.pass_round)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(ROW - 3)
        body.addWidget(self.way)
        body.addLayout(hands)
        for widget in (self.how, self.meaning, self.next, self.objections):
            body.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 2)
        head = QHBoxLayout()
        head.addWidget(plain(how_we_stand(), "card-title"), 1)
        head.addWidget(self.close_button)
        box.addLayout(head)
        box.addWidget(self.none)
        box.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.which)
        box.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _votes_on_a_decision(facts: StepFacts | None) -> bool:
    """Whether a protocol's votes are about one decision, and not a choice among many things."""
    snapshot = facts.item.snapshot if facts is not None else None
    steps = snapshot.steps.values() if snapshot is not None else ()
    votes = (step for step in steps if step.kind == "vote")
    return any(capture.kind == "decision" for step in votes for capture in step.captures)


def _refusal(text: str, way: Way) -> str:
    try:
        read_hands(text, way)
    except UserError as refused:
        return str(refused)
    return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) < 60 else f"{line[:58]}…"
