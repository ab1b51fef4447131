"""The step that is on, as the desk and the wall show it: its words, who may speak, what is written down."""

from dataclasses import dataclass

from plcdesk.library.kinds import MEETING_KINDS, KindChip, chip_for
from plcdesk.library.schema import QUIET_KINDS, Step, steps_by_id
from plcdesk.planning.infos import ItemInfo
from plcdesk.running.clock import ClockState
from plcdesk.running.reading import Room
from plcdesk.running.rounds import Circle, RoundState, round_rule, round_state, turns_of
from plcdesk.text import tr
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
    round: RoundState | None
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
        step = steps_by_id(item.snapshot.protocol.steps).get(current.step_id)
    siblings = [other.key for other in state.plan.steps if other.item_id == item.id]
    presenter = presenter_of(room, item, current.turns)
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
        round=_round(room, state, presenter),
        turns=_turn_words(current.turns),
        prompt=_prompt_of(item, current.key),
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


def _prompt_of(item: ItemInfo, key: str) -> str:
    if item.snapshot is None:
        return ""
    fitted_key = key.removeprefix(f"{item.id}/")
    steps = (step for step in item.snapshot.fitted.steps if step.key == fitted_key)
    return next((turn.prompt for step in steps for turn in step.turns if turn.prompt), "")


def _turn_words(turns: tuple[tuple[str, int, int], ...]) -> str:
    words = {
        "presenters": tr("presenter {index} of {count}"),
        "people": tr("person {index} of {count}"),
        "prompts": tr("prompt {index} of {count}"),
        "items": tr("piece {index} of {count}"),
        "stations": tr("station {index} of {count}"),
        "turns": tr("turn {index} of {count}"),
    }
    return ", ".join(
        words[over].format(index=index, count=count) for over, index, count in turns if count > 1
    )
