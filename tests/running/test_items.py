from datetime import timedelta

from plcdesk.running.items import item_times, step_standing
from plcdesk.running.plan import Plan
from tests.running.rig import TEN_FIFTY, Run, step, weekly


def at(minutes: float):
    return TEN_FIFTY + timedelta(minutes=minutes)


def test_before_the_start_the_agenda_is_as_planned():
    run = Run(weekly())
    items = item_times(run.state())
    assert [item.item_id for item in items] == ["opening", "atlas", "decide", "wrap"]
    assert [item.planned_start for item in items] == [at(0), at(5), at(31), at(40)]
    assert [item.starts_at for item in items] == [at(0), at(5), at(31), at(40)]
    assert [item.ends_at for item in items] == [at(5), at(31), at(40), at(45)]
    assert {item.standing for item in items} == {"ahead"}


def test_in_the_middle_items_know_what_they_took_and_when_they_will_be():
    run = Run(weekly()).start().wait(360).next().wait(180).next().wait(60)
    opening, atlas, decide, wrap = item_times(run.state())
    assert (opening.standing, opening.actual_seconds, opening.ends_at) == ("done", 360, at(6))
    assert (atlas.standing, atlas.starts_at, atlas.actual_seconds) == ("current", at(6), 240)
    assert (atlas.remaining_seconds, atlas.ends_at) == (22 * 60, at(32))
    assert (decide.starts_at, decide.ends_at) == (at(32), at(41))
    assert (wrap.starts_at, wrap.ends_at, wrap.planned_start) == (at(41), at(46), at(40))


def test_an_item_begins_when_it_was_first_entered():
    run = Run(weekly()).start().wait(60).next().wait(60).back().wait(60).next().wait(60)
    opening, atlas = item_times(run.state())[:2]
    assert (opening.starts_at, opening.ends_at, atlas.starts_at) == (at(0), at(3), at(1))


def test_an_item_that_was_left_out_has_no_times():
    run = Run(Plan((step("a"), step("b"), step("c"), step("d")))).start().wait(60).next().next("skip")
    run.record("went_to", "d", reason="next")
    times = item_times(run.state())
    assert [item.standing for item in times] == ["done", "skipped", "done", "current"]
    run.record("went_to", "a", reason="back")
    run.record("went_to", "d", reason="next")
    assert times[0].planned_start is None
    run = Run(Plan((step("a"), step("b"), step("c")))).start()
    run.record("went_to", "c", reason="next")
    state = run.state()
    passed_over = item_times(state)[1]
    assert (passed_over.standing, passed_over.starts_at, passed_over.ends_at) == ("passed_over", None, None)
    assert step_standing(state, "nowhere") == "passed_over"


def test_after_the_end_what_was_on_is_done_and_the_rest_was_not_reached():
    run = Run(weekly()).start().wait(60).next().wait(60)
    run.record("ended")
    run.wait(600)
    items = item_times(run.state())
    assert [item.standing for item in items] == ["done", "done", "passed_over", "passed_over"]
    assert [item.remaining_seconds for item in items] == [0, 0, 0, 0]
    assert (items[1].starts_at, items[1].ends_at, items[1].actual_seconds) == (at(1), at(2), 60)
