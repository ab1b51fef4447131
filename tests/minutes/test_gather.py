"""Minutes gathered from a real file: what the clock, the room and the notes say, and nothing private."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest

from plcdesk.closing import anonymous, wrap_up
from plcdesk.closing.anonymous import NOTE
from plcdesk.closing.final import mark_final
from plcdesk.closing.questions import form_questions
from plcdesk.errors import UserError
from plcdesk.library.forms import feedback_forms
from plcdesk.minutes.content import ExitForm, ItemNotes, MeetingFacts, SummedAnswers
from plcdesk.minutes.forms import (
    Wanted,
    absent_members,
    calendar_of,
    copied_of,
    markdown_of,
    name_of,
    pdf_of,
    table_of,
    word_of,
)
from plcdesk.minutes.gaps import read_gaps
from plcdesk.minutes.gather import gather
from plcdesk.minutes.parts import Parts
from plcdesk.planning.agendas import (
    NewItem,
    change_item,
    change_meeting,
    delete_item,
    delete_meeting,
    move_item,
    new_meeting,
    run_protocol,
    set_role,
    set_roles,
)
from plcdesk.planning.reading import read_agenda, read_team
from plcdesk.planning.teams import add_team, change_member, remove_member, remove_norm
from plcdesk.running.entries import (
    NewEntry,
    add_entry,
    change_entry,
    change_kind,
    delete_entries,
    save_draft,
    set_action,
)
from plcdesk.running.reading import plan_of
from plcdesk.running.room import arrive, beat, end_and_wrap_up, go_on, leave, record, start_meeting
from plcdesk.running.times import Instant
from plcdesk.running.votes import NewVote, keep_vote
from plcdesk.store.undo import undo
from plcdesk.store.workspace import Workspace
from tests.shipped import SHIPPED

pypdf = pytest.importorskip("pypdf")

START = datetime(2026, 11, 24, 16, 52, tzinfo=UTC)  # 10:52 in Chicago, two minutes late
EVERYTHING = Parts(feedback=True, who_said_what=True)


class Held:
    """A meeting of Grade 7 in Chicago, that tests run by the clock."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.reader = workspace.reader()
        self.catalogue = SHIPPED
        self.team_id = self.do(
            add_team,
            "Grade 7 Science",
            school="Lakeside",
            zone="America/Chicago",
            members=("Rosa Alvarez", "Minh Trần", "Dana Kim", "Sam Wright"),
            norms=("Evidence before opinion", "Equity of voice"),
        )
        self.rosa, self.minh, self.dana, self.sam = (member.id for member in self.team.members)
        atlas = NewItem(
            "protocol", "ATLAS", 25, protocol=self.catalogue.get("atlas-data"), brought_by=self.minh
        )
        agenda = (
            NewItem("opening", "Opening", 5),
            atlas,
            NewItem("decision", "Decide", 7),
            NewItem("wrap_up", "Wrap up", 5),
        )
        self.id = self.do(
            new_meeting,
            self.team_id,
            "Exit tickets",
            "2026-11-24T10:50",
            minutes=45,
            room="214",
            items=agenda,
            result_wanted="a re-teach plan",
        )

    @property
    def team(self) -> Any:
        return read_team(self.reader, self.team_id)

    @property
    def agenda(self) -> Any:
        return read_agenda(self.reader, self.id)

    @property
    def facts(self) -> MeetingFacts:
        return gather(self.reader, self.id)

    def item(self, title: str) -> ItemNotes:
        return next(item for item in self.facts.items if item.title == title)

    def item_id(self, title: str) -> str:
        return next(item.id for item in self.agenda.items if item.title == title)

    def steps(self, title: str = "ATLAS") -> list[str]:
        """The keys of what the clock runs through in an item."""
        return [step.key for step in plan_of(self.agenda).steps if step.item_id == self.item_id(title)]

    def do(self, service: Callable[..., Any], *args: Any, **values: Any) -> Any:
        return self.workspace.writer.write(service, *args, **values).result(60).value

    def start(self, late: tuple[str, ...] = ()) -> "Held":
        absent = (self.sam, *late)
        present = tuple(m.id for m in self.team.members if m.id not in absent)
        self.do(start_meeting, self.id, at(0), present=present, absent=absent, ends_at=at(43).wall)
        return self

    def go(self, minutes: float, step: str, how: str = "next") -> "Held":
        self.do(record, self.id, at(minutes), "went_to", step=step, reason=how)
        return self

    def finish(self, minutes: float = 40) -> "Held":
        self.do(wrap_up.finish, self.id, at(minutes))
        return self

    def write(self, kind: str, text: str, title: str = "Decide", step: str | None = None, **more: Any) -> str:
        item = self.item_id(title)
        return self.do(add_entry, self.id, NewEntry(kind, text, item, step or item, **more))


def at(minutes: float) -> Instant:
    wall = START + timedelta(minutes=minutes)
    return Instant(wall, minutes * 60, "run")


local = datetime.fromisoformat


@pytest.fixture
def held(workspace: Workspace) -> Iterator[Held]:
    made = Held(workspace)
    yield made
    made.reader.close()


def test_times_are_those_of_the_clock_on_the_teams_wall(held: Held) -> None:
    facts = held.start().finish(41).facts
    assert facts.starts_local == local("2026-11-24T10:52")
    assert facts.ends_local == local("2026-11-24T11:33")
    assert (facts.planned_minutes, facts.used_minutes, facts.zone) == (45, 41, "America/Chicago")


def test_minutes_used_are_the_clocks_by_item_and_step(held: Held) -> None:
    first, second, *rest = held.steps()
    held.start().go(6, first).go(9.2, second).go(20, held.item_id("Decide")).go(33, held.item_id("Wrap up"))
    held.finish(40)
    assert [(item.title, item.planned, item.used) for item in held.facts.items] == [
        ("Opening", 5, 6),
        ("ATLAS", 25, 14),
        ("Decide", 7, 13),
        ("Wrap up", 5, 7),
    ]
    atlas = held.item("ATLAS")
    assert [(step.title, step.used) for step in atlas.steps] == [("Get ready", 3), ("Describe", 11)]
    assert rest and atlas.reached  # steps that were not begun are not told
    assert atlas.brought_by == "Minh T."


def test_going_back_adds_to_the_time_of_a_step(held: Held) -> None:
    first, second, *_ = held.steps()
    held.start().go(5, first).go(8, second).go(12, first, "back").go(14, second).finish(20)
    assert [step.used for step in held.item("ATLAS").steps] == [5, 10]


def test_a_step_skipped_at_once_was_not_reached_and_one_skipped_later_was(held: Held) -> None:
    opening, decide, wrap = (held.item_id(title) for title in ("Opening", "Decide", "Wrap up"))
    first, second, *_ = held.steps()
    held.start().go(5, first).go(5.1, second, "skip").go(15, decide).go(15.2, wrap, "skip").finish(20)
    assert opening in plan_of(held.agenda).by_item()
    assert [step.title for step in held.item("ATLAS").steps] == ["Describe"]
    decided = held.item("Decide")
    assert (decided.used, decided.reached) == (None, False)
    assert held.item("Wrap up").reached


def test_pauses_are_told_and_take_nothing_from_the_steps(held: Held) -> None:
    held.start()
    for begins, ends, why in ((4, 9, "fire drill"), (10, 10.3, "a knock"), (11, 12, "")):
        held.do(record, held.id, at(begins), "paused", reason=why)
        held.do(record, held.id, at(ends), "resumed")
    held.finish(20)
    assert [(pause.reason, pause.minutes) for pause in held.facts.pauses] == [("fire drill", 5), ("", 1)]
    assert held.item("Opening").used == 14
    assert held.facts.used_minutes == 20


def test_a_meeting_taken_up_again_ends_when_it_ended_last(held: Held) -> None:
    held.start()
    held.do(end_and_wrap_up, held.id, at(30))
    held.do(go_on, held.id, at(35))
    held.finish(42)
    facts = held.facts
    assert facts.used_minutes == 42
    assert [pause.minutes for pause in facts.pauses] == [5]


def test_a_meeting_that_runs_is_told_as_it_was_last_seen(held: Held) -> None:
    held.start()
    held.do(beat, held.id, at(7))
    facts = held.facts
    assert (facts.status, facts.used_minutes) == ("running", None)
    assert facts.ends_local == local("2026-11-24T11:35")  # as agreed at the start
    assert held.item("Opening").used == 7
    assert facts == held.facts  # nothing in it depends on when it is asked


def test_time_stays_with_an_item_whose_protocol_was_taken_away(held: Held) -> None:
    first, second, *_ = held.steps()
    held.start().go(5, first).go(8, second)
    held.write("observation", "Heavier sinks", "ATLAS", second, word="Observation")
    held.go(15, held.item_id("Decide")).finish(20)
    held.do(run_protocol, held.item_id("ATLAS"), None)
    atlas = held.item("ATLAS")
    assert (atlas.used, atlas.steps) == (10, ())
    assert [note.text for note in atlas.notes] == ["Heavier sinks"]


def test_turns_of_a_loop_can_be_told_apart(held: Held) -> None:
    item = held.item_id("Decide")
    held.do(run_protocol, item, held.catalogue.get("last-word"), minutes=45)
    turns = [step for step in plan_of(held.agenda).steps if step.item_id == item and step.turns]
    again = [step for step in turns if step.step_id == turns[0].step_id]
    assert len(again) > 1
    held.write("quote", "The first passage", "Decide", again[0].key, fields={"page": 12})
    held.write("quote", "The second passage", "Decide", again[1].key)
    held.start().finish()
    titles = [step.title for step in held.item("Decide").steps]
    assert len(set(titles)) == 2
    assert all(f"{n} of {len(again)}" in title for n, title in enumerate(titles, 1))
    assert held.item("Decide").steps[0].notes[0].page == "12"


def test_what_a_note_rests_on_and_who_promised_it_is_told(held: Held) -> None:
    held.write("observation", "Heavier sinks", fields={"place": "row 5", "tags": ["unit2"]})
    held.write("hypothesis", "They look at mass", fields={"evidence": "14 of 31 tickets"})
    held.write(
        "commitment", "Try the strips", owners=(held.dana,), owner_names=("Kim",), due_on=date(2026, 12, 3)
    )
    held.start().finish()
    seen, guessed, promised = held.item("Decide").notes
    assert (seen.place, guessed.evidence) == ("row 5", "14 of 31 tickets")
    assert (promised.owners, promised.due) == (("Dana K.", "Kim"), date(2026, 12, 3))
    text = copied_of(held.reader, Wanted(held.id)).text
    assert "Heavier sinks (row 5)" in text
    assert "They look at mass (14 of 31 tickets)" in text
    assert "Try the strips · Dana K., Kim · by Thu 3 Dec" in text
    assert "unit2" not in text


def test_items_come_in_the_order_of_the_agenda_as_it_ended(held: Held) -> None:
    held.start()
    held.do(move_item, held.item_id("Decide"), 1)
    held.do(change_item, held.item_id("Decide"), title="Decide the re-teach plan")
    held.finish()
    assert [item.title for item in held.facts.items] == [
        "Opening",
        "Decide the re-teach plan",
        "ATLAS",
        "Wrap up",
    ]


def test_people_with_roles_latecomers_and_those_who_left(held: Held) -> None:
    held.do(set_roles, held.id, {"facilitator": held.rosa, "recorder": held.minh, "timekeeper": held.rosa})
    held.start(late=(held.dana,))
    held.do(arrive, held.id, held.dana, at(11.6))
    held.do(leave, held.id, held.dana, at(30))
    held.do(leave, held.id, held.minh, at(35))
    held.finish()
    rosa, minh, dana = held.facts.present
    assert (rosa.name, rosa.role, rosa.late_minutes) == ("Rosa A.", "Facilitator, Timekeeper", None)
    assert (minh.role, minh.late_minutes, minh.left_local) == (
        "Recorder",
        None,
        local("2026-11-24T11:27"),
    )
    assert (dana.late_minutes, dana.left_local) == (12, local("2026-11-24T11:22"))
    assert [person.name for person in held.facts.absent] == ["Sam W."]
    assert [member.name for member in absent_members(held.reader, held.id)] == ["Sam Wright"]


def test_who_is_a_few_seconds_late_is_late_by_a_minute(held: Held) -> None:
    held.start(late=(held.dana,))
    held.do(arrive, held.id, held.dana, at(0.2))
    assert held.finish().facts.present[2].late_minutes == 1


def test_old_minutes_keep_the_names_of_those_who_left_the_team(held: Held) -> None:
    held.start()
    held.write("decision", "Re-teach", said_by=held.dana)
    held.write("action", "Print", owners=(held.dana,), owner_names=("the office",))
    held.finish()
    held.do(change_member, held.minh, active=False)
    held.do(remove_member, held.dana)
    held.do(remove_member, held.sam)
    facts = held.facts
    assert [person.name for person in facts.present] == ["Rosa A.", "Minh T.", "Dana K."]
    assert [person.name for person in facts.absent] == ["Sam W."]
    assert facts.decisions[0].said_by == "Dana K."
    assert facts.actions[0].owners == ("Dana K.", "the office")


def test_two_people_who_would_be_called_alike_have_their_whole_names(held: Held) -> None:
    held.do(change_member, held.dana, name="Rosa Abel")
    held.start().finish()
    assert [person.name for person in held.facts.present] == ["Rosa Alvarez", "Minh T.", "Rosa Abel"]


def test_decisions_and_actions_stand_at_the_head_and_not_among_the_notes(held: Held) -> None:
    decision = held.write("decision", "Re-teach ratio", why="tickets show it", said_by=held.minh)
    held.do(keep_vote, decision, NewVote("fist", (5, 4, 2, 3, 5), ("No lab is free",)))
    action = held.write("action", "Print strips", owners=(held.minh,), due_on=date(2026, 11, 26))
    held.write("note", "Units are missing", said_by=held.rosa)
    held.start().finish()
    held.do(set_action, action, "done", date(2026, 11, 25))
    facts = held.facts
    decided = facts.decisions[0]
    assert (decided.why, decided.said_by) == ("tickets show it", "Minh T.")
    assert decided.fingers == "1 at 2. Objection: No lab is free."
    done = facts.actions[0]
    assert (done.owners, done.due, done.status) == (("Minh T.",), date(2026, 11, 26), "done")
    assert done.done_on == date(2026, 11, 25)
    assert [(note.text, note.word, note.said_by) for note in held.item("Decide").notes] == [
        ("Units are missing", "Note", "Rosa A.")
    ]


def test_what_is_still_open_and_what_becomes_of_it(held: Held) -> None:
    parked, asked, dropped, acted, said = (
        held.write(kind, text)
        for kind, text in (
            ("parked", "Lab contract"),
            ("question", "Before or after?"),
            ("question", "Never mind"),
            ("parked", "Buy scales"),
            ("note", "Not open"),
        )
    )
    held.start().finish()
    held.do(wrap_up.dispose, parked, "next_meeting")
    held.do(wrap_up.dispose, dropped, "dropped")
    held.do(wrap_up.dispose, acted, "action")
    facts = held.facts
    assert [(line.text, line.word, line.becomes) for line in facts.still_open] == [
        ("Lab contract", "Parking lot", "next"),
        ("Before or after?", "Question", None),
    ]
    assert [action.text for action in facts.actions] == ["Buy scales"]
    gaps = read_gaps(held.reader, held.id)
    assert [entry.id for entry in gaps.still_open] == [asked]
    assert said not in {entry.id for entry in gaps.still_open}


def test_the_next_meeting_with_who_facilitates(held: Held) -> None:
    held.start()
    assert held.facts.next_meeting is None
    later = held.do(new_meeting, held.team_id, "Later", "2026-12-08T10:50")
    coming = held.do(
        wrap_up.plan_next,
        held.id,
        starts_at="2026-12-01T10:50",
        facilitator=held.minh,
        result_wanted="ten papers",
    )
    assert coming == later  # the planned one is moved
    held.finish()
    found = held.facts.next_meeting
    assert found is not None
    assert (found.starts_local, found.facilitator) == (local("2026-12-01T10:50"), "Minh T.")
    assert found.result_wanted == "ten papers"
    held.do(set_role, coming, "facilitator", None)
    assert held.facts.next_meeting.facilitator is None
    held.do(delete_meeting, coming)
    assert held.facts.next_meeting is None


def test_the_meeting_of_another_team_or_before_this_one_is_not_the_next(held: Held) -> None:
    other = held.do(add_team, "Math", members=("Kim Lee",))
    held.do(new_meeting, other, "Math", "2026-11-25T10:50")
    held.do(new_meeting, held.team_id, "Before", "2026-11-17T10:50")
    assert held.start().finish().facts.next_meeting is None


def test_the_norm_watched_with_its_mean_also_when_it_was_given_up_since(held: Held) -> None:
    watched, other = (norm.id for norm in held.team.norms)
    held.do(change_meeting, held.id, watched_norm_id=watched)
    held.do(wrap_up.rate_norm, held.id, other, (1, 1))
    assert held.start().facts.norm_watched.mean is None
    held.do(wrap_up.rate_norm, held.id, watched, (5, 4, 4, 3, 5))
    held.finish()
    held.do(remove_norm, watched)
    norm = held.facts.norm_watched
    assert (norm.text, norm.mean, norm.count) == ("Evidence before opinion", 4.2, 5)


def test_feedback_comes_line_by_line(held: Held) -> None:
    held.do(wrap_up.give_feedback, held.id, helped="Describing first\n\n The clock ", change="Fewer tickets")
    facts = held.start().finish().facts
    assert (facts.helped, facts.change) == (("Describing first", "The clock"), ("Fewer tickets",))


def test_exit_forms_are_told_in_sums_once_all_have_answered(held: Held) -> None:
    form = next(form for form in feedback_forms() if form.id == "three-fingers")
    asked = form_questions(form)
    say, matters, _next = (question.key for question in asked)
    held.do(anonymous.begin_round, held.id, form.id, 4)
    for number in (5, 3, 5):
        answers = {say: number, matters: 4, NOTE: "CANARY"}
        held.do(anonymous.answer, held.id, form.id, asked, answers)
    assert held.facts.exit_forms == ()
    held.do(anonymous.answer, held.id, form.id, asked, {say: 4})
    words = next(form for form in feedback_forms() if form.id == "word-question")
    held.do(anonymous.count_papers, held.id, words.id, {}, {f"{words.id}-1": ["CANARY"] * 5})
    held.start().finish()
    assert held.facts.exit_forms == (
        ExitForm(
            form.name,
            4,
            (
                SummedAnswers(asked[0].text, 4.25, ((3, 1), (4, 1), (5, 2))),
                SummedAnswers(asked[1].text, 4.0),
            ),
        ),
    )
    assert "CANARY" not in str(held.facts)


def test_what_was_deleted_is_gone_and_comes_back_with_undo(held: Held) -> None:
    kept, gone = held.write("note", "stays"), held.write("decision", "never was")
    held.start().finish()
    held.do(delete_entries, (gone,))
    assert held.facts.decisions == ()
    assert [note.text for note in held.item("Decide").notes] == ["stays"]
    held.do(undo, held.id)
    assert [decision.text for decision in held.facts.decisions] == ["never was"]
    assert kept


def test_notes_of_a_deleted_item_are_not_lost(held: Held) -> None:
    held.write("note", "words of the team")
    held.write("decision", "kept too")
    held.do(add_entry, held.id, NewEntry("note", "said outside any topic"))
    held.start().finish()
    held.do(delete_item, held.item_id("Decide"))
    assert [item.title for item in held.facts.items] == ["Opening", "ATLAS", "Wrap up", "Further notes"]
    assert [note.text for note in held.facts.items[-1].notes] == [
        "words of the team",
        "said outside any topic",
    ]
    assert held.facts.decisions[0].text == "kept too"


def test_a_changed_kind_changes_its_place(held: Held) -> None:
    entry = held.write("note", "We re-teach")
    held.start().finish()
    held.do(change_kind, (entry,), "decision")
    assert [decision.text for decision in held.facts.decisions] == ["We re-teach"]
    assert held.item("Decide").notes == ()


@pytest.mark.parametrize("parts", [Parts(), EVERYTHING])
def test_nothing_private_is_ever_told(held: Held, parts: Parts) -> None:
    """Canaries in every place that minutes must not read."""
    held.do(change_item, held.item_id("Decide"), private_note="CANARY-note-to-myself")
    held.do(change_item, held.item_id("ATLAS"), private_note="CANARY-second")
    held.start()
    held.do(save_draft, held.id, held.item_id("Decide"), "CANARY-half-typed")
    gone = held.write("note", "CANARY-deleted")
    held.do(delete_entries, (gone,))
    changed = held.write("note", "CANARY-before")
    held.do(change_entry, changed, text="mended")
    other = held.do(new_meeting, held.team_id, "CANARY-other", "2026-11-20T10:50", result_wanted="CANARY")
    held.do(add_entry, other, NewEntry("decision", "CANARY-other-meeting"))
    held.do(wrap_up.give_feedback, other, helped="CANARY-other-feedback")
    held.do(wrap_up.give_feedback, held.id, helped="told when asked for")
    held.finish()
    assert "CANARY" not in str(asdict(held.facts))
    copied = copied_of(held.reader, Wanted(held.id, parts=parts))
    text = "".join(
        page.extract_text()
        for pdf in (
            pdf_of(held.reader, Wanted(held.id, parts=parts)),
            pdf_of(held.reader, Wanted(held.id, "catch_up", member_id=held.sam)),
        )
        for page in pypdf.PdfReader(BytesIO(pdf)).pages
    )
    everything = text + markdown_of(held.reader, Wanted(held.id, parts=parts)) + copied.text + copied.html
    assert "mended" in everything
    assert "CANARY" not in everything
    assert ("told when asked for" in everything) is parts.feedback


def test_who_said_what_is_told_only_when_it_is_asked_for(held: Held) -> None:
    held.write("note", "Units are missing", said_by=held.dana)
    held.start().finish()
    assert "Dana" not in markdown_of(held.reader, Wanted(held.id)).split("Present")[0]
    assert "Dana K." in markdown_of(held.reader, Wanted(held.id, parts=EVERYTHING)).split("Present")[0]


def test_a_meeting_written_up_has_no_clock_and_everything_else(held: Held) -> None:
    made = held.do(
        wrap_up.write_up,
        held.team_id,
        "On paper",
        "2026-11-10T10:50",
        minutes=45,
        present=(held.rosa,),
        absent=(held.minh,),
        items=(NewItem("topic", "Tickets", 20),),
    )
    facts = gather(held.reader, made)
    assert (facts.status, facts.used_minutes, facts.planned_minutes) == ("draft", None, 45)
    assert [(item.used, item.reached) for item in facts.items] == [(None, True)]
    assert facts.ends_local == local("2026-11-10T11:35")
    assert [person.name for person in facts.present] == ["Rosa A."]
    assert facts.pauses == ()


def test_gaps_are_what_a_draft_lacks(held: Held) -> None:
    held.write("action", "nobody", due_on=date(2026, 12, 1))
    held.write("action", "no date", owners=(held.minh,))
    held.write("action", "all there", owner_names=("the office",), due_on=date(2026, 12, 1))
    done = held.write("action", "done and nobody's")
    held.do(set_action, done, "done", date(2026, 11, 24))
    held.start()
    assert read_gaps(held.reader, held.id).count == 0  # it still runs
    held.finish()
    gaps = read_gaps(held.reader, held.id)
    assert gaps.result == "a re-teach plan"
    assert [action.text for action in gaps.actions] == ["nobody", "no date"]
    assert gaps.count == 3
    held.do(wrap_up.set_reached, held.id, "no")
    assert read_gaps(held.reader, held.id).count == 2
    held.do(mark_final, held.id)
    assert read_gaps(held.reader, held.id).count == 0


def test_there_are_no_minutes_of_what_was_not_held_or_is_not_there(held: Held) -> None:
    for form in (pdf_of, word_of, markdown_of, copied_of):
        with pytest.raises(UserError, match="has not been held yet"):
            form(held.reader, Wanted(held.id))
    for form in (calendar_of, table_of):
        with pytest.raises(UserError, match="has not been held yet"):
            form(held.reader, held.id)
    held.start().finish()
    with pytest.raises(UserError, match="not on the team"):
        pdf_of(held.reader, Wanted(held.id, "catch_up", member_id="nobody"))
    held.do(delete_meeting, held.id)
    with pytest.raises(UserError, match="not there"):
        gather(held.reader, held.id)
    with pytest.raises(UserError, match="not there"):
        pdf_of(held.reader, Wanted(held.id))


def test_the_same_minutes_are_the_same_bytes_and_have_a_name(held: Held) -> None:
    held.start().finish()
    assert pdf_of(held.reader, Wanted(held.id)) == pdf_of(held.reader, Wanted(held.id))
    assert pdf_of(held.reader, Wanted(held.id, paper="a4")) != pdf_of(held.reader, Wanted(held.id))
    assert name_of(held.reader, Wanted(held.id)) == "2026-11-24 Exit tickets"
    assert (
        name_of(held.reader, Wanted(held.id, "catch_up", member_id=held.sam))
        == "2026-11-24 Catch-up for Sam W."
    )


def test_a_catch_up_page_names_what_its_reader_is_to_do(held: Held) -> None:
    held.write("action", "Count the scales", owners=(held.sam,), due_on=date(2026, 12, 1))
    held.write("action", "Somebody else's", owners=(held.dana,))
    held.start().finish()
    page = pypdf.PdfReader(
        BytesIO(pdf_of(held.reader, Wanted(held.id, "catch_up", member_id=held.sam)))
    ).pages[0]
    text = page.extract_text()
    assert "Catch-up for Sam W." in text
    assert "Count the scales" in text
    assert "Somebody else" not in text
