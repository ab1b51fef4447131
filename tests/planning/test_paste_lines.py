"""Single lines of agendas as teachers write them, and what each must become."""

import pytest

from plcdesk.planning.paste import read_agenda

NAMES = ("Rosa Adeyemi", "Dana Kim", "Jo Nuñez", "Minh Trần")
PROTOCOLS = {
    "tuning": "tuning",
    "atlas": "atlas-data",
    "atlas looking at data": "atlas-data",
    "consultancy": "consultancy",
    "norms": "norms",
    "norms construction": "norms",
    "data-driven dialogue": "data-driven-dialogue",
}


def protocol_named(name):
    return PROTOCOLS.get(name.casefold())


def the_item(line):
    agenda = read_agenda(line, protocol_named, names=NAMES)
    assert agenda.unread == ()
    assert len(agenda.items) == 1
    return agenda.items[0]


# the line, the kind, the title, the minutes
WRITTEN = [
    ("5 min Opening", "opening", "Opening", 5),
    ("10:55 Look at exit tickets (25)", "topic", "Look at exit tickets", 25),
    ("- Decide re-teach plan, 7'", "decision", "Decide re-teach plan", 7),
    ("3:05–3:35 Tuning Protocol", "protocol", "Tuning Protocol", 30),
    ("1. News 3m", "news", "News", 3),
    ("2) News [3]", "news", "News", 3),
    ("• Wrap up – 5 min", "wrap_up", "Wrap up", 5),
    ("-Opening 5 min", "opening", "Opening", 5),
    ("☐ Opening 5 min", "opening", "Opening", 5),
    ("\uf0b7\tOpening 5 min", "opening", "Opening", 5),
    ("- [ ] Exit tickets 25 min", "topic", "Exit tickets", 25),
    ("- [x] Opening (5 min.)", "opening", "Opening", 5),
    ("* **Opening** (5 min)", "opening", "Opening", 5),
    ("### Exit tickets (25 minutes)", "topic", "Exit tickets", 25),
    ("A. Opening 5 min", "opening", "Opening", 5),
    ("IV. Exit tickets 25 min", "topic", "Exit tickets", 25),
    ("1.1 Opening 5 min", "opening", "Opening", 5),
    ("1\\. Opening 5 min", "opening", "Opening", 5),
    ("> 5 min Opening", "opening", "Opening", 5),
    (">> > 5 min Opening", "opening", "Opening", 5),
    ("5\u00a0min\u00a0Opening", "opening", "Opening", 5),
    ("\ufeff5 min \u200bOpening\u200b", "opening", "Opening", 5),
    ("Opening（5 min）", "opening", "Opening", 5),
    ("10 minutes - Exit tickets", "topic", "Exit tickets", 10),
    ("15 min. – FYI", "news", "FYI", 15),
    ("~10 Exit tickets", "topic", "Exit tickets", 10),
    ("Exit tickets ~10 min", "topic", "Exit tickets", 10),
    ("(5) Opening", "opening", "Opening", 5),
    ("[10] Exit tickets", "topic", "Exit tickets", 10),
    ("7′ Decide the retake policy", "decision", "Decide the retake policy", 7),
    ("7’ Decide the retake policy", "decision", "Decide the retake policy", 7),
    ("Exit tickets for 25 minutes", "topic", "Exit tickets", 25),
    ("20 minutes to look at tickets", "topic", "look at tickets", 20),
    ("5 minute check-in", "opening", "check-in", 5),
    ("5-10 min Exit tickets", "topic", "Exit tickets", 10),
    ("Exit tickets: 10 - 15 min", "topic", "Exit tickets", 15),
    ("Exit tickets 1h", "topic", "Exit tickets", 60),
    ("Exit tickets 1 h 15", "topic", "Exit tickets", 75),
    ("Exit tickets 1h15", "topic", "Exit tickets", 75),
    ("Exit tickets ½ h", "topic", "Exit tickets", 30),
    ("Exit tickets (1½ hours)", "topic", "Exit tickets", 90),
    ("Exit tickets 1.5 hours", "topic", "Exit tickets", 90),
    ("Exit tickets 1 hr. 30 min.", "topic", "Exit tickets", 90),
    ("Exit tickets - half an hour", "topic", "Exit tickets", 30),
    ("90 seconds: breathing", "topic", "breathing", 2),
    ("OPENING – 5 MINUTES", "opening", "OPENING", 5),
    ("Opening - 5", "opening", "Opening", 5),
    ("Opening: 5", "opening", "Opening", 5),
    ("Opening = 5 min", "opening", "Opening", 5),
    ("Opening ..... 5", "opening", "Opening", 5),
    ("Opening(5min)", "opening", "Opening", 5),
    ("Announcements 3", "news", "Announcements", 3),
    ("🎉 Celebrations (3)", "opening", "🎉 Celebrations", 3),
    # clock times
    ("3:05pm-3:35pm Exit tickets", "topic", "Exit tickets", 30),
    ("3:05 - 3:35 PM: Exit tickets", "topic", "Exit tickets", 30),
    ("11:30-12:15 p.m. Exit tickets", "topic", "Exit tickets", 45),
    ("10.50–10.55 Opening", "opening", "Opening", 5),
    ("10:50 to 10:55 Opening", "opening", "Opening", 5),
    ("Opening (10:50–10:55)", "opening", "Opening", 5),
    ("Opening 10:50-10:55", "opening", "Opening", 5),
    ("Opening, 10:50—10:55", "opening", "Opening", 5),
    ("12:50-1:20 Exit tickets", "topic", "Exit tickets", 30),
    ("noon - 12:30 Lunch and data", "topic", "Lunch and data", 30),
    ("1050-1135 Exit tickets", "topic", "Exit tickets", 45),
    ("12:05 Exit tickets 20'", "topic", "Exit tickets", 20),
    # numbers that are part of the title
    ("Grade 7 results 25 min", "topic", "Grade 7 results", 25),
    ("Look at Unit 2 test (20 min)", "topic", "Look at Unit 2 test", 20),
    ("Unit 2 – 15 min", "topic", "Unit 2", 15),
    ("Unit 5 10 min", "topic", "Unit 5", 10),
    ("Top 10 list, 5 min", "topic", "Top 10 list", 5),
    ("10 minute quiz results (15)", "topic", "10 minute quiz results", 15),
    ("Standards RL.7.1 & RL.7.2 - 15 min", "topic", "Standards RL.7.1 & RL.7.2", 15),
    ("Plan for 11/24 assembly 5 min", "topic", "Plan for 11/24 assembly", 5),
    ("Text: pp. 12-15 (15)", "topic", "Text: pp. 12-15", 15),
    ("Topic 2: exit tickets (10)", "topic", "exit tickets", 10),
]


@pytest.mark.parametrize(("line", "kind", "title", "minutes"), WRITTEN)
def test_minutes_as_written(line, kind, title, minutes):
    item = the_item(line)
    assert (item.kind, item.title, item.minutes) == (kind, title, minutes)
    assert not item.minutes_guessed
    assert item.brought_by is None
    assert item.purpose == ""


NUMBERED = """
Grade 7 results
Unit 2 test
Unit 2
Top 10 list
Grades 3 - 5
10-minute quiz results
Discuss the 10 minute quiz
2 x 10 min stations
Share-out (2 min each)
Share out – 2 minutes per person
Bus duty changes after 5 min bell
2026-2027 calendar
100 days of school
Look at grades 6-8 writing
Exit tickets (see 3:05 email)
Meet with Mr. Ortiz at 3:15
ELA 6.2A
Period 3 data
0 min Exit tickets
"""


@pytest.mark.parametrize("title", NUMBERED.strip().splitlines())
def test_other_numbers_are_no_minutes(title):
    item = the_item(title)
    assert (item.title, item.minutes, item.minutes_guessed) == (title, 10, True)


@pytest.mark.parametrize(
    ("line", "title", "minutes", "who", "purpose"),
    [
        ("Opening\t5\tRosa", "Opening", 5, "Rosa", ""),
        ("Exit tickets | 10 | Dana", "Exit tickets", 10, "Dana", ""),
        ("| Exit tickets | 25 | Minh |", "Exit tickets", 25, "Minh", ""),
        ("Rosa\tOpening\t5 min", "Opening", 5, "Rosa", ""),
        ("5\tOpening\tRosa\tread the norms", "Opening", 5, "Rosa", "read the norms"),
        ("Opening      5      Rosa", "Opening", 5, "Rosa", ""),
        ("Exit tickets (25 min, Minh)", "Exit tickets", 25, "Minh", ""),
        ("Exit tickets (Minh, 25)", "Exit tickets", 25, "Minh", ""),
        ("Exit tickets (Minh) 25 min", "Exit tickets", 25, "Minh", ""),
        ("Exit tickets (led by Mr. Ortiz) 25 min", "Exit tickets", 25, "Mr. Ortiz", ""),
        ("Exit tickets 25 min – Dana & Minh", "Exit tickets", 25, "Dana & Minh", ""),
        ("Exit tickets – Dana K. – 25'", "Exit tickets", 25, "Dana K.", ""),
        ("25 min Exit tickets, DK", "Exit tickets", 25, "DK", ""),
        ("Exit tickets @Dana 25 min", "Exit tickets", 25, "Dana", ""),
        ("Dana: exit tickets 25 min", "exit tickets", 25, "Dana", ""),
        ("Exit tickets / 25 min / Dana", "Exit tickets", 25, "Dana", ""),
        ("Opening, 10:50-10:55, Rosa", "Opening", 5, "Rosa", ""),
        ("Exit tickets [25 min] [Dana]", "Exit tickets", 25, "Dana", ""),
        ("Exit tickets - 25 mins (all)", "Exit tickets", 25, "all", ""),
        ("Exit tickets – 25 min – bring your class set", "Exit tickets", 25, None, "bring your class set"),
        ("Exit tickets (25) bring your class set", "Exit tickets", 25, None, "bring your class set"),
        ("Exit tickets 25 min: sort, then talk", "Exit tickets", 25, None, "sort, then talk"),
        ("Exit tickets – 25 min – Dana – bring copies", "Exit tickets", 25, "Dana", "bring copies"),
        ("Exit tickets (25 min, bring copies)", "Exit tickets", 25, None, "bring copies"),
        ("Data – Fractions – 20 min", "Data – Fractions", 20, None, ""),
        ("Exit tickets (blue ones) 20 min", "Exit tickets (blue ones)", 20, None, ""),
    ],
)
def test_who_brings_it_and_what_for(line, title, minutes, who, purpose):
    item = the_item(line)
    assert (item.title, item.minutes, item.brought_by, item.purpose) == (title, minutes, who, purpose)
    assert not item.minutes_guessed


def test_without_a_team_names_are_seen_where_they_belong():
    agenda = read_agenda(
        "Opening (5 min, Priya)\nData – 20 min – Priya & Sam\nWrap up\t5\tSam", protocol_named
    )
    assert [item.brought_by for item in agenda.items] == ["Priya", "Priya & Sam", "Sam"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Opening", "opening"),
        ("Welcome & norms", "opening"),
        ("Norms", "opening"),
        ("Review of norms", "opening"),
        ("Review our team norms", "opening"),
        ("Check in", "opening"),
        ("Connections", "opening"),
        ("Celebrations!", "opening"),
        ("Warm-up", "opening"),
        ("Warm-up data from unit 2", "topic"),
        ("Opening day schedule", "topic"),
        ("Check-in with counselor re: attendance", "topic"),
        ("Decide re-teach plan", "decision"),
        ("Vote on the field trip", "decision"),
        ("Choose anchor papers", "decision"),
        ("Agree on common assessment", "decision"),
        ("Decision: retake policy", "decision"),
        ("Retake policy (decision)", "decision"),
        ("Field trip: vote", "decision"),
        ("News", "news"),
        ("Announcements and updates", "news"),
        ("Updates from admin", "news"),
        ("Admin updates", "news"),
        ("Update the pacing guide", "topic"),
        ("FYI: testing window", "news"),
        ("Housekeeping", "news"),
        ("Newsletter ideas", "topic"),
        ("Wrap up", "wrap_up"),
        ("Wrap-up & next steps", "wrap_up"),
        ("Closing", "wrap_up"),
        ("Closing circle", "wrap_up"),
        ("Closing the reading gap", "topic"),
        ("Close reading strategies", "topic"),
        ("Next steps", "wrap_up"),
        ("Review action items", "wrap_up"),
        ("Plus/delta", "wrap_up"),
        ("Exit tickets", "topic"),
        ("Look at student work", "topic"),
        ("Tuning", "protocol"),
        ("The Tuning Protocol", "protocol"),
        ("Tuning Protocol: Dana’s lab report", "protocol"),
        ("Protocol: Consultancy", "protocol"),
        ("Consultancy – Lena’s dilemma", "protocol"),
        ("Exit tickets using the ATLAS protocol", "protocol"),
        ("Exit tickets (ATLAS)", "protocol"),
        ("MAP scores with Data-Driven Dialogue", "protocol"),
        ("Norms Construction", "protocol"),
        ("Norms protocol", "protocol"),
        ("Tuning forks in physics", "topic"),
    ],
)
def test_kinds_by_their_words(title, kind):
    item = the_item(f"{title} – 20 min")
    assert (item.kind, item.title) == (kind, title)
    assert (item.protocol_id is not None) == (kind == "protocol")


@pytest.mark.parametrize(
    ("title", "minutes"),
    [("Opening", 5), ("Exit tickets", 10), ("Vote on it", 10), ("News", 3), ("Wrap up", 5)],
)
def test_usual_minutes_where_nobody_wrote_any(title, minutes):
    item = the_item(title)
    assert (item.minutes, item.minutes_guessed) == (minutes, True)
    own = read_agenda(title, protocol_named, {item.kind: 42}).items[0]
    assert (own.minutes, own.minutes_guessed) == (42, True)


def test_a_protocol_without_minutes_has_its_own():
    item = the_item("Tuning Protocol")
    assert (item.kind, item.protocol_id, item.minutes, item.minutes_guessed) == (
        "protocol",
        "tuning",
        None,
        False,
    )
