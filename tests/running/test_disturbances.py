"""Sleep, a clock that was set, daylight saving: time stays right, and there is one question at most."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.clock import fold
from plcdesk.running.disturbances import SleepWatch, gap_after_restart
from plcdesk.running.events import Event
from plcdesk.running.reading import local_of, utc_of
from plcdesk.running.times import SteadyClock
from tests.running.rig import TEN_FIFTY, Run, weekly

NIGHT_OF_CHANGE = datetime(
    2026, 11, 1, 5, 30, tzinfo=UTC
)  # 01:30 in New York, half an hour before the change


class Laptop:
    """A machine whose clocks a test moves, and the room's clock on it."""

    def __init__(self, now: datetime = TEN_FIFTY) -> None:
        self.system, self.steady, self.slept = now, 100.0, 40.0
        self.clock = SteadyClock("a", lambda: self.steady, lambda: self.slept, lambda: self.system)

    def wait(self, seconds: float) -> None:
        self.system += timedelta(seconds=seconds)
        self.steady += seconds

    def sleep(self, seconds: float) -> None:
        self.wait(seconds)
        self.slept += seconds

    def set(self, seconds: float) -> None:
        self.system += timedelta(seconds=seconds)


@given(
    st.sampled_from([TEN_FIFTY, NIGHT_OF_CHANGE]),
    st.lists(
        st.tuples(st.sampled_from(["wait", "sleep", "set"]), st.integers(1, 8000).map(lambda n: n / 4)),
        max_size=25,
    ),
)
def test_time_passes_as_it_does_whatever_befalls_the_laptop(begin, story):
    laptop = Laptop(begin)
    passed = set_by = slept = 0.0
    first = laptop.clock.asleep()
    for what, seconds in story:
        getattr(laptop, what)(seconds)
        passed += seconds if what != "set" else 0.0
        set_by += seconds if what == "set" else 0.0
        slept += seconds if what == "sleep" else 0.0
    assert laptop.clock().wall == begin + timedelta(seconds=passed)
    assert laptop.clock.set_by() == set_by
    assert laptop.clock.asleep() - first == slept
    laptop.clock.follow()
    assert laptop.clock().wall == laptop.system and laptop.clock.set_by() == 0


@given(
    st.lists(
        st.tuples(st.sampled_from(["wait", "sleep", "next", "pause", "resume"]), st.integers(1, 4000)),
        max_size=25,
    ),
    st.booleans(),
)
def test_after_every_sleep_one_answer_makes_the_clock_right(story, stopped):
    """Three simulated hours and more: what was talked and what was paused add up, to the second."""
    laptop, run, watch = Laptop(), Run(weekly()), SleepWatch()
    run.clock = laptop.clock  # type: ignore[assignment]
    run.start()
    watch.look(run.state(), laptop.clock.asleep())
    talked = paused = 0.0
    for what, seconds in story:
        running = run.state().status == "running"
        if what in ("wait", "sleep"):
            getattr(laptop, what)(seconds)
            if not running or (what == "sleep" and stopped and seconds >= 60):
                paused += seconds
            else:
                talked += seconds
        elif what == "next" and running:
            run.next()
        elif what == "pause" and running:
            run.record("paused")
        elif what == "resume" and not running:
            run.record("resumed")
        if watch.look(run.state(), laptop.clock.asleep()):
            gap, watch.gap = watch.gap, None
            assert gap is not None and gap.seconds == seconds
            if stopped:
                run.record("stopped", gap.step, seconds=round(gap.seconds), reason="interruption")
    state = run.state()
    assert sum(state.elapsed.values()) == talked
    assert state.paused == paused == sum(pause.seconds for pause in state.pauses)
    assert state.current_elapsed >= 0 and state.turn_elapsed >= 0


def test_an_answer_after_the_next_step_began_still_reaches_the_right_step():
    run = Run(weekly()).start().wait(60)
    run.wait(720)
    woke = run.clock()
    run.wait(5).next().wait(20)
    run.record("speaker", member="jo", reason="next")
    run.wait(10)
    run.record("paused", reason="Break", seconds=300)
    run.events.append(Event(99, "stopped", woke, "opening", seconds=720, reason="interruption"))
    run.wait(30)
    state = run.state()
    assert state.elapsed["opening"] == 65 and state.current == "ready"
    assert (state.current_elapsed, state.turn_elapsed, state.pause_elapsed) == (30, 10, 30)
    assert [(pause.reason, pause.seconds) for pause in state.pauses] == [("interruption", 720), ("Break", 30)]
    assert state.pauses[0].began == TEN_FIFTY + timedelta(seconds=60)


def test_a_turn_in_the_step_that_was_asleep_keeps_its_time():
    run = Run(weekly()).start().wait(60)
    run.wait(720)
    woke = run.clock()
    run.wait(5)
    run.record("speaker", member="jo", reason="next")
    run.wait(10)
    run.events.append(Event(99, "stopped", woke, "opening", seconds=720))
    state = run.state()
    assert (state.current_elapsed, state.turn_elapsed) == (75, 10)


def test_a_short_nap_and_a_sleep_in_a_pause_ask_nothing():
    laptop, run, watch = Laptop(), Run(weekly()), SleepWatch()
    run.clock = laptop.clock  # type: ignore[assignment]
    run.start()
    watch.look(run.state(), laptop.clock.asleep())
    laptop.sleep(40)
    assert not watch.look(run.state(), laptop.clock.asleep())
    run.record("paused", reason="Break")
    laptop.sleep(4000)
    assert not watch.look(run.state(), laptop.clock.asleep()) and watch.gap is None


def test_two_sleeps_before_an_answer_are_one_question():
    laptop, run, watch = Laptop(), Run(weekly()), SleepWatch()
    run.clock = laptop.clock  # type: ignore[assignment]
    run.start()
    watch.look(run.state(), laptop.clock.asleep())
    for seconds in (100, 200):
        laptop.sleep(seconds)
        assert watch.look(run.state(), laptop.clock.asleep())
    assert watch.gap is not None and watch.gap.seconds == 300


def test_after_the_app_was_closed_for_minutes_it_asks_but_not_after_a_crash():
    run = Run(weekly()).start().wait(100)
    seen = run.clock()
    run.clock.restart(20)
    assert gap_after_restart(seen, run.state()) is None
    run.clock.wait(700)
    gap = gap_after_restart(seen, run.state())
    assert gap is not None and (gap.seconds, gap.step, gap.closed) == (720, "opening", True)
    assert gap_after_restart(run.clock(), run.state()) is None


def test_a_meeting_over_the_change_of_the_clocks_is_as_long_as_planned():
    zone = "America/New_York"
    start = utc_of(NIGHT_OF_CHANGE.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)
    plan = weekly(start, 45)
    run = Run(plan)
    run.clock.wall = start
    run.start().wait(40 * 60)
    state = fold(plan, run.events, run.clock())
    assert f"{local_of(state.at.wall, zone):%H:%M}" == "01:10"  # an hour that comes twice
    run.record("went_to", "wrap", reason="next")
    assert run.state().behind == 0
