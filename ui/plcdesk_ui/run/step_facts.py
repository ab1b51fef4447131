"""The step that is on, as the desk and the wall show it: its words, who may speak, what is written down."""

from dataclasses import dataclass
from datetime import datetime

from plcdesk.library.fitted import FittedStep, Turn
from plcdesk.library.kinds import MEETING_KINDS, KindChip, chip_for
from plcdesk.library.schema import QUIET_KINDS, Step
from plcdesk.library.steps import round_of
from plcdesk.planning.infos import ItemInfo
from plcdesk.running.clock import ClockState
from plcdesk.running.group_places import GroupPlace, group_place
from plcdesk.running.groups import Group, group_sizes, groups_now
from plcdesk.running.reading import Room
from plcdesk.running.rounds import Circle, RoundState, TurnChange, round_rule, round_state, turns_of
from plcdesk.running.talk_order import Spokes, held_before, one_group_each, one_in_each_group
from plcdesk.running.turn_words import turn_words
from plcdesk_ui.run.item_words import item_do, item_say

_BETWEEN = ("move", "pause")
"""Kinds of step in which people change places: the prompt that was talked about is done with."""


@dataclass(frozen=True)
class StepFacts:
    """Everything about the current step. Names are full names; screens shorten them."""

    key: str
    item: ItemInfo
    title: str
    protocol_name: str  # empty outside a protocol
    say: str
    do: str
    show: str
    instead: str
    quiet: bool
    step: Step | None
    presenter: str | None
    presenter_called: str  # the protocol's own word for her, or empty
    round: RoundState | None
    seconds_each: int | None  # in a round, as it was planned
    loops: tuple[Turn, ...]  # where we are in the loops around the step, outermost first
    turns: str  # the same in words: 'presenter 2 of 3', or empty
    prompt: str  # the prompt that this turn of a loop is about, or empty
    number: int  # of `count` steps of this item
    count: int
    group_place: GroupPlace | None = None  # where small groups work in this step
    groups: tuple[Group, ...] = ()  # with the people who are here now; empty until they are made
    spokes: Spokes | None = None  # who stands for whom, where the round is one of groups

    @property
    def chips(self) -> tuple[KindChip, ...]:
        """The kinds offered for notes: the step's own first, then those of every meeting."""
        return chips_of(self.step, self.item.kind)

    @property
    def in_groups(self) -> bool:
        """Whether people work in small groups now; not so where groups only report to all, or are only made."""
        place = self.group_place
        return place is not None and not place.coming and not self.groups_report

    @property
    def groups_report(self) -> bool:
        """Whether one group after the other tells all the others."""
        step = self.step
        return step is not None and round_of(step) is not None and step.speaks == "groups"

    @property
    def reporting_group(self) -> str | None:
        """The name of the group that tells all the others now."""
        if not self.groups_report or self.round is None or self.spokes is None:
            return None
        return self.spokes.names.get(self.round.speaking or "", (None,))[0]

    @property
    def is_private(self) -> bool:
        """Whether what is written now is hidden."""
        return self.step is not None and self.step.writes_privately

    def hides(self, kind: str) -> bool:
        """Whether what is written now is hidden: not what is parked, nor the decision that a vote is about."""
        voted_on = kind == "decision" and self.step is not None and self.step.kind == "vote"
        return self.is_private and kind != "parked" and not voted_on

    @property
    def nothing_written(self) -> bool:
        """Whether the protocol asks that nothing is written down in this step."""
        return self.step is not None and self.step.notes == "none"


def chips_of(step: Step | None, item_kind: str) -> tuple[KindChip, ...]:
    """The chips of a step: its captures under the protocol's own words, then the meeting's kinds."""
    own = [chip_for(capture.kind, capture.name) for capture in step.captures] if step is not None else []
    first = {"decision": "decision", "news": "note"}.get(item_kind, "note")
    rest = [first, *(kind for kind in MEETING_KINDS if kind != first)]
    taken = {chip.kind for chip in own}
    return (*own, *(chip_for(kind) for kind in rest if kind not in taken))


def step_facts(room: Room, state: ClockState) -> StepFacts | None:
    """What the current step is, or None when the agenda is empty."""
    current = state.step
    item = room.agenda.item(current.item_id) if current is not None else None
    if current is None or item is None:
        return None
    step = None
    if item.snapshot is not None and current.step_id is not None:
        step = item.snapshot.steps.get(current.step_id)
    fitted = _fitted(item, current.key)
    loops = fitted.turns if fitted is not None else ()
    siblings = [other.key for other in state.plan.steps if other.item_id == item.id]
    place = _place(room, item, current.key)
    stored = room.groupings.get((item.id, place.key), ()) if place is not None else ()
    groups = groups_now(stored, room.present)
    presenter = presenter_of(room, item, current.turns) if place is None or not place.apart else None
    protocol = item.snapshot.protocol if item.snapshot is not None else None
    if protocol is not None and protocol.presenter == "team":
        presenter = None
    spokes = None
    if place is not None:
        together = one_group_each if current.speakers == "groups" else one_in_each_group
        spokes = together(groups, stored)
    return StepFacts(
        key=current.key,
        item=item,
        title=current.title,
        protocol_name=item.snapshot.name if item.snapshot is not None else "",
        say=step.say if step is not None else item_say(item),
        do=step.do if step is not None else item_do(item),
        show=(step.show or step.say) if step is not None else item.purpose or item_say(item),
        instead=step.instead if step is not None else "",
        quiet=step is not None and step.kind in QUIET_KINDS,
        step=step,
        presenter=presenter,
        presenter_called=protocol.presenter_called if protocol is not None else "",
        round=_round(room, state, item, presenter, spokes),
        spokes=spokes,
        seconds_each=current.seconds_each,
        loops=loops,
        turns=turn_words(loops),
        prompt="" if step is None or step.kind in _BETWEEN else _prompt(loops),
        number=siblings.index(current.key) + 1,
        count=len(siblings),
        group_place=place,
        groups=groups,
    )


def _place(room: Room, item: ItemInfo, key: str) -> GroupPlace | None:
    """Where small groups work; None where so few are here that they are one group."""
    place = group_place(item, key)
    if place is None or place.circles or (item.id, place.key) in room.groupings:
        return place
    several = len(group_sizes(len(room.present), place.least, place.most, place.wanted)) > 1
    return place if several else None


def presenter_of(room: Room, item: ItemInfo, turns: tuple[tuple[str, int, int], ...]) -> str | None:
    """Who presents: who brings the item; in a loop over presenters, each in turn, beginning with her."""
    people = list(room.present)
    if item.brought_by in people:
        start = people.index(item.brought_by)
        people = people[start:] + people[:start]
    for over, index, _count in turns:
        if over in ("presenters", "people") and people:
            return people[(index - 1) % len(people)]
    return item.brought_by


def _round(
    room: Room, state: ClockState, item: ItemInfo, presenter: str | None, spokes: Spokes | None
) -> RoundState | None:
    """The round of the step; `spokes` where each turn is that of a group, or of one person in each."""
    current = state.step
    rule = round_rule(current, in_groups=spokes is not None) if current is not None else None
    if current is None or rule is None or not room.present:
        return None
    seats = _seats(room, item)
    if spokes is None:
        spokes, late = Spokes(), _latecomers(room, seats, state.began.get(current.key))
    else:
        seats, late = spokes.order, ()
        if not seats:
            return None
        if current.turns:
            presenter = seats[(current.turns[-1][1] - 1) % len(seats)]
    turns, again = turns_of(current.key, room.events)
    circle = Circle(
        present=seats,
        presenter=presenter,
        facilitator=room.agenda.roles.get("facilitator"),
        late=late,
        turn=held_before(current, state.plan) + again,
        seed=current.key,
    )
    return round_state(
        rule,
        circle,
        [TurnChange(spokes.known(turn.member), turn.reason) for turn in turns],
        seconds=state.current_planned,
        seconds_each=current.seconds_each,
        turn_elapsed=state.turn_elapsed,
        used=max(0.0, state.current_elapsed - state.turn_elapsed),
    )


def _latecomers(room: Room, seats: tuple[str, ...], began: datetime | None) -> tuple[str, ...]:
    """Those of the circle who came, or came back, after the step began, in the order they came."""
    came = [(room.attendance[member].came_at, member) for member in seats]
    late = [(at, member) for at, member in came if began is not None and at is not None and at > began]
    return tuple(member for _, member in sorted(late))


def _seats(room: Room, item: ItemInfo) -> tuple[str, ...]:
    """Who sits in a round: everyone here, without a facilitator who by the protocol only facilitates."""
    protocol = item.snapshot.protocol if item.snapshot is not None else None
    facilitator = room.agenda.roles.get("facilitator")
    if protocol is None or protocol.facilitator_takes_part or protocol.outside_facilitator:
        return room.present
    return tuple(member for member in room.present if member != facilitator) or room.present


def _prompt(loops: tuple[Turn, ...]) -> str:
    return next((turn.prompt for turn in reversed(loops) if turn.prompt), "")


def _fitted(item: ItemInfo, key: str) -> FittedStep | None:
    if item.snapshot is None:
        return None
    fitted_key = key.removeprefix(f"{item.id}/")
    return next((step for step in item.snapshot.fitted.steps if step.key == fitted_key), None)
