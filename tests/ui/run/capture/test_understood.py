"""What a line is understood as, with what was said by chips."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from plcdesk.errors import UserError
from plcdesk.library.schema import Capture, Step
from plcdesk.running.capture import Person
from plcdesk_ui.run.capture.completion import completions_at
from plcdesk_ui.run.capture.offers import Offer, offer_for, offers_in, offers_of
from plcdesk_ui.run.capture.understood import NO_WISHES, Grounds, WhoWhen, Wishes, each_line, understand

PEOPLE = (Person("d", "Dana Kim", "DK"), Person("m", "Minh Trần", "MT"), Person("j", "Jo Okafor", "JO"))
GROUNDS = Grounds(PEOPLE, date(2026, 11, 24), date(2026, 12, 1), day_first=False)
INTERPRET = Step(
    id="interpret",
    title="Interpret",
    kind="round",
    captures=[
        Capture(kind="interpretation", name="Interpretation"),
        Capture(kind="question", name="Need to know"),
        Capture(kind="action", name="Next step"),
    ],
)
OFFERS = offers_of(INTERPRET, "protocol")
SAID = "Dana will print the ratio strips by thu"


def names(offers):
    return [offer.name for offer in offers]


def test_a_step_offers_its_own_kinds_first_and_each_once():
    assert names(OFFERS) == ["Interpretation", "Need to know", "Next step", "Note", "Decision", "Parking lot"]
    assert [offer.word for offer in OFFERS] == [
        "Interpretation",
        "Need to know",
        "Next step",
        None,
        None,
        None,
    ]
    assert OFFERS[-1].short == "Park"


def test_two_offers_never_bear_the_same_word():
    step = replace_captures([Capture(kind="focus_question", name="Question")])
    assert names(offers_of(step, "protocol")).count("Question") == 1


def test_a_topic_offers_notes_and_a_decision_offers_decisions_first():
    assert names(offers_of(None, "topic")) == ["Note", "Question", "Action", "Decision", "Parking lot"]
    assert names(offers_of(None, "decision"))[:2] == ["Decision", "Note"]


def test_where_nothing_is_written_down_only_what_must_not_be_lost_is_offered():
    step = Step(id="start", title="Start", kind="facilitator", notes="none")
    assert [offer.kind for offer in offers_of(step, "protocol")] == ["parked", "action"]


def test_a_kind_that_asks_for_an_owner_reads_one_and_stays_what_it_is():
    step = replace_captures([Capture(kind="delta", name="Improve", fields=["owner", "due", "evidence"])])
    offers = offers_of(step, "protocol")
    found = understand(SAID, offers, GROUNDS)
    assert (found.offer.word, found.offer.fields, found.text) == (
        "Improve",
        ("evidence",),
        "Print the ratio strips",
    )
    assert found.who_when == WhoWhen(("d",), (), date(2026, 11, 26))


def test_where_small_groups_are_at_it_the_group_is_not_asked_for_again():
    step = replace_captures([Capture(kind="theme", name="Column", fields=["group", "place"])])
    item = SimpleNamespace(kind="protocol")
    assert offers_in(SimpleNamespace(step=step, item=item, groups=()))[0].fields == ("place", "group")
    assert offers_in(SimpleNamespace(step=step, item=item, groups=("Group 1",)))[0].fields == ("place",)


def test_a_promise_is_an_action_in_the_protocols_own_word():
    found = understand(SAID, OFFERS, GROUNDS)
    assert (found.offer.kind, found.offer.word, found.text) == (
        "action",
        "Next step",
        "Print the ratio strips",
    )
    assert found.who_when == WhoWhen(("d",), (), date(2026, 11, 26))


def test_a_kind_chosen_by_hand_holds():
    note = offer_for("note", OFFERS)
    found = understand(SAID, OFFERS, GROUNDS, Wishes(offer=note))
    assert (found.offer, found.text, found.who_when) == (note, SAID, WhoWhen())


def test_a_kind_word_typed_wins_over_one_chosen_before():
    found = understand("Decision: we re-teach", OFFERS, GROUNDS, Wishes(offer=OFFERS[0]))
    assert (found.offer.kind, found.text) == ("decision", "We re-teach")


def test_the_word_typed_tells_two_offers_of_one_kind_apart():
    step = replace_captures([Capture(kind="note", name="Why"), Capture(kind="note", name="Response")])
    offers = offers_of(step, "protocol")
    assert understand("Response: it struck me", offers, GROUNDS).offer.word == "Response"
    assert understand("it struck me", offers, GROUNDS).offer.word == "Why"
    assert understand("it struck me", offers, GROUNDS, Wishes(offer=offers[1])).offer.word == "Response"


@pytest.mark.parametrize(
    ("refused", "text", "owners", "due"),
    [
        ({("due", "by thu")}, "Print the ratio strips by thu", ("d",), None),
        ({("owner", "Dana")}, "Dana will print the ratio strips", (), date(2026, 11, 26)),
        ({("owner", "Dana"), ("due", "by thu")}, SAID, (), None),
    ],
)
def test_words_that_were_not_meant_so_stand_as_they_were_typed(refused, text, owners, due):
    wishes = Wishes(offer=offer_for("action", OFFERS), refused=frozenset(refused))
    found = understand(SAID, OFFERS, GROUNDS, wishes)
    assert (found.text, found.who_when.owners, found.who_when.due) == (text, owners, due)


def test_a_refused_kind_word_is_part_of_the_text():
    wishes = Wishes(offer=OFFERS[0], refused=frozenset({("kind", "Decision")}))
    found = understand("Decision: trees are hard", OFFERS, GROUNDS, wishes)
    assert (found.offer, found.text) == (OFFERS[0], "Decision: trees are hard")


def test_another_reading_of_the_words_is_offered_again():
    wishes = Wishes(offer=offer_for("action", OFFERS), refused=frozenset({("due", "by thu")}))
    assert understand(SAID.replace("thu", "fri"), OFFERS, GROUNDS, wishes).who_when.due == date(2026, 11, 27)


def test_who_and_when_chosen_by_hand_hold_while_it_is_something_to_do():
    chosen = WhoWhen(("m", "j"), ("Ms. Lee",), None)
    wishes = Wishes(offer=offer_for("action", OFFERS), who_when=chosen)
    assert understand(SAID, OFFERS, GROUNDS, wishes).who_when == chosen
    assert understand(SAID, OFFERS, GROUNDS, replace(wishes, offer=OFFERS[0])).who_when == WhoWhen()


def test_nobodys_name_is_kept_with_what_is_anonymous():
    step = replace_captures([Capture(kind="suggestion", name="Card", by="anonymous")])
    found = understand("@Dana: more time", offers_of(step, "protocol"), GROUNDS)
    assert (found.said_by, found.text) == (None, "@Dana: more time")


def test_who_said_it_and_tags_are_kept():
    found = understand("@Minh: why nine tickets? #units", OFFERS, GROUNDS)
    assert (found.said_by, found.text, found.fields) == ("m", "Why nine tickets? #units", {"tags": ["units"]})


def test_lines_of_a_paste_are_notes_of_their_own():
    text = "• Units missing\n\n2. Dana will ask by fri\nDecision: we re-teach"
    wishes = Wishes(apart=True)
    assert understand(text, OFFERS, GROUNDS, wishes).lines == 3
    assert understand(text, OFFERS, GROUNDS).lines == 1
    found = each_line(text, OFFERS, GROUNDS, wishes)
    assert [(each.offer.kind, each.text) for each in found] == [
        ("interpretation", "Units missing"),
        ("action", "Ask"),
        ("decision", "We re-teach"),
    ]


def test_too_many_lines_are_refused_with_a_sentence():
    with pytest.raises(UserError):
        each_line("line\n" * 501, OFFERS, GROUNDS, Wishes(apart=True))


def test_letters_beyond_the_first_plane_survive_a_refusal():
    text = "🙂 Dana will bring 🎈 by thu"
    wishes = Wishes(offer=offer_for("action", OFFERS), refused=frozenset({("due", "by thu")}))
    assert understand(text, OFFERS, GROUNDS, wishes).text == text


def short(member_id):
    return {"d": "Dana", "m": "Minh", "j": "Jo"}[member_id]


@pytest.mark.parametrize(
    ("text", "ghost", "name"),
    [
        ("@", "Dana", "@Dana"),
        ("@mi", "nh", "@Minh"),
        ("Minh and Da", "na", "Dana"),
        ("Oka", " → Jo", "Jo"),
        ("Tran", " → Minh", "Minh"),
    ],
)
def test_a_name_begun_is_completed(text, ghost, name):
    found = completions_at(text, len(text), PEOPLE, short)[0]
    assert (found.ghost, found.name) == (ghost, name)


@pytest.mark.parametrize("text", ["Dana", "@Dana", "da", "D", "Data", "Units", "they said Xy", ""])
def test_nothing_is_completed_that_is_no_name_begun(text):
    assert completions_at(text, len(text), PEOPLE, short) == ()


def test_no_name_is_completed_in_the_middle_of_a_word():
    assert completions_at("Data", 2, PEOPLE, short) == ()


def replace_captures(captures):
    return Step(id="x", title="X", kind="open", captures=captures)


def test_an_empty_line_is_understood_as_the_first_kind():
    found = understand("", OFFERS, GROUNDS, NO_WISHES)
    assert (found.offer, found.bare) == (
        Offer("interpretation", "Interpretation", "parking", "Interpretation"),
        True,
    )
