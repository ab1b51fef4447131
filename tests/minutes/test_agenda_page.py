"""The printed agenda."""

from dataclasses import fields, replace

from plcdesk.minutes.agenda_page import agenda_document
from plcdesk.minutes.content import AgendaFacts, AgendaItem
from plcdesk.minutes.document import AtFoot
from plcdesk.minutes.plain import to_text


def test_the_agenda_says_when_what_why_and_who(agenda: AgendaFacts) -> None:
    told = [line for line in to_text(agenda_document(agenda)).split("\n") if line]
    assert told == [
        "Reading the exit tickets on density",
        "Grade 7 Science PLC · Tue 24 November 2026, 10:50 – 11:35 · Room 214 · 42 of 45 min",
        "By the end we will have a re-teach plan for Thursday.",
        "Facilitator Rosa A. · Recorder Minh T. · Timekeeper Dana K.",
        "Bring your exit tickets, names removed.",
        "Agenda",
        "- 10:50 | Opening Connections. Read the norms. Actions that are due. | 5 min",
        "- 10:55 | ATLAS Looking at Data Look at data without rushing to fix it · Minh brings it "
        "Get ready 3 · Describe 6 · Interpret 6 · Implications 7 · Debrief 3 | 25 min",
        "- 11:20 | Decide the re-teach plan Which idea, which students, which days | 7 min",
        "- 11:27 | Wrap up Read back what we agreed, norms, next meeting | 5 min",
        "Actions that are due",
        "[ ] Share the re-teach slides · Minh T. · Fri 20 Nov",
        "Our norms Equity of voice · Assume positive intent · Evidence before opinion (we watch this one)",
        "Grade 7 Science PLC · Tue 24 November 2026 · agenda",
    ]


def test_the_norms_stand_at_the_foot(agenda: AgendaFacts) -> None:
    assert isinstance(agenda_document(agenda).blocks[-1], AtFoot)


def test_no_private_note_can_reach_the_page() -> None:
    names = {field.name for facts in (AgendaFacts, AgendaItem) for field in fields(facts)}
    assert not [name for name in names if "note" in name or "private" in name]


def test_who_brings_an_item_is_said_once(agenda: AgendaFacts) -> None:
    item = replace(agenda.items[1], brought_by="Minh T.", purpose="Minh brings the exit tickets")
    told = to_text(agenda_document(replace(agenda, items=(item,))))
    assert told.count("Minh") == 3  # here, as recorder, and with an action that is due


def test_an_agenda_with_nothing_on_it_says_so(agenda: AgendaFacts) -> None:
    empty = replace(agenda, items=(), roles=(), norms=(), bring=(), due=(), result_wanted="")
    told = to_text(agenda_document(empty))
    assert "Nothing planned yet." in told and "· 0 of 45 min" in told
    assert "Our norms" not in told and "By the end" not in told


def test_afternoon_times_are_those_of_a_school_clock(agenda: AgendaFacts) -> None:
    late = replace(
        agenda,
        starts_local=agenda.starts_local.replace(hour=15),
        ends_local=agenda.ends_local.replace(hour=16),
    )
    assert "3:50 – 4:35" in to_text(agenda_document(late))
    assert "15:50 – 16:35" in to_text(agenda_document(late, "en_GB"))
