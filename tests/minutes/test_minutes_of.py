"""What the minutes say, in which order, and what they leave out."""

from dataclasses import replace
from datetime import date

import pytest

from plcdesk.minutes.content import ActionLine, ExitForm, MeetingFacts, NormWatched, OpenLine, SummedAnswers
from plcdesk.minutes.document import Document, Heading, Table, Together
from plcdesk.minutes.minutes_of import Parts, minutes_document
from plcdesk.minutes.plain import to_text


def lines(document: Document) -> list[str]:
    return [line for line in to_text(document).split("\n") if line]


def test_the_minutes_of_a_meeting_read_as_a_team_would_say_them(meeting: MeetingFacts) -> None:
    assert lines(minutes_document(meeting)) == [
        "Reading the exit tickets on density",
        "Grade 7 Science PLC · Tue 24 November 2026, 10:50 – 11:36 · Room 214 · draft",
        "We wanted a re-teach plan for Thursday. Reached.",
        "Decisions",
        "1. Re-teach ratio, not formula, on Thursday in all sections. "
        "Why: tickets show both numbers but no comparison. All at 3 or more fingers.",
        "2. Score ten common papers blind.",
        "Actions",
        "- Print the ratio strips | Dana K. | Thu 26 Nov done Wed 25 Nov",
        "- Bring three tickets per section to score blind | Dana K., Sam W. | Tue 1 Dec",
        "- Tell the coach what we found | nobody yet | no date",
        "Next meeting Tue 1 Dec, 10:50, Minh facilitates. "
        "By the end we will have ten common papers scored the same way. Bring three tickets per section.",
        "Still open",
        "- Lab safety contract · parking lot · for the next meeting",
        "- Demo before or after the ticket in section C?",
        "What we did (46 min, planned 45)",
        "Opening (5 min)",
        "ATLAS Looking at Data (26 min, planned 25 · brought by Minh)",
        "Get ready 3 · Describe 7 (planned 6) · Interpret 6 · Implications 7 · Debrief 3",
        "Describe",
        "- Nearly all students label mass and volume correctly.",
        "- “Heavier sinks” appears in 14 of 31 tickets.",
        "Interpret",
        "- They know both numbers and still trust “heavy sinks”.",
        "- The ticket never asked them to compare.",
        "- Question: Demo before or after the ticket in section C?",
        "Debrief. Describing first stopped us from blaming the test.",
        "Decide the re-teach plan (9 min, planned 7)",
        "Strips fit in ten minutes.",
        "Field trip forms (not reached)",
        "Wrap up (5 min)",
        "Present Rosa A. (facilitator), Minh T. (recorder), Dana K. (timekeeper), Jo O. (10 min late), "
        "Lena P. (left at 11:30)",
        "Absent Sam W. · Paused 3 min (fire drill) · Norm watched Evidence before opinion, 4.2 of 5",
        "Grade 7 Science PLC · Tue 24 November 2026 · draft · confidential",
    ]


def test_feedback_and_names_are_told_only_when_asked_for(meeting: MeetingFacts) -> None:
    silent = to_text(minutes_document(meeting))
    assert "Print fewer tickets." not in silent
    assert "Lena P.\n" not in silent and "– Jo O." not in silent
    told = to_text(minutes_document(meeting, Parts(feedback=True, who_said_what=True)))
    assert "Feedback\nWhat helped\n- Describing first stopped us from blaming the test.\n" in told
    assert "What to change next time\n- Print fewer tickets.\n" in told
    assert "correctly. – Lena P.\n" in told and "31 tickets. – Jo O.\n" in told
    assert "fingers. – Dana K.\n" in told


def test_exit_feedback_is_told_in_sums_when_asked_for(meeting: MeetingFacts) -> None:
    answers = (
        SummedAnswers("I had my say today.", 4.25, ((3, 1), (4, 1), (5, 2))),
        SummedAnswers("Next?", 4.0),
    )
    facts = replace(meeting, exit_forms=(ExitForm("Fingers on two statements", 4, answers),))
    assert "Exit feedback" not in to_text(minutes_document(facts, Parts(feedback=True)))
    told = to_text(minutes_document(facts, Parts(exit_forms=True)))
    assert (
        "Exit feedback\nFingers on two statements · 4 answers\n"
        "- I had my say today. mean 4.2 · 2 × 5, 1 × 4, 1 × 3\n- Next? mean 4\n"
    ) in told


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("decisions_and_actions", ["Decisions", "Who", "nobody yet", "Next meeting", "Still open"]),
        ("notes_by_step", ["Nearly all students", "Strips fit"]),
        ("time_used", ["26 min", "planned", "Describe 7", "Paused"]),
        ("norm_watched", ["Evidence before opinion"]),
    ],
)
def test_a_part_that_is_switched_off_is_gone(meeting: MeetingFacts, part: str, gone: list[str]) -> None:
    assert all(words in to_text(minutes_document(meeting)) or words == "Who" for words in gone)
    without = to_text(minutes_document(meeting, Parts(**{part: False})))
    assert not [words for words in gone if words in without]


def test_a_decision_is_told_in_its_step_when_it_does_not_stand_above(meeting: MeetingFacts) -> None:
    words = "Re-teach ratio, not formula, on Thursday in all sections"
    assert to_text(minutes_document(meeting)).count(words) == 1
    without = to_text(minutes_document(meeting, Parts(decisions_and_actions=False)))
    assert f"Implications. Decision: {words}\n" in without


def test_the_sections_stand_in_the_order_in_which_people_look_things_up(meeting: MeetingFacts) -> None:
    blocks = minutes_document(meeting, Parts(feedback=True)).blocks
    names = [
        block.text if isinstance(block, Heading) else block.name
        for block in blocks
        if isinstance(block, Table) or (isinstance(block, Heading) and block.level == 1)
    ]
    assert names == ["Decisions", "Actions", "What we did", "Feedback"]
    assert isinstance(blocks[-1], Together)


def test_a_meeting_of_which_nothing_is_known_says_so_plainly(meeting: MeetingFacts) -> None:
    bare = MeetingFacts(team="PLC", title=" ", starts_local=meeting.starts_local)
    assert lines(minutes_document(bare)) == [
        "Meeting without a title",
        "PLC · Tue 24 November 2026, 10:50 · draft",
        "Decisions",
        "No decisions this time.",
        "No actions this time.",
        "Next meeting Not set yet.",
        "PLC · Tue 24 November 2026 · draft · confidential",
    ]


@pytest.mark.parametrize(
    ("reached", "words"),
    [
        ("yes", "Reached."),
        ("partly", "Partly reached."),
        ("no", "Not reached."),
        (None, "Not said yet whether we reached it."),
    ],
)
def test_whether_the_result_was_reached_is_always_said(
    meeting: MeetingFacts, reached: object, words: str
) -> None:
    told = lines(minutes_document(replace(meeting, result_reached=reached)))
    assert told[2] == f"We wanted a re-teach plan for Thursday. {words}"


@pytest.mark.parametrize(
    ("status", "word"),
    [("draft", "draft"), ("running", "draft"), ("final", "final"), ("amended", "final, amended")],
)
def test_each_page_says_how_far_the_minutes_are(meeting: MeetingFacts, status: object, word: str) -> None:
    document = minutes_document(replace(meeting, status=status))
    assert document.footer == ("Grade 7 Science PLC", "Tue 24 November 2026", word, "confidential")
    assert document.subtitle.endswith(f" · {word}")


def test_what_became_of_an_action_stands_where_its_date_is(meeting: MeetingFacts) -> None:
    actions = (
        ActionLine("A", ("Jo",), date(2027, 1, 7)),
        ActionLine("B", ("Jo",), None, "dropped"),
        ActionLine("C", (), None, "done"),
    )
    told = lines(minutes_document(replace(meeting, actions=actions)))
    assert told[told.index("Actions") + 1 :][:3] == [
        "- A | Jo | Thu 7 Jan 2027",
        "- B | Jo | dropped",
        "- C | nobody yet | done",
    ]


def test_one_open_question_needs_no_list(meeting: MeetingFacts) -> None:
    line = OpenLine("question", "Question", "Demo first?", "action")
    assert "Still open Demo first? · now an action" in lines(
        minutes_document(replace(meeting, still_open=(line,)))
    )


def test_a_norm_that_was_not_rated_stands_without_a_number(meeting: MeetingFacts) -> None:
    told = to_text(minutes_document(replace(meeting, norm_watched=NormWatched("Start on time"))))
    assert "Norm watched Start on time.\n" in told


def test_kinds_are_named_where_a_step_mixes_them(meeting: MeetingFacts) -> None:
    atlas = meeting.items[1]
    describe = atlas.steps[1]
    mixed = replace(
        describe, notes=(describe.notes[0], replace(describe.notes[1], kind="quote", word="Quote", page="3"))
    )
    told = lines(minutes_document(replace(meeting, items=(replace(atlas, steps=(mixed,)),))))
    assert "- Observation: Nearly all students label mass and volume correctly." in told
    assert "- Quote: “Heavier sinks” appears in 14 of 31 tickets. (p. 3)" in told


def test_another_locale_writes_dates_and_numbers_its_own_way(meeting: MeetingFacts) -> None:
    german = minutes_document(meeting, locale="de_DE")
    assert german.language == "de-DE"
    assert "Di., 24. Nov. 2026, 10:50 – 11:36" in german.subtitle
    assert "4,2 of 5" in to_text(german)
