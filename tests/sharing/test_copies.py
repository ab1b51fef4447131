"""Copies to read: names replaced in what leaves, the workspace and every other laptop's words untouched."""

import itertools
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from plcdesk.insights.letters import latest_letter, write_letter
from plcdesk.sharing.conflicts import count_conflicts
from plcdesk.sharing.copies import OwnTeam, is_copy
from plcdesk.sharing.mailbox import teams_here
from plcdesk.sharing.preview import preview
from plcdesk.sharing.selection import Scope
from plcdesk.store.tables import Entry, Team
from plcdesk.students.changing import choose_names
from plcdesk.students.guard import Choice
from tests.sharing.laptops import Laptop, examples

NAMED = "Ask the mother of Jayden about it"
REPLACED = "Ask the mother of J. about it"


def say(laptop, old, new):
    def change(work):
        work.session.scalars(select(Entry).where(Entry.text == old)).one().text = new

    laptop.do(change)


def texts(laptop):
    return sorted(
        row["text"] for row in laptop.reader.rows("SELECT text FROM entry WHERE deleted_at IS NULL")
    )


def choose(laptop, **ways):
    meeting = laptop.value("SELECT meeting_id FROM entry LIMIT 1")
    choices = {name: Choice(way, "Student Q") for name, way in ways.items()}
    laptop.do(lambda work: choose_names(work, meeting, choices))


class Desk:
    """Anna's laptop with a child named in a note, and a coach who gets copies to read."""

    def __init__(self, anna, coach, folder):
        self.anna, self.coach, self.folder = anna, coach, folder
        self.team = teams_here(anna.reader)[0]
        self.numbers = itertools.count()
        say(anna, "Half of them guessed", NAMED)
        choose(anna, jayden="initials")

    def file(self, laptop, *, to_read=True):
        path = self.folder / f"{next(self.numbers)}.plcdesk"
        laptop.share(path, Scope(self.team, to_read=to_read))
        return path


@pytest.fixture
def desk(laptop, tmp_path):
    return Desk(laptop("Anna"), laptop("Coach"), tmp_path)


def test_a_name_is_replaced_in_the_file_and_nowhere_else(desk):
    before = desk.anna.content()
    file = desk.file(desk.anna)
    with zipfile.ZipFile(file) as zip_:
        assert json.loads(zip_.read("manifest.json"))["purpose"] == "to_read"
        assert b"Jayden" not in zip_.read("content.json")
    assert NAMED in texts(desk.anna)
    assert {key: row[0] for key, row in desk.anna.content().items()} == {
        key: row[0] for key, row in before.items()
    }
    desk.coach.take(file)
    assert REPLACED in texts(desk.coach) and NAMED not in texts(desk.coach)


def test_no_hash_in_a_copy_lets_anybody_try_names(desk):
    desk.file(desk.anna, to_read=False)
    say(desk.anna, NAMED, NAMED + " on Monday")
    desk.file(desk.anna, to_read=False)
    with zipfile.ZipFile(desk.file(desk.anna)) as zip_:
        manifest = zip_.read("manifest.json").decode()
        copied = zip_.read("content.json").decode() + manifest
    known = desk.anna.reader.rows("SELECT hash, content_hash FROM version WHERE row_table <> 'team'")
    told = {value for row in known for value in tuple(row) if value}
    told.remove(json.loads(manifest)["document"]["sha256"])  # its own
    assert len(told) > 20 and not [each for each in told if each in copied]


def test_the_preview_shows_what_stands_in_the_copy_and_asks_for_the_rest(desk):
    say(desk.anna, "We use one rubric", "Kwame said that one rubric is enough")
    seen = preview(desk.anna.reader, Scope(desk.team, to_read=True))
    assert REPLACED in [text.text for text in seen.texts]
    assert [name.name for name in seen.names.new] == ["Kwame"]
    assert {"Jayden", "Kwame"} <= {
        name.name for name in preview(desk.anna.reader, Scope(desk.team)).names.found
    }


def test_later_copies_follow_earlier_ones_in_any_order(desk):
    first = desk.file(desk.anna)
    say(desk.anna, NAMED, NAMED + " on Monday")
    second = desk.file(desk.anna)
    for file in (second, first, second):
        desk.coach.take(file)
    assert REPLACED + " on Monday" in texts(desk.coach)
    assert count_conflicts(desk.coach.reader) == 0
    assert desk.coach.take(second) == desk.coach.take(second)


def test_a_letter_comes_back_and_nothing_else(desk):
    desk.coach.take(desk.file(desk.anna))
    say(desk.coach, REPLACED, "Something that the coach wrote")
    say(desk.coach, "We use one rubric", "Also the coach")
    desk.coach.do(lambda work: write_letter(work, desk.team, "to_team", question="Who else?"))
    desk.coach.do(lambda work: setattr(work.get(Team, desk.team), "name", "The coach's name for it"))
    before = texts(desk.anna)
    count = desk.anna.take(desk.file(desk.coach, to_read=False))
    assert {what for what, number in count.items() if number} <= {"new", "same"} and count["new"] == 1
    letter = latest_letter(desk.anna.reader, desk.team, "to_team")
    assert letter is not None and letter.question == "Who else?"
    assert texts(desk.anna) == before
    assert desk.anna.value("SELECT name FROM team") == "Grade 7 Science"


def test_a_team_is_not_overwritten_by_a_copy_of_itself(desk, laptop):
    ben = laptop("Ben")
    ben.take(desk.file(desk.anna, to_read=False))
    before = ben.content()
    say(desk.anna, NAMED, NAMED + " on Monday")
    with pytest.raises(OwnTeam, match="copy to read"):
        ben.take(desk.file(desk.anna))
    assert ben.content() == before
    ben.take(desk.file(desk.anna), copy_agreed=True)
    assert is_copy(ben.reader.connection, desk.team)
    say(desk.anna, NAMED + " on Monday", NAMED + " on Tuesday")
    ben.take(desk.file(desk.anna))
    assert REPLACED + " on Tuesday" in texts(ben)
    assert count_conflicts(ben.reader) == 0


def test_the_originals_make_a_team_of_a_copy(desk, laptop):
    ben = laptop("Ben")
    ben.take(desk.file(desk.anna))
    say(desk.anna, NAMED, NAMED + " on Monday")
    ben.take(desk.file(desk.anna))
    assert is_copy(ben.reader.connection, desk.team)
    ben.take(desk.file(desk.anna, to_read=False))
    assert not is_copy(ben.reader.connection, desk.team)
    assert ben.content() == desk.anna.content()
    say(ben, NAMED + " on Monday", NAMED + " on Tuesday")
    desk.anna.take(desk.file(ben, to_read=False))
    assert NAMED + " on Tuesday" in texts(desk.anna)


def test_of_two_choices_the_same_one_is_kept_whichever_comes_first(desk, laptop):
    ben = laptop("Ben")
    first = desk.file(desk.anna)
    choose(desk.anna, jayden="code")
    second = desk.file(desk.anna)
    for each, files in ((desk.coach, (first, second)), (ben, (second, first, second))):
        for file in files:
            each.take(file)
    assert texts(ben) == texts(desk.coach)
    assert ben.content() == desk.coach.content()


STEPS = st.lists(
    st.tuples(st.sampled_from(("write", "copy", "take", "give", "edit_copy")), st.integers(0, 9)), max_size=14
)


@settings(max_examples=examples(5, 300), deadline=None)
@given(STEPS)
def test_any_copies_in_any_order_are_the_team_with_names_replaced(with_team, empty_workspace, steps):
    """Anna and Ben work together and both give copies to a coach, who gives letters and edits back."""
    with tempfile.TemporaryDirectory() as folder:
        templates = {"Anna": with_team, "Ben": empty_workspace, "Coach": empty_workspace}
        made = {name: Laptop(name, Path(folder) / name, each) for name, each in templates.items()}
        try:
            _live_through(Desk(made["Anna"], made["Coach"], Path(folder)), made["Ben"], steps)
        finally:
            for each in made.values():
                each.close()


def _live_through(desk, ben, steps):
    people = (desk.anna, ben)
    ben.take(desk.file(desk.anna, to_read=False))
    choose(ben, jayden="initials")
    copies = [desk.file(desk.anna)]
    for number, (what, pick) in enumerate(steps):
        who = people[pick % 2]
        if what == "write":
            line = texts(who)[pick % 3]
            say(who, line, f"{number:02}. {NAMED if pick % 3 else 'Nobody'}")
        elif what == "copy":
            copies.append(desk.file(who))
        elif what == "give":
            who.take(desk.file(people[1 - pick % 2], to_read=False))
        elif what == "take":
            desk.coach.take(copies[pick % len(copies)])
        elif lines := texts(desk.coach):
            say(desk.coach, lines[pick % len(lines)], f"The coach's {number}")
            before = [each.content() for each in people]
            for each in people:
                each.take(desk.file(desk.coach, to_read=False))
            assert [each.content() for each in people] == before
    everything = [*copies, *(desk.file(each) for each in people)]
    for file in (*everything, *reversed(everything)):
        desk.coach.take(file)
    assert "Jayden" not in desk.coach.everything_written()
    if any(what == "edit_copy" for what, _ in steps):
        return
    for who, other in (people, people[::-1], people):
        who.take(desk.file(other, to_read=False))
    for each in people:
        desk.coach.take(desk.file(each))
    assert count_conflicts(desk.coach.reader) == count_conflicts(desk.anna.reader)
    if not count_conflicts(desk.anna.reader):
        assert texts(desk.coach) == sorted(text.replace("Jayden", "J.") for text in texts(desk.anna))
