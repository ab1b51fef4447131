"""Behind time: what is left is fitted again, in proportion, with floors and protected steps kept."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plcdesk.running.catching_up import catch_up
from plcdesk.running.plan import Plan
from tests.running.rig import TEN_FIFTY, Run, step, weekly


def at(minutes: float):
    return TEN_FIFTY + timedelta(minutes=minutes)


def over(run: Run, seconds: float) -> Run:
    """Let the current step run over by some seconds."""
    return run.wait(run.state().left + seconds)


def table(found) -> list[tuple[str, int, int]]:
    return [(each.title, each.before // 60, each.after // 60) for each in found.changed]


def test_a_minute_comes_from_the_longest_step():
    found = catch_up(over(Run(weekly()).start(), 60).state())
    assert found is not None
    assert table(found) == [("Opening", 5, 6), ("Decide", 9, 8)]
    assert (found.end_before, found.end_after, found.still_behind) == (at(46), at(45), 0)


def test_all_shrink_in_proportion_and_what_is_protected_keeps_its_time():
    found = catch_up(over(Run(weekly()).start(), 10 * 60).state())
    assert found is not None
    assert table(found) == [
        ("Opening", 5, 15), ("Ready", 3, 2), ("Describe", 7, 5), ("Interpret", 6, 4),
        ("Implications", 7, 5), ("Decide", 9, 6),
    ]  # fmt: skip
    assert {each.title for each in found.steps if each.kept} == {"Debrief", "Wrap"}


def test_what_cannot_be_won_back_is_said():
    found = catch_up(over(Run(weekly()).start(), 40 * 60).state())
    assert found is not None
    assert all(each.after == 60 for each in found.changed[1:])
    assert (found.minutes, found.still_behind, found.end_after) == (27, 13, at(58))


def test_the_turns_of_a_loop_keep_an_equal_share():
    turns = [
        step(f"tell/{n}", 6, "stories", "protocol", step_id="tell", turns=(("presenters", n, 3),))
        for n in (1, 2, 3)
    ]
    plan = Plan((step("a", 5), *turns, step("b", 4)), at(27))
    found = catch_up(over(Run(plan).start(), 5 * 60).state())
    assert found is not None
    assert len({each.after for each in found.steps if each.item_id == "stories"}) == 1


def test_what_is_left_of_the_current_step_gives_too_where_it_came_late():
    run = Run(Plan((step("a", 10), step("b", 10)), at(12))).start().wait(120)
    found = catch_up(run.state())
    assert found is not None
    assert table(found) == [("A", 10, 6), ("B", 10, 6)]


def test_agreed_the_meeting_is_in_time_again():
    run = over(Run(weekly()).start(), 200)
    found = catch_up(run.state())
    assert found is not None and found.minutes == 3
    for key, seconds in found.events:
        run.record("extended", key, seconds=seconds)
    assert abs(run.state().behind or 0) <= 30
    assert catch_up(run.state()) is None


def test_nothing_is_offered_in_time_paused_or_when_only_kept_things_are_left():
    run = Run(weekly()).start().wait(290)
    assert catch_up(run.state()) is None
    over(run, 120)
    run.record("paused")
    assert catch_up(run.state()) is None
    run.record("resumed")
    run.record("went_to", "wrap", reason="next")
    run.wait(3600)
    assert catch_up(run.state()) is None
    assert catch_up(Run(weekly()).state()) is None


def test_without_a_planned_end_the_overrun_itself_counts():
    found = catch_up(over(Run(Plan(weekly().steps)).start(), 120).state())
    assert found is not None and found.minutes == 2
    assert catch_up(Run(Plan(weekly().steps)).start().wait(10).state()) is None


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
def test_nothing_is_taken_from_what_is_kept_or_below_a_floor(rows, waited):
    steps = [step("first", 5)]
    for index, (item, minutes, floor, protected, kind) in enumerate(sorted(rows)):
        steps.append(
            step(f"s{index}", minutes, f"{kind}{item}", kind, floor_seconds=floor * 60, protected=protected)
        )
    plan = Plan(tuple(steps), planned_end=TEN_FIFTY + timedelta(minutes=5 + sum(row[1] for row in rows)))
    run = Run(plan).start().wait(waited)
    before = run.state()
    found = catch_up(before)
    if found is None:
        return
    assert 1 <= found.minutes == before.behind_minutes - found.still_behind
    for key, seconds in found.events:
        changed = plan.step(key)
        assert changed is not None
        run.record("extended", key, seconds=seconds)
        if seconds < 0:
            assert not changed.protected
            assert changed.item_kind not in ("opening", "wrap_up")
            assert changed.seconds + seconds >= max(60, changed.floor_seconds)
    after = run.state()
    assert abs((after.behind or 0) - found.still_behind * 60) <= 30 or after.left > 0
    assert found.end_after == found.end_before - timedelta(minutes=found.minutes)
