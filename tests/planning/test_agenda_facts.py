"""What the printed agenda is told, and what it never is."""

from datetime import date

import pytest

from plcdesk.errors import UserError
from plcdesk.minutes.agenda_page import agenda_document
from plcdesk.minutes.plain import to_text
from plcdesk.planning.agenda_facts import gather_agenda
from plcdesk.planning.agendas import NewItem, add_item, change_item, change_meeting, set_role
from plcdesk.planning.teams import add_norm
from plcdesk.running.entries import NewEntry, add_entry


def test_it_tells_the_whole_agenda_and_no_private_note(desk, usual_items):
    team_id = desk.team()
    meeting = desk.meeting(team_id, *usual_items, result_wanted="a re-teach plan")
    agenda = desk.agenda(meeting)
    minh = agenda.team.members[1].id
    atlas = agenda.items[1]
    desk.do(change_item, atlas.id, brought_by=minh, private_note="Watch for blame")
    desk.do(set_role, meeting, "facilitator", minh)
    norm = desk.do(add_norm, team_id, "Equity of voice")
    desk.do(change_meeting, meeting, watched_norm_id=norm)
    desk.do(add_entry, meeting, NewEntry("action", "Share", owners=(minh,), due_on=date(2026, 11, 20)))
    desk.do(add_entry, meeting, NewEntry("action", "Later", due_on=date(2026, 12, 20)))
    facts = gather_agenda(desk.reader, meeting)
    told = to_text(agenda_document(facts))
    for piece in (
        "By the end we will have a re-teach plan.",
        "Facilitator Minh T.",
        "10:55 | ATLAS Looking at Data Describe, interpret, then plan. · Minh T. brings it",
        "Get ready 3 · Describe 6 · Interpret 6 · Implications 7 · Debrief 3",
        "Share · Minh T. · Fri 20 Nov",
        "Equity of voice (we watch this one)",
        "42 of 45 min",
    ):
        assert piece in told
    assert "blame" not in told and "Later" not in told


def test_turns_of_a_loop_are_one_step(desk, catalogue):
    meeting = desk.meeting(desk.team())
    desk.do(add_item, meeting, NewItem("protocol", "Last word", 28, protocol=catalogue.get("last-word")))
    steps = gather_agenda(desk.reader, meeting).items[0].steps
    assert [step.title for step in steps].count("Last word") == 1
    assert sum(step.minutes or 0 for step in steps) == 28


def test_a_meeting_that_is_gone_is_said(desk):
    with pytest.raises(UserError, match="not there"):
        gather_agenda(desk.reader, "nothing")
