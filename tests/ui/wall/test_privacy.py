"""Nothing private is ever on the wall: every widget of it, in every state, against a meeting full of canaries."""

import json
from datetime import date

import msgspec
import pytest

from plcdesk.closing.wrap_up import begin_wrap_up, finish, give_feedback, rate_norm
from plcdesk.library.schema import Cue, Protocol
from plcdesk.planning.agendas import NewItem, change_item, change_meeting, new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entries, add_entry, save_draft
from plcdesk.running.gripes import keep_gripe
from plcdesk.running.group_keeping import keep_groups
from plcdesk.running.groups import Group
from plcdesk.running.reading import read_room
from plcdesk.running.room import leave, record, start_meeting
from plcdesk.running.times import Instant
from plcdesk.running.votes import NewVote, keep_vote
from plcdesk_ui.timer.window import TimerWindow
from plcdesk_ui.wall.text import WallText
from plcdesk_ui.wall.window import WallWindow
from tests.shipped import SHIPPED
from tests.ui.walk import texts

CANARY = "qanary"
KINDS = ("note", "decision", "action", "question", "parked", "focus_question", "concern", "warm", "takeaway")


def poisoned(protocol: Protocol) -> Protocol:
    """The protocol with a canary in everything that is for the facilitator alone."""

    def poison(step):
        return msgspec.structs.replace(
            step,
            do=f"{CANARY}-do",
            avoid=[f"{CANARY}-avoid"],
            cues=[Cue(when=f"{CANARY}-when", say=f"{CANARY}-cue")],
            steps=[poison(inner) for inner in step.steps],
        )

    return msgspec.structs.replace(
        protocol, steps=[poison(step) for step in protocol.steps], cautions=[f"{CANARY}-caution"]
    )


def doing(workspace):
    def carry_out(service, *args, **kwargs):
        return workspace.writer.write(service, *args, **kwargs).result(60).value

    return carry_out


@pytest.fixture
def do(workspace):
    return doing(workspace)


@pytest.fixture
def begins_with(prepared):
    return prepared("poisoned", poisoned_meeting)


def poisoned_meeting(workspace, time) -> str:
    """A meeting with a canary in every private field, and a late action of somebody who is absent."""
    do = doing(workspace)
    now = Instant(time(), 0.0, "run-1")
    members = ("Rosa Alvarez", "Minh Trần", "Dana Kim", f"Zoe{CANARY} Absent", f"Tom{CANARY} Gone")
    team = do(add_team, "Science", members=members, norms=("Equity of voice", "Evidence first"))
    items = [NewItem("opening", "Opening", 5)]
    for name in ("atlas-data", "consultancy", "chalk-talk", "last-word", "tuning", "one-two-four-all"):
        protocol = SHIPPED.get(name)
        items.append(NewItem("protocol", protocol.name, 90, protocol=poisoned(protocol)))
    items += [
        NewItem("topic", "Tickets", 5),
        NewItem("news", "News", 5),
        NewItem("decision", "Re-teach", 5),
        NewItem("wrap_up", "Wrap up", 5),
    ]
    before = do(new_meeting, team, "Before", "2026-11-17T10:40")
    made = do(new_meeting, team, "Today", "2026-11-24T10:40", minutes=480, items=items)
    with workspace.reader() as reader:
        people = [row["id"] for row in reader.rows("SELECT id FROM member ORDER BY position, n")]
    late = NewEntry("action", f"{CANARY}-late", owners=(people[3],), due_on=date(2026, 11, 18))
    do(add_entry, before, late)
    ends = now.wall.replace(hour=19)
    do(start_meeting, made, now, present=(*people[:3], people[4]), absent=(people[3],), ends_at=ends)
    do(leave, made, people[4], now)
    with workspace.reader() as reader:
        room = read_room(reader, made)
    for item in room.agenda.items:
        do(change_item, item.id, private_note=f"{CANARY}-private")
    news = [
        NewEntry(kind, f"{CANARY}-{kind}", step.item_id, step.key, why=f"{CANARY}-why")
        for step in room.plan.steps
        for kind in KINDS
    ]
    news += [
        NewEntry("note", f"{CANARY}-hidden", step.item_id, step.key, hidden=True) for step in room.plan.steps
    ]
    do(add_entries, made, news)
    with workspace.reader() as reader:
        entries = read_room(reader, made).entries
    for decision in (entry for entry in entries if entry.kind == "decision"):
        do(keep_vote, decision.id, NewVote("fist", (5, 1), (f"{CANARY}-objection",)))
    do(keep_gripe, made, "gripe", f"{CANARY}-gripe")
    in_groups = room.agenda.items[6]
    groups = (Group("Group 1", (people[0], people[3])), Group("Group 2", (*people[1:3], people[4])))
    for place in ("pairs", "fours"):
        do(keep_groups, made, in_groups.id, place, groups)
    for step in room.plan.steps:
        do(save_draft, made, step.key, f"{CANARY}-draft")
    for norm in room.agenda.team.norms:
        do(rate_norm, made, norm.id, [1, 1, 5, 5, 5])
    do(give_feedback, made, helped=f"{CANARY}-helped", change=f"{CANARY}-change")
    do(change_meeting, made, watched_norm_id=room.agenda.team.norms[0].id)
    return made


def words_on(wall: WallWindow) -> list[str]:
    painted = [text.text for text in wall.findChildren(WallText)]
    return [*texts(wall), *painted, wall.ring._big.text(), wall.ring._small.text(), wall.statusTip()]


def check(wall: WallWindow, typed: str = "") -> None:
    """No canary but what is being typed in the wall's own line."""
    for words in words_on(wall):
        rest = words.replace(typed, "") if typed else words
        assert CANARY not in rest.casefold(), words


def check_timer(timer: TimerWindow) -> None:
    """The small timer stands where the room sees it."""
    for words in (*texts(timer), timer.ring._big.text(), timer.ring._small.text()):
        assert CANARY not in words.casefold(), words


@pytest.mark.parametrize("one_screen", [False, True], ids=["beside the desk", "on the only screen"])
def test_no_canary_is_on_the_wall_in_any_step_or_state(
    one_screen, context, do, meeting, moment, time, qtbot, follow
):
    live = follow(meeting)
    wall = WallWindow(live, one_screen)
    qtbot.addWidget(wall)
    wall.resize(1280, 800)
    wall.show()
    timer = TimerWindow(live)
    qtbot.addWidget(timer)
    typed = f"{CANARY}-draft" if one_screen else ""
    seen = set()
    for step in live.state.plan.steps:
        do(record, meeting, moment(), "went_to", step=step.key, reason="next")
        live.read_again()
        check(wall, typed)
        wall.bring_question_back()
        check(wall, typed)
        wall.question.put_away()
        for view in ("agenda", "stems", "blank", "step"):
            wall.show_view(view)
            check(wall, typed)
        check_timer(timer)
        seen.add(wall.words.title.text)
    assert len(seen) > 20
    do(record, meeting, moment(), "paused", reason=f"{CANARY}-reason")
    live.read_again()
    time.pass_by(minutes=4)
    live.tick()
    assert wall.words.title.text == "Pause"
    check(wall, typed)
    do(record, meeting, moment(), "resumed")
    live.read_again()
    time.pass_by(hours=2)
    live.tick()
    assert wall.ring.state == "over"
    check(wall, typed)
    do(begin_wrap_up, meeting, moment(), None)
    live.read_again()
    check(wall, typed)
    do(finish, meeting, moment())
    live.read_again()
    assert wall.words.title.text == "Thank you"
    check(wall, typed)
    check_timer(timer)
    wall.let_go()
    timer.let_go()


def test_the_walls_own_line_shows_what_is_typed_there_and_nothing_that_was_written(
    context, do, meeting, moment, qtbot, settle, follow
):
    live = follow(meeting)
    wall = WallWindow(live, one_screen=True)
    qtbot.addWidget(wall)
    wall.show()
    wall.line.edit.show_text("")
    check(wall)
    wall.line.edit.insertPlainText(f"Dana will {CANARY}-typed by fri")
    wall.line.enter()
    settle()
    assert any(f"{CANARY}-typed" in entry.text for entry in live.room.entries)
    check(wall)
    wall.let_go()


def test_the_canaries_are_really_in_the_meeting(context, meeting):
    room = read_room(context.reader, meeting)
    assert all(CANARY in item.private_note for item in room.agenda.items)
    assert all(CANARY in text for text in room.drafts.values())
    assert len(room.entries) == len(KINDS) * len(room.plan.steps)
    kept = [item.snapshot.protocol_json for item in room.agenda.items if item.snapshot is not None]
    assert len(kept) == 6
    assert all(f"{CANARY}-do" in text and f"{CANARY}-cue" in text for text in kept)
    assert json.loads(kept[0])
