from datetime import timedelta

from plcdesk.running.times import Instant, SteadyClock, named_moment, seconds_between
from tests.running.rig import TEN_FIFTY, FakeClock


def test_within_a_session_the_system_clock_does_not_count():
    clock = FakeClock()
    first = clock()
    clock.wait(90)
    clock.set_wall(3600)
    assert seconds_between(first, clock()) == 90


def test_across_sessions_wall_time_counts():
    clock = FakeClock()
    first = clock()
    clock.restart(12.5)
    assert seconds_between(first, clock()) == 12.5


def test_never_negative():
    clock = FakeClock()
    later = clock()
    earlier = Instant(TEN_FIFTY - timedelta(hours=1), 5.0, "first")
    other = Instant(TEN_FIFTY - timedelta(hours=1), 5.0, "second")
    assert seconds_between(later, earlier) == 0
    assert seconds_between(later, other) == 0


def test_moments_that_a_person_named_compare_by_wall_time():
    first = named_moment(TEN_FIFTY)
    second = named_moment(TEN_FIFTY + timedelta(minutes=40))
    assert seconds_between(first, second) == 2400


def test_the_real_clock_is_utc_and_goes_forward():
    now = SteadyClock("a")
    first, second = now(), now()
    assert first.session == "a"
    assert first.wall.utcoffset() == timedelta(0)
    assert second.monotonic >= first.monotonic
    assert 0 <= seconds_between(first, second) < 60
