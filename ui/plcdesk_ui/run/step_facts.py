"""The step that is on, as the desk and the wall show it: its words, who may speak, what is written down."""

from dataclasses import dataclass

from plcdesk.library.fitted import FittedStep
from plcdesk.library.kinds import MEETING_KINDS, KindChip, chip_for
from plcdesk.library.schema import QUIET_KINDS, Step
from plcdesk.library.steps import round_of
from plcdesk.planning.infos import ItemInfo
from plcdesk.running.clock import ClockState
from plcdesk.running.reading import Room
from plcdesk.running.rounds import Circle, RoundState, round_rule, round_state, turns_of
from plcdesk.running.turn_words import turn_words
from plcdesk_ui.run.item_words import item_do, item_say


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
    in_groups: bool  # several groups are at it at the same time, each with a presenter or a round of its own
    seconds_each: int | None  # in a round
    turns: str  # 'presenter 2 of 3', or empty
    prompt: str  # the prompt that this turn of a loop is about, or empty
    number: int  # of `count` steps of this item
    count: int

    @property
    def chips(self) -> tuple[KindChip, ...]:
        """The kinds offered for notes: the step's own first, then those of every meeting."""
        return chips_of(self.step, self.item.kind)

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
    turns = fitted.turns if fitted is not None else ()
    in_groups = current.side_by_side > 1 or _round_in_groups(step, len(room.present))
    siblings = [other.key for other in state.plan.steps if other.item_id == item.id]
    presenter = presenter_of(room, item, current.turns) if current.side_by_side < 2 else None
    protocol = item.snapshot.protocol if item.snapshot is not None else None
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
        presenter=None if protocol is not None and protocol.presenter == "team" else presenter,
        presenter_called=protocol.presenter_called if protocol is not None else "",
        round=None if in_groups else _round(room, state, presenter),
        in_groups=in_groups,
        seconds_each=current.seconds_each,
        turns=turn_words(turns),
        prompt=next((turn.prompt for turn in turns if turn.prompt), ""),
        number=siblings.index(current.key) + 1,
        count=len(siblings),
    )


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


def _round(room: Room, state: ClockState, presenter: str | None) -> RoundState | None:
    current = state.step
    rule = round_rule(current) if current is not None else None
    if current is None or rule is None or not room.present:
        return None
    turns, again = turns_of(current.key, room.events)
    began = state.began.get(current.key)
    came = {member: room.attendance[member].arrived_at for member in room.present}
    late = sorted(
        (at, member) for member, at in came.items() if began is not None and at is not None and at > began
    )
    before = current.turns[0][1] - 1 if current.turns else 0
    circle = Circle(
        present=room.present,
        presenter=presenter,
        facilitator=room.agenda.roles.get("facilitator"),
        late=tuple(member for _, member in late),
        turn=before + again,
        seed=current.key,
    )
    return round_state(
        rule,
        circle,
        turns,
        seconds=state.current_planned,
        seconds_each=current.seconds_each,
        turn_elapsed=state.turn_elapsed,
    )


def _round_in_groups(step: Step | None, people: int) -> bool:
    """Whether a round of this step alone is held in several small groups."""
    if step is None or step.groups is None or round_of(step) is None or step.speaks in ("groups", "pairs"):
        return False
    return people > step.groups.most


def _fitted(item: ItemInfo, key: str) -> FittedStep | None:
    if item.snapshot is None:
        return None
    fitted_key = key.removeprefix(f"{item.id}/")
    return next((step for step in item.snapshot.fitted.steps if step.key == fitted_key), None)
