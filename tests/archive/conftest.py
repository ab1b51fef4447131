"""A workspace with three years of two teams, made once and only read."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plcdesk.archive.directory import Directory, read_directory
from plcdesk.archive.search import QUICK, Found, Row, describe, search
from plcdesk.archive.wanted import parse
from plcdesk.closing.wrap_up import write_up
from plcdesk.planning.agendas import NewItem, add_item, change_meeting, new_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry, set_action
from plcdesk.store.reader import Reader
from plcdesk.store.tables import Attachment, Attendance, Entry, Member, Snapshot
from plcdesk.store.workspace import open_workspace

TODAY = date(2026, 11, 24)


@dataclass
class Archive:
    """The workspace, read; ids by short names."""

    reader: Reader
    ids: dict[str, str]
    names: Directory = field(default_factory=Directory)

    def found(self, typed: str, limit: int = 4000) -> Found:
        return search(self.reader, parse(typed), self.names, TODAY, limit)

    def rows(self, typed: str) -> tuple[Row, ...]:
        wanted = parse(typed)
        return describe(self.reader, self.found(typed).meetings, self.names, wanted.terms)

    def titles(self, typed: str) -> list[str]:
        return [row.title.text for row in self.rows(typed)]

    def quick_titles(self, typed: str) -> list[str]:
        found = self.found(typed, QUICK)
        return [row.title.text for row in describe(self.reader, found.meetings, self.names, ())]


def fill(do) -> dict[str, str]:
    """Two teams with meetings; returns ids."""
    ids = {}
    ids["science"] = science = do(
        add_team, "Grade 7 Science", members=("Dana Kim", "Minh Trần", "Rosa Álvarez")
    )
    ids["maths"] = maths = do(add_team, "Grade 7 Maths", members=("Dana Kim", "Jo Li"))

    def people(work):
        for member in work.session.query(Member):
            ids[f"{member.name.split()[0]} {member.team_id == science}"] = member.id

    do(people)
    dana, minh = ids["Dana True"], ids["Minh True"]

    def held(key, team, title, at, items=(), result=""):
        ids[key] = do(write_up, team, title, at, minutes=45, items=items)
        do(change_meeting, ids[key], result_wanted=result)
        return ids[key]

    tickets = held(
        "tickets",
        science,
        "Reading the exit tickets on density",
        "2026-11-17T10:50",
        result="a re-teach plan for Thursday",
    )
    probe = held(
        "probe",
        science,
        "Designing the density probe",
        "2026-11-10T10:50",
        (NewItem("topic", "Probe", 20, "Which salt water demo"),),
    )
    unit = held("unit", science, "Unit 2 results", "2026-10-20T10:50")
    maths1 = held("maths1", maths, "Fractions", "2026-11-12T15:00")
    last = held("last", science, "Density, last year", "2025-12-02T10:50")
    ids["planned"] = do(
        new_meeting, science, "Next time", "2026-12-01T10:50", items=(NewItem("topic", "Float the egg", 10),)
    )

    def say(meeting, kind, text, **more):
        return do(add_entry, meeting, NewEntry(kind, text, **more))

    say(tickets, "note", "“Heavier sinks” appears in 14 of 31 tickets")
    ids["decision"] = say(
        tickets, "decision", "Re-teach ratio, not formula, on Thursday", why="formula came too early"
    )
    ids["strips"] = say(
        tickets,
        "action",
        "Print the ratio strips for the re-teach",
        owners=(dana,),
        due_on=date(2026, 11, 20),
    )
    do(set_action, ids["strips"], "done", TODAY)
    say(probe, "note", "decided to re-teach before the probe")
    say(probe, "question", "Does section C know the word ‘naïve’?")
    ids["laptops"] = say(
        unit, "action", "three students need a second re-teach", owners=(minh,), due_on=date(2026, 10, 27)
    )
    say(unit, "action", "Ask about the lab", owner_names=("The coach",))
    say(last, "note", "the re-teach day helped section B most")
    say(maths1, "decision", "Fractions before ratio")

    def more(work):
        item_id = add_item(work, tickets, NewItem("topic", "Data", 25))
        work.add(
            Snapshot(
                item_id=item_id,
                meeting_id=tickets,
                protocol_id="atlas",
                name="ATLAS Looking at Data",
                own_minutes=45,
                people=3,
                protocol={},
                fitted={},
            )
        )
        work.add(
            Attachment(meeting_id=tickets, name="tickets-section-B.pdf", size=3, sha256="x", added_at=work.at)
        )
        for member_id, status in ((dana, "present"), (minh, "absent")):
            work.add(Attendance(meeting_id=tickets, member_id=member_id, status=status))
        work.add(
            Entry(
                team_id=science,
                meeting_id=tickets,
                kind="note",
                text="hiddenword",
                created_at=work.at,
                hidden=True,
            )
        )

    do(more)
    return ids


@pytest.fixture(scope="package")
def archive_file(
    empty_workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    file = Path(shutil.copy(empty_workspace, tmp_path_factory.mktemp("archive") / "archive.plcdb"))
    with open_workspace(file, lambda: datetime(2026, 11, 24, 10, 40, tzinfo=UTC)) as workspace:
        ids = fill(
            lambda service, *args, **more: workspace.writer.write(service, *args, **more).result(60).value
        )
    return file, ids


@pytest.fixture
def archive(archive_file: tuple[Path, dict[str, str]]) -> Iterator[Archive]:
    file, ids = archive_file
    with Reader(file) as reader:
        yield Archive(reader, ids, read_directory(reader))
