"""The arithmetic of protocols that research has seen, and the order in which time is cut."""

import pytest

from plcdesk.library.fitting import (
    Fitted,
    TooShort,
    Turn,
    fit,
    least_minutes,
    own_minutes,
    refit,
)
from plcdesk.library.overview import steps_overview
from plcdesk.library.schema import Change, Form, Groups, Minutes, Origin, People, Round, Step
from plcdesk.library.steps import form_for, in_form
from tests.library.making import protocol, step, turns


def round_step(step_id: str, minutes: int | None = None, **how) -> Step:
    bounds = None if minutes is None else Minutes(default=minutes)
    return Step(id=step_id, title=step_id, kind="round", minutes=bounds, round=Round(**how), say="Go on.")


def minutes_of(fitted: Fitted) -> dict[str, int]:
    assert isinstance(fitted, Fitted)
    return {each.key: each.minutes for each in fitted.steps}


FINAL_WORD = protocol(
    turns(
        "circle",
        step("quote", 3, "presenter"),
        round_step("respond", seconds=60, presenter="left-out"),
        step("word", 1, "presenter"),
        count=5,
    ),
    step("debrief", 5, protected=True),
    presenter="everyone",
)
GAP = protocol(
    step("write", 5, "write"),
    turns(
        "one-by-one",
        step("share", 5, "presenter"),
        step("ask", 3),
        step("gap", 10),
        step("reflect", 2, "presenter"),
        count=3,
    ),
    presenter="everyone",
)


@pytest.mark.parametrize(("people", "total"), [(3, 18), (4, 28), (5, 40), (6, 54)])
def test_final_word_takes_n_times_n_plus_3_and_a_debrief(people, total):
    assert own_minutes(FINAL_WORD, people) == total + 5


def test_gap_analysis_takes_5_and_20_for_each():
    assert [own_minutes(GAP, people) for people in (2, 3)] == [45, 65]
    assert own_minutes(GAP, 3, presenters=1) == 25


def test_the_total_without_people_is_for_the_team_it_was_written_for():
    assert own_minutes(FINAL_WORD) == own_minutes(FINAL_WORD, 5) == 45
    assert sum(each.minutes for each in steps_overview(FINAL_WORD)) == 45
    assert [(each.id, each.times) for each in steps_overview(FINAL_WORD)] == [
        ("quote", 5),
        ("respond", 5),
        ("word", 5),
        ("debrief", 1),
    ]


def test_a_check_in_takes_a_minute_for_each():
    check_in = protocol(step("prompt", 1), round_step("speak", seconds=60), step("theme", 1))
    assert [own_minutes(check_in, people) for people in (3, 8, 20)] == [5, 10, 22]


def test_small_groups_side_by_side_count_once():
    troika = protocol(
        turns("client", step("talk", 10), count=3, parallel=Groups(least=3, most=3)), presenter="everyone"
    )
    assert [own_minutes(troika, people) for people in (3, 6, 30)] == [30, 30, 30]
    assert own_minutes(troika, 4) == 40, "one group of four rather than two pairs"
    assert fit(troika, 30, 9).side_by_side == 3


def test_a_loop_in_a_loop_gives_each_turn_its_own_key():
    nested = protocol(
        turns(
            "story", turns("prompt", step("say", 1), over="prompts", prompts=["What?", "So what?"]), count=2
        ),
        presenter="rotating",
    )
    fitted = fit(nested, 4, 6)
    assert [each.key for each in fitted.steps] == [
        "story/1/prompt/1/say",
        "story/1/prompt/2/say",
        "story/2/prompt/1/say",
        "story/2/prompt/2/say",
    ]
    assert fitted.steps[1].turns == (Turn("presenters", 1, 2), Turn("prompts", 2, 2, "So what?"))
    assert {each.step_id for each in fitted.steps} == {"say"}


def test_people_change_places_between_turns_only():
    wheel = protocol(turns("wheel", step("talk", 4), over="stations", count=3, change_over=1))
    fitted = fit(wheel, 14, 8)
    assert [(each.key, each.minutes) for each in fitted.steps] == [
        ("wheel/1/talk", 4),
        ("wheel/1/_change-over", 1),
        ("wheel/2/talk", 4),
        ("wheel/2/_change-over", 1),
        ("wheel/3/talk", 4),
    ]
    assert [each.kind for each in fitted.steps[:2]] == ["open", "pause"]


def test_steps_of_a_first_time_and_unread_texts_come_only_then():
    made = protocol(
        step("intro", 5, when="first-time"), step("read", 5, "read", when="not-prepared"), step("talk", 10)
    )
    assert own_minutes(made, 6) == 10
    assert own_minutes(made, 6, first_time=True) == 15
    assert own_minutes(made, 6, first_time=True, prepared=False) == 20
    assert "intro" in minutes_of(fit(made, 15, 6, first_time=True))


CUTS = protocol(
    step("open", 12),
    step("ranged", 8, verified="range", floor=5),
    step("extra", 6, optional=True, floor=3),
    round_step("turn", seconds=60, floor_seconds=30),
    turns("prompt", step("answer", 2, floor=1), over="prompts", prompts=["a", "b", "c"], least=1),
    step("debrief", 4, protected=True),
)


def test_optional_steps_are_shortened_then_dropped_first():
    own = own_minutes(CUTS, 6)
    assert own == 12 + 8 + 6 + 6 + 6 + 4
    assert minutes_of(fit(CUTS, own - 2, 6))["extra"] == 4
    fitted = fit(CUTS, own - 6, 6)
    assert fitted.left_out == ("Extra",)
    assert fitted.kept == ("Debrief",)
    assert minutes_of(fitted) == {
        "open": 12,
        "ranged": 8,
        "turn": 6,
        "prompt/1/answer": 2,
        "prompt/2/answer": 2,
        "prompt/3/answer": 2,
        "debrief": 4,
    }


def test_then_ranges_then_open_steps_then_rounds_then_prompts():
    ranged = minutes_of(fit(CUTS, 33, 6))
    assert (ranged["ranged"], ranged["open"], ranged["turn"]) == (5, 12, 6)
    opened = minutes_of(fit(CUTS, 28, 6))
    assert (opened["ranged"], opened["turn"]) == (5, 6)
    assert opened["open"] < 12
    rounds = fit(CUTS, 20, 6)
    spoken = next(each for each in rounds.steps if each.key == "turn")
    assert (spoken.minutes, spoken.seconds_each) == (4, 30)
    assert minutes_of(rounds)["open"] == 4
    assert not rounds.other_turns
    prompts = fit(CUTS, 18, 6)
    assert [(each.title, each.own, each.now) for each in prompts.other_turns] == [("Prompt", 3, 2)]
    assert "prompt/3/answer" not in minutes_of(prompts)
    assert least_minutes(CUTS, 6) == 4 + 5 + 3 + 1 + 4
    assert minutes_of(fit(CUTS, least_minutes(CUTS, 6), 6))["debrief"] == 4


def test_open_steps_shrink_by_one_factor():
    made = protocol(step("a", 10, floor=1), step("b", 20, floor=1), step("c", 30, floor=1))
    assert list(minutes_of(fit(made, 30, 6)).values()) == [5, 10, 15]
    assert list(minutes_of(fit(made, 31, 6)).values()) == [5, 10, 16], "the longest takes what is over"


def test_every_presenter_has_equal_time():
    made = protocol(
        turns("story", step("tell", 10, floor=3), count=3), step("common", 10), presenter="rotating"
    )
    for slot in range(20, 40):
        fitted = fit(made, slot, 6)
        if isinstance(fitted, Fitted):
            assert len({each.minutes for each in fitted.steps if each.step_id == "tell"}) == 1


def test_a_minute_that_cannot_be_shared_goes_to_the_first_turns():
    made = protocol(turns("story", step("tell", 10, floor=3), count=3), presenter="rotating")
    assert list(minutes_of(fit(made, 29, 6)).values()) == [10, 10, 9]


def test_floors_where_a_step_names_none():
    made = protocol(
        step("read", 3, "read"),
        step("talk", 30),
        step("reflect", 5, "presenter", protected=True),
        round_step("speak", 10, floor_seconds=30),
    )
    floors = {each.key: each.floor for each in fit(made, 60, 8).steps}
    assert floors == {"read": 2, "talk": 10, "reflect": 5, "speak": 4}


def test_a_round_of_many_people_needs_more_than_its_minutes():
    made = protocol(round_step("speak", 5, floor_seconds=20))
    assert own_minutes(made, 6) == 5
    assert own_minutes(made, 30) == 10
    assert fit(made, 10, 30).steps[0].seconds_each == 20


@pytest.mark.parametrize(
    ("how", "speaks", "presenter", "speakers"),
    [
        ({}, "everyone", "one", 6),
        ({"presenter": "left-out"}, "everyone", "one", 5),
        ({}, "others", "one", 5),
        ({}, "others", "none", 6),
        ({}, "pairs", "none", 3),
        ({}, "presenter", "one", 1),
    ],
)
def test_who_counts_in_a_round(how, speaks, presenter, speakers):
    spoken = Step(
        id="s", title="S", kind="round", round=Round(seconds=60, **how), speaks=speaks, say="Go on."
    )
    assert fit(protocol(spoken, presenter=presenter), 60, 6).steps[0].speakers == speakers


def test_a_facilitator_who_only_facilitates_does_not_count():
    spoken = round_step("s", seconds=60)
    assert fit(protocol(spoken, facilitator_takes_part=False), 60, 6).steps[0].speakers == 5
    outside = protocol(spoken, facilitator_takes_part=False, outside_facilitator=True)
    assert fit(outside, 60, 6).steps[0].speakers == 6


def test_a_longer_slot_brings_more_topics_before_longer_ones():
    coffee = protocol(
        turns("topic", step("talk", 8), over="items", count=3, most=6), step("close", 4, ceiling=4)
    )
    fitted = fit(coffee, 45, 6)
    assert sum(each.step_id == "talk" for each in fitted.steps) == 5
    assert [(each.own, each.now) for each in fitted.other_turns] == [(3, 5)]
    assert fitted.stretched


def test_a_longer_slot_goes_to_ceilings_then_to_open_talk():
    made = protocol(step("read", 10, "read", ceiling=12), step("talk", 20), step("close", 5, ceiling=6))
    assert minutes_of(fit(made, 60, 6)) == {"read": 12, "talk": 42, "close": 6}


def test_minutes_that_no_step_can_use_are_spare():
    made = protocol(step("read", 10, "read", ceiling=12), step("close", 5, protected=True))
    fitted = fit(made, 30, 6)
    assert (fitted.minutes, fitted.spare) == (17, 13)


def test_too_short_says_by_how_much_and_what_would_help():
    made = protocol(
        turns("story", step("tell", 10, floor=6), count=3, least=1),
        step("debrief", 5, protected=True),
        presenter="rotating",
        forms=[Form(id="short", name="Short form", minutes={"tell": 4})],
    )
    short = fit(made, 18, 9)
    assert isinstance(short, TooShort)
    assert (short.needed, short.by) == (23, 5)
    assert [(each.kind, each.minutes) for each in short.offers] == [
        ("presenters", 17),
        ("groups", 17),
        ("form", 17),
    ]
    presenters, groups, form = short.offers
    assert presenters.presenters == 2
    assert (groups.groups, groups.presenters) == (2, 2), "all three still present"
    assert form.form == "short"


def test_a_form_with_fewer_presenters_only_when_neither_is_enough():
    made = protocol(
        turns("story", step("tell", 10, floor=6), count=3),
        step("debrief", 5, protected=True),
        presenter="rotating",
        forms=[Form(id="short", name="Short form", minutes={"tell": 4, "debrief": 2})],
        people=People(least=9, most=12),
    )
    (offer,) = fit(made, 10, 9).offers
    assert (offer.kind, offer.form, offer.presenters, offer.minutes) == ("form", "short", 2, 10)


def test_no_offer_when_nothing_helps():
    assert fit(protocol(step("a", 10, floor=8)), 7, 6) == TooShort(8, 1)


def test_groups_are_not_offered_below_the_least_people():
    made = protocol(turns("each", step("tell", 5, floor=5), over="people"), people=People(least=5, most=12))
    assert fit(made, 40, 9).offers == ()
    assert [offer.groups for offer in fit(made, 40, 10).offers] == [2]


FORMS = protocol(
    step("talk", 30, floor=20, ceiling=40),
    round_step("turn", seconds=60),
    step("close", 5),
    forms=[
        Form(id="short", name="Short", minutes={"talk": 10, "turn": 3}, without=["close"]),
        Form(id="many", name="Many", people_least=12, parallel=Groups(least=4, most=6)),
    ],
)


def test_a_form_has_its_own_minutes_and_leaves_steps_out():
    assert own_minutes(FORMS, 6, form="short") == 13
    assert minutes_of(fit(FORMS, 13, 6, form="short")) == {"talk": 10, "turn": 3}
    assert least_minutes(FORMS, 6, form="short") == 10 + 2, "no less than the form itself gives"


def test_a_form_has_its_own_turns_speakers_words_and_presenters():
    made = protocol(
        turns("pair", step("tell", 3, speaks="one", speaker="the elder"), over="turns", count=2),
        step("groups", 10, "groups", groups=Groups(least=3, most=4), silent="others"),
        presenter="one",
        forms=[
            Form(
                id="trio",
                name="In threes",
                presenter="none",
                changes={
                    "pair": Change(turns=3),
                    "tell": Change(speaks="others", say="Tell two others."),
                    "groups": Change(kind="open", silent="nobody", show="All together."),
                },
            )
        ],
    )
    assert [own_minutes(made, 6, form=form) for form in ("", "trio")] == [16, 19]
    shape = in_form(made, "trio")
    pair, groups = shape.steps
    tell = pair.steps[0]
    assert (shape.presenter, tell.speaks, tell.speaker, tell.say) == (
        "none",
        "others",
        "",
        "Tell two others.",
    )
    assert (groups.kind, groups.groups, groups.silent, groups.show) == ("open", None, None, "All together.")
    assert groups.say == "Go on.", "what it does not name stays"


def test_a_round_gives_nobody_more_than_its_ceiling():
    made = protocol(round_step("say", 10, floor_seconds=15, ceiling_seconds=60), step("talk", 20))
    assert own_minutes(made, 4) == 4 + 20
    assert own_minutes(made, 20) == 10 + 20
    fitted = fit(made, 60, 4)
    assert minutes_of(fitted)["say"] == 4
    assert fitted.steps[0].seconds_each == 60
    uneven = fit(protocol(round_step("say", 10, ceiling_seconds=40), step("talk", 20)), 60, 4)
    assert (uneven.steps[0].minutes, uneven.steps[0].seconds_each) == (3, 40)
    later = refit(fitted, {"say", "talk"}, 60, joined=4)
    assert (later.steps[0].minutes, later.steps[0].seconds_each) == (8, 60)


def test_steps_say_how_many_groups_are_at_them():
    groups = Groups(least=3, most=4)
    made = protocol(
        step("begin", 5), turns("each", step("tell", 5), over="presenters", count=3, parallel=groups)
    )
    assert [each.side_by_side for each in fit(made, 30, 12).steps] == [1, 3, 3, 3]
    assert {each.side_by_side for each in fit(FORMS, 41, 12).steps} == {2}


def test_groups_come_together_for_the_steps_that_a_form_names():
    circles = Form(id="circles", name="In circles", parallel=Groups(least=4, most=6), together=["close"])
    made = protocol(round_step("turn", seconds=60), round_step("close", seconds=30), forms=[circles])
    turn, close = fit(made, 12, 12, form="circles").steps
    assert (turn.speakers, turn.side_by_side) == (6, 2)
    assert (close.speakers, close.side_by_side) == (12, 1)


def test_the_form_for_so_many_people_is_taken_by_itself():
    assert (form_for(FORMS, 11), form_for(FORMS, 12)) == (None, "many")
    assert own_minutes(FORMS, 12) == 30 + 6 + 5
    assert own_minutes(FORMS, 12, form="") == 30 + 12 + 5
    assert fit(FORMS, 41, 12).form == "many"
    assert fit(FORMS, 41, 12).side_by_side == 2


def test_an_unknown_form_or_nobody_there_is_a_mistake_of_the_caller():
    with pytest.raises(LookupError):
        fit(FORMS, 30, 6, form="no-such")
    with pytest.raises(ValueError, match="0 people"):
        fit(FORMS, 30, 0)


def test_optional_steps_never_all_vanish():
    made = protocol(step("a", 10, optional=True, floor=4), origin=Origin(credit="x", grade="own"))
    assert minutes_of(fit(made, 5, 6)) == {"a": 5}


RUNNING = protocol(
    step("present", 10),
    turns("prompt", step("answer", 4, floor=2), over="prompts", prompts=["a", "b"]),
    step("extra", 5, optional=True, floor=5),
    round_step("speak", seconds=60, floor_seconds=30),
    step("debrief", 4, protected=True),
)


def rest_after(fitted: Fitted, done: int) -> set[str]:
    return {each.key for each in fitted.steps[done:]}


def test_a_late_protocol_keeps_what_is_done_and_fits_the_rest():
    fitted = fit(RUNNING, 33, 6)
    again = refit(fitted, rest_after(fitted, 1), 21)
    assert minutes_of(again) == {
        "present": 10,
        "prompt/1/answer": 5,
        "prompt/2/answer": 5,
        "speak": 7,
        "debrief": 4,
    }
    assert again.left_out == ("Extra",)
    assert again.minutes == 10 + 21
    assert again.kept == ("Debrief",)


def test_what_cannot_be_caught_up_is_said():
    fitted = fit(RUNNING, 33, 6)
    assert refit(fitted, rest_after(fitted, 1), 10) == TooShort(11, 1)
    assert refit(fitted, rest_after(fitted, 1), 0).by == 11
    assert isinstance(refit(fitted, rest_after(fitted, 1), 11), Fitted)


def test_a_latecomer_gets_a_turn():
    fitted = fit(RUNNING, 33, 6)
    again = refit(fitted, rest_after(fitted, 1), 23, joined=2)
    spoken = next(each for each in again.steps if each.key == "speak")
    assert (spoken.speakers, spoken.floor) == (8, 4)
    assert spoken.seconds_each * 8 <= spoken.minutes * 60
