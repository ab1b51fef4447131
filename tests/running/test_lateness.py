from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.lateness import fit_agenda, late_start, left_running, likely_end
from plcdesk.running.plan import Plan
from plcdesk.running.times import named_moment
from tests.running.rig import TEN_FIFTY, FakeClock, step, weekly


def at(minutes: float):
    return TEN_FIFTY + timedelta(minutes=minutes)


def start_at(minutes: float, plan: Plan | None = None):
    return late_start(plan or weekly(), at(0), at(45), FakeClock(at(minutes))())


def test_six_minutes_late_keep_11_35_or_end_at_11_41():
    late = start_at(6.2)
    assert late.asks
    assert (late.minutes_late, late.keep_end, late.new_end, late.minutes_available) == (6, at(45), at(51), 39)


def test_in_time_and_early_there_is_nothing_to_ask():
    assert not start_at(0.4).asks
    early = start_at(-10)
    assert (early.asks, early.minutes_late, early.new_end) == (False, 0, at(45))


def test_late_with_time_to_spare_there_is_nothing_to_ask():
    short = Plan((step("talk", 30),))
    assert not start_at(10, short).asks
    assert start_at(20, short).new_end == at(50)


def test_later_than_its_end():
    late = start_at(60)
    assert (late.asks, late.minutes_available, late.new_end) == (True, 0, at(105))


AGENDA = [("o", "opening", 5, 0), ("a", "protocol", 25, 12), ("d", "decision", 10, 3), ("w", "wrap_up", 5, 0)]


def test_the_agenda_shrinks_in_proportion():
    assert fit_agenda(AGENDA, 39) == {"o": 4, "a": 22, "d": 9, "w": 4}
    assert fit_agenda(AGENDA, 45) == fit_agenda(AGENDA, 60) == {"o": 5, "a": 25, "d": 10, "w": 5}
    assert fit_agenda(AGENDA, 21) == {"o": 3, "a": 12, "d": 3, "w": 3}
    assert fit_agenda(AGENDA, 20) is None
    assert fit_agenda([], 0) == {}
    assert fit_agenda([("o", "opening", 2, 0), ("t", "topic", 30, 0)], 12) == {"o": 2, "t": 10}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["opening", "topic", "decision", "news", "protocol", "wrap_up"]),
            st.integers(1, 120),
            st.integers(0, 60),
        ),
        max_size=12,
    ),
    st.integers(0, 400),
)
def test_fitted_minutes_add_up_and_keep_their_floors(rows, available):
    items = [(str(index), kind, minutes, floor) for index, (kind, minutes, floor) in enumerate(rows)]
    fitted = fit_agenda(items, available)
    least = {
        item: min(minutes, max(floor, 3 if kind in ("opening", "wrap_up") else 1))
        for item, kind, minutes, floor in items
    }
    wanted = sum(row[2] for row in items)
    if fitted is None:
        assert sum(least.values()) > available
        return
    assert sum(fitted.values()) == min(wanted, available)
    for item, _, minutes, _ in items:
        assert least[item] <= fitted[item] <= minutes


@pytest.mark.parametrize(
    ("seen", "now", "asks"),
    [(44, 45, False), (44, 45 + 179, False), (44, 44 + 181, True), (220, 224, False), (230, 231, True)],
)
def test_a_meeting_left_running_asks_when_it_ended(seen, now, asks):
    assert left_running(FakeClock(at(seen))(), replace_session(at(now)), at(45)) is asks


def replace_session(wall):
    return FakeClock(wall)()._replace(session="second")


def test_left_running_without_a_planned_end_or_a_heartbeat():
    assert not left_running(None, FakeClock(at(600))(), None)
    assert left_running(named_moment(at(0)), FakeClock(at(600))(), None)
    assert left_running(None, FakeClock(at(600))(), at(45))


def test_the_likely_end_is_the_planned_one_within_what_is_known():
    done, seen = named_moment(at(30)), named_moment(at(300))
    assert likely_end(done, seen, at(45)) == at(45)
    assert likely_end(named_moment(at(50)), seen, at(45)) == at(50)
    assert likely_end(done, named_moment(at(40)), at(45)) == at(40)
    assert likely_end(done, seen, None) == at(300)
    assert likely_end(done, None, None) == at(30)
