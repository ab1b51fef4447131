"""The meetings that the tests of the minutes write up."""

from datetime import date, datetime

import pytest

from plcdesk.minutes.content import (
    ActionLine,
    AgendaFacts,
    AgendaItem,
    AgendaStep,
    Decision,
    ItemNotes,
    MeetingFacts,
    NextMeeting,
    NormWatched,
    NoteLine,
    OpenLine,
    Pause,
    Person,
    RoleLine,
    StepNotes,
)

START = datetime.fromisoformat("2026-11-24T10:50")


def note(text: str, kind: str = "observation", word: str = "Observation", **more: str) -> NoteLine:
    return NoteLine(kind, word, text, **more)


ATLAS = ItemNotes(
    "ATLAS Looking at Data",
    "protocol",
    planned=25,
    used=26,
    brought_by="Minh",
    steps=(
        StepNotes("Get ready", 3, 3),
        StepNotes(
            "Describe",
            6,
            7,
            (
                note("Nearly all students label mass and volume correctly.", said_by="Lena P."),
                note("“Heavier sinks” appears in 14 of 31 tickets.", said_by="Jo O."),
            ),
        ),
        StepNotes(
            "Interpret",
            6,
            6,
            (
                note(
                    "They know both numbers and still trust “heavy sinks”.",
                    "interpretation",
                    "Interpretation",
                ),
                note("The ticket never asked them to compare.", "interpretation", "Interpretation"),
                note("Demo before or after the ticket in section C?", "question", "Question"),
            ),
        ),
        StepNotes(
            "Implications",
            7,
            7,
            (note("Re-teach ratio, not formula, on Thursday in all sections", "decision", "Decision"),),
        ),
        StepNotes(
            "Debrief", 3, 3, (note("Describing first stopped us from blaming the test.", "note", "Note"),)
        ),
    ),
)


@pytest.fixture
def meeting() -> MeetingFacts:
    """The meeting of picture 6."""
    return MeetingFacts(
        team="Grade 7 Science PLC",
        title="Reading the exit tickets on density",
        starts_local=START,
        ends_local=START.replace(hour=11, minute=36),
        zone="America/Chicago",
        room="214",
        result_wanted="a re-teach plan for Thursday",
        result_reached="yes",
        planned_minutes=45,
        used_minutes=46,
        decisions=(
            Decision(
                "Re-teach ratio, not formula, on Thursday in all sections",
                "tickets show both numbers but no comparison",
                "All at 3 or more fingers.",
                "Dana K.",
            ),
            Decision("Score ten common papers blind"),
        ),
        actions=(
            ActionLine(
                "Print the ratio strips", ("Dana K.",), date(2026, 11, 26), "done", date(2026, 11, 25)
            ),
            ActionLine(
                "Bring three tickets per section to score blind", ("Dana K.", "Sam W."), date(2026, 12, 1)
            ),
            ActionLine("Tell the coach what we found"),
        ),
        next_meeting=NextMeeting(
            datetime.fromisoformat("2026-12-01T10:50"),
            "Minh",
            "ten common papers scored the same way",
            "three tickets per section",
        ),
        still_open=(
            OpenLine("parked", "Parking lot", "Lab safety contract", "next"),
            OpenLine("question", "Question", "Demo before or after the ticket in section C?"),
        ),
        items=(
            ItemNotes("Opening", "opening", 5, 5),
            ATLAS,
            ItemNotes(
                "Decide the re-teach plan",
                "decision",
                7,
                9,
                notes=(note("Strips fit in ten minutes.", "note", "Note"),),
            ),
            ItemNotes("Field trip forms", "news", 3, None, reached=False),
            ItemNotes("Wrap up", "wrap-up", 5, 5),
        ),
        present=(
            Person("Rosa A.", "Facilitator"),
            Person("Minh T.", "Recorder"),
            Person("Dana K.", "Timekeeper"),
            Person("Jo O.", late_minutes=10),
            Person("Lena P.", left_local=START.replace(hour=11, minute=30)),
        ),
        absent=(Person("Sam W."),),
        norm_watched=NormWatched("Evidence before opinion", 4.2, 5),
        norms=("Equity of voice", "Assume positive intent", "Evidence before opinion"),
        helped=("Describing first stopped us from blaming the test.",),
        change=("Print fewer tickets.",),
        pauses=(Pause("fire drill", 3),),
    )


@pytest.fixture
def long_meeting(meeting: MeetingFacts) -> MeetingFacts:
    """A meeting whose minutes run to three pages."""
    from dataclasses import replace

    return replace(
        meeting,
        items=tuple(
            replace(item, title=f"{item.title}, part {part}")
            for part in range(1, 6)
            for item in meeting.items
        ),
    )


@pytest.fixture
def agenda() -> AgendaFacts:
    """The agenda of picture 2."""
    return AgendaFacts(
        team="Grade 7 Science PLC",
        title="Reading the exit tickets on density",
        starts_local=START,
        ends_local=START.replace(hour=11, minute=35),
        zone="America/Chicago",
        room="214",
        result_wanted="a re-teach plan for Thursday",
        items=(
            AgendaItem("Opening", 5, START, "opening", "Connections. Read the norms. Actions that are due."),
            AgendaItem(
                "ATLAS Looking at Data",
                25,
                START.replace(minute=55),
                "protocol",
                "Look at data without rushing to fix it",
                "Minh",
                (
                    AgendaStep("Get ready", 3),
                    AgendaStep("Describe", 6),
                    AgendaStep("Interpret", 6),
                    AgendaStep("Implications", 7),
                    AgendaStep("Debrief", 3),
                ),
            ),
            AgendaItem(
                "Decide the re-teach plan",
                7,
                START.replace(hour=11, minute=20),
                "decision",
                "Which idea, which students, which days",
            ),
            AgendaItem(
                "Wrap up",
                5,
                START.replace(hour=11, minute=27),
                "wrap-up",
                "Read back what we agreed, norms, next meeting",
            ),
        ),
        roles=(
            RoleLine("Facilitator", "Rosa A."),
            RoleLine("Recorder", "Minh T."),
            RoleLine("Timekeeper", "Dana K."),
        ),
        norms=("Equity of voice", "Assume positive intent", "Evidence before opinion"),
        norm_watched="Evidence before opinion",
        bring=("your exit tickets, names removed",),
        due=(ActionLine("Share the re-teach slides", ("Minh T.",), date(2026, 11, 20)),),
    )
