"""Final minutes, their versions, and what is added to them later."""

import pytest

from plcdesk.closing.final import amend, mark_final, reopen_draft
from plcdesk.closing.wrap_up import write_up
from plcdesk.errors import UserError
from plcdesk.minutes.differences import DifferentLine, differences
from plcdesk.minutes.forms import Wanted, markdown_of
from plcdesk.minutes.gather import gather
from plcdesk.minutes.minutes_of import minutes_document
from plcdesk.minutes.stored import from_plain, to_plain
from plcdesk.minutes.versions import facts_of, read_version, read_versions
from plcdesk.planning.agendas import change_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.store.undo import undo


@pytest.fixture
def do(workspace):
    return lambda service, *args, **more: workspace.writer.write(service, *args, **more).result(60).value


@pytest.fixture
def reader(workspace):
    with workspace.reader() as opened:
        yield opened


@pytest.fixture
def meeting(do) -> str:
    team = do(add_team, "Grade 7", members=("Rosa Alvarez", "Minh Tran"), zone="America/Chicago")
    made = do(write_up, team, "Tickets", "2026-11-23T10:50", minutes=45)
    do(add_entry, made, NewEntry("decision", "Re-teach ratio"))
    return made


def test_final_minutes_stay_as_they_were(do, reader, meeting):
    do(mark_final, meeting)
    do(change_meeting, meeting, title="Another title")
    assert facts_of(reader, meeting).title == "Tickets"
    assert "Tickets" in markdown_of(reader, Wanted(meeting))
    with pytest.raises(UserError, match="Only a draft"):
        do(mark_final, meeting)
    (version,) = read_versions(reader, meeting)
    assert (version.number, version.kind, version.on.isoformat()) == (1, "final", "2026-11-24")


def test_minutes_that_are_final_again_say_what_has_changed(do, reader, meeting):
    do(mark_final, meeting)
    do(reopen_draft, meeting)
    do(add_entry, meeting, NewEntry("decision", "Score ten papers"))
    with pytest.raises(UserError, match="what has changed"):
        do(mark_final, meeting, "  ")
    do(mark_final, meeting, "a decision was missing")
    assert [version.kind for version in read_versions(reader, meeting)] == ["final", "amended"]
    told = markdown_of(reader, Wanted(meeting))
    assert "final, amended" in told
    assert "**Tue 24 Nov** The minutes were changed: a decision was missing." in told


def test_minutes_of_any_age_can_be_added_to(do, reader, meeting, time):
    do(mark_final, meeting)
    time.pass_by(days=400)
    do(amend, meeting, "The strips were 12 cm", "Dana measured them")
    do(amend, meeting, "And blue", "she looked")
    told = markdown_of(reader, Wanted(meeting))
    assert "## Addenda" in told
    assert "**Wed 29 Dec 2027** The strips were 12 cm. Why: Dana measured them." in told
    assert told.index("12 cm") < told.index("And blue")
    assert [version.number for version in read_versions(reader, meeting)] == [1, 2, 3]


@pytest.mark.parametrize(("text", "why"), [("", "because"), ("It was blue", " ")])
def test_an_addendum_has_a_text_and_a_reason(do, meeting, text, why):
    do(mark_final, meeting)
    with pytest.raises(UserError):
        do(amend, meeting, text, why)


def test_a_draft_is_not_added_to(do, meeting):
    with pytest.raises(UserError, match="still a draft"):
        do(amend, meeting, "It was blue", "she looked")


def test_minutes_final_before_versions_were_kept_get_their_first(do, reader, meeting):
    do(lambda work: change_meeting(work, meeting, status="final"))
    do(amend, meeting, "It was blue", "she looked")
    assert [version.kind for version in read_versions(reader, meeting)] == ["final", "amended"]


def test_every_version_can_be_read_and_compared(do, reader, meeting):
    do(mark_final, meeting)
    do(amend, meeting, "It was blue", "she looked")
    first, second = (read_version(reader, version.id) for version in read_versions(reader, meeting))
    lines = differences(first, second)
    assert DifferentLine("added", "Tue 24 Nov It was blue. Why: she looked.") in lines
    assert DifferentLine("same", "1. Re-teach ratio.") in lines
    assert [line.sign for line in differences(first, first)] == ["same"] * len(differences(first, first))
    with pytest.raises(UserError):
        read_version(reader, "none")


def test_a_mistake_is_taken_back(do, reader, meeting):
    do(mark_final, meeting)
    do(undo, meeting)
    assert read_versions(reader, meeting) == ()
    assert facts_of(reader, meeting).status == "draft"


def test_what_is_stored_reads_back_the_same(reader, meeting):
    facts = gather(reader, meeting)
    assert from_plain(to_plain(facts)) == facts
    assert from_plain(to_plain(minutes_document(facts))) == minutes_document(facts)
    assert from_plain({**to_plain(facts), "of a later time": 1}) == facts
