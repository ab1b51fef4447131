"""The minutes on one page, the team's feedback sheet, and the sheet to write on."""

from dataclasses import replace

from plcdesk.minutes.blank_sheet import blank_sheet
from plcdesk.minutes.content import ActionLine, Decision, NoteLine, RoleLine
from plcdesk.minutes.document import OwnPage, words_in
from plcdesk.minutes.feedback_sheet import feedback_sheet
from plcdesk.minutes.fitting_pages import shortened
from plcdesk.minutes.one_page import one_page_document
from plcdesk.minutes.parts import Parts
from plcdesk.minutes.pdf import fits
from plcdesk.minutes.plain import to_text


def on_paper(document, most: int) -> bool:
    return fits(document, "letter", most)


def by_words(most: int):
    """A page that holds so many words."""
    return lambda document, _pages: words_in(document.blocks) <= most


def test_what_fits_is_left_as_it_is(meeting):
    told = to_text(one_page_document(meeting, by_words(10_000), Parts(feedback=True)))
    assert "Not on this page" not in told
    assert "Print fewer tickets" in told


def test_what_does_not_fit_goes_in_a_stated_order(meeting):
    everything = Parts(feedback=True, who_said_what=True)
    told = [to_text(one_page_document(meeting, by_words(most), everything)) for most in range(380, 60, -20)]
    seen = [text.partition("full minutes: ")[2].partition(".")[0] for text in told if "full minutes:" in text]
    order = "who said what, feedback, time used, notes by step, the norm watched, why we decided, what is still open"
    for line in seen:
        places = [order.find(words) for words in line.split(", ")[: order.count(",") + 1]]
        assert places == sorted(places) and -1 not in places
    assert order in seen
    assert all("Score ten common papers blind" in text for text in told)


def test_what_fits_beside_the_rest_comes_back(meeting):
    long = replace(meeting.items[1], notes=tuple(NoteLine("note", "Note", "word " * 30) for _ in range(20)))
    facts = replace(meeting, items=(meeting.items[0], long))
    told = to_text(one_page_document(facts, by_words(300), Parts(feedback=True, exit_forms=True)))
    assert "Not on this page, but in the full minutes: notes by step." in told
    assert "Print fewer tickets" in told


def test_even_endless_minutes_come_on_one_page(meeting):
    decisions = tuple(Decision(f"Decision {number} " + "word " * 60, "why " * 40) for number in range(30))
    actions = tuple(ActionLine(f"Action {number} " + "word " * 60) for number in range(30))
    facts = replace(meeting, decisions=decisions, actions=actions)
    document = one_page_document(facts, on_paper)
    assert on_paper(document, 1)
    assert document.letters == 1
    assert "decisions and actions." in to_text(document)


def test_the_feedback_sheet_tells_what_the_team_worked_on(meeting):
    items = tuple(
        replace(item, products=("Re-teach ratio", "Print strips") if item.kind == "decision" else ())
        for item in meeting.items
    )
    facts = replace(
        meeting,
        items=items,
        roles=(RoleLine("Facilitator", "Rosa A."),),
        goal="Ratios by June",
        best_practice="Describe first",
    )
    document = feedback_sheet(facts, on_paper)
    told = to_text(document)
    for words in (
        "- Team | Grade 7 Science PLC",
        "- Roles | Facilitator: Rosa A.",
        "- Goal of the year | Ratios by June",
        "- ATLAS Looking at Data | Minh | 26 min | none yet",
        "- Decide the re-teach plan |  | 9 min | • Re-teach ratio • Print strips",
        "Describe first",
        "Questions to the principal",
        "Coach’s comments",
    ):
        assert words in told
    assert "Field trip forms" not in told  # not reached
    assert "Opening |" not in told
    assert isinstance(document.blocks[-1], OwnPage)
    assert on_paper(document, 2)


def test_long_products_are_shortened_until_the_norms_are_on_the_back(meeting):
    items = tuple(replace(item, products=("word " * 300,)) for item in meeting.items * 3)
    document = feedback_sheet(replace(meeting, items=items), on_paper)
    assert on_paper(document, 2)
    assert "word…" in to_text(document)


def test_a_sheet_to_write_on_has_the_agenda_and_room(agenda):
    document = blank_sheet(agenda)
    told = to_text(document)
    assert "Decide the re-teach plan (11:20 · 7 min)" in told
    assert "Present" in told
    assert on_paper(document, 2)


def test_texts_are_cut_after_a_word():
    assert shortened("one two three", 20) == "one two three"
    assert shortened("one two, three", 10) == "one two…"
