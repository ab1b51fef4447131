"""Rounds of groups, and rounds that are held several times."""

from dataclasses import replace

from plcdesk.library.schema import Round
from plcdesk.running.groups import Group
from plcdesk.running.plan import Plan
from plcdesk.running.talk_order import held_before, one_group_each, one_in_each_group
from tests.running.rig import step

GROUPS = (Group("Group 1", ("a", "b")), Group("Group 2", ("c", "d", "e")))


def test_groups_report_one_after_the_other():
    spokes = one_group_each(GROUPS)
    assert spokes.order == ("a", "c")
    assert (spokes.known("d"), spokes.names["c"]) == ("c", ("Group 2", "2"))
    left = one_group_each((Group("Group 1", ("b",)), GROUPS[1]), GROUPS)
    assert (left.order, left.known("a")) == (("b", "c"), "b")


def test_in_each_group_the_first_speak_at_the_same_time():
    spokes = one_in_each_group(GROUPS)
    assert spokes.order == ("c", "d", "e")
    assert [spokes.known(member) for member in "abe"] == ["c", "d", "e"]
    assert spokes.names["d"] == ("Number 2", "2")
    assert one_in_each_group(()).order == ()


def test_each_turn_of_nested_loops_is_one_more_round():
    first = replace(step("a"), turns=(("presenters", 1, 3), ("prompts", 1, 2)))
    later = replace(step("b"), turns=(("presenters", 2, 3), ("prompts", 2, 2)))
    plan = Plan((first, later))
    assert (held_before(first, plan), held_before(later, plan)) == (0, 3)


def test_outside_loops_the_start_rotates_from_round_to_round():
    rotates = Round(starts="rotates")
    steps = tuple(replace(step(key), item_id="i", round=rotates) for key in "abc")
    plan = Plan((*steps[:1], replace(step("x"), item_id="i", round=Round()), *steps[1:]))
    assert [held_before(each, plan) for each in steps] == [0, 1, 2]
    assert held_before(plan.steps[1], plan) == 0
