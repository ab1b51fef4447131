from dataclasses import replace
from datetime import timedelta

import pytest

from plcdesk.running.clock import ClockFold, fold, rounded_minutes
from plcdesk.running.events import Event
from plcdesk.running.plan import Plan
from plcdesk.running.times import named_moment
from tests.running.rig import TEN_FIFTY, FakeClock, Run, step, weekly


def at(minutes: float):
    return TEN_FIFTY + timedelta(minutes=minutes)


def test_before_the_start_nothing_runs():
    state = Run(weekly()).state()
    assert state.status == "planned"
    assert state.current is None
    assert state.next_key == "opening"
    assert (state.current_elapsed, state.left, state.total, state.level) == (0, 0, 0, "calm")
    assert state.expected_end == at(45)


def test_a_step_counts_down_and_then_over():
    run = Run(weekly()).start().wait(240)
    state = run.state()
    assert (state.current, state.current_elapsed, state.left) == ("opening", 240, 60)
    assert state.started_at == TEN_FIFTY
    state = run.wait(75).state()
    assert (state.current, state.left, state.level) == ("opening", -15, "over")
    assert state.fraction_left == -0.05


@pytest.mark.parametrize(
    ("seconds", "level"),
    [
        (0, "calm"),
        (239, "calm"),
        (240, "warn"),
        (284, "warn"),
        (285, "urgent"),
        (299, "urgent"),
        (300, "over"),
    ],
)
def test_calm_until_a_fifth_is_left_then_a_twentieth(seconds, level):
    assert Run(weekly()).start().wait(seconds).state().level == level


def test_next_leads_through_the_plan_and_ends_with_nothing():
    run = Run(weekly()).start()
    seen = [run.state().current]
    while run.state().next_key is not None:
        run.wait(60).next()
        seen.append(run.state().current)
    assert seen == [one.key for one in run.plan.steps]
    state = run.state()
    assert state.done == frozenset(seen[:-1])
    assert state.previous_key == "decide"


def test_going_back_continues_the_time_of_a_step():
    run = Run(weekly()).start().wait(100).next().wait(50).back()
    state = run.state()
    assert (state.current, state.current_elapsed) == ("opening", 100)
    assert "opening" not in state.done
    run.wait(20).next().wait(5)
    state = run.state()
    assert (state.current, state.current_elapsed) == ("ready", 55)
    assert state.elapsed["opening"] == 120


def test_a_step_that_was_left_backwards_comes_again_with_what_it_still_has():
    run = Run(weekly()).start().wait(300).next().wait(120).back()
    state = run.state()
    assert state.next_key == "ready"
    assert state.remaining("ready") == 60
    assert state.expected_end == state.at.wall + timedelta(minutes=1 + 7 + 6 + 7 + 3 + 9 + 5)


def test_skipping_leaves_a_step_out_and_going_back_takes_it_in_again():
    run = Run(weekly()).start().wait(300).next().wait(10).next("skip")
    state = run.state()
    assert state.skipped == {"ready"}
    assert state.current == "describe"
    assert state.remaining("ready") == 0
    state = run.back().wait(5).state()
    assert state.current == "ready"
    assert state.skipped == frozenset()
    assert state.current_elapsed == 15


def test_going_back_twice_everything_comes_again_also_what_was_skipped():
    run = Run(weekly()).start().wait(60).next().next("skip").wait(10).back().back()
    state = run.state()
    assert (state.current, state.done, state.skipped) == ("opening", frozenset(), frozenset())
    assert [run.next().state().current for _ in range(2)] == ["ready", "describe"]
    run.next().back().back()
    assert run.state().done == {"opening"}


def test_next_after_a_jump_back_passes_over_what_is_done():
    run = Run(weekly()).start()
    for _ in range(3):
        run.wait(60).next()
    run.record("went_to", "opening", reason="back")
    state = run.state()
    assert state.done == {"ready", "describe"}
    assert state.next_key == "interpret"


def test_a_pause_stops_the_time_and_moves_the_end():
    run = Run(weekly()).start().wait(60)
    before = run.state().expected_end
    run.record("paused", reason="fire drill")
    state = run.wait(600).state()
    assert (state.status, state.current_elapsed, state.left) == ("paused", 60, 240)
    assert (state.pause_reason, state.pause_elapsed, state.paused) == ("fire drill", 600, 600)
    assert state.expected_end == before + timedelta(seconds=600)
    run.record("resumed")
    state = run.wait(30).state()
    assert (state.status, state.current_elapsed, state.paused, state.total) == ("running", 90, 600, 690)
    assert state.pause_reason is None
    assert [(pause.reason, pause.seconds) for pause in state.pauses] == [("fire drill", 600)]
    assert state.pauses[0].began == at(1)


def test_pausing_twice_or_resuming_twice_changes_nothing():
    run = Run(weekly()).start().wait(10)
    run.record("paused")
    run.wait(10).record("paused", reason="break")
    run.wait(10).record("resumed")
    run.wait(10).record("resumed")
    state = run.wait(10).state()
    assert (state.current_elapsed, state.paused) == (30, 20)
    assert [(pause.reason, pause.seconds) for pause in state.pauses] == [("break", 20)]


def test_going_on_while_paused_stays_paused():
    run = Run(weekly()).start().wait(10)
    run.record("paused")
    state = run.wait(20).next().wait(20).state()
    assert (state.status, state.current, state.current_elapsed, state.paused) == ("paused", "ready", 0, 40)


def test_extensions_add_up_and_never_plan_less_than_no_time():
    run = Run(weekly()).start()
    run.record("extended", "opening", seconds=60)
    run.record("extended", "opening", seconds=60)
    run.record("extended", "describe", seconds=-120)
    state = run.state()
    assert state.planned["opening"] == 420
    assert state.planned["describe"] == 300
    assert state.expected_end == at(45)
    run.record("extended", "describe", seconds=-6000)
    state = run.state()
    assert state.planned["describe"] == 0
    assert state.shortest_change(-60) == -60
    assert state.shortest_change(-600) == -420


def test_ahead_and_behind():
    run = Run(weekly()).start().wait(360)
    assert run.state().behind == 60
    run.wait(29)
    assert run.state().behind_minutes == 1
    run.wait(1)
    assert run.state().behind_minutes == 2
    early = Run(weekly()).start().wait(120).next().state()
    assert (early.behind, early.behind_minutes) == (-180, -3)
    open_end = Run(Plan(weekly().steps)).start().state()
    assert (open_end.behind, open_end.behind_minutes) == (None, 0)


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (30, 1), (-30, 0), (-31, -1), (90, 2), (0, 0)])
def test_minutes_round_halves_up(seconds, minutes):
    assert rounded_minutes(seconds) == minutes


def test_the_end_stops_everything():
    run = Run(weekly()).start().wait(60)
    run.record("ended")
    run.wait(5000)
    run.record("went_to", "decide", reason="next")
    state = run.wait(5000).state()
    assert (state.status, state.current, state.total) == ("ended", "opening", 60)
    assert state.ended_at == state.expected_end == at(1)
    assert state.remaining("decide") == 0


def test_a_meeting_that_was_ended_too_early_is_taken_up_again():
    run = Run(weekly()).start().wait(60)
    run.record("ended")
    run.wait(100).record("resumed")
    state = run.wait(20).state()
    assert (state.status, state.current, state.current_elapsed, state.paused) == (
        "running",
        "opening",
        80,
        100,
    )
    assert state.ended_at is None
    assert state.total == 180


def test_an_end_that_was_named_afterwards():
    run = Run(weekly()).start().wait(600)
    run.events.append(Event(2, "ended", named_moment(at(40))))
    run.wait(12 * 3600)
    state = run.state()
    assert (state.ended_at, state.total, state.elapsed["opening"]) == (at(40), 2400, 2400)
    run.events[-1] = Event(2, "ended", named_moment(at(-5)))
    assert run.state().total == 0


def test_killed_and_started_again_the_clock_is_right_to_the_second():
    run = Run(weekly()).start().wait(100)
    run.next()
    run.wait(30)
    run.clock.restart(17)
    state = run.state()
    assert (state.current, state.current_elapsed, state.left) == ("ready", 47, 133)
    run.wait(3).next().wait(10)
    state = run.state()
    assert (state.elapsed["ready"], state.current_elapsed, state.total) == (50, 10, 160)


def test_killed_in_a_pause():
    run = Run(weekly()).start().wait(100)
    run.record("paused")
    run.clock.restart(40)
    state = run.state()
    assert (state.status, state.current_elapsed, state.pause_elapsed) == ("paused", 100, 40)


def test_a_changed_system_clock_before_the_crash_does_not_count_when_there_was_a_heartbeat():
    run = Run(weekly()).start().wait(100)
    run.clock.set_wall(-1800)
    run.wait(50)
    seen = run.clock()
    run.clock.restart(10)
    assert run.state().current_elapsed == 0
    assert run.state(seen).current_elapsed == 160


def test_a_heartbeat_that_is_older_than_the_last_event_changes_nothing():
    run = Run(weekly())
    seen = run.clock()
    run.wait(10).start().wait(20)
    run.clock.restart(5)
    assert run.state(seen).current_elapsed == 25


def test_a_kept_heartbeat_settles_the_reckoning():
    run = Run(weekly()).start().wait(100)
    run.clock.set_wall(-1800)
    run.record("seen")
    run.clock.restart(10)
    assert run.state().current_elapsed == 110


def test_a_clock_set_back_never_takes_time_away():
    run = Run(weekly()).start().wait(60)
    run.next()
    run.clock.restart(-3600)
    state = run.state()
    assert (state.elapsed["opening"], state.current_elapsed, state.total) == (60, 0, 60)


def test_an_item_moved_behind_the_current_one_comes_later():
    run = Run(weekly()).start().wait(60).next()
    steps = run.plan.steps
    run.plan = replace(run.plan, steps=(steps[1], steps[0], *steps[2:]))
    state = run.state()
    assert (state.current, state.next_key, state.previous_key) == ("ready", "describe", None)
    assert state.elapsed["opening"] == 60


def test_an_item_added_or_given_other_minutes_counts_at_once():
    run = Run(weekly()).start()
    steps = run.plan.steps
    longer = replace(steps[6], seconds=600)
    run.plan = replace(run.plan, steps=(*steps[:6], step("news", 2, kind="news"), longer, steps[7]))
    assert run.state().expected_end == at(48)


def test_dropping_what_is_done_keeps_its_time():
    run = Run(weekly()).start().wait(60).next().wait(30)
    run.plan = replace(run.plan, steps=run.plan.steps[1:])
    state = run.state()
    assert (state.current, state.current_elapsed, state.total) == ("ready", 30, 90)
    assert state.elapsed["opening"] == 60


def test_when_the_current_item_is_dropped_the_next_open_one_is_on():
    run = Run(weekly()).start().wait(60)
    for _ in range(3):
        run.next().wait(60)
    assert run.state().current == "interpret"
    steps = run.plan.steps
    run.plan = replace(run.plan, steps=(steps[0], *steps[6:]))
    state = run.state()
    assert (state.current, state.current_elapsed, state.total) == ("decide", 60, 240)
    assert sum(state.elapsed.values()) == 240
    run.record("went_to", "decide", reason="next")
    state = run.wait(10).state()
    assert (state.current, state.current_elapsed) == ("decide", 10)
    assert state.elapsed["interpret"] == 60


def test_when_the_first_and_the_last_are_dropped_there_is_still_a_step():
    run = Run(weekly()).start().wait(60)
    whole = run.plan
    run.plan = replace(whole, steps=whole.steps[1:])
    assert run.state().current == "ready"
    run.plan = whole
    while run.state().next_key:
        run.next()
    run.plan = replace(whole, steps=whole.steps[:3])
    assert run.state().current == "describe"
    assert "describe" not in run.state().done


def test_when_the_step_that_one_went_back_to_is_dropped_the_one_left_is_on_again():
    run = Run(weekly()).start().wait(60).next().wait(30).back().wait(10)
    run.plan = replace(run.plan, steps=run.plan.steps[1:])
    assert (run.state().current, run.state().current_elapsed) == ("ready", 40)


def test_an_empty_agenda_still_runs():
    run = Run(Plan(())).start().wait(60)
    state = run.state()
    assert (state.status, state.current, state.total, state.left) == ("running", None, 60, 0)
    assert state.next_key is None
    assert state.expected_end == state.at.wall
    run.plan = weekly()
    assert run.state().current == "opening"
    assert run.state().current_elapsed == 60


def test_a_start_without_a_step_is_the_first():
    run = Run(weekly())
    run.record("started")
    run.wait(5).next()
    assert run.state().elapsed == {"opening": 5, "ready": 0}


def test_what_is_unknown_does_no_harm():
    run = Run(weekly()).start().wait(10)
    run.record("went_to", "nowhere", reason="next")
    run.record("went_to", None)
    run.record("extended", "nowhere", seconds=60)
    run.record("extended", "opening")
    run.record("speaker", "nowhere", member="nobody", reason="next")
    run.record("something new")  # type: ignore[arg-type]
    run.record("started", "opening")
    state = run.wait(5).state()
    assert state.current == "ready"
    assert state.current_elapsed == 5
    assert state.total == 15


def test_wrapping_up_goes_to_its_item_and_going_back_ends_it():
    run = Run(weekly()).start().wait(10)
    run.record("wrapping_up", "wrap")
    state = run.state()
    assert state.wrapping_up
    assert (state.current, state.next_key) == ("wrap", None)
    assert state.expected_end == state.at.wall + timedelta(minutes=5)
    run.back()
    assert not run.state().wrapping_up


def test_wrapping_up_without_an_item_stays_where_it_is():
    run = Run(weekly()).start().wait(10)
    run.record("wrapping_up")
    assert (run.state().wrapping_up, run.state().current) == (True, "opening")


def test_the_time_of_a_turn():
    run = Run(weekly()).start().wait(20)
    assert run.state().turn_elapsed == 20
    run.record("speaker", "opening", member="jo", reason="next")
    run.wait(15).record("paused")
    run.wait(100).record("resumed")
    assert run.wait(5).state().turn_elapsed == 20
    run.record("went_to", "opening", reason="again")
    state = run.wait(3).state()
    assert (state.turn_elapsed, state.current_elapsed) == (3, 43)
    run.record("speaker", member="lena", reason="next")
    assert run.wait(1).state().turn_elapsed == 1


def test_the_ticking_clock_takes_in_what_is_new_and_forgets_what_was_undone():
    run = Run(weekly()).start().wait(30).next().wait(30)
    ticking = ClockFold(run.plan)
    ticking.catch_up(run.events)
    assert ticking.state(run.clock()) == run.state()
    run.next()
    ticking.catch_up(run.events)
    assert ticking.events == tuple(run.events)
    assert ticking.state(run.wait(5).clock()) == run.state()
    del run.events[1]
    ticking.catch_up(run.events)
    assert ticking.state(run.clock()) == run.state()
    run.plan = replace(run.plan, steps=run.plan.steps[2:])
    ticking.use_plan(run.plan)
    assert ticking.state(run.clock()) == run.state()


def test_a_state_is_not_changed_by_what_comes_later():
    run = Run(weekly()).start().wait(30)
    ticking = run.ticking()
    first = ticking.state(run.clock())
    kept = (dict(first.elapsed), first.done, first.pauses)
    run.next()
    ticking.add(run.events[-1])
    ticking.state(run.wait(5).clock())
    assert (dict(first.elapsed), first.done, first.pauses) == kept


def test_no_drift_over_three_hours_of_ticks():
    clock = FakeClock()
    run = Run(Plan((step("long", 180),)), clock).start()
    ticking = run.ticking()
    for _ in range(3 * 3600):
        clock.wait(1)
        state = ticking.state(clock())
    assert (state.current_elapsed, state.left) == (10800, 0)


def test_fold_of_nothing():
    state = fold(Plan(()), (), FakeClock()())
    assert (state.status, state.current, state.next_key, state.previous_key) == ("planned", None, None, None)
