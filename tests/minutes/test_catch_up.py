"""The page for a colleague who was absent."""

from dataclasses import replace

from plcdesk.minutes.catch_up import catch_up_document
from plcdesk.minutes.content import MeetingFacts
from plcdesk.minutes.plain import to_text


def test_the_page_says_what_was_decided_and_what_to_do_and_bring(meeting: MeetingFacts) -> None:
    told = [line for line in to_text(catch_up_document(meeting, "Sam W.")).split("\n") if line]
    assert told == [
        "Catch-up for Sam W.",
        "Grade 7 Science PLC · Tue 24 November 2026, 10:50 – 11:36 · Room 214",
        "Reading the exit tickets on density · 1 minute to read",
        "We wanted a re-teach plan for Thursday. Reached.",
        "What we decided",
        "1. Re-teach ratio, not formula, on Thursday in all sections. "
        "Why: tickets show both numbers but no comparison. All at 3 or more fingers.",
        "2. Score ten common papers blind.",
        "For you to do",
        "[ ] Bring three tickets per section to score blind · by Tue 1 Dec · with Dana K.",
        "[ ] Bring three tickets per section · on Tue 1 Dec",
        "Nobody has these yet",
        "[ ] Tell the coach what we found · no date",
        "Next meeting",
        "Tue 1 Dec, 10:50, Minh facilitates. By the end we will have ten common papers scored the same way.",
        "Still open",
        "- Lab safety contract · parking lot · for the next meeting",
        "- Demo before or after the ticket in section C?",
        "Questions? Ask Rosa A. or Minh T.",
        "Grade 7 Science PLC · Tue 24 November 2026 · draft · confidential",
    ]


def test_somebody_with_nothing_to_do_is_told_so(meeting: MeetingFacts) -> None:
    told = to_text(catch_up_document(replace(meeting, next_meeting=None), "Ольга"))
    assert "Nothing has your name on it." in told
    assert "Print the ratio strips" not in told and "three tickets" not in told


def test_what_is_done_already_is_not_asked_for(meeting: MeetingFacts) -> None:
    assert "Print the ratio strips" not in to_text(catch_up_document(meeting, "Dana K."))


def test_reading_time_follows_from_the_words(meeting: MeetingFacts) -> None:
    long = replace(meeting.decisions[0], why="because " * 500)
    told = to_text(catch_up_document(replace(meeting, decisions=(long,)), "Sam W."))
    assert "3 minutes to read" in told
