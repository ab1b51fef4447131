"""All minutes of a year in one PDF."""

from io import BytesIO

import pytest

from plcdesk.closing.final import mark_final
from plcdesk.closing.wrap_up import write_up
from plcdesk.minutes.document import Block, Column, Document, Paragraph, Table, plain_runs
from plcdesk.minutes.pdf_book import write_book
from plcdesk.minutes.year import SchoolYear, read_years, year_of
from plcdesk.minutes.year_book import Chapter, Stopped, names_in_year, year_book
from plcdesk.planning.agendas import change_meeting
from plcdesk.planning.teams import add_team
from plcdesk.running.entries import NewEntry, add_entry
from plcdesk.students.changing import choose_names
from plcdesk.students.guard import Choice

pypdf = pytest.importorskip("pypdf")
DAYS = ("2025-07-31", "2026-09-01", "2026-10-06", "2027-07-31", "2027-08-01")


def book_of_year(reader, team: str, year: SchoolYear, **more) -> bytes:
    to = BytesIO()
    year_book(reader, team, year, to, **more)
    return to.getvalue()


@pytest.fixture
def do(workspace):
    return lambda service, *args, **more: workspace.writer.write(service, *args, **more).result(10).value


@pytest.fixture
def reader(workspace):
    with workspace.reader() as opened:
        yield opened


@pytest.fixture
def team(do) -> str:
    made = do(add_team, "Grade 7", members=("Rosa Alvarez",))
    for day in DAYS:
        meeting = do(write_up, made, f"Met on {day}", f"{day}T10:50", minutes=45)
        do(add_entry, meeting, NewEntry("decision", f"Decided on {day}", why="Jayden asked"))
        do(add_entry, meeting, NewEntry("action", f"To do from {day}"))
        do(choose_names, meeting, {"jayden": Choice("code", "Student A")})
    return made


def test_a_year_begins_in_august(reader, team):
    assert read_years(reader, team) == (SchoolYear(2027, 1), SchoolYear(2026, 3), SchoolYear(2024, 1))
    assert SchoolYear(2099, 1).name == "2099–00"
    assert {year_of(pytest.importorskip("datetime").date(2026, month, 1)) for month in (8, 12)} == {2026}


def test_the_book_has_contents_minutes_and_lists(reader, team, do):
    final = reader.value("SELECT id FROM meeting WHERE title = 'Met on 2026-10-06'")
    do(mark_final, final)
    do(change_meeting, final, title="Renamed since")
    done = []
    book = book_of_year(reader, team, SchoolYear(2026, 3), progress=lambda *of: done.append(of) or True)
    assert list(dict.fromkeys(done)) == [(0, 3), (1, 3), (2, 3), (3, 3)]
    opened = pypdf.PdfReader(BytesIO(book))
    texts = [" ".join(page.extract_text().split()) for page in opened.pages]
    assert len(texts) == 5
    assert "Met on 2026-09-01" in texts[0] and "All decisions and actions" in texts[0]
    assert "Met on 2026-09-01 2 Tue 6 Oct Met on 2026-10-06 3" in texts[0]
    assert texts[1].startswith("Met on 2026-09-01") and "Met on 2026-10-06" in texts[2]  # as it was final
    assert all(f"Decided on {day}" in texts[4] for day in DAYS[1:4])
    assert all(f"To do from {day}" in texts[4] for day in DAYS[1:4])
    assert DAYS[0] not in " ".join(texts) and DAYS[4] not in " ".join(texts)
    assert "Jayden" not in " ".join(texts) and "Student A asked" in texts[1]
    assert opened.outline[0].title == "Tue 1 Sep Met on 2026-09-01"
    assert opened.metadata.title == "Grade 7, minutes 2026–27"
    assert book_of_year(reader, team, SchoolYear(2026, 3)) == book


def test_a_book_can_be_stopped(reader, team):
    with pytest.raises(Stopped):
        book_of_year(reader, team, SchoolYear(2026, 3), progress=lambda done, _all: done < 1)


def test_names_are_looked_for_in_all_that_the_book_tells(reader, team, do):
    first, second = (
        reader.value("SELECT id FROM meeting WHERE title = ?", [f"Met on {day}"]) for day in DAYS[1:3]
    )
    do(change_meeting, second, result_wanted="a plan for student Keisha")
    names = names_in_year(reader, team, SchoolYear(2026, 3))
    assert [name.name for name in names.new] == ["Keisha"]
    assert names.places == {"keisha": [first, second]}  # the first tells what is wanted of the next


def test_a_year_without_meetings_is_an_empty_book(reader, team):
    book = pypdf.PdfReader(BytesIO(book_of_year(reader, team, SchoolYear(1999, 0), paper="a4")))
    assert len(book.pages) == 1


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_what_stands_above_a_table_of_the_lists_is_on_its_page(rows: int):
    def group(number: int) -> tuple[Block, ...]:
        lines = tuple(((plain_runs(f"Row {number}."),),) for _ in range(rows))
        return (Paragraph(plain_runs(f"Title {number}."), leads=True), Table((Column("", 1),), lines))

    to = BytesIO()
    book = Document("Book", "Team", "en-US", ())
    write_book(book, [Chapter("a", "Tue", "One")], [book], map(group, range(80)), "letter", to)
    pages = [page.extract_text() for page in pypdf.PdfReader(to).pages]
    assert len(pages) > 3
    for number in range(80):
        (page,) = (page for page in pages if f"Title {number}." in page)
        assert page.count(f"Row {number}.") == rows
