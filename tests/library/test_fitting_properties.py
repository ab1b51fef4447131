"""What holds for every protocol, every slot and every team: random protocols, and all that are shipped."""

from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plcdesk import paths
from plcdesk.library.checks import check
from plcdesk.library.fitting import Fitted, TooShort, fit, least_minutes, own_minutes, refit
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from tests.library.making import protocols
from tests.thorough import THOROUGH

SHIPPED = sorted(paths.protocols().glob("*.toml"))
SLOTS = st.integers(5, 180)
TEAMS = st.integers(2, 40)
patient = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
brisk = settings(patient, max_examples=8)


@cache
def shipped(name: str) -> Protocol:
    return read_protocol(paths.protocols() / name)


@st.composite
def rooms(draw, protocol: Protocol) -> dict:
    """Arguments of `fit` for a protocol: people, presenters, form and so on."""
    forms = [None, "", *(form.id for form in protocol.forms)]
    return {
        "people": draw(TEAMS),
        "presenters": draw(st.none() | st.integers(1, 6)),
        "form": draw(st.sampled_from(forms)),
        "groups": draw(st.sampled_from((1, 1, 1, 2, 3))),
        "first_time": draw(st.booleans()),
        "prepared": draw(st.booleans()),
    }


def must_hold(protocol: Protocol, slot: int, room: dict) -> None:
    result = fit(protocol, slot, **room)
    needed = least_minutes(protocol, **room)
    if isinstance(result, TooShort):
        assert result.needed == needed == slot + result.by > slot
        offers_fit(protocol, slot, room, result)
        return
    assert needed <= slot
    fits(result, slot, protocol, room)


def fits(result: Fitted, slot: int, protocol: Protocol, room: dict) -> None:
    own = own_minutes(protocol, **room)
    assert result.own_minutes == own
    assert sum(step.minutes for step in result.steps) == result.minutes == slot - result.spare
    assert result.spare >= 0
    keys = [step.key for step in result.steps]
    assert len(set(keys)) == len(keys)
    by_step: dict[str, set[int]] = {}
    for step in result.steps:
        assert step.minutes >= step.floor >= 1
        assert step.ceiling is None or step.minutes <= step.ceiling
        assert not step.protected or step.minutes >= step.own
        if slot < own and step.protected:
            assert step.minutes == step.own
        if step.seconds_each is not None:
            assert step.speakers * step.seconds_each <= step.minutes * 60
            assert step.seconds_each % 15 == 0 or step.seconds_each <= step.floor_seconds
            assert step.seconds_each >= step.floor_seconds
        by_step.setdefault(step.step_id + step.kind, set()).add(step.minutes)
    assert all(max(turns) - min(turns) <= 1 for turns in by_step.values()), "turns are equal"
    if slot == own:
        assert all(step.minutes == step.own for step in result.steps)
        assert not result.left_out and not result.kept and not result.other_turns
    if result.spare:
        open_ended = [step for step in result.steps if step.ceiling is None]
        assert not open_ended, "minutes are left though a step could take them"
    assert result.shortened or not result.left_out


def offers_fit(protocol: Protocol, slot: int, room: dict, short: TooShort) -> None:
    for offer in short.offers:
        changed = {**room, "presenters": offer.presenters, "groups": offer.groups, "form": offer.form}
        better = fit(protocol, slot, **changed)
        assert isinstance(better, Fitted), offer
        assert least_minutes(protocol, **changed) == offer.minutes <= slot


@patient
@given(st.data(), protocols(), SLOTS)
def test_random_protocols_fit_or_say_what_is_lacking(data, protocol, slot):
    must_hold(protocol, slot, data.draw(rooms(protocol)))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@brisk
@given(st.data(), SLOTS)
def test_shipped_protocols_fit_or_say_what_is_lacking(path, data, slot):
    protocol = shipped(path.name)
    must_hold(protocol, slot, data.draw(rooms(protocol)))


def test_there_are_shipped_protocols_to_try():
    assert len(SHIPPED) >= 12


NUMBERS = (2, 5, 6, 9, 24, 40)
IN_TURNS = [(path, NUMBERS[place % len(NUMBERS)]) for place, path in enumerate(SHIPPED)]
EVERY = [(path, people) for path in SHIPPED for people in NUMBERS]


@pytest.mark.parametrize(
    ("path", "people"), EVERY if THOROUGH else IN_TURNS, ids=lambda part: getattr(part, "stem", str(part))
)
def test_every_slot_from_5_to_180_minutes(path, people):
    """Each protocol with one number of people; with PLCDESK_THOROUGH set, each with all of them."""
    protocol = shipped(path.name)
    fitted_before = False
    for slot in range(5, 181, 1 if THOROUGH else 7):
        room = {"people": people}
        must_hold(protocol, slot, room)
        fits_now = isinstance(fit(protocol, slot, people), Fitted)
        assert fits_now or not fitted_before, "a longer slot fits if a shorter one did"
        fitted_before = fits_now
    assert fitted_before or least_minutes(protocol, people) > 180


@patient
@given(st.data(), protocols())
def test_one_minute_less_than_the_least_is_too_short(data, protocol):
    room = data.draw(rooms(protocol))
    least = least_minutes(protocol, **room)
    assume(least <= 1000)
    assert isinstance(fit(protocol, least, **room), Fitted)
    assert fit(protocol, least - 1, **room).by == 1
    assert least <= own_minutes(protocol, **room)


@patient
@given(protocols(), TEAMS, st.integers(1, 5))
def test_more_presenters_never_need_less(protocol, people, presenters):
    few = least_minutes(protocol, people, presenters, form="")
    assert few <= least_minutes(protocol, people, presenters + 1, form="")


@patient
@given(st.data(), protocols(), SLOTS, st.integers(1, 30))
def test_keys_stay_the_same_in_another_slot(data, protocol, slot, more):
    room = data.draw(rooms(protocol))
    one, other = fit(protocol, slot, **room), fit(protocol, slot + more, **room)
    assume(isinstance(one, Fitted) and isinstance(other, Fitted))
    titles = {step.key: step.step_id for step in one.steps}
    again = {step.key: step.step_id for step in other.steps}
    assert all(again[key] == titles[key] for key in titles.keys() & again.keys())
    if not (one.left_out or other.left_out or one.other_turns or other.other_turns):
        assert list(titles) == list(again)


@patient
@given(st.data(), protocols(), SLOTS, st.integers(-20, 20))
def test_the_rest_of_a_running_protocol_fits_again(data, protocol, slot, change):
    room = data.draw(rooms(protocol))
    fitted = fit(protocol, slot, **room)
    assume(isinstance(fitted, Fitted))
    done = data.draw(st.integers(0, len(fitted.steps) - 1))
    over, rest = fitted.steps[:done], fitted.steps[done:]
    left = sum(step.minutes for step in rest) + change
    again = refit(fitted, {step.key for step in rest}, left)
    if isinstance(again, TooShort):
        assert again.by == again.needed - left > 0
        enough = refit(fitted, {step.key for step in rest}, again.needed)
        assert isinstance(enough, Fitted)
        assert isinstance(refit(fitted, {step.key for step in rest}, again.needed - 1), TooShort)
        return
    assert again.steps[:done] == over
    remaining = again.steps[done:]
    assert sum(step.minutes for step in remaining) == left - again.spare
    assert [step.key for step in remaining if not step.optional] == [
        step.key for step in rest if not step.optional
    ]
    assert all(step.minutes >= step.floor for step in remaining)
    assert all(step.minutes >= step.own for step in remaining if step.protected)


@patient
@given(protocols())
def test_the_random_protocols_are_valid(protocol):
    assert check(protocol) == []
