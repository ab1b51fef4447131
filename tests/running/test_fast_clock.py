"""The clock of a rehearsal: it never goes back, and a change of speed makes no jump."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.fast_clock import FastClock

BEGIN = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
SPEEDS = st.sampled_from([0.0, 1.0, 10.0, 30.0])
STEPS = st.lists(st.tuples(st.floats(0, 3600), SPEEDS), max_size=30)


class Real:
    """Real seconds, moved by the test; the steady clock of a laptop may start anywhere."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds


@given(st.floats(0, 1e6), SPEEDS, STEPS)
def test_it_never_goes_back_and_counts_each_second_at_its_speed(
    start: float, speed: float, steps: list[tuple[float, float]]
):
    real = Real(start)
    clock = FastClock(real, BEGIN, speed)
    expected, before = 0.0, clock()
    for wait, following in steps:
        expected += wait * clock.speed
        real.seconds += wait
        clock.set_speed(following)
        now = clock()
        assert now.monotonic >= before.monotonic and now.wall >= before.wall
        before = now
    assert before.monotonic == pytest.approx(expected, abs=1e-3)
    assert (before.wall - BEGIN).total_seconds() == pytest.approx(expected, abs=1e-3)


@given(st.floats(0, 1e6), SPEEDS, SPEEDS, st.floats(0, 1e5))
def test_a_change_of_speed_makes_no_jump(start: float, speed: float, other: float, wait: float):
    real = Real(start)
    clock = FastClock(real, BEGIN, speed)
    real.seconds += wait
    before = clock.seconds()
    clock.set_speed(other)
    assert clock.seconds() == before


def test_ten_times_as_fast_a_minute_passes_in_six_seconds():
    real = Real(500)
    clock = FastClock(real, BEGIN, 10)
    real.seconds += 6
    assert clock.utc() == BEGIN + timedelta(minutes=1)
    clock.set_speed(0)
    real.seconds += 100
    assert clock.utc() == BEGIN + timedelta(minutes=1)
    assert clock().session == "fast"


def test_a_real_clock_that_goes_back_does_not_take_it_along():
    real = Real(100)
    clock = FastClock(real, BEGIN, 10)
    real.seconds = 90
    assert clock.seconds() == 0


def test_it_cannot_run_backwards():
    clock = FastClock(Real(), BEGIN)
    with pytest.raises(ValueError, match="backwards"):
        clock.set_speed(-1)
