"""What a room keeps of its talk: who came back, private lines, groups, how the team stood, gripes."""

from datetime import UTC, datetime

import pytest

from plcdesk.errors import UserError
from plcdesk.minutes.gather import gather
from plcdesk.planning.agendas import NewItem, new_meeting
from plcdesk.planning.carry_over import read_open_actions
from plcdesk.planning.reading import read_team
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.running.gripe_circles import read_gripes
from plcdesk.running.gripes import delete_gripe, keep_gripe, make_step, sort_gripe
from plcdesk.running.group_keeping import keep_groups
from plcdesk.running.group_places import group_place
from plcdesk.running.grouping import form_groups, read_earlier
from plcdesk.running.groups import Group
from plcdesk.running.private_lines import reveal
from plcdesk.running.reading import read_room
from plcdesk.running.room import arrive, leave, start_meeting
from plcdesk.running.standing import Standing
from plcdesk.running.times import Instant
from plcdesk.running.votes import NewVote, keep_ballot, keep_vote
from plcdesk.store.undo import undo
from tests.shipped import SHIPPED

NAMES = ("Ann A", "Bo B", "Cy C", "Di D", "Ed E", "Flo F")


def at(minute: int) -> Instant:
    return Instant(datetime(2026, 11, 24, 10, minute, tzinfo=UTC), minute * 60.0, "run")


class Talk:
    """A meeting with one protocol that runs, begun at 10:00 with everyone but the last."""

    def __init__(self, workspace, protocol: str, minutes: int = 60) -> None:
        self.workspace = workspace
        self.reader = workspace.reader()
        self.team = self.do(add_team, "Science", members=NAMES)
        self.members = [member.id for member in read_team(self.reader, self.team).members]
        item = NewItem("protocol", "It", minutes, protocol=SHIPPED.get(protocol))
        self.id = self.do(new_meeting, self.team, "Today", "2026-11-24T10:00", items=(item,))
        ends = datetime(2026, 11, 24, 11, tzinfo=UTC)
        here, away = tuple(self.members[:-1]), tuple(self.members[-1:])
        self.do(start_meeting, self.id, at(0), present=here, absent=away, ends_at=ends)

    def do(self, service, *args, **kwargs):
        return self.workspace.writer.write(service, *args, **kwargs).result(5).value

    @property
    def room(self):
        return read_room(self.reader, self.id)

    @property
    def item(self):
        return self.room.agenda.items[0]

    def key(self, step_id: str, turn: int = 0) -> str:
        return [step.key for step in self.room.plan.steps if step.step_id == step_id][turn]

    def place(self, step_id: str, turn: int = 0):
        return group_place(self.item, self.key(step_id, turn))


@pytest.fixture
def talk_of(workspace):
    made: list[Talk] = []

    def begin(protocol: str, minutes: int = 60) -> Talk:
        made.append(Talk(workspace, protocol, minutes))
        return made[-1]

    yield begin
    for talk in made:
        talk.reader.close()


def test_who_left_and_came_back_was_here_from_the_start(talk_of):
    talk = talk_of("atlas-data")
    first, late = talk.members[0], talk.members[-1]
    talk.do(leave, talk.id, first, at(10))
    talk.do(arrive, talk.id, late, at(12))
    assert first not in talk.room.present
    talk.do(arrive, talk.id, first, at(15))
    room = talk.room
    back = room.attendance[first]
    assert (back.status, back.arrived_at, back.came_at) == ("present", at(0).wall, at(15).wall)
    assert room.present == (*talk.members[:-1], late)
    talk.do(leave, talk.id, late, at(20))
    talk.do(arrive, talk.id, late, at(25))
    assert talk.room.attendance[late].status == "late"
    told = {person.name: person.late_minutes for person in gather(talk.reader, talk.id).present}
    assert told == {"Ann A.": None, "Bo B.": None, "Cy C.": None, "Di D.": None, "Ed E.": None, "Flo F.": 12}


def test_private_lines_are_counted_and_never_read_before_they_are_revealed(talk_of):
    talk = talk_of("chalk-talk")
    step = talk.room.plan.steps[1].key
    for kind, text in (("note", "zebra"), ("action", "Apple"), ("decision", "mango"), ("parked", "kiwi")):
        talk.do(add_entry, talk.id, NewEntry(kind, text, talk.item.id, step, hidden=True))
    room = talk.room
    assert (room.entries, room.hidden) == ((), {step: 4})
    facts = gather(talk.reader, talk.id)
    assert (facts.decisions, facts.actions, facts.still_open) == ((), (), ())
    assert not any(each.notes for item in facts.items for each in (item, *item.steps))
    assert read_open_actions(talk.reader, talk.team) == ()
    assert talk.do(reveal, talk.id, [step]) == 4
    assert [entry.text for entry in talk.room.entries] == ["Apple", "kiwi", "mango", "zebra"]
    assert talk.room.hidden == {}
    talk.do(undo, talk.id)
    assert (talk.room.entries, talk.room.hidden) == ((), {step: 4})
    with pytest.raises(UserError):
        talk.do(reveal, talk.id, ["elsewhere"])


def test_groups_are_kept_and_remembered(talk_of):
    talk = talk_of("helping-trios")
    place = talk.place("coach")
    assert (place.least, place.most, place.in_turn) == (3, 3, True)
    groups = form_groups(place, talk.room.present, seed="x")
    assert [(group.name, len(group.members)) for group in groups] == [("Group 1", 3), ("Group 2", 2)]
    talk.do(keep_groups, talk.id, talk.item.id, place.key, groups)
    assert talk.room.groupings == {(talk.item.id, place.key): groups}
    assert talk.place("talk") == talk.place("coach", 1) == place or talk.place("talk").key == place.key
    assert read_earlier(talk.reader, talk.id) == (tuple(group.members for group in groups),)
    talk.do(keep_groups, talk.id, talk.item.id, place.key, groups[:1])
    assert talk.room.groupings == {(talk.item.id, place.key): groups[:1]}
    talk.do(undo, talk.id)
    assert talk.room.groupings == {(talk.item.id, place.key): groups}


def test_pairs_become_fours_and_partners_change_with_each_turn(talk_of):
    talk = talk_of("one-two-four-all")
    assert talk.place("pairs").key != talk.place("fours").key == talk.place("all").key
    assert talk.place("pairs").wanted == 2
    walk = talk_of("impromptu-networking")
    first, second = walk.place("talk"), walk.place("talk", 1)
    assert (first.before, second.before) == (None, first.key)
    assert talk_of("atlas-data").place("describe") is None


def test_the_rim_of_a_wheel_moves_and_an_inner_circle_changes_places(talk_of):
    wheel = talk_of("wagon-wheel")
    place = wheel.place("talk", 1)
    pairs = (Group("Group 1", ("a", "b")), Group("Group 2", ("c", "d")))
    moved = form_groups(place, "abcd", here=pairs, seed="x")
    assert [group.members for group in moved] == [("a", "d"), ("c", "b")]
    bowl = talk_of("fishbowl").place("swap")
    inner, outer = form_groups(bowl, "abcdef", earlier=[("abc", "def")], seed="x")
    assert (inner.name, set(inner.members), set(outer.members)) == ("Inner circle", set("def"), set("abc"))


def test_every_step_of_the_library_with_groups_has_a_place_for_them(talk_of, workspace):
    talk = talk_of("troika")
    assert talk.place("trios").key == talk.place("consult").key
    assert talk.place("consult").in_turn


def test_how_the_team_stood_goes_with_the_decision(talk_of):
    talk = talk_of("atlas-data")
    decision = talk.do(add_entry, talk.id, NewEntry("decision", "Re-teach", talk.item.id))
    talk.do(keep_vote, decision, NewVote("fist", (5, 4, 2), (" No lab ", "")))
    assert talk.room.standings == {decision: Standing("fist", (5, 4, 2), ("No lab",))}
    assert gather(talk.reader, talk.id).decisions[0].fingers == "1 at 2. Objection: No lab."
    talk.do(keep_ballot, decision, "thumbs", [(1, "Too soon"), (3, ""), (2, "")])
    both = ("No lab", "Too soon")
    assert talk.room.standings == {decision: Standing("thumbs", (3, 2, 1), both)}, "objections are kept"
    talk.do(keep_ballot, decision, "thumbs", [(1, "Too soon"), (3, " ")])
    assert talk.room.standings[decision].objections == both, "each once"
    talk.do(keep_vote, decision, NewVote("fist", ()))
    assert talk.room.standings == {}
    note = talk.do(add_entry, talk.id, NewEntry("note", "Hm", talk.item.id))
    with pytest.raises(UserError):
        talk.do(keep_vote, note, NewVote("fist", (5,)))


def test_a_gripe_is_sorted_and_only_its_step_reaches_the_minutes(talk_of):
    talk = talk_of("atlas-data")
    talk.do(keep_gripe, talk.id, "g1", "The copi")
    talk.do(keep_gripe, talk.id, "g1", "The copier is broken")
    talk.do(keep_gripe, talk.id, "g2", "The district")
    talk.do(keep_gripe, talk.id, "g3", "Half a thou")
    talk.do(keep_gripe, talk.id, "g3", " ")
    with pytest.raises(UserError):
        talk.do(make_step, "g1", NewEntry("action", "Ask the office"))
    talk.do(sort_gripe, "g1", "control")
    talk.do(sort_gripe, "g2", "worry")
    step = talk.do(make_step, "g1", NewEntry("action", "Ask the office", owners=(talk.members[0],)))
    found = read_gripes(talk.reader, talk.id)
    assert [(gripe.text, gripe.circle, gripe.entry_id) for gripe in found] == [
        ("The copier is broken", "control", step),
        ("The district", "worry", None),
    ]
    facts = gather(talk.reader, talk.id)
    assert [action.text for action in facts.actions] == ["Ask the office"]
    assert "copier" not in repr(facts)
    talk.do(delete_gripe, "g2")
    assert len(read_gripes(talk.reader, talk.id)) == 1


def test_the_minutes_name_the_group_before_its_note(talk_of):
    talk = talk_of("helping-trios")
    note = NewEntry("note", "Ask first", talk.item.id, talk.key("coach"), group_name="Group 2")
    talk.do(add_entry, talk.id, note)
    assert talk.room.entries[0].group_name == "Group 2"
    notes = [note for step in gather(talk.reader, talk.id).items[0].steps for note in step.notes]
    assert [(note.small_group, note.text) for note in notes] == [("Group 2", "Ask first")]


def test_while_people_change_places_the_pairs_of_the_next_step_are_made(talk_of):
    talk = talk_of("impromptu-networking")
    for turn in (0, 1):
        coming, now = talk.place("find", turn), talk.place("talk", turn)
        assert coming is not None and coming.coming and not now.coming
        assert (coming.key, coming.least, coming.before) == (now.key, now.least, now.before)
    assert talk_of("compass", 90).place("move") is None  # there, people go to a corner of their own choice


@pytest.mark.parametrize(
    ("protocol", "pairs"), [("one-two-four-all", "pairs"), ("appreciative-interviews", "interview")]
)
def test_two_pairs_come_together_in_a_four(talk_of, protocol, pairs):
    talk = talk_of(protocol, 80 if protocol != "one-two-four-all" else 14)
    fours = talk.place("fours")
    assert fours.before == talk.place(pairs).key and fours.moves == "pairs-join"
    people = list("abcdefgh")
    here = form_groups(talk.place(pairs), people, seed="x")
    made = form_groups(fours, people, here=here, seed="y", size=4)
    assert [len(group.members) for group in made] == [4, 4]
    assert all(any(set(pair.members) <= set(four.members) for four in made) for pair in here)
