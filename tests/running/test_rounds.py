from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.library.schema import Round
from plcdesk.running.events import Event
from plcdesk.running.rounds import (
    Circle,
    EndOfRound,
    RoundState,
    Speaker,
    TurnChange,
    round_rule,
    round_state,
    speaking_order,
    turns_of,
)
from tests.running.rig import FakeClock, step

FIVE = ("ra", "dk", "jo", "lp", "mt")


def state_of(
    turns: list[tuple[str, str]],
    rule: Round | None = None,
    circle: Circle | None = None,
    elapsed: float = 0.0,
    used: float = 0.0,
) -> RoundState:
    changes = [TurnChange(member, reason) for member, reason in turns]  # type: ignore[arg-type]
    return round_state(
        rule or Round(),
        circle or Circle(FIVE),
        changes,
        seconds=360,
        seconds_each=60,
        turn_elapsed=elapsed,
        used=used,
    )


def test_the_first_speaks_from_the_start():
    state = state_of([], elapsed=20)
    assert (state.speaking, state.next_speaker, state.upcoming) == ("ra", "dk", ("dk", "jo", "lp", "mt"))
    assert state.next() == Speaker("dk")
    assert state.finish_turn() == TurnChange("ra", "next")
    assert (state.seconds_each, state.turn_left) == (72, 52)


def test_the_last_leads_to_the_next_step():
    state = state_of([(member, "next") for member in FIVE[:4]])
    assert (state.speaking, state.next_speaker, state.spoken) == ("mt", None, FIVE[:4])
    assert state.next() == EndOfRound()
    over = state_of([(member, "next") for member in FIVE])
    assert over.over
    assert (over.next(), over.finish_turn()) == (EndOfRound(), None)


def test_who_passes_is_asked_once_more_at_the_end():
    turns = [("ra", "next"), ("dk", "pass"), ("jo", "next"), ("lp", "next")]
    state = state_of(turns)
    assert (state.speaking, state.upcoming, state.passed) == ("mt", ("dk",), ("dk",))
    assert state.next() == Speaker("dk")
    asked = state_of([*turns, ("mt", "next")])
    assert (asked.speaking, asked.asked_again, asked.next()) == ("dk", True, EndOfRound())
    assert state_of([*turns, ("mt", "next"), ("dk", "pass")]).over
    spoke = state_of([*turns, ("mt", "next"), ("dk", "next")])
    assert (spoke.over, spoke.passed) == (True, ())


def test_a_pass_is_final_where_the_protocol_does_not_come_back():
    turns = [("ra", "pass"), ("dk", "next"), ("jo", "next"), ("lp", "next"), ("mt", "next")]
    assert state_of(turns, Round(return_to_passers=False)).over


def test_a_latecomer_comes_last_and_shares_the_time():
    circle = Circle(("ra", "xy", *FIVE[1:]), late=("xy",))
    state = state_of([("ra", "next")], circle=circle, used=60)
    assert (state.speaking, state.order, state.seconds_each) == ("dk", (*FIVE, "xy"), 60)
    done = state_of([(member, "next") for member in FIVE], circle=circle)
    assert done.speaking == "xy"


def test_who_leaves_is_dropped_also_while_speaking():
    circle = Circle(("ra", "jo", "lp", "mt"))
    state = state_of([("ra", "next")], circle=circle, used=90)
    assert (state.speaking, state.seconds_each) == ("jo", 90)
    passed = state_of([("dk", "pass"), *((member, "next") for member in circle.present)], circle=circle)
    assert passed.over
    assert state_of([], circle=Circle(())).over


def test_what_is_left_is_shared_by_those_who_still_speak():
    turns = [("ra", "next"), ("dk", "pass")]
    assert state_of(turns, used=280).seconds_each == 20  # passers are asked again: four turns are to come
    assert state_of(turns, used=120).seconds_each == 60
    assert state_of(turns, used=350).seconds_each == 20  # never below the least
    assert state_of(turns, Round(seconds=45), used=90).seconds_each == 45  # nor above what the protocol gives


def test_a_presenter_who_is_last_speaks_after_those_who_are_asked_again():
    rule, circle = Round(presenter="last"), Circle(("a", "b", "c"), presenter="a")
    state = state_of([("b", "pass"), ("c", "next")], rule, circle)
    assert (state.speaking, state.upcoming) == ("b", ("a",))
    assert state_of([("b", "pass"), ("c", "next"), ("b", "pass")], rule, circle).speaking == "a"


def test_choosing_somebody_out_of_order():
    barely = state_of([], elapsed=2)
    assert barely.choose("jo") == (TurnChange("jo", "chosen"),)
    state = state_of([("jo", "chosen")])
    assert (state.speaking, state.upcoming) == ("jo", ("ra", "dk", "lp", "mt"))
    assert state_of([("jo", "chosen"), ("jo", "next")]).speaking == "ra"
    long = state_of([], elapsed=30)
    assert long.choose("jo") == (TurnChange("ra", "next"), TurnChange("jo", "chosen"))
    spoken = state_of([("ra", "next")])
    assert spoken.choose("ra") == spoken.choose("dk") == spoken.choose("nobody") == ()


def test_nobody_twice_until_everyone_has_spoken_once():
    assert state_of([("ra", "next"), ("ra", "chosen")]).speaking == "dk"
    over = state_of([(member, "next") for member in FIVE])
    assert over.choose("jo") == (TurnChange("jo", "chosen"),)
    again = state_of([*((member, "next") for member in FIVE), ("jo", "chosen")])
    assert (again.speaking, again.next()) == ("jo", EndOfRound())
    assert state_of([*((member, "next") for member in FIVE), ("jo", "chosen"), ("jo", "next")]).over


def test_a_round_until_dry_goes_on_until_all_have_passed_since_somebody_spoke():
    rule, circle = Round(until="dry"), Circle(("a", "b", "c"))
    turns = [("a", "next"), ("b", "pass"), ("c", "next")]
    state = state_of(turns, rule, circle)
    assert (state.speaking, state.lap, state.upcoming) == ("a", 2, ("b", "c"))
    assert (state.seconds_each, state.may_repeat) == (60, True)
    last = state_of([*turns, ("a", "pass"), ("b", "pass")], rule, circle)
    assert (last.speaking, last.next()) == ("c", Speaker("a", 3))
    assert state_of([*turns, ("a", "pass"), ("b", "pass"), ("c", "pass")], rule, circle).over
    early = state_of([("a", "next"), ("b", "pass"), ("c", "pass"), ("a", "pass")], rule, circle)
    assert early.over
    chosen = state_of([*turns, ("c", "chosen")], rule, circle)
    assert (chosen.speaking, chosen.upcoming, chosen.lap) == ("c", ("a", "b"), 2)


@pytest.mark.parametrize(
    ("rule", "circle", "lap", "order"),
    [
        (Round(), Circle(("a", "b", "c")), 1, "abc"),
        (Round(direction="reversed"), Circle(("a", "b", "c")), 1, "cba"),
        (Round(starts="rotates"), Circle(("a", "b", "c"), turn=1), 1, "bca"),
        (Round(starts="rotates"), Circle(("a", "b", "c"), turn=2), 1, "cab"),
        (Round(starts="rotates"), Circle(("a", "b", "c"), turn=2), 2, "abc"),
        (Round(direction="alternates"), Circle(("a", "b", "c")), 2, "cba"),
        (Round(direction="alternates", starts="rotates"), Circle(("a", "b", "c"), turn=1), 1, "bac"),
        (Round(starts="left-of-presenter"), Circle(("a", "b", "c", "d"), presenter="b"), 1, "cdab"),
        (
            Round(starts="left-of-presenter", presenter="left-out"),
            Circle(("a", "b", "c", "d"), presenter="b"),
            1,
            "cda",
        ),
        (Round(starts="left-of-facilitator"), Circle(("a", "b", "c"), facilitator="c"), 1, "abc"),
        (Round(starts="left-of-facilitator"), Circle(("a", "b", "c"), facilitator="gone"), 1, "abc"),
        (Round(presenter="last"), Circle(("a", "b", "c"), presenter="a", late=("c",)), 1, "bca"),
        (Round(presenter="left-out"), Circle(("a", "b"), presenter=None), 1, "ab"),
        (Round(), Circle(("a", "b", "c", "d"), late=("c", "gone", "a")), 1, "bdca"),
        (Round(starts="rotates"), Circle(()), 1, ""),
    ],
)
def test_orders(rule, circle, lap, order):
    assert "".join(speaking_order(rule, circle, lap)) == order


def test_a_random_order_is_the_same_for_the_same_seed():
    rule = Round(starts="random")
    orders = {speaking_order(rule, Circle(FIVE, seed=str(seed))) for seed in range(40)}
    assert len(orders) > 10
    whole = speaking_order(rule, Circle(FIVE, seed="x"))
    assert whole == speaking_order(rule, Circle(tuple(reversed(FIVE)), seed="x"))
    without = speaking_order(rule, Circle(FIVE[1:], seed="x"))
    assert without == tuple(member for member in whole if member != "ra")


def test_a_step_where_the_others_speak_leaves_the_presenter_out():
    rule = Round(seconds=45, may_pass=False)
    assert round_rule(step("plain")) is None
    assert round_rule(step("all", round=rule)) is rule
    found = round_rule(step("others", round=rule, speakers="others"))
    assert found is not None
    assert (found.presenter, found.seconds, found.may_pass) == ("left-out", 45, False)


def test_the_turns_of_a_step_are_those_since_its_round_last_began():
    now = FakeClock()()
    rows = [
        ("started", "a", None, None),
        ("speaker", "a", "jo", "next"),
        ("went_to", "b", None, "next"),
        ("speaker", None, "dk", "pass"),
        ("went_to", "a", None, "back"),
        ("speaker", None, "lp", "chosen"),
        ("speaker", "a", None, "next"),
    ]
    events = [Event(n, kind, now, key, who, None, why) for n, (kind, key, who, why) in enumerate(rows)]
    assert turns_of("a", events) == ([TurnChange("jo", "next"), TurnChange("lp", "chosen")], 0)
    assert turns_of("b", events) == ([TurnChange("dk", "pass")], 0)
    events += [
        Event(8, "went_to", now, "a", None, None, "again"),
        Event(9, "speaker", now, "a", "jo", None, "next"),
    ]
    assert turns_of("a", events) == ([TurnChange("jo", "next")], 1)


RULES = st.builds(
    Round,
    starts=st.sampled_from(["first", "rotates", "random", "left-of-presenter", "left-of-facilitator"]),
    direction=st.sampled_from(["same", "alternates", "reversed"]),
    presenter=st.sampled_from(["included", "left-out", "last"]),
    return_to_passers=st.booleans(),
)
MEMBERS = tuple("abcdefg")
PEOPLE = st.permutations(MEMBERS).flatmap(
    lambda seats: st.builds(
        Circle,
        present=st.integers(2, 7).map(lambda count: tuple(seats[:count])),
        presenter=st.sampled_from([None, *MEMBERS]),
        facilitator=st.sampled_from([None, *MEMBERS]),
        late=st.lists(st.sampled_from(MEMBERS), max_size=3, unique=True).map(tuple),
        turn=st.integers(0, 5),
        seed=st.text(max_size=3),
    )
)


@given(RULES, PEOPLE)
def test_an_order_holds_everyone_once(rule, circle):
    order = speaking_order(rule, circle)
    expected = set(circle.present)
    if rule.presenter == "left-out":
        expected.discard(circle.presenter)
    assert sorted(order) == sorted(expected)
    if rule.presenter == "last" and circle.presenter in order:
        assert order[-1] == circle.presenter


@given(RULES, PEOPLE, st.lists(st.sampled_from(["next", "pass"]), max_size=30), st.data())
def test_everyone_once_before_anyone_twice_and_passers_once_more(rule, circle, answers, data):
    turns: list[TurnChange] = []
    asked: list[str] = []
    answers = [*answers, *["next"] * 20]
    for answer in answers:
        state = round_state(rule, circle, turns, seconds=600)
        if state.over:
            break
        promised = state.next()
        if data.draw(st.integers(0, 3)) == 0 and state.upcoming:
            chosen = data.draw(st.sampled_from(state.upcoming))
            turns.extend(state.choose(chosen))
            state = round_state(rule, circle, turns, seconds=600)
            assert state.speaking == chosen
            promised = state.next()
        change = state.finish_turn(answer)  # type: ignore[arg-type]
        assert change is not None
        turns.append(change)
        asked.append(change.member)
        if answer == "next":
            after = round_state(rule, circle, turns, seconds=600)
            assert promised == (EndOfRound() if after.speaking is None else Speaker(after.speaking))
    order = speaking_order(rule, circle)
    assert set(asked) == set(order)
    spoken = [turn.member for turn in turns if turn.reason == "next"]
    assert len(spoken) == len(set(spoken))
    if all(turn.reason != "chosen" for turn in turns):
        first_times = tuple(dict.fromkeys(asked))
        assert first_times == order
    for member, count in Counter(asked).items():
        first = next(turn.reason for turn in turns if turn.member == member and turn.reason != "chosen")
        assert count == (2 if first == "pass" and rule.return_to_passers else 1)


@given(PEOPLE, st.lists(st.tuples(st.sampled_from(MEMBERS), st.booleans()), max_size=6), RULES)
def test_coming_and_leaving_never_gives_anyone_a_second_turn(circle, moves, rule):
    present, late = list(circle.present), [member for member in circle.late if member in circle.present]
    turns: list[TurnChange] = []
    for member, comes in [*moves, *[("", False)] * 20]:
        if comes and member not in present:
            present.append(member)
            late.append(member)
        elif not comes and member in present:
            present.remove(member)
        now = Circle(
            tuple(present), circle.presenter, circle.facilitator, tuple(late), circle.turn, circle.seed
        )
        state = round_state(rule, now, turns, seconds=600)
        change = state.finish_turn()
        if change is not None:
            assert change.member in present
            turns.append(change)
    assert state.over
    spoken = [turn.member for turn in turns]
    assert len(spoken) == len(set(spoken))


@given(st.integers(1, 5), st.lists(st.booleans(), max_size=25))
def test_a_round_until_dry_ends_exactly_when_everyone_passed_in_a_row(people, answers):
    circle, rule = Circle(MEMBERS[:people]), Round(until="dry")
    turns: list[TurnChange] = []
    in_a_row = 0
    for speaks in [*answers, *[False] * people]:
        state = round_state(rule, circle, turns, seconds=600)
        assert state.over == (in_a_row >= people)
        change = state.finish_turn("next" if speaks else "pass")
        if change is None:
            return
        promised = state.next()
        turns.append(change)
        in_a_row = 0 if speaks else in_a_row + 1
        if speaks:
            after = round_state(rule, circle, turns, seconds=600)
            assert promised == Speaker(after.speaking or "", after.lap)
    assert round_state(rule, circle, turns, seconds=600).over
