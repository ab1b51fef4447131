from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.lateness import fit_agenda, late_start, left_running, likely_end, take_from
from plcdesk.running.plan import Plan
from plcdesk.running.times import named_moment
from tests.running.rig import TEN_FIFTY, FakeClock, Run, step, weekly


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


def over(run: Run, seconds: float) -> Run:
    """Let the current step run over by some seconds."""
    return run.wait(run.state().left + seconds)


def test_an_overrun_is_offered_from_the_later_item_with_most_to_spare():
    run = over(Run(weekly()).start(), 60)
    offer = take_from(run.plan, run.state())
    assert offer is not None
    assert (offer.title, offer.item_id, offer.step_key, offer.minutes, offer.would_have) == (
        "Atlas", "atlas", None, 1, 25,
    )  # fmt: skip
    assert offer.changes == (("describe", -60),)


def test_in_the_protocol_it_is_offered_from_decide():
    run = Run(weekly()).start()
    for _ in range(3):
        run.wait(run.state().left).next()
    over(run, 60)
    offer = take_from(run.plan, run.state())
    assert offer is not None
    assert (offer.title, offer.minutes, offer.would_have) == ("Decide", 1, 8)


def test_what_is_agreed_brings_the_meeting_back_in_time():
    run = over(Run(weekly()).start(), 200)
    offer = take_from(run.plan, run.state())
    assert offer is not None and offer.minutes == 3
    for key, seconds in offer.changes:
        run.record("extended", key, seconds=seconds)
    assert run.state().behind == 20
    assert take_from(run.plan, run.state()) is None


def test_what_is_done_or_used_gives_nothing():
    plan = Plan((step("a", 5), step("b", 9), step("c", 8), step("d", 5, kind="wrap_up")), at(27))
    run = Run(plan).start()
    run.record("went_to", "b", reason="next")
    run.wait(60)
    run.record("went_to", "a", reason="back")
    run.wait(5 * 60 + 180)
    offer = take_from(plan, run.state())
    assert offer is not None
    assert (offer.title, offer.minutes) == ("B", 3)
    used = Run(plan).start().next().wait(8.5 * 60).back()
    used.wait(5 * 60 + 240)
    offer = take_from(plan, used.state())
    assert offer is not None and offer.title == "C"
    used.record("went_to", "c", reason="next")
    used.wait(2 * 60)
    used.record("went_to", "d", reason="next")
    used.record("went_to", "a", reason="back")
    late = used.wait(600).state()
    assert late.behind_minutes > 0
    assert take_from(plan, late) is None


def test_without_a_later_item_a_later_step_is_named():
    run = Run(Plan(weekly().steps[:6], at(31))).start().next()
    run.wait(5 * 60 + 3 * 60 + 60)
    offer = take_from(run.plan, run.state())
    assert offer is not None
    assert (offer.title, offer.step_key, offer.minutes) == ("Describe", "describe", 1)


def test_nothing_is_offered_in_time_or_when_only_kept_things_are_left():
    run = Run(weekly()).start().wait(290)
    assert take_from(run.plan, run.state()) is None
    run.record("went_to", "wrap", reason="next")
    run.wait(3600)
    assert take_from(run.plan, run.state()) is None
    assert take_from(weekly(), Run(weekly()).state()) is None


def test_without_a_planned_end_the_overrun_itself_counts():
    run = over(Run(Plan(weekly().steps)).start(), 120)
    offer = take_from(run.plan, run.state())
    assert offer is not None and offer.minutes == 2
    assert take_from(run.plan, Run(Plan(weekly().steps)).start().wait(10).state()) is None


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(1, 20),
            st.integers(0, 12),
            st.booleans(),
            st.sampled_from(["topic", "decision", "protocol", "news", "opening", "wrap_up"]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 7200),
)
def test_no_offer_takes_from_what_is_kept_or_below_a_floor(rows, waited):
    steps = [step("first", 5)]
    for index, (item, minutes, floor, protected, kind) in enumerate(sorted(rows)):
        steps.append(
            step(f"s{index}", minutes, f"{kind}{item}", kind, floor_seconds=floor * 60, protected=protected)
        )
    plan = Plan(tuple(steps), planned_end=TEN_FIFTY + timedelta(minutes=5 + sum(row[1] for row in rows)))
    run = Run(plan).start().wait(waited)
    before = run.state()
    offer = take_from(plan, before)
    if offer is None:
        return
    assert offer.minutes >= 1
    assert -sum(seconds for _, seconds in offer.changes) == offer.minutes * 60
    for key, seconds in offer.changes:
        changed = plan.step(key)
        assert changed is not None
        assert not changed.protected
        assert changed.item_kind not in ("opening", "wrap_up")
        assert changed.seconds + seconds >= max(60, changed.floor_seconds)
        run.record("extended", key, seconds=seconds)
    assert offer.minutes <= before.behind_minutes
    assert (run.state().behind or 0) >= -30


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
    return replace(FakeClock(wall)(), session="second")


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
