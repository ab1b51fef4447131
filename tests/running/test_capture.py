"""Lines as teachers type them, and what each must be understood as."""

from datetime import date

import pytest

from plcdesk.errors import UserError
from plcdesk.running.capture import MOST_LINES, Person, read_capture, split_lines

TODAY = date(2026, 11, 24)  # a Tuesday
NEXT = date(2026, 12, 1)
TEAM = (
    Person("ra", "Rosa Adeyemi", "RA"),
    Person("dk", "Dana Kim", "DK"),
    Person("jo", "Jo Nuñez", "JO"),
    Person("lp", "Lena Petrov", "LP"),
    Person("mt", "Minh Trần", "MT"),
    Person("wm", "Will Marsh", "WM"),
    Person("ma", "Mary Ann O’Brien", "MO"),
)
CHIPS = (
    ("interpretation", "Interpretation"),
    ("observation", "Observation"),
    ("wondering", "I wonder"),
    ("delta", "Change"),
    ("question", "Question"),
    ("action", "Action"),
    ("decision", "Decision"),
    ("parked", "Parking lot"),
)
THU, FRI = date(2026, 11, 26), date(2026, 11, 27)


def read(line, default="interpretation", **more):
    return read_capture(line, TEAM, CHIPS, default, TODAY, NEXT, **more)


# what is typed, the kind, the text
KINDS = [
    ("Decision: we use the strips on Thursday", "decision", "We use the strips on Thursday"),
    ("decision - use the strips", "decision", "Use the strips"),
    ("DECISION – use the strips", "decision", "Use the strips"),
    ("Decided: no homework on Fridays", "decision", "No homework on Fridays"),
    ("Agreed: we start at 10:50 sharp", "decision", "We start at 10:50 sharp"),
    ("Park: same lab contract for everyone?", "parked", "Same lab contract for everyone?"),
    ("Parking lot: field trip money", "parked", "Field trip money"),
    ("park it - field trip money", "parked", "Field trip money"),
    ("Q: did section C see the demo?", "question", "Did section C see the demo?"),
    ("Question: what is a strong 3?", "question", "What is a strong 3?"),
    ("question:what is a strong 3?", "question", "What is a strong 3?"),
    ("note: Dana will print by thu", "note", "Dana will print by thu"),
    ("Notes - bell schedule is odd this week", "note", "Bell schedule is odd this week"),
    ("Observation: units missing in 9 tickets", "observation", "Units missing in 9 tickets"),
    ("I wonder: why section C", "wondering", "Why section C"),
    ("i wonder – why section C", "wondering", "Why section C"),
    ("change: start with the data", "delta", "Start with the data"),
    ("Action: print the strips", "action", "Print the strips"),
    ("to do: print the strips", "action", "Print the strips"),
    ("TODO: iPad cart is booked", "action", "iPad cart is booked"),
    ("task - order bean seeds", "action", "Order bean seeds"),
    ("  Q:   spaces  everywhere  ", "question", "Spaces  everywhere"),
    # plain sentences stay as they are, in the kind of the step
    ("Units missing in 9 tickets", "interpretation", "Units missing in 9 tickets"),
    ("they trust “heavy sinks”.", "interpretation", "they trust “heavy sinks”."),
    ("I will print the strips by thu", "interpretation", "I will print the strips by thu"),
    ("We will print the strips by thu", "interpretation", "We will print the strips by thu"),
    ("Dana and I will print the strips", "interpretation", "Dana and I will print the strips"),
    ("Students will use units by Friday", "interpretation", "Students will use units by Friday"),
    ("Sam will print the strips", "interpretation", "Sam will print the strips"),
    ("Dana will be absent on Thursday", "interpretation", "Dana will be absent on Thursday"),
    ("Dana will not be there tomorrow", "interpretation", "Dana will not be there tomorrow"),
    ("Dana will probably print them", "interpretation", "Dana will probably print them"),
    ("Dana will print the strips by thu?", "interpretation", "Dana will print the strips by thu?"),
    ("Will Dana print the strips?", "interpretation", "Will Dana print the strips?"),
    ("Dana to Minh: try the small beaker", "interpretation", "Dana to Minh: try the small beaker"),
    ("Dana: units are missing", "interpretation", "Dana: units are missing"),
    ("Dana’s class will retake the test", "interpretation", "Dana’s class will retake the test"),
    ("Dana will", "interpretation", "Dana will"),
    ("Dana", "interpretation", "Dana"),
    ("From Jan to May scores fell", "interpretation", "From Jan to May scores fell"),
    ("We were done by Thursday", "interpretation", "We were done by Thursday"),
    ("3:05 is too late", "interpretation", "3:05 is too late"),
    ("https://example.org/units: look", "interpretation", "https://example.org/units: look"),
    ("well: who knows", "interpretation", "well: who knows"),
]


@pytest.mark.parametrize(("line", "kind", "text"), KINDS)
def test_kinds_and_plain_sentences(line, kind, text):
    capture = read(line)
    assert (capture.kind, capture.text, capture.source) == (kind, text, line)
    assert capture.owners == capture.owner_names == ()
    assert capture.due is None
    assert capture.said_by is None


# what is typed, the text, who, until when
ACTIONS = [
    ("Dana will print the strips by thu", "Print the strips", "dk", THU),
    ("dana will print the strips by Thursday.", "Print the strips", "dk", THU),
    ("Dana Kim will print the strips", "Print the strips", "dk", None),
    ("Dana K. will print the strips", "Print the strips", "dk", None),
    ("DK will print the strips", "Print the strips", "dk", None),
    ("Ms. Kim will print the strips", "Print the strips", "dk", None),
    ("minh tran will copy them until Dec 1", "Copy them", "mt", NEXT),
    ("Jo Nunez will scan due 12/1", "Scan", "jo", NEXT),
    ("Mary Ann will call home", "Call home", "ma", None),
    ("Mary Ann O'Brien will call home", "Call home", "ma", None),
    ("Will will bring the scale by fri", "Bring the scale", "wm", FRI),
    ("Dana'll print the strips", "Print the strips", "dk", None),
    ("Dana is going to print the strips", "Print the strips", "dk", None),
    ("Lena agreed to call Mr. Ortiz by tomorrow", "Call Mr. Ortiz", "lp", date(2026, 11, 25)),
    ("Dana and Minh will print by next meeting", "Print", "dk mt", NEXT),
    ("Dana, Minh and Jo will print", "Print", "dk mt jo", None),
    ("Dana, Minh, and Jo will print", "Print", "dk mt jo", None),
    ("Dana & Minh will print", "Print", "dk mt", None),
    ("Dana/Minh will print", "Print", "dk mt", None),
    ("Dana and Dana will print", "Print", "dk", None),
    ("Dana, Minh: bring the tickets by fri", "Bring the tickets", "dk mt", FRI),
    ("Dana, Minh: 30 copies", "30 copies", "dk mt", None),
    ("Dana: print the strips", "Print the strips", "dk", None),
    ("Dana: 30 copies by thu", "30 copies", "dk", THU),
    ("Dana to print the strips", "Print the strips", "dk", None),
    ("Dana and Minh to reteach ratios by fri", "Reteach ratios", "dk mt", FRI),
    ("Dana to mull over the data by fri", "Mull over the data", "dk", FRI),
    ("@Dana will print the strips", "Print the strips", "dk", None),
    ("@Dana to print the strips by thu", "Print the strips", "dk", THU),
    ("Dana will have the data by thu", "Have the data", "dk", THU),
    # no dates
    ("Dana will go by the book", "Go by the book", "dk", None),
    ("Dana will sort them by hand", "Sort them by hand", "dk", None),
    ("Dana will sort them by section", "Sort them by section", "dk", None),
    ("Dana will sort them by section by thu", "Sort them by section", "dk", THU),
    ("Dana will sort them by 3rd period", "Sort them by 3rd period", "dk", None),
    ("Dana will put it by the sun dial", "Put it by the sun dial", "dk", None),
    ("Dana will finish before the break", "Finish before the break", "dk", None),
    ("Dana will read up to page 12 by Feb 30", "Read up to page 12 by Feb 30", "dk", None),
    ("Dana will ask where they sat", "Ask where they sat", "dk", None),
    # the day is understood, and the words stay where they say more
    ("Dana will print by Thursday morning", "Print by Thursday morning", "dk", THU),
    ("Dana will print before Friday’s class", "Print before Friday’s class", "dk", FRI),
    ("Dana will email parents tomorrow", "Email parents tomorrow", "dk", date(2026, 11, 25)),
    ("Dana will look again in two weeks", "Look again in two weeks", "dk", date(2026, 12, 8)),
    ("Dana will bring it to the next meeting", "Bring it to the next meeting", "dk", NEXT),
    ("Dana will call on Friday.", "Call on Friday.", "dk", FRI),
    ("Dana will cover class Friday", "Cover class Friday", "dk", FRI),
    # in the middle
    ("Dana will print by thu to save time", "Print to save time", "dk", THU),
    ("Dana will by thu print the strips", "By thu print the strips", "dk", None),
    ("Dana will print (by thu) the strips", "Print the strips", "dk", THU),
    ("Dana will print the strips, due thu", "Print the strips", "dk", THU),
    ("Dana will print the strips – due: Dec 1", "Print the strips", "dk", NEXT),
    ("Dana will print no later than 12/1", "Print", "dk", NEXT),
    # after 'Action:' shorter forms are enough
    ("Action: Dana will print by thu", "Print", "dk", THU),
    ("action - dana to print", "Print", "dk", None),
    ("Action: Dana print the strips by thu", "Print the strips", "dk", THU),
    ("Action: Dana, print the strips by thu", "Print the strips", "dk", THU),
    ("Action: Dana - print the strips by thu", "Print the strips", "dk", THU),
    ("Action: Dana prints the strips by thu", "Dana prints the strips", "dk", THU),
    ("Action: Dana copies the tickets", "Dana copies the tickets", "dk", None),
    ("Action: Dana: the strips", "The strips", "dk", None),
    ("Action: Dana should call home", "Call home", "dk", None),
    ("Action: Dana will not grade the retake", "Not grade the retake", "dk", None),
    ("Action: print the strips (Dana) by thu", "Print the strips", "dk", THU),
    ("Action: print the strips by thu (Dana)", "Print the strips", "dk", THU),
    ("Action: print the strips - Dana and Minh", "Print the strips", "dk mt", None),
    ("Action: print the strips → Jo", "Print the strips", "jo", None),
    ("Action: print the strips @Jo", "Print the strips", "jo", None),
    ("Action: @Jo the strips", "The strips", "jo", None),
    ("Action: print the strips by thu", "Print the strips", "", THU),
    ("Action: everyone brings tickets by next week", "Everyone brings tickets", "", NEXT),
    ("Action: print the strips (blue ones)", "Print the strips (blue ones)", "", None),
]


@pytest.mark.parametrize(("line", "text", "owners", "due"), ACTIONS)
def test_actions(line, text, owners, due):
    capture = read(line)
    assert (capture.kind, capture.text) == ("action", text)
    assert capture.owners == tuple(owners.split())
    assert capture.due == due
    assert capture.owner_names == ()
    assert capture.said_by is None
    assert capture.source == line


@pytest.mark.parametrize(
    ("line", "text", "owners", "strangers"),
    [
        ("Action: Sam will call by fri", "Call", (), ("Sam",)),
        ("Action: Mr. Ortiz to send the list", "Send the list", (), ("Mr. Ortiz",)),
        ("Dana and Sam will call", "Call", ("dk",), ("Sam",)),
        ("Action: Students will reflect", "Students will reflect", (), ()),
    ],
)
def test_names_that_are_nobodys_are_kept_apart(line, text, owners, strangers):
    capture = read(line)
    assert (capture.kind, capture.text) == ("action", text)
    assert (capture.owners, capture.owner_names) == (owners, strangers)


@pytest.mark.parametrize(
    ("line", "kind", "text", "who"),
    [
        ("@Dana says units are missing", "interpretation", "Units are missing", "dk"),
        ("@Dana said that units are missing", "interpretation", "Units are missing", "dk"),
        ("@dana: units are missing", "interpretation", "Units are missing", "dk"),
        ("@Dana Kim – units are missing", "interpretation", "Units are missing", "dk"),
        ("@DK units are missing", "interpretation", "Units are missing", "dk"),
        ("@Dana wonders if they saw it", "interpretation", "Dana wonders if they saw it", "dk"),
        ("Units are missing @Dana", "interpretation", "Units are missing", "dk"),
        ("Units are missing (@Dana)", "interpretation", "Units are missing", "dk"),
        ("Units are missing, said @Dana #units", "interpretation", "Units are missing #units", "dk"),
        ("Units are missing (@Dana) #units", "interpretation", "Units are missing #units", "dk"),
        ("Units are missing — @Dana.", "interpretation", "Units are missing.", "dk"),
        ("Q: @Dana did section C see it?", "question", "Did section C see it?", "dk"),
        ("@Dana: Q: did section C see it?", "question", "Did section C see it?", "dk"),
        ("note: @Dana will be late", "note", "Dana will be late", "dk"),
        ("Dana says units are missing", "interpretation", "Dana says units are missing", None),
        ("Give the keys to @Dana", "interpretation", "Give the keys to @Dana", None),
        ("@Sam says units are missing", "interpretation", "@Sam says units are missing", None),
        ("write to dana@school.org", "interpretation", "write to dana@school.org", None),
        ("meet @ 3:05", "interpretation", "meet @ 3:05", None),
    ],
)
def test_who_said_it_only_when_typed(line, kind, text, who):
    capture = read(line)
    assert (capture.kind, capture.text, capture.said_by) == (kind, text, who)
    assert capture.owners == ()


@pytest.mark.parametrize(
    ("line", "text", "tags"),
    [
        ("Units missing #units #Density", "Units missing #units #Density", ("units", "density")),
        ("See #units in 3 tickets", "See #units in 3 tickets", ("units",)),
        ("Question #4 was hard", "Question #4 was hard", ()),
        ("C#4 or F#7", "C#4 or F#7", ()),
        ("#units", "#units", ("units",)),
    ],
)
def test_tags(line, text, tags):
    capture = read(line)
    assert (capture.text, capture.tags) == (text, tags)


def test_an_action_and_its_tags_and_marks():
    line = "Dana and Minh will print the strips by thu #ratios"
    capture = read(line)
    assert capture.text == "Print the strips #ratios"
    assert [(mark.what, line[mark.start : mark.end]) for mark in capture.marks] == [
        ("owner", "Dana"),
        ("owner", "Minh"),
        ("due", "by thu"),
        ("tag", "#ratios"),
    ]


def test_the_word_for_the_kind_is_marked():
    line = " Q: @Dana why section C?"
    marks = [(mark.what, line[mark.start : mark.end]) for mark in read(line).marks]
    assert marks == [("kind", "Q"), ("said_by", "@Dana")]


@pytest.mark.parametrize("line", ["Decision:", "@Dana", "Q: "])
def test_only_marks_yet(line):
    capture = read(line)
    assert capture.bare
    assert capture.text == line.strip()
    assert not read(line + " now").bare


def test_what_is_done_keeps_the_word_of_its_step():
    capture = read("Dana: the strips by thu", default="commitment")
    assert (capture.kind, capture.text, capture.owners, capture.due) == (
        "commitment",
        "The strips",
        ("dk",),
        THU,
    )
    plain = read("Print the strips by thu", default="action")
    assert (plain.kind, plain.text, plain.due) == ("action", "Print the strips", THU)


def test_two_of_the_same_name_are_not_confused():
    team = (*TEAM, Person("dl", "Dana Lopez", "DL"))
    assert read_capture("Dana will print", team, CHIPS, "note", TODAY, NEXT).kind == "note"
    for line in ("Dana L. will print", "DL will print", "Dana Lopez will print"):
        assert read_capture(line, team, CHIPS, "note", TODAY, NEXT).owners == ("dl",)


def test_without_a_next_meeting_the_words_stay():
    capture = read_capture("Dana will print by next meeting", TEAM, CHIPS, "note", TODAY, None)
    assert (capture.text, capture.due) == ("Print by next meeting", None)


def test_day_first():
    assert read("Dana will print by 12/1", day_first=True).due == date(2027, 1, 12)
    assert read("Dana will print by 12/1").due == NEXT


def test_nobody_on_the_team():
    capture = read_capture("Dana will print by thu", (), (), "note", TODAY, None)
    assert (capture.kind, capture.text, capture.due) == ("note", "Dana will print by thu", None)


def test_a_very_long_text_is_taken_as_it_is():
    text = "Dana will print " + "strips " * 2000
    capture = read(text)
    assert (capture.kind, capture.text, capture.marks) == ("interpretation", text.strip(), ())


def test_a_name_is_found_in_a_team_of_forty():
    team = tuple(Person(str(n), f"First{n} Last{n}", f"F{n}") for n in range(39)) + TEAM[1:2]
    line = "Dana and First3 will print the ratio strips by section by thu #ratios"
    assert set(read_capture(line, team, CHIPS, "note", TODAY, NEXT).owners) == {"3", TEAM[1].id}


def test_split_lines():
    pasted = "• Units missing\r\n\r\n  2) Dana will print\n- [ ] Q: why?\n\u00a0\n* * *\n3 tickets were blank\u2028last"
    assert split_lines(pasted) == (
        "Units missing",
        "Dana will print",
        "Q: why?",
        "* * *",
        "3 tickets were blank",
        "last",
    )
    assert split_lines("") == ()
    with pytest.raises(UserError, match="500 lines"):
        split_lines("x\n" * (MOST_LINES + 1))
