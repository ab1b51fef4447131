"""Whole agendas as teachers write them in mails and documents."""

from datetime import time

import pytest

from plcdesk.errors import UserError
from plcdesk.planning.paste import read_agenda

NAMES = ("Rosa Adeyemi", "Dana Kim", "Jo Nuñez", "Lena Petrov", "Minh Trần")
PROTOCOLS = {
    "tuning": "tuning",
    "atlas looking at data": "atlas-data",
    "notice and wonder": "notice-wonder",
    "consultancy": "consultancy",
    "data-driven dialogue": "data-driven-dialogue",
}


def read(text, names=NAMES):
    return read_agenda(text, lambda name: PROTOCOLS.get(name.casefold()), names=names)


def brief(agenda):
    return [(item.title, item.kind, item.minutes) for item in agenda.items]


def places(agenda, place):
    return [number for number, found in agenda.places if found == place]


MAIL = """\
Hi all,

Here's the agenda for Tuesday. Please bring your exit tickets!

Grade 7 Science PLC – Nov 24, 10:50–11:35, Room 214
By the end we will have a re-teach plan for Thursday.

5 min Opening
25 min ATLAS Looking at Data (Minh)
7 min Decide re-teach plan
3 min News
5 min Wrap up

Thanks,
Rosa
"""


def test_a_mail():
    agenda = read(MAIL)
    assert agenda.title == "Grade 7 Science PLC – Nov 24, 10:50–11:35, Room 214"
    assert agenda.result_wanted == "a re-teach plan for Thursday"
    assert (agenda.starts, agenda.ends) == (time(10, 50), time(11, 35))
    assert brief(agenda) == [
        ("Opening", "opening", 5),
        ("ATLAS Looking at Data", "protocol", 25),
        ("Decide re-teach plan", "decision", 7),
        ("News", "news", 3),
        ("Wrap up", "wrap_up", 5),
    ]
    assert (agenda.items[1].brought_by, agenda.items[1].line_no) == ("Minh", 9)
    assert [number for number, _ in agenda.unread] == [1, 3, 14, 15]


REPLY = """\
> On Mon, Nov 23, 2026 at 3:05 PM Rosa Adeyemi wrote:
> Subject: Re: PLC on exit tickets
>
> 10:50 Opening
>   - norms
>   - celebrations
> 10:55 Look at exit tickets
>   - sort into three piles
> 11:20 Decide re-teach plan
> 11:27 Wrap up
> 11:35 End
"""


def test_a_quoted_reply_with_clock_times():
    agenda = read(REPLY.replace("\n", "\r\n"))
    assert agenda.title == "PLC on exit tickets"
    assert brief(agenda) == [
        ("Opening", "opening", 5),
        ("Look at exit tickets", "topic", 25),
        ("Decide re-teach plan", "decision", 7),
        ("Wrap up", "wrap_up", 8),
    ]
    assert [item.purpose for item in agenda.items] == ["norms; celebrations", "sort into three piles", "", ""]
    assert (agenda.starts, agenda.ends) == (time(10, 50), time(11, 35))


DOCUMENT = """\
Grade 4 PLC Agenda
Date: 10/22/2026
Time: 2:45 – 3:30
Location: Room 12
Facilitator: Dana
Recorder: Jo

Norms:
• Start on time / End on time
• Assume good intentions

Agenda:
1. Opening (5)
2. Look at CFA results (20)
   a. Which items were missed?
   b. Which students?
3. Plan intervention groups (15)
   Lead: Dana
4. Next steps (5)

Parking lot:
- field trip money

Next meeting: Nov 5
"""


def test_a_document_with_its_frame():
    agenda = read(DOCUMENT)
    assert agenda.title == "Grade 4 PLC Agenda"
    assert (agenda.starts, agenda.ends) == (time(14, 45), time(15, 30))
    assert brief(agenda) == [
        ("Opening", "opening", 5),
        ("Look at CFA results", "topic", 20),
        ("Plan intervention groups", "topic", 15),
        ("Next steps", "wrap_up", 5),
    ]
    assert agenda.items[1].purpose == "Which items were missed? Which students?"
    assert agenda.items[2].brought_by == "Dana"
    assert [text for _, text in agenda.unread][2:] == [
        "Norms:",
        "• Start on time / End on time",
        "• Assume good intentions",
        "Parking lot:",
        "- field trip money",
        "Next meeting: Nov 5",
    ]


SHEET = """\
Time\tTopic\tWho\tPurpose
2:45\tWelcome & norms\tRosa\t
2:50\tExit tickets\tMinh\tFind the common error
3:15\tRe-teach plan\tDana\tDecide
3:25\tClosing\tAll\t
"""


def test_a_table_copied_from_a_document():
    agenda = read(SHEET)
    assert brief(agenda) == [
        ("Welcome & norms", "opening", 5),
        ("Exit tickets", "topic", 25),
        ("Re-teach plan", "decision", 10),
        ("Closing", "wrap_up", None),
    ]
    assert [item.brought_by for item in agenda.items] == ["Rosa", "Minh", "Dana", "All"]
    assert agenda.items[1].purpose == "Find the common error"
    assert agenda.starts == time(14, 45)
    assert places(agenda, "heading") == [1]
    assert not agenda.items[3].minutes_guessed


MARKDOWN_TABLE = """\
| Time | Topic | Who |
|------|:-----:|-----|
| 5 min | Opening | Rosa |
| 25 min | Tuning Protocol | Dana |
| | bring copies | |
| 10 min | Vote on rubric | All |
| **Total** | 40 min | |
"""


def test_a_markdown_table():
    agenda = read(MARKDOWN_TABLE)
    assert brief(agenda) == [
        ("Opening", "opening", 5),
        ("Tuning Protocol", "protocol", 25),
        ("Vote on rubric", "decision", 10),
    ]
    assert agenda.items[1].purpose == "bring copies"
    assert places(agenda, "heading") == [1, 2, 7]
    assert agenda.unread == ()


MARKDOWN = """\
# Grade 7 PLC

## Goal
- A re-teach plan

## Agenda
- [ ] Opening (5 min)
- [ ] Notice and Wonder (20 min)
    - Dana brings work
- [ ] Vote on the field trip (5 min)
- [ ] Closing (5 min)
"""


def test_markdown_with_check_boxes():
    agenda = read(MARKDOWN)
    assert (agenda.title, agenda.result_wanted) == ("Grade 7 PLC", "A re-teach plan")
    assert [item.kind for item in agenda.items] == ["opening", "protocol", "decision", "wrap_up"]
    assert agenda.items[1].purpose == "Dana brings work"
    assert agenda.unread == ()


WEB_PAGE = """\
Meeting Objective/s: Review program goals developed at last meeting.

Tasks                   Resources              Activity              Duration      Expected Outcomes

Review program goals    Mike, Dave    Group discussion    30 min    Determine if changes are needed
Teams work on goals    Program teams    Group discussion    2 hr    Goal modification
"""


def test_columns_that_only_gaps_divide():
    agenda = read(WEB_PAGE)
    assert agenda.result_wanted == "Review program goals developed at last meeting"
    assert brief(agenda) == [("Review program goals", "topic", 30), ("Teams work on goals", "topic", 120)]
    assert agenda.items[1].purpose == "Program teams; Group discussion; Goal modification"


SECTIONS = """\
PLC 11/24

Outcomes:
- shared understanding of the unit 3 CFA
- one strategy each

Celebrations – 5 min – All
Unit 3 CFA data – 25 min – Lena & Jo
   What do students know?
   What will we do next?
Pacing for December – 10 min – Minh
Wrap-up – 5 min – Rosa

See you there!
"""


def test_outcomes_as_a_list_and_questions_below_an_item():
    agenda = read(SECTIONS)
    assert agenda.title == "PLC 11/24"
    assert agenda.result_wanted == "shared understanding of the unit 3 CFA; one strategy each"
    assert [item.minutes for item in agenda.items] == [5, 25, 10, 5]
    assert [item.brought_by for item in agenda.items] == ["All", "Lena & Jo", "Minh", "Rosa"]
    assert agenda.items[1].purpose == "What do students know? What will we do next?"
    assert agenda.unread == ((14, "See you there!"),)


LIBRARY = """\
WEDNESDAY PLC
8:00-8:45 AM, Library

8:00 Welcome / norms (Rosa)
8:05 Data-Driven Dialogue – MAP scores (Dana)
8:35 Decide on groups
8:42 Wrap up & next steps
8:45 Dismiss
"""


def test_a_morning_meeting():
    agenda = read(LIBRARY)
    assert agenda.title == "WEDNESDAY PLC"
    assert (agenda.starts, agenda.ends) == (time(8), time(8, 45))
    assert [(item.minutes, item.protocol_id) for item in agenda.items] == [
        (5, None),
        (30, "data-driven-dialogue"),
        (7, None),
        (3, None),
    ]


PLAIN_LISTS = """\
Team,

Agenda for tomorrow:

1) Housekeeping - 5 mins (Jo)
2) Look at writing samples - 20 mins (all)
     Bring 3 samples each: high, medium, low
3) Agree on anchor papers - 10 mins
4) Other?

Rosa
"""


def test_a_short_mail():
    agenda = read(PLAIN_LISTS)
    assert brief(agenda) == [
        ("Housekeeping", "news", 5),
        ("Look at writing samples", "topic", 20),
        ("Agree on anchor papers", "decision", 10),
        ("Other?", "topic", 10),
    ]
    assert agenda.items[1].purpose == "Bring 3 samples each: high, medium, low"
    assert agenda.items[3].minutes_guessed
    assert [number for number, _ in agenda.unread] == [1, 11]


FACULTY = """\
3rd Grade Collaborative Team Meeting
November 24, 2026 | 9:15–10:00 | Rm 8
Members present: Rosa, Dana, Jo
Team Goal: 80% of students will be proficient on the fractions CFA by Dec. 18.

1. Celebrations & Norms (5 min)
2. Review of last meeting's action items (5 min)
3. DuFour Q1: What do we want students to learn?
    a. Unpack 3.NF.A.1
    b. Agree on learning targets
   (15 min)
4. DuFour Q2: How will we know? (15 min) – build 5-question CFA
5. Wrap-up/Next agenda (5 min)

Next meeting: December 1
"""


def test_a_team_that_goes_by_four_questions():
    agenda = read(FACULTY)
    assert agenda.title == "3rd Grade Collaborative Team Meeting"
    assert agenda.result_wanted == "80% of students will be proficient on the fractions CFA by Dec. 18"
    assert (agenda.starts, agenda.ends) == (time(9, 15), time(10))
    assert [item.minutes for item in agenda.items] == [5, 5, 15, 15, 5]
    assert agenda.items[2].purpose == "Unpack 3.NF.A.1; Agree on learning targets"
    assert agenda.items[3].purpose == "build 5-question CFA"
    assert [number for number, _ in agenda.unread] == [3, 15]


PRINCIPAL = """\
Good morning team!

Looking forward to seeing you all tomorrow at 7:45 in the media center. Donuts provided :)

Agenda:
7:45 – 7:50  Sign in & grab a donut
7:50 – 8:05  Sub coverage update (Mrs. Lopez)
8:05 – 8:30  Book study ch. 3-4: Save the Last Word
8:30 – 8:35  Exit ticket + next steps

Let me know if you have questions,
Principal Lopez
Sent from my iPhone
"""


def test_a_mail_from_the_office():
    agenda = read(PRINCIPAL)
    assert [item.minutes for item in agenda.items] == [5, 15, 25, 5]
    assert (agenda.items[1].title, agenda.items[1].brought_by) == ("Sub coverage update", "Mrs. Lopez")
    assert agenda.starts == time(7, 45)
    assert [number for number, _ in agenda.unread] == [1, 3, 11, 12, 13]


FORM = """\
Agenda item: Opening
Time: 5 min
Lead: Rosa

Agenda item: Exit tickets
Time: 25 min
Lead: Dana
"""


def test_a_form_with_a_line_for_each_field():
    agenda = read(FORM)
    assert [(item.title, item.minutes, item.brought_by) for item in agenda.items] == [
        ("Opening", 5, "Rosa"),
        ("Exit tickets", 25, "Dana"),
    ]


NO_TIMES = """\
Date: Nov 24
Present: Rosa, Dana

TOPICS
1) Exit tickets
2) Re-teach
• sort into piles
3) Budget — need a vote!

ACTION ITEMS
Dana - print strips
"""


def test_topics_without_times_beside_other_lists():
    agenda = read(NO_TIMES)
    assert [(item.title, item.kind, item.purpose) for item in agenda.items] == [
        ("Exit tickets", "topic", ""),
        ("Re-teach", "topic", "sort into piles"),
        ("Budget — need a vote!", "decision", ""),
    ]
    assert [number for number, _ in agenda.unread] == [2, 10, 11]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opening\nExit tickets\nDecide it\nWrap up", [5, 10, 10, 5]),
        ("Opening 5\nExit tickets 25\nDecide it 10\nWrap up 5", [5, 25, 10, 5]),
        ("5 Opening\n25 Exit tickets\n10 Decide\n5 Wrap up", [5, 25, 10, 5]),
        ("1 Opening\n2 Exit tickets\n3 Wrap up", [5, 10, 5]),
        ("(1) Opening\n(2) Exit tickets\n(3) Wrap up", [5, 10, 5]),
        ("1\tOpening\t5\n2\tExit tickets\t25\n3\tWrap up\t5", [5, 25, 5]),
        ("1\tOpening\n2\tExit tickets\n3\tWrap up", [5, 10, 5]),
        ("5\tOpening\n25\tExit tickets\n5\tWrap up", [5, 25, 5]),
        ("10:50\nOpening\n10:55\nExit tickets\n11:20\nWrap up", [5, 25, None]),
        ("Opening\n5 min\nExit tickets\n25 min\nWrap up\n5 min", [5, 25, 5]),
        ("Exit tickets\n25 min\nWrap up\n5 min", [25, 5]),
        ("5 min\nOpening\n25 min\nExit tickets", [5, 25]),
        (
            "10:50 Opening\nNorms & celebrations\n10:55 Exit tickets\nBring your set\n11:20 Wrap up",
            [5, 25, None],
        ),
        ("Opening:\n- norms\n- celebrations\nData:\n- exit tickets\nWrap up:\n- next steps", [5, 10, 5]),
        ("Agenda\n• Opening (5)\no Norms\no Celebrations\n• Data (25)\no Sort\n• Wrap up (5)", [5, 25, 5]),
        (
            "Introduction (5 minutes)\n\n1. Norms\n2. Roles\n\nData (25 minutes)\n\n1. Sort\n\nClosing (5)",
            [5, 25, 5],
        ),
        ("Old business\n- Lab safety 5 min\nNew business\n- Exit tickets 20 min\n- Trip 10 min", [5, 20, 10]),
        ("Part 1\n   - Tickets 10 min\n   - Decide 7 min\nPart 2\n   - News 3 min", [10, 7, 3]),
        ("- Data\n   - Tickets 10 min\n   - Piles 7 min\n- News 3 min", [10, 7, 3]),
        ("- Data 20 min\n   - Tickets 10 min\n   - Piles 10 min\n- News 3 min", [20, 3]),
        ("11:50 Opening\n12:00 Data\n12:45 Plan\n1:10 Wrap up\n1:20 End", [10, 45, 25, 10]),
        ("Opening 5 min\nNews\nData 20 min", [5, 3, 20]),
        ("10:50 Opening\nData 20 min\n11:20 Wrap up", [10, 20, None]),
        ("11:20 Data\n11:00 Wrap up", [10, None]),
        ("Topic,Min,Who\nOpening,5,Rosa\nExit tickets,25,Dana", [5, 25]),
        ("Topic;Min\nOpening;5", [5]),
        ("Start: 10:50\nOpening: norms, roles (5)\nExit tickets: 25\nClose: 5", [5, 25, 5]),
        ("Check-in 5 min; exit tickets 25 min; close 5 min", [5, 25, 5]),
        ("Agenda: Opening 5 min, data 25 min, close 5 min", [5, 25, 5]),
        ("Opening 5 min | Data 25 min | Closing 5 min", [5, 25, 5]),
        ("1. (10:50) Opening\n2. (10:55) Data\n3. (11:30) Closing", [5, 35, None]),
        ("Opening, 5\nData, 25\nClosing, 5", [5, 25, 5]),
        ("🔔 Opening ⏱ 5 min\n📊 Data ⏱️ 25 min", [5, 25]),
        ("I. Opening – 5 min.\nII. Old Business\n   A. Lab – 5 min.\n   B. Trip – 5 min.", [5, 5, 5]),
        ("1. Opening\n   1.1 Norms\n2. Data\n   2.1 Sort\n3. Closing", [5, 10, 5]),
        ("Opening circle ..... 5 min\nData ..... 20 min\n           -----\n           Total 25 min", [5, 20]),
        ("- Data 20 min\n   - look 10 min, talk 10 min\n- News 3 min", [20, 3]),
        ("Monday PLC (45 min)\n1. Opening\n2. Data", [5, 10]),
        ("PLC 3:15-4:00\nOpening\n3:20 Labs", [5, 40]),
        ("1. Data (20)\nbring copies\n2. News (3)", [20, 3]),
    ],
)
def test_minutes_from_the_whole_of_it(text, expected):
    agenda = read(text)
    assert [item.minutes for item in agenda.items] == expected
    assert agenda.unread == ()


def test_the_last_item_lasts_until_the_meeting_ends():
    agenda = read("PLC 10:50–11:35\n10:50 Opening\n10:55 Data\n11:27 Wrap up")
    assert [item.minutes for item in agenda.items] == [5, 32, 8]


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("By the end we will have a re-teach plan.", "a re-teach plan"),
        ("By the end of the meeting, we will have a plan", "a plan"),
        ("By the end of today we’ll have: a plan", "a plan"),
        ("Goal: a plan", "a plan"),
        ("GOAL – a plan", "a plan"),
        ("Today's goal: a plan", "a plan"),
        ("Outcome: a plan", "a plan"),
        ("Desired outcomes: a plan; a date", "a plan; a date"),
        ("Purpose of the meeting: a plan", "a plan"),
        ("**Objective:** a plan", "a plan"),
        ("Outcomes\n- a plan\n- a date", "a plan; a date"),
        ("Goal:\na plan", "a plan"),
    ],
)
def test_results_wanted(line, result):
    agenda = read(line + "\n\nOpening 5 min")
    assert agenda.result_wanted == result
    assert brief(agenda) == [("Opening", "opening", 5)]
    assert agenda.unread == ()


@pytest.mark.parametrize("title", ["Goal setting", "Purpose of grading", "Outcome data"])
def test_topics_that_only_sound_like_results(title):
    assert brief(read(f"{title} (10)")) == [(title, "topic", 10)]


@pytest.mark.parametrize(
    "line",
    ["Agenda", "AGENDA:", "Meeting agenda", "Time Topic Who", "-----", "| --- | --- |", "Total: 45 min"],
)
def test_headings_are_no_topics(line):
    agenda = read(line + "\nOpening 5 min")
    assert brief(agenda) == [("Opening", "opening", 5)]
    assert places(agenda, "heading") == [1]


def test_titles():
    assert read("Agenda: Exit tickets on density\nOpening 5 min").title == "Exit tickets on density"
    assert read("Subject: Fwd: RE: PLC Tuesday\n\nOpening 5 min").title == "PLC Tuesday"
    assert read("## Exit tickets\n- Opening 5 min").title == "Exit tickets"
    assert read("Opening 5 min").title is None


def test_nothing():
    for text in ("", "\n\n", " \t\r\n\u200b\n> \n"):
        agenda = read(text)
        assert (agenda.items, agenda.unread, agenda.places, agenda.title) == ((), (), (), None)


def test_far_too_much():
    with pytest.raises(UserError, match="too long for an agenda"):
        read("Opening 5 min and so on\n" * 50_000)
    with pytest.raises(UserError, match="too long for an agenda"):
        read("x\n" * 1001)
