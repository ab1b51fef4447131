"""Sharing between laptops: what goes along, what changes, what is asked, what is never lost."""

import json
import zipfile

import pytest
from sqlalchemy import inspect, select

from plcdesk.closing.wrap_up import give_feedback
from plcdesk.errors import UserError
from plcdesk.sharing.coming import compare
from plcdesk.sharing.conflicts import choose, count_conflicts, keep_both, read_conflicts
from plcdesk.sharing.kinds import BY_TABLE, KINDS, STAYS
from plcdesk.sharing.looking import find, look_into
from plcdesk.sharing.mailbox import bring_in, bring_in_files, others, own_file, put_own, teams_here
from plcdesk.sharing.merging import ManyDeletions
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.preview import preview
from plcdesk.sharing.refusals import NeedsPassphrase, Refused
from plcdesk.sharing.selection import Scope, meetings_between
from plcdesk.sharing.waiting import Stopped, Watch
from plcdesk.store.tables import (
    LOGGED,
    AttachedBytes,
    Attachment,
    Attendance,
    CoachLetter,
    Draft,
    Entry,
    Feedback,
    Gripe,
    Item,
    Meeting,
    MinutesVersion,
    Student,
    Table,
)
from plcdesk.store.undo import undo
from tests.sharing.laptops import NOW

PASSPHRASE = "four quiet herons walk"


@pytest.fixture
def pair(laptop, tmp_path):
    """Anna with the team, Ben who has taken her file; and the team."""
    anna, ben = laptop("Anna"), laptop("Ben")
    team = teams_here(anna.reader)[0]
    anna.share(tmp_path / "first.plcdesk", Scope(team))
    ben.take(tmp_path / "first.plcdesk")
    return anna, ben, team


def entry_of(work, text):
    return work.session.scalars(select(Entry).where(Entry.text == text)).one()


def retold(laptop, old, new):
    def change(work):
        entry_of(work, old).text = new

    laptop.do(change)


def texts(laptop):
    rows = laptop.reader.rows("SELECT text FROM entry WHERE deleted_at IS NULL ORDER BY text")
    return [row["text"] for row in rows]


def test_every_column_is_decided_on():
    """A column that is added to a table travels only once somebody has said so here."""
    travelling = {table.__tablename__ for table in LOGGED.values() if table.travels}
    assert travelling == set(BY_TABLE)
    for kind in KINDS:
        if kind.table == "clock_event":
            continue
        columns = {column.key for column in inspect(LOGGED[kind.table]).columns} - {"n", "id", "deleted_at"}
        assert columns == set(kind.columns) | set(STAYS.get(kind.table, {})), kind.table
    private = {mapper.class_.__tablename__ for mapper in Table.registry.mappers} - set(BY_TABLE)
    assert {"student", "gripe", "draft", "anonymous_round", "name_choice"} <= private


def test_what_is_planned_on_one_laptop_is_run_on_another(pair):
    anna, ben, team = pair
    assert texts(ben) == texts(anna)
    assert ben.value("SELECT count(*) FROM item") == anna.value("SELECT count(*) FROM item")
    assert teams_here(ben.reader) == (team,)
    assert ben.reader.rows("PRAGMA foreign_key_check") == []


def test_nothing_private_goes_along(laptop, tmp_path):
    anna = laptop("Anna")
    team = teams_here(anna.reader)[0]

    def write(work):
        meeting = work.session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
        work.session.scalars(select(Item)).first().private_note = "CANARY note"
        rows = [
            Feedback(meeting_id=meeting.id, helped="CANARY helped", change="CANARY change"),
            Student(team_id=team, name="CANARY Student", code="S1"),
            Gripe(meeting_id=meeting.id, text="CANARY gripe"),
            Draft(meeting_id=meeting.id, place="line", text="CANARY draft"),
        ]
        for extra in (
            {"text": "CANARY hidden", "hidden": True},
            {"text": "CANARY trash", "deleted_at": work.at},
        ):
            rows.append(Entry(team_id=team, meeting_id=meeting.id, kind="note", created_at=work.at, **extra))
        facts = {
            "is": "MeetingFacts",
            "team": "T",
            "title": "X",
            "starts_local": {"is": "datetime", "at": "2026-11-17T10:50:00"},
        }
        rows.append(
            MinutesVersion(
                meeting_id=meeting.id,
                number=1,
                kind="final",
                at=work.at,
                document={
                    "facts": {**facts, "helped": ["CANARY frozen"], "exit_forms": ["CANARY sums"]},
                    "tree": {"is": "Document", "title": "X"},
                },
            )
        )
        for row in rows:
            work.add(row)

    anna.do(write)
    seen = preview(anna.reader, Scope(team))
    assert seen.stays == {
        "private_note": 1,
        "feedback": 1,
        "hidden": 1,
        "trash": 1,
        "gripe": 1,
        "draft": 1,
        "student": 1,
    }
    assert not any("CANARY" in text.text for text in seen.texts)
    anna.share(tmp_path / "out.plcdesk", Scope(team))
    with zipfile.ZipFile(tmp_path / "out.plcdesk") as zip_:
        assert b"CANARY" not in b"".join(zip_.read(name) for name in zip_.namelist())


def test_what_was_done_about_feedback_travels_and_what_was_said_does_not(pair, tmp_path):
    anna, ben, team = pair
    meeting = anna.value("SELECT id FROM meeting WHERE title = 'Exit tickets'")
    answer_said = "We keep two minutes for the news"
    anna.do(lambda work: give_feedback(work, meeting, change="CANARY: less news", answer=answer_said))
    ben.do(lambda work: give_feedback(work, meeting, helped="The timer"))
    file = tmp_path / "answer.plcdesk"

    def send():
        anna.share(file, Scope(team))
        return ben.take(file)

    assert send()["new"] == 1
    with zipfile.ZipFile(file) as zip_:
        assert b"CANARY" not in zip_.read("content.json")
    row = ben.reader.row("SELECT helped, change, answer FROM feedback")
    assert tuple(row) == ("The timer", "", answer_said)
    anna.do(lambda work: give_feedback(work, meeting, answer=""))
    assert send()["deleted"] == 1 and send() == send()
    assert tuple(ben.reader.row("SELECT helped, change, answer FROM feedback")) == ("The timer", "", "")
    assert anna.value("SELECT change FROM feedback") == "CANARY: less news"


def test_the_preview_names_what_looks_like_a_student(pair):
    anna, _, team = pair
    retold(anna, "Half of them guessed", "Ask the mother of Jayden about it")
    seen = preview(anna.reader, Scope(team))
    assert [name.name for name in seen.names.found] == ["Jayden"]
    assert "Ask the mother of Jayden about it" in [text.text for text in seen.texts]
    assert seen.changed == 1


def test_taking_a_file_twice_is_taking_it_once(pair, tmp_path):
    anna, ben, team = pair
    before = ben.content()
    assert set(ben.take(tmp_path / "first.plcdesk")) == {"same"}
    assert ben.content() == before
    document = anna.share(tmp_path / "again.plcdesk", Scope(team)).document
    assert ben.share(tmp_path / "back.plcdesk", Scope(team)).document == document


def test_a_change_on_one_side_replaces_and_is_kept_in_the_past(pair, tmp_path):
    anna, ben, team = pair
    retold(anna, "We use one rubric", "We use one rubric from Monday on")
    anna.share(tmp_path / "second.plcdesk", Scope(team))
    with open_share(tmp_path / "second.plcdesk") as share:
        coming = compare(ben.reader, share)
    assert coming.count["changed"] == 1
    (line,) = coming.lines
    assert (line.before, line.after) == ("We use one rubric", "We use one rubric from Monday on")
    assert "We use one rubric" in texts(ben)
    ben.take(tmp_path / "second.plcdesk")
    assert "We use one rubric from Monday on" in texts(ben)
    assert 'We use one rubric"' in ben.everything_written().replace("'", '"')
    assert ben.take(tmp_path / "first.plcdesk").get("older") == 1
    assert "We use one rubric from Monday on" in texts(ben)


def test_a_change_on_both_sides_is_kept_twice_and_settled_once_for_all(pair, tmp_path):
    anna, ben, team = pair
    retold(anna, "We use one rubric", "Anna's rubric")
    retold(ben, "We use one rubric", "Ben's rubric")
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    ben.share(tmp_path / "b.plcdesk", Scope(team))
    assert anna.take(tmp_path / "b.plcdesk")["both"] == 1
    assert ben.take(tmp_path / "a.plcdesk")["both"] == 1
    assert anna.content() == ben.content()
    (conflict,) = read_conflicts(ben.reader)
    assert {side.content["text"] for side in conflict.sides} == {"Anna's rubric", "Ben's rubric"}
    assert {side.from_name for side in conflict.sides} == {"", "Anna"}
    assert conflict.columns == ("text",)
    mine = next(side for side in conflict.sides if not side.from_name)
    ben.do(choose, "entry", conflict.key, mine.hash, {"text": "One rubric, both of us"})
    assert count_conflicts(ben.reader) == 0
    ben.share(tmp_path / "settled.plcdesk", Scope(team))
    assert anna.take(tmp_path / "settled.plcdesk")["changed"] == 1
    assert "One rubric, both of us" in texts(anna)
    assert count_conflicts(anna.reader) == 0
    for text in ("Anna's rubric", "Ben's rubric"):
        assert text in anna.everything_written()


def test_both_can_be_kept_and_it_is_the_same_both_on_each_laptop(pair, tmp_path):
    anna, ben, team = pair
    retold(anna, "We use one rubric", "Anna's rubric")
    retold(ben, "We use one rubric", "Ben's rubric")
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    ben.share(tmp_path / "b.plcdesk", Scope(team))
    anna.take(tmp_path / "b.plcdesk")
    ben.take(tmp_path / "a.plcdesk")
    for each in (anna, ben):
        (conflict,) = read_conflicts(each.reader)
        assert conflict.may_keep_both
        each.do(keep_both, conflict.table, conflict.key)
        assert {"Anna's rubric", "Ben's rubric"} <= set(texts(each))
    anna.share(tmp_path / "a2.plcdesk", Scope(team))
    assert "both" not in ben.take(tmp_path / "a2.plcdesk")
    ben.share(tmp_path / "b2.plcdesk", Scope(team))
    anna.take(tmp_path / "b2.plcdesk")
    assert anna.content() == ben.content()


def test_a_deletion_travels_as_a_mark_and_never_hides_a_change(pair, tmp_path):
    anna, ben, team = pair
    anna.do(lambda work: work.delete(entry_of(work, "We use one rubric")))
    anna.do(lambda work: work.delete(entry_of(work, "Half of them guessed")))
    retold(ben, "Half of them guessed", "Nearly all of them guessed")
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    count = ben.take(tmp_path / "a.plcdesk")
    assert (count["deleted"], count["both"]) == (1, 1)
    assert texts(ben) == ["Nearly all of them guessed", "Print the strips"]
    assert "We use one rubric" in ben.everything_written()
    ben.do(lambda work: work.restore(entry_of(work, "We use one rubric")))
    ben.share(tmp_path / "b.plcdesk", Scope(team))
    assert anna.take(tmp_path / "b.plcdesk")["restored"] >= 1
    assert "We use one rubric" in texts(anna)


def test_what_is_not_in_a_file_is_not_deleted(pair, tmp_path):
    anna, ben, team = pair
    one = meetings_between(anna.reader, team, None, None)[0]
    anna.share(tmp_path / "one.plcdesk", Scope(team, (one,)))
    ben.take(tmp_path / "one.plcdesk")
    assert ben.value("SELECT count(*) FROM meeting WHERE deleted_at IS NULL") == 2


def test_more_than_ten_deletions_are_asked_about(pair, tmp_path):
    anna, ben, team = pair
    meeting = anna.value("SELECT id FROM meeting")

    def add(work):
        for number in range(11):
            work.add(
                Entry(team_id=team, meeting_id=meeting, kind="note", text=f"N{number}", created_at=work.at)
            )

    anna.do(add)
    anna.share(tmp_path / "with.plcdesk", Scope(team))
    ben.take(tmp_path / "with.plcdesk")
    anna.do(lambda work: [work.delete(row) for row in work.all(select(Entry).where(Entry.text.like("N%")))])
    anna.share(tmp_path / "without.plcdesk", Scope(team))
    with pytest.raises(ManyDeletions, match="11 things"):
        ben.take(tmp_path / "without.plcdesk")
    assert len(texts(ben)) == 14
    assert ben.take(tmp_path / "without.plcdesk", deletions_agreed=True)["deleted"] == 11


def test_two_attendances_of_one_person_are_one_record(pair, tmp_path):
    anna, ben, team = pair
    meeting, member = anna.value("SELECT id FROM meeting"), anna.value("SELECT id FROM member")
    for each, status in ((anna, "present"), (ben, "late")):
        each.do(
            lambda work, status=status: work.add(
                Attendance(meeting_id=meeting, member_id=member, status=status)
            )
        )
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    ben.share(tmp_path / "b.plcdesk", Scope(team))
    assert anna.take(tmp_path / "b.plcdesk")["both"] == 1
    assert ben.take(tmp_path / "a.plcdesk")["both"] == 1
    assert anna.content() == ben.content()
    assert not read_conflicts(anna.reader)[0].may_keep_both
    with pytest.raises(UserError, match="only one"):
        anna.do(keep_both, "attendance", f"{meeting}/{member}")


def test_undo_takes_back_only_what_was_done_here(pair, tmp_path):
    anna, ben, team = pair
    meeting = anna.value("SELECT id FROM meeting WHERE starts_at LIKE '2026-11-17%'")
    retold(ben, "We use one rubric", "Ben's rubric")
    ben.share(tmp_path / "b.plcdesk", Scope(team))
    anna.do(lambda work: setattr(entry_of(work, "Print the strips"), "text", "Print them"))
    anna.take(tmp_path / "b.plcdesk")
    anna.do(undo, meeting)
    assert texts(anna) == ["Ben's rubric", "Half of them guessed", "Print the strips"]


def test_typing_after_sharing_is_a_step_of_its_own(pair, tmp_path):
    anna, _, team = pair

    def type_(text):
        def typed(work):
            work.typing = "entry/1"
            work.session.scalars(select(Entry).order_by(Entry.id)).first().text = text

        anna.do(typed)

    type_("Half")
    type_("Half of")
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    type_("Half of it")
    assert '"Half of"' in anna.everything_written()


def test_attachments_go_along_under_their_hash(pair, tmp_path):
    import hashlib

    anna, ben, team = pair
    content = b"%PDF-1.7 " + bytes(range(256)) * 40
    hash_of_it = hashlib.sha256(content).hexdigest()
    meeting = anna.value("SELECT id FROM meeting")

    def attach(work):
        work.session.add(AttachedBytes(sha256=hash_of_it, content=content))
        work.add(
            Attachment(
                meeting_id=meeting,
                name="../../tickets.pdf",
                size=len(content),
                sha256=hash_of_it,
                added_at=work.at,
            )
        )

    anna.do(attach)
    assert anna.share(tmp_path / "a.plcdesk", Scope(team)).attachments == 1
    ben.take(tmp_path / "a.plcdesk")
    assert ben.value("SELECT content FROM attached_bytes") == content
    without = anna.share(tmp_path / "b.plcdesk", Scope(team, leave_out=frozenset({"attachment"})))
    assert without.attachments == 0


def test_letters_travel(pair, tmp_path):
    anna, ben, team = pair
    ben.do(
        lambda work: work.add(
            CoachLetter(team_id=team, direction="to_team", question="Who spoke least?", at=work.at)
        )
    )
    ben.share(tmp_path / "letter.plcdesk", Scope(team, ()))
    anna.take(tmp_path / "letter.plcdesk")
    assert anna.value("SELECT question FROM coach_letter") == "Who spoke least?"
    ben.share(tmp_path / "none.plcdesk", Scope(team, (), letters=False))
    with zipfile.ZipFile(tmp_path / "none.plcdesk") as zip_:
        assert b"Who spoke least" not in zip_.read("content.json")


def test_a_passphrase_closes_a_file(pair, tmp_path):
    anna, ben, team = pair
    file = tmp_path / "sealed.plcdesk"
    with pytest.raises(UserError, match="at least 8"):
        anna.share(file, Scope(team), passphrase="short")
    assert not file.exists()
    anna.share(file, Scope(team), passphrase=PASSPHRASE)
    for wrong in (None, "", "four quiet herons ran"):
        with pytest.raises(NeedsPassphrase, match="sealed"):
            open_share(file, wrong)
    assert b"rubric" not in file.read_bytes() and b"PK\x03\x04" not in file.read_bytes()
    assert set(ben.take(file, PASSPHRASE)) == {"same"}
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with pytest.raises(Refused):
        open_share(file, PASSPHRASE)


def test_a_file_is_read_without_being_brought_in(pair, tmp_path):
    with open_share(tmp_path / "first.plcdesk") as share, look_into(share) as reader:
        hits = find(reader, "RUBRIC one")
        assert [hit.text for hit in hits] == ["One rubric?", "We use one rubric"]
        assert reader.row("SELECT name FROM team")["name"] == "Grade 7 Science"
    assert not list(tmp_path.glob("*.db*"))


def test_a_long_job_can_be_stopped_and_leaves_nothing(pair, tmp_path):
    anna, ben, team = pair
    before = ben.content()
    watch = Watch()
    watch.stop()
    with pytest.raises(Stopped):
        anna.share(tmp_path / "never.plcdesk", Scope(team), watch=watch)
    assert not list(tmp_path.glob("*never*"))
    assert ben.content() == before


def test_a_meeting_that_runs_here_is_left_alone(pair, tmp_path):
    anna, ben, team = pair
    retold(anna, "We use one rubric", "Anna's rubric")
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    ben.do(lambda work: [setattr(row, "status", "running") for row in work.all(select(Meeting))])
    with pytest.raises(UserError, match="running here"):
        ben.take(tmp_path / "a.plcdesk")
    assert "We use one rubric" in texts(ben)


def test_a_folder_is_a_mailbox(laptop, tmp_path):
    anna, ben = laptop("Anna"), laptop("Ben")
    team = teams_here(anna.reader)[0]
    folder = tmp_path / "shared"
    folder.mkdir()
    assert put_own(anna.workspace, folder, team, anna.sender, NOW)
    assert not put_own(anna.workspace, folder, team, anna.sender, NOW)
    hers = own_file(folder, "Grade 7 Science", anna.sender)
    assert [path.name for path in folder.iterdir()] == [hers.name]
    (arrived,) = bring_in(ben.workspace, folder, ben.sender.id, (team,))
    assert (arrived.from_name, arrived.refused, arrived.news > 5) == ("Anna", "", True)
    (again,) = bring_in(ben.workspace, folder, ben.sender.id, (team,))
    assert again.news == 0
    assert bring_in(anna.workspace, folder, anna.sender.id, (team,)) == []


def test_a_half_written_file_is_waited_for(laptop, tmp_path):
    anna, ben = laptop("Anna"), laptop("Ben")
    team = teams_here(anna.reader)[0]
    put_own(anna.workspace, tmp_path, team, anna.sender, NOW)
    hers = own_file(tmp_path, "Grade 7 Science", anna.sender)
    whole = hers.read_bytes()
    for size in (0, 3, 40, len(whole) // 2, len(whole) - 1):
        hers.write_bytes(whole[:size])
        (arrived,) = bring_in(ben.workspace, tmp_path, ben.sender.id, (team,))
        assert arrived.waiting, size
    (tmp_path / "gone.plcdesk").symlink_to(tmp_path / "nowhere")
    assert all(each.waiting for each in others(tmp_path, ben.sender.id))
    hers.write_bytes(whole)
    found = bring_in(ben.workspace, tmp_path, ben.sender.id, (team,))
    assert sorted(each.news > 0 for each in found) == [False, True]


def test_a_coach_takes_many_files_at_once(laptop, tmp_path):
    anna, coach = laptop("Anna"), laptop("Coach")
    team = teams_here(anna.reader)[0]
    anna.share(tmp_path / "a.plcdesk", Scope(team))
    (tmp_path / "broken.plcdesk").write_bytes(b"PK\x03\x04 and no more")
    taken, broken = bring_in_files(coach.workspace, [tmp_path / "a.plcdesk", tmp_path / "broken.plcdesk"])
    assert (taken.team_name, taken.refused) == ("Grade 7 Science", "")
    assert broken.refused and "broken" in broken.refused


def test_a_file_names_the_files_that_it_followed(laptop, tmp_path):
    anna, ben = laptop("Anna"), laptop("Ben")
    team = teams_here(anna.reader)[0]

    def send(who, name):
        sent = who.share(tmp_path / name, Scope(team))
        with open_share(tmp_path / name) as share:
            assert share.manifest.parents == sent.parents
        return sent

    first = send(anna, "first.plcdesk")
    assert first.parents == [] and send(anna, "again.plcdesk").parents == []
    ben.take(tmp_path / "first.plcdesk")
    retold(ben, "We use one rubric", "Ben's rubric")
    retold(anna, "Half of them guessed", "Nobody guessed")
    bens, annas = send(ben, "ben.plcdesk"), send(anna, "anna.plcdesk")
    assert bens.parents == annas.parents == [first.document]
    for _ in range(2):
        anna.take(tmp_path / "ben.plcdesk")
    assert send(anna, "both.plcdesk").parents == sorted([bens.document, annas.document])


def test_the_document_is_canonical(pair, tmp_path):
    with zipfile.ZipFile(tmp_path / "first.plcdesk") as zip_:
        content = zip_.read("content.json")
    records = json.loads(content)["records"]
    assert (
        content
        == b'{"records":[\n'
        + b",\n".join(
            json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
            for record in records
        )
        + b"\n]}"
    )
