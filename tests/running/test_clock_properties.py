"""Whatever happens in a meeting: its time adds up, and a clock that ticks agrees with one that starts anew."""

from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.clock import ClockFold, ClockState, fold
from plcdesk.running.events import Event
from plcdesk.running.items import item_times
from plcdesk.running.plan import Plan
from tests.running.rig import TEN_FIFTY, FakeClock, Run, weekly

KEYS = [step.key for step in weekly().steps]
SPANS = st.integers(0, 4000).map(
    lambda quarters: quarters / 4
)  # exact in binary: sums can be compared exactly

ACTIONS = st.one_of(
    st.tuples(st.just("wait"), SPANS),
    st.tuples(st.just("restart"), SPANS),
    st.tuples(st.sampled_from(["next", "skip", "back", "again", "pause", "resume", "speaker"]), st.none()),
    st.tuples(st.just("go"), st.sampled_from([*KEYS, "dropped", "never was"])),
    st.tuples(st.just("extend"), st.tuples(st.sampled_from([*KEYS, "dropped"]), st.integers(-400, 400))),
)
ENDING = st.sampled_from(
    [[], [("end", None)], [("end", None), ("wait", 90.0), ("resume", None), ("wait", 5.0)]]
)
STORIES = st.tuples(st.lists(ACTIONS, max_size=40), ENDING).map(lambda parts: [*parts[0], *parts[1]])


@dataclass
class Ledger:
    """The same meeting told in the plainest way: whose seconds are these?"""

    current: str = "opening"
    paused: bool = False
    ended: bool = False
    elapsed: dict[str, float] = field(default_factory=lambda: dict.fromkeys(KEYS, 0.0))
    extended: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KEYS, 0))
    paused_seconds: float = 0.0
    gap: float = 0.0  # since the end; a pause, if the meeting is taken up again

    def pass_time(self, seconds: float) -> None:
        if self.ended:
            self.gap += seconds
        elif self.paused:
            self.paused_seconds += seconds
        else:
            self.elapsed[self.current] = self.elapsed.get(self.current, 0.0) + seconds


def act(run: Run, ledger: Ledger, action: str, value: object) -> None:
    state = run.state()
    if action == "wait":
        run.wait(value)  # type: ignore[arg-type]
        ledger.pass_time(value)  # type: ignore[arg-type]
    elif action == "restart":
        run.clock.restart(value)  # type: ignore[arg-type]
        ledger.pass_time(value)  # type: ignore[arg-type]
    elif action in ("next", "skip", "back", "again", "go"):
        goal = {"back": state.previous_key, "again": state.current, "go": value}.get(action, state.next_key)
        if goal is not None:
            run.record("went_to", str(goal), reason=None if action == "go" else action)
            if not ledger.ended:
                ledger.current = str(goal)
    elif action == "pause":
        run.record("paused")
        ledger.paused = True
    elif action == "resume":
        run.record("resumed")
        if ledger.ended:
            ledger.paused_seconds += ledger.gap
            ledger.gap = 0.0
        ledger.paused = ledger.ended = False
    elif action == "extend":
        key, seconds = value  # type: ignore[misc]
        run.record("extended", key, seconds=seconds)
        ledger.extended[key] = ledger.extended.get(key, 0) + seconds
    elif action == "speaker":
        run.record("speaker", member="jo", reason="next")
    else:
        run.record("ended")
        ledger.ended = True


def tell(story: list[tuple[str, object]]) -> tuple[Run, Ledger]:
    run, ledger = Run(weekly()).start(), Ledger()
    for action, value in story:
        act(run, ledger, action, value)
    return run, ledger


def known(seconds: dict[str, float]) -> dict[str, float]:
    return {key: value for key, value in seconds.items() if value}


@given(STORIES)
def test_every_second_belongs_to_one_step_or_to_a_pause(story):
    run, ledger = tell(story)
    state = run.state()
    assert state.total == sum(state.elapsed.values()) + state.paused
    assert state.paused == ledger.paused_seconds == sum(pause.seconds for pause in state.pauses)
    gone = 0.0 if ledger.ended else (run.clock.wall - TEN_FIFTY).total_seconds()
    if not ledger.ended:
        assert state.total == gone
    if ledger.current in KEYS:
        assert known(dict(state.elapsed)) == known(ledger.elapsed)
        assert state.current == ledger.current


@given(STORIES)
def test_nothing_is_negative_but_what_is_over(story):
    run, ledger = tell(story)
    state = run.state()
    assert all(seconds >= 0 for seconds in state.elapsed.values())
    assert all(seconds >= 0 for seconds in state.planned.values())
    assert min(state.total, state.paused, state.turn_elapsed, state.pause_elapsed, state.current_elapsed) >= 0
    assert state.expected_end >= (state.ended_at or state.at.wall)
    assert (state.left <= 0) == (state.level == "over")
    assert state.left == state.current_planned - state.current_elapsed
    for step in run.plan.steps:
        assert state.planned[step.key] == max(0, step.seconds + ledger.extended[step.key])


@given(STORIES)
def test_the_ticking_clock_agrees_with_the_whole_story_at_every_moment(story):
    run, ledger = Run(weekly()).start(), Ledger()
    ticking = run.ticking()
    for action, value in story:
        act(run, ledger, action, value)
        ticking.catch_up(run.events)
        assert ticking.state(run.clock()) == run.state()


@given(STORIES, st.permutations(KEYS), st.integers(1, len(KEYS)))
def test_any_change_of_the_agenda_leaves_a_whole_meeting(story, order, count):
    run, _ = tell(story)
    before = run.state()
    steps = {step.key: step for step in run.plan.steps}
    run.plan = Plan(tuple(steps[key] for key in order[:count]), run.plan.planned_end, run.plan.planned_start)
    state = run.state()
    assert state.total == before.total == sum(state.elapsed.values()) + state.paused
    assert state.current in order[:count]
    if before.current in order[:count] and before.current == run_current(run):
        assert state.current == before.current
        assert state.current_elapsed == before.current_elapsed
    assert ClockFold(run.plan, run.events).state(run.clock()) == state
    ticking = ClockFold(weekly(), run.events)
    ticking.use_plan(run.plan)
    assert ticking.state(run.clock()) == state


def run_current(run: Run) -> str:
    """Where the clock was last sent, whatever the plan says."""
    went = [event.step for event in run.events if event.kind in ("started", "went_to") and event.step]
    return went[-1]


@given(STORIES, SPANS)
def test_the_end_moves_only_when_time_is_lost(story, seconds):
    run, _ = tell(story)
    before, after = run.state(), run.wait(seconds).state()
    moved = (after.expected_end - before.expected_end).total_seconds()
    if before.status == "ended":
        assert moved == 0
    elif before.status == "paused":
        assert moved == seconds
    else:
        assert moved == seconds - min(seconds, max(0.0, before.left))


@given(STORIES)
def test_the_last_item_ends_when_the_meeting_does(story):
    run, _ = tell(story)
    state = run.state()
    items = item_times(state)
    assert sum(item.actual_seconds for item in items) == sum(state.elapsed.get(key, 0.0) for key in KEYS)
    if state.status != "ended":
        ends = [item.ends_at for item in items if item.standing in ("current", "ahead")]
        assert max(ends) == state.expected_end
        assert ends == sorted(ends)
        assert [item.item_id for item in items if item.standing == "current"] == [state.step.item_id]


@given(STORIES, SPANS, SPANS)
def test_a_crash_costs_no_second(story, before, after):
    smooth, _ = tell(story)
    crashed, _ = tell(story)
    smooth.wait(before).wait(after)
    crashed.wait(before)
    seen = crashed.clock()
    crashed.clock.restart(after)
    for state in (crashed.state(), crashed.state(seen)):
        assert same_times(state, smooth.state())


def same_times(a: ClockState, b: ClockState) -> bool:
    return (a.elapsed, a.total, a.paused, a.left, a.expected_end) == (
        b.elapsed, b.total, b.paused, b.left, b.expected_end,
    )  # fmt: skip


MOMENTS = st.builds(
    lambda seconds, monotonic, session: FakeMoment(seconds, monotonic, session),
    st.integers(-9000, 9000),
    st.integers(0, 9000),
    st.sampled_from(["a", "b", ""]),
)


@dataclass(frozen=True)
class FakeMoment:
    seconds: int
    monotonic: int
    session: str

    def instant(self):
        clock = FakeClock(TEN_FIFTY + timedelta(seconds=self.seconds))
        clock.monotonic, clock.session = float(self.monotonic), self.session
        return clock()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["started", "went_to", "paused", "resumed", "extended", "ended", "wrapping_up", "seen"]
            ),
            st.one_of(st.none(), st.sampled_from([*KEYS, "never was"])),
            MOMENTS,
            st.sampled_from(["next", "back", "skip", "again", None]),
        ),
        max_size=20,
    ),
    MOMENTS,
    st.one_of(st.none(), MOMENTS),
)
def test_clocks_that_jump_about_never_make_nonsense(rows, now, seen):
    events = [
        Event(seq, kind, moment.instant(), key, None, 30, reason)  # type: ignore[arg-type]
        for seq, (kind, key, moment, reason) in enumerate(rows)
    ]
    state = fold(weekly(), events, now.instant(), seen.instant() if seen else None)
    assert all(seconds >= 0 for seconds in state.elapsed.values())
    assert min(state.total, state.paused, state.turn_elapsed, state.current_elapsed) >= 0
    assert state.total == sum(state.elapsed.values()) + state.paused
    assert len(item_times(state)) == 4
