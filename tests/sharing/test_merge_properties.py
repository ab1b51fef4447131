"""Three laptops, any edits, any order, any duplication: the same content everywhere, and no text lost."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from plcdesk.closing.wrap_up import give_feedback
from plcdesk.sharing.conflicts import choose, keep_both, read_conflicts
from plcdesk.sharing.mailbox import teams_here
from plcdesk.sharing.selection import Scope
from plcdesk.store.tables import Attendance, Entry, Item, Meeting, Member, Norm, NormRating, Role
from plcdesk.store.undo import undo
from tests.sharing.laptops import Laptop, examples

NAMES = ("Anna", "Ben", "Cem")
WHO = st.integers(0, 2)
PICK = st.integers(0, 7)
EDITS = st.one_of(
    st.tuples(st.just("write"), WHO, PICK),
    st.tuples(st.just("write"), WHO, PICK),
    st.tuples(st.just("add"), WHO, PICK),
    st.tuples(st.just("delete"), WHO, PICK),
    st.tuples(st.just("restore"), WHO, PICK),
    st.tuples(st.just("title"), WHO, PICK),
    st.tuples(st.just("item"), WHO, PICK),
    st.tuples(st.just("attend"), WHO, PICK),
    st.tuples(st.just("role"), WHO, PICK),
    st.tuples(st.just("rate"), WHO, PICK),
    st.tuples(st.just("answer"), WHO, PICK),
    st.tuples(st.just("undo"), WHO, PICK),
    st.tuples(st.just("settle"), WHO, PICK),
    st.tuples(st.just("share"), WHO, PICK),
    st.tuples(st.just("take"), WHO, PICK),
    st.tuples(st.just("take"), WHO, PICK),
)


class Three:
    """Three laptops, the files that they wrote, and every text that was ever saved on each."""

    def __init__(self, folder: Path, *templates: Path) -> None:
        self.laptops = [
            Laptop(name, folder / f"{name}.plcdb", template)
            for name, template in zip(NAMES, templates, strict=True)
        ]
        self.folder = folder
        self.files: list[Path] = []
        self.saved: list[set[str]] = [set(), set(), set()]
        self.count = 0
        self.team = teams_here(self.laptops[0].reader)[0]

    def text(self, who: int) -> str:
        self.count += 1
        text = f"{NAMES[who]} wrote {self.count:04}."
        self.saved[who].add(text)
        return text

    def step(self, what: str, who: int, pick: int) -> None:
        laptop = self.laptops[who]
        if what == "share":
            self.share(who, one_meeting=pick == 0)
        elif what == "take":
            if self.files:
                laptop.take(self.files[pick % len(self.files)], deletions_agreed=True)
        elif what == "settle":
            self.settle(laptop, who, pick)
        else:
            laptop.do(lambda work: self.edit(work, what, who, pick))

    def share(self, who: int, one_meeting: bool = False) -> Path:
        path = self.folder / f"{len(self.files)}.plcdesk"
        laptop = self.laptops[who]
        if not laptop.value("SELECT count(*) FROM team"):
            return path
        meetings = laptop.reader.rows("SELECT id FROM meeting WHERE deleted_at IS NULL ORDER BY id")
        chosen = (meetings[0]["id"],) if one_meeting and meetings else None
        laptop.share(path, Scope(self.team, chosen))
        self.files.append(path)
        return path

    def settle(self, laptop: Laptop, who: int, pick: int) -> None:
        waiting = read_conflicts(laptop.reader)
        if not waiting:
            return
        one = waiting[pick % len(waiting)]
        side = one.sides[pick % len(one.sides)]
        if one.may_keep_both and pick % 3 == 0:
            laptop.do(keep_both, one.table, one.key)
        else:
            instead = (
                {"text": self.text(who)}
                if one.table == "entry" and pick % 3 == 1 and not side.deleted
                else None
            )
            laptop.do(choose, one.table, one.key, side.hash, instead)

    def edit(self, work, what: str, who: int, pick: int) -> None:
        def some(table, *where):
            rows = work.all(select(table).where(*where).order_by(table.id))
            return rows[pick % len(rows)] if rows else None

        def live(table):
            return some(table, table.deleted_at.is_(None))

        if what == "undo":
            lists = work.session.execute(select(Meeting.id)).scalars().all()
            try:
                undo(work, sorted(lists)[pick % len(lists)])
            except Exception:
                return
        elif what == "write" and (entry := live(Entry)):
            entry.text = self.text(who)
        elif what == "add" and (meeting := live(Meeting)):
            work.add(
                Entry(
                    team_id=meeting.team_id,
                    meeting_id=meeting.id,
                    kind="note",
                    text=self.text(who),
                    created_at=work.at,
                    owners=[],
                    owner_names=[],
                    fields={},
                )
            )
        elif what == "delete" and (row := live((Entry, Item, Norm, Entry)[pick % 4])):
            work.delete(row)
        elif what == "restore" and (entry := some(Entry, Entry.deleted_at.is_not(None))):
            work.restore(entry)
        elif what == "title" and (meeting := live(Meeting)):
            meeting.title = self.text(who)
        elif what == "item" and (item := live(Item)):
            item.title = self.text(who)
        elif what == "answer" and (meeting := live(Meeting)):
            give_feedback(work, meeting.id, answer=self.text(who) if pick % 3 else "")
        elif what in ("attend", "role", "rate"):
            self.of_meeting(work, what, pick, live)

    def of_meeting(self, work, what: str, pick: int, live) -> None:
        meeting, member = live(Meeting), live(Member)
        if meeting is None or member is None:
            return
        if what == "attend":
            found = work.all(
                select(Attendance).where(
                    Attendance.meeting_id == meeting.id, Attendance.member_id == member.id
                )
            )
            status = ("present", "absent", "late")[pick % 3]
            if found and pick == 7:
                work.session.delete(found[0])
            elif found:
                found[0].status = status
            else:
                work.add(Attendance(meeting_id=meeting.id, member_id=member.id, status=status))
        elif what == "role":
            found = work.all(select(Role).where(Role.meeting_id == meeting.id, Role.role == "facilitator"))
            if found:
                found[0].member_id = member.id
            else:
                work.add(Role(meeting_id=meeting.id, role="facilitator", member_id=member.id))
        elif norm := live(Norm):
            found = work.all(
                select(NormRating).where(NormRating.meeting_id == meeting.id, NormRating.norm_id == norm.id)
            )
            if found:
                work.session.delete(found[0])
            else:
                work.add(NormRating(meeting_id=meeting.id, norm_id=norm.id, fingers=[pick % 5 + 1]))

    def exchange_all(self, order: list[int]) -> None:
        if not self.laptops[1].value("SELECT count(*) FROM team"):
            self.laptops[1].take(self.share(0), deletions_agreed=True)
        if not self.laptops[2].value("SELECT count(*) FROM team"):
            self.laptops[2].take(self.share(1), deletions_agreed=True)
        last = [self.share(who) for who in range(3)]
        for who, laptop in enumerate(self.laptops):
            for place in [*order, *order[:2]]:
                laptop.take(last[(place + who) % 3], deletions_agreed=True)

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()


@settings(
    max_examples=examples(6, 1200), deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
@given(st.lists(EDITS, max_size=25), st.permutations([0, 1, 2]), st.booleans())
def test_laptops_agree_and_lose_nothing(with_team, empty_workspace, steps, order, copied):
    """`copied` laptops began as copies of one workspace that was never shared; else two of them are empty."""
    with tempfile.TemporaryDirectory() as folder:
        another = with_team if copied else empty_workspace
        three = Three(Path(folder), with_team, another, another)
        try:
            for step in steps:
                three.step(*step)
            three.exchange_all(order)
            first, *others = (laptop.content() for laptop in three.laptops)
            for other in others:
                assert other == first
            for laptop, saved in zip(three.laptops, three.saved, strict=True):
                written = laptop.everything_written()
                assert {text for text in saved if text not in written} == set()
            settled = [read_conflicts(laptop.reader) for laptop in three.laptops]
            assert len({tuple((one.table, one.key) for one in each) for each in settled}) == 1
        finally:
            three.close()
