"""Random protocols that keep every rule, and short ways to write one."""

from hypothesis import strategies as st

from plcdesk.library.schema import (
    Capture,
    Form,
    Groups,
    Minutes,
    Origin,
    People,
    Protocol,
    Repeat,
    Round,
    Step,
)
from plcdesk.library.steps import walk

LEAF_KINDS = (
    "presenter",
    "facilitator",
    "round",
    "open",
    "write",
    "read",
    "silent",
    "pairs",
    "groups",
    "fishbowl",
    "vote",
    "move",
    "watch",
    "practice",
    "pause",
)


def protocol(*steps: Step, **more) -> Protocol:
    """A protocol of these steps with everything else in order."""
    defaults = {
        "id": "made-up",
        "name": "Made up",
        "category": "data",
        "purpose": "Look at something together.",
        "summary": "Look, then talk.",
        "good_when": ["Often."],
        "not_when": ["Seldom."],
        "looks_at": ["data"],
        "people": People(least=2, most=40),
        "origin": Origin(credit="Ourselves", grade="own"),
    }
    return Protocol(steps=list(steps), **{**defaults, **more})


def step(step_id: str, minutes: int, kind: str = "open", **more) -> Step:
    """A step of so many minutes; `floor`, `ceiling` and `verified` go to its minutes."""
    bounds = {name: more.pop(name) for name in ("floor", "ceiling", "verified") if name in more}
    title = step_id.replace("-", " ").capitalize()
    return Step(
        id=step_id, title=title, kind=kind, minutes=Minutes(default=minutes, **bounds), say="Go on.", **more
    )


def turns(step_id: str, *steps: Step, over: str = "presenters", **more) -> Step:
    """A loop over these steps; what `Repeat` does not know goes to the step."""
    known = {name: more.pop(name) for name in list(more) if name in Repeat.__struct_fields__}
    return Step(
        id=step_id,
        title=step_id.capitalize(),
        kind="loop",
        repeat=Repeat(over=over, **known),
        steps=list(steps),
        **more,
    )


@st.composite
def minutes(draw) -> Minutes:
    default = draw(st.integers(1, 30))
    floor = draw(st.none() | st.integers(1, default))
    ceiling = draw(st.none() | st.integers(default, default + 30))
    return Minutes(
        default=default,
        floor=floor,
        ceiling=ceiling,
        verified=draw(st.sampled_from(("source", "range", "ours"))),
    )


@st.composite
def rounds(draw) -> Round:
    seconds = draw(st.none() | st.integers(20, 180))
    return Round(
        seconds=seconds,
        floor_seconds=draw(st.integers(5, min(40, seconds or 40))),
        presenter=draw(st.sampled_from(("included", "left-out"))),
    )


@st.composite
def groups(draw) -> Groups:
    least = draw(st.integers(2, 5))
    return Groups(least=least, most=draw(st.integers(least, 8)))


@st.composite
def leaves(draw, number: int, steady: bool = False) -> Step:
    kind = draw(st.sampled_from(LEAF_KINDS))
    optional = not steady and draw(st.booleans())
    return Step(
        id=f"step-{number}",
        title=f"Step {number}",
        kind=kind,
        minutes=draw(minutes()),
        say="Go on.",
        round=draw(rounds()) if kind == "round" and draw(st.booleans()) else None,
        groups=draw(groups()) if kind == "groups" else None,
        protected=not optional and draw(st.booleans()),
        optional=optional,
        when="always"
        if steady
        else draw(st.sampled_from(("always", "always", "first-time", "not-prepared"))),
        captures=[Capture(kind="clarifying_question", name="Asked")] if draw(st.booleans()) else [],
    )


@st.composite
def repeats(draw) -> Repeat:
    over = draw(st.sampled_from(("presenters", "people", "prompts", "items", "stations", "turns")))
    prompts = draw(st.lists(st.just("What if?"), max_size=5)) if over == "prompts" else []
    count = 1 if prompts else draw(st.integers(1, 5))
    turns = len(prompts) or count
    return Repeat(
        over=over,
        count=count,
        prompts=prompts,
        least=draw(st.none() | st.integers(1, turns)),
        most=draw(st.none() | st.integers(turns, turns + 4)),
        change_over=draw(st.integers(0, 2)),
        parallel=draw(st.none() | groups()),
    )


@st.composite
def loops(draw, number: int, depth: int = 1) -> Step:
    inner = [draw(leaves(number * 10 + 1))]
    if draw(st.booleans()):
        inner.append(draw(leaves(number * 10 + 2)))
    if depth < 2 and draw(st.booleans()):
        inner.append(draw(loops(number * 10 + 3, depth + 1)))
    return Step(
        id=f"loop-{number}",
        title=f"Loop {number}",
        kind="loop",
        repeat=draw(repeats()),
        steps=inner,
        optional=draw(st.booleans()),
    )


@st.composite
def protocols(draw) -> Protocol:
    """Protocols with loops in loops, rounds, optional and protected steps, groups and a form."""
    first = draw(leaves(1, steady=True))
    more = [
        draw(st.one_of(leaves(number), loops(number))) for number in range(2, 2 + draw(st.integers(0, 4)))
    ]
    made = protocol(
        first,
        *more,
        presenter=draw(st.sampled_from(("none", "one", "team", "rotating", "everyone"))),
        facilitator_takes_part=draw(st.booleans()),
        people=People(least=draw(st.integers(1, 6)), most=40),
    )
    leaf_ids = [each.id for each in walk(made.steps) if each.kind != "loop"]
    if draw(st.booleans()):
        return made
    chosen = draw(st.lists(st.sampled_from(leaf_ids), unique=True))
    form = Form(
        id="short",
        name="Short form",
        minutes={each: draw(st.integers(1, 20)) for each in chosen},
        without=draw(st.lists(st.sampled_from(leaf_ids[1:]), unique=True)) if leaf_ids[1:] else [],
        people_least=draw(st.none() | st.integers(2, 20)),
        parallel=draw(st.none() | groups()),
    )
    return protocol(
        *made.steps,
        presenter=made.presenter,
        facilitator_takes_part=made.facilitator_takes_part,
        people=made.people,
        forms=[form],
    )
