"""What the sample tells: believable, consistent in itself, and as the screens expect it."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain

import pytest

from plcdesk.library.fitted import TooShort
from plcdesk.library.fitting import fit
from plcdesk.library.kinds import MEETING_KINDS, kind_words
from plcdesk.library.schema import steps_by_id
from plcdesk.planning.home import read_home
from plcdesk.planning.reading import read_agenda, read_meetings, read_teams
from plcdesk.running.clock import fold
from plcdesk.running.reading import Room, local_of, read_room, utc_of
from plcdesk.running.times import named_moment
from plcdesk.store.reader import Reader

NOW = datetime.fromisoformat("2026-11-24T10:40")


def held(reader: Reader) -> Iterator[Room]:
    for meeting in read_meetings(reader, statuses=("draft", "final")):
        room = read_room(reader, meeting.id)
        assert room is not None
        yield room


def test_each_team_has_a_year_a_draft_and_two_meetings_planned(sample: Reader) -> None:
    teams = read_teams(sample)
    assert [team.name for team in teams] == ["Grade 7 Science", "Grade 3 Literacy", "Algebra I"]
    for team in teams:
        statuses = [meeting.status for meeting in reversed(read_meetings(sample, team.id))]
        assert statuses == ["final"] * 11 + ["draft"] + ["planned"] * 2
        assert 3 <= len(team.norms) <= 4
        assert read_meetings(sample, team.id)[-1].starts_at.date() >= date(2026, 8, 15)


def test_home_of_the_first_team_is_as_it_was_drawn(sample: Reader) -> None:
    home = read_home(sample, read_teams(sample)[0].id, NOW)
    assert home is not None
    assert home.next is not None
    assert home.next.meeting.starts_at == datetime.fromisoformat("2026-11-24T10:50")
    assert home.next.meeting.result_wanted == "a re-teach plan for Thursday"
    assert [(item.title, item.minutes) for item in home.next.items] == [
        ("Opening", 5),
        ("ATLAS Looking at Data", 25),
        ("Decide the re-teach plan", 7),
        ("Wrap up", 5),
    ]
    names = {member.id: member.first_name for member in home.team.members}
    assert {role: names[member] for role, member in home.next.roles.items()} == {
        "facilitator": "Rosa",
        "recorder": "Minh",
        "timekeeper": "Dana",
    }
    assert {entry.text for entry in home.carried.open_entries} == {
        "Lab safety contract: same form for all sections?",
        "Do we re-test unit 2, or spiral it into unit 3?",
    }
    actions = [(a.text, names[a.owners[0]], a.days_late(NOW.date()), a.due_on) for a in home.carried.actions]
    assert len(actions) == 7
    assert actions[:4] == [
        ("Share the re-teach slides", "Minh", 4, date(2026, 11, 20)),
        ("Book the laptop cart for unit 3", "Rosa", 3, date(2026, 11, 21)),
        ("Score 10 common papers blind", "Dana", 0, date(2026, 11, 24)),
        ("Draft the enrichment task", "Jo", 0, date(2026, 12, 1)),
    ]
    assert [(norm.text, norm.trend) for norm in home.norms][:2] == [
        ("Equity of voice", "better"),
        ("Assume positive intent", "steady"),
    ]
    assert home.norms[2].watched_on == date(2026, 11, 24)


def test_todays_protocol_is_brought_prepared_and_has_a_private_note(sample: Reader) -> None:
    home = read_home(sample, read_teams(sample)[0].id, NOW)
    assert home is not None
    assert home.next is not None
    agenda = read_agenda(sample, home.next.meeting.id)
    assert agenda is not None
    atlas = agenda.items[1]
    assert atlas.snapshot is not None
    assert [step.minutes for step in atlas.snapshot.fitted.steps] == [3, 6, 6, 7, 3]
    assert agenda.team.member(atlas.brought_by) is agenda.team.members[1]
    assert atlas.private_note == "Watch for “they just can’t do ratios”."
    assert atlas.prepared == (0,)


@pytest.mark.parametrize("which", ["sample", "large"])
def test_every_clock_folds_to_a_meeting_that_kept_its_time(
    which: str, request: pytest.FixtureRequest
) -> None:
    for room in held(request.getfixturevalue(which)):
        meeting = room.meeting
        assert meeting.started_at is not None
        assert meeting.ended_at is not None
        state = fold(room.plan, room.events, named_moment(meeting.ended_at))
        assert state.status == "ended"
        assert state.wrapping_up
        assert (state.started_at, state.ended_at) == (meeting.started_at, meeting.ended_at)
        late = (meeting.started_at - utc_of(meeting.starts_at, meeting.zone)).total_seconds()
        assert 0 < late < 300
        over = (meeting.ended_at - utc_of(meeting.plan_ends_at, meeting.zone)).total_seconds()
        assert -720 < over < 420
        walls = [event.at.wall for event in room.events]
        assert walls == sorted(walls)
        assert state.total == pytest.approx((meeting.ended_at - meeting.started_at).total_seconds(), abs=1)
        used = {event.step for event in room.events if event.kind in ("started", "went_to", "wrapping_up")}
        assert used <= {step.key for step in room.plan.steps}
        assert all(state.elapsed[key] > 10 for key in used if key)


@pytest.mark.parametrize("which", ["sample", "large"])
def test_every_entry_fits_the_step_it_was_written_in(which: str, request: pytest.FixtureRequest) -> None:
    known = kind_words()
    for room in held(request.getfixturevalue(which)):
        steps = {step.key: step for step in room.plan.steps}
        for entry in room.entries:
            assert entry.kind in known
            assert entry.step is not None
            step = steps[entry.step]
            assert step.item_id == entry.item_id
            item = room.agenda.item(entry.item_id)
            assert item is not None
            words = {}
            if item.snapshot is not None:
                assert step.step_id is not None
                captures = steps_by_id(item.snapshot.protocol.steps)[step.step_id].captures
                words = {capture.kind: capture.name for capture in captures}
            assert entry.kind in words or entry.kind in (*MEETING_KINDS, "quote", "takeaway")
            assert entry.word == words.get(entry.kind) or entry.carried_from is not None
            assert "{" not in entry.text + entry.why
            assert room.meeting.started_at is not None
            assert room.meeting.ended_at is not None
            written = datetime.fromisoformat(entry.created_at)
            assert room.meeting.started_at < written < room.meeting.ended_at


@pytest.mark.parametrize("which", ["sample", "large"])
def test_everyone_present_shows_fingers(which: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(which)
    for row in reader.rows(
        "SELECT norm_rating.fingers, meeting.title, meeting.watched_norm_id, norm_id,"
        " (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id AND status <> 'absent') AS present"
        " FROM norm_rating JOIN meeting ON meeting.id = norm_rating.meeting_id"
    ):
        fingers = json.loads(row["fingers"])
        assert len(fingers) == row["present"], row["title"]
        assert set(fingers) <= {1, 2, 3, 4, 5}
        assert row["norm_id"] == row["watched_norm_id"]


def test_protocols_are_fitted_as_the_app_fits_them(sample: Reader, large: Reader) -> None:
    used: set[str] = set()
    for room in chain(held(sample), held(large)):
        for item in room.agenda.items:
            if item.snapshot is None:
                continue
            chosen = item.snapshot
            used.add(chosen.protocol_id)
            assert chosen.people == len(room.agenda.team.active_members)
            outcome = fit(chosen.protocol, item.minutes, chosen.people, chosen.presenters, chosen.form)
            assert not isinstance(outcome, TooShort)
            assert outcome == chosen.fitted
            assert outcome.minutes + outcome.spare == item.minutes
    assert len(used) == 12


def test_people_take_turns_and_nobody_absent_has_a_role(sample: Reader) -> None:
    for team in read_teams(sample):
        facilitators: list[str] = []
        for meeting in read_meetings(sample, team.id, ("draft", "final")):
            room = read_room(sample, meeting.id)
            assert room is not None
            assert set(room.agenda.roles) == {"facilitator", "recorder", "timekeeper"}
            assert set(room.agenda.roles.values()).isdisjoint(room.absent)
            facilitators.append(room.agenda.roles["facilitator"])
        assert set(facilitators) == {member.id for member in team.members}


def test_actions_end_in_every_way(sample: Reader) -> None:
    counted = {
        row["status"]: row["n"]
        for row in sample.rows(
            "SELECT status, count(*) AS n FROM entry WHERE kind = 'action' GROUP BY status"
        )
    }
    assert counted["done"] > 30
    assert counted["open"] >= 10
    assert counted["dropped"] >= 1
    late = "SELECT count(*) FROM entry WHERE kind = 'action' AND status = 'done' AND closed_on > due_on"
    assert sample.value(late) >= 5
    assert sample.value("SELECT count(*) FROM entry WHERE closed_on > '2026-11-24'") == 0


def test_what_was_left_open_is_taken_up_by_the_next_meeting(sample: Reader) -> None:
    taken = sample.rows(
        "SELECT entry.becomes, meeting.starts_at AS later, first.starts_at AS earlier FROM item"
        " JOIN entry ON entry.id = item.from_entry_id JOIN meeting ON meeting.id = item.meeting_id"
        " JOIN meeting AS first ON first.id = entry.meeting_id"
    )
    assert len(taken) >= 3
    for row in taken:
        assert row["becomes"] == "next_meeting"
        between = datetime.fromisoformat(row["later"]) - datetime.fromisoformat(row["earlier"])
        assert between == timedelta(weeks=1)


def test_what_became_an_action_has_one(sample: Reader) -> None:
    became = sample.rows("SELECT id FROM entry WHERE becomes = 'action'")
    assert became
    for row in became:
        made = sample.rows("SELECT owners FROM entry WHERE carried_from = ? AND kind = 'action'", [row["id"]])
        assert len(made) == 1
        assert made[0]["owners"] != "[]"


def test_somebody_is_late_somebody_absent_somebody_leaves(sample: Reader) -> None:
    statuses = {row["status"] for row in sample.rows("SELECT DISTINCT status FROM attendance")}
    assert statuses == {"present", "late", "absent", "left"}


def test_times_are_local_to_the_teams_zone_in_summer_and_winter(sample: Reader) -> None:
    months = set()
    for room in held(sample):
        started = room.meeting.started_at
        assert started is not None
        months.add(started.month)
        assert (local_of(started, room.meeting.zone) - room.meeting.starts_at).total_seconds() < 300
    assert {9, 11} <= months


def test_no_agenda_has_more_than_its_meeting(sample: Reader, large: Reader) -> None:
    for reader in (sample, large):
        for row in reader.rows(
            "SELECT meeting.title, meeting.minutes, sum(item.minutes) AS planned FROM meeting"
            " JOIN item ON item.meeting_id = meeting.id GROUP BY meeting.id"
        ):
            assert row["minutes"] - 7 <= row["planned"] <= row["minutes"], row["title"]


def test_large_samples_have_every_id_once_and_teams_of_their_own(large: Reader) -> None:
    teams = read_teams(large)
    assert len({team.name for team in teams}) == 7
    for team in teams:
        assert len({member.first_name for member in team.members}) == len(team.members)
        assert len({member.initials for member in team.members}) == len(team.members)
        assert len(read_meetings(large, team.id)) == 42
    for table in ("meeting", "item", "entry", "clock_event"):
        assert large.value(f"SELECT count(*) - count(DISTINCT id) FROM {table}") == 0


def test_there_is_nothing_to_undo_in_a_made_up_past(sample: Reader) -> None:
    assert sample.value("SELECT count(*) FROM work") == 0
    assert sample.value("SELECT count(*) FROM change") == 0
