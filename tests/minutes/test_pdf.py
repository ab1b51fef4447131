"""The PDF: pages, feet, contents, fonts, and the same bytes each time."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem
from plcdesk.minutes.agenda_page import agenda_document
from plcdesk.minutes.catch_up import catch_up_document
from plcdesk.minutes.content import AgendaFacts, MeetingFacts, Person
from plcdesk.minutes.document import CheckBox, Document, ListOf, Paragraph, Rule, WritingLines, plain_runs
from plcdesk.minutes.minutes_of import Parts, minutes_document
from plcdesk.minutes.pdf import pdf_bytes, write_pdf
from plcdesk.minutes.plain import to_text


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


# Marks of plain text that are drawn, and names of tables, which stand in the contents.
NOT_WORDS = {"-", "|", "[", "]", "1.", "2.", "Actions", "Agenda"}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def read() -> dict[str, PdfReader]:
    """The PDFs that several tests only read."""
    return {}


@pytest.fixture
def long(long_meeting: MeetingFacts, read: dict[str, PdfReader]) -> PdfReader:
    if "long" not in read:
        read["long"] = opened(pdf_bytes(minutes_document(long_meeting, Parts(feedback=True)), "letter"))
    return read["long"]


def test_long_minutes_take_three_pages_and_each_says_whose_and_which_it_is(long: PdfReader) -> None:
    assert len(long.pages) == 3
    for number, page in enumerate(long.pages, 1):
        text = page.extract_text()
        assert "Grade 7 Science PLC · Tue 24 November 2026 · draft · confidential" in text
        assert f"{number} of 3" in text
        assert "Reading the exit tickets on density" in text


def test_the_pdf_has_every_word_of_the_document(meeting: MeetingFacts, agenda: AgendaFacts) -> None:
    for document in (
        minutes_document(meeting, Parts(feedback=True, who_said_what=True)),
        catch_up_document(meeting, "Sam W."),
        agenda_document(agenda),
    ):
        pdf = " ".join(page.extract_text() for page in opened(pdf_bytes(document, "a4")).pages)
        words = {word.strip("()") for word in to_text(document).split()} - NOT_WORDS
        assert not [word for word in words if word not in squeezed(pdf)]


def test_picture_six_fits_on_one_page(meeting: MeetingFacts) -> None:
    assert len(opened(pdf_bytes(minutes_document(meeting), "letter")).pages) == 1


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_pages_have_the_size_of_the_paper(agenda: AgendaFacts, paper: object, size: tuple[int, int]) -> None:
    box = opened(pdf_bytes(agenda_document(agenda), paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_the_pdf_names_itself_its_team_and_its_language(long: PdfReader) -> None:
    assert long.metadata is not None
    assert long.metadata.title == "Reading the exit tickets on density"
    assert long.metadata.author == "Grade 7 Science PLC"
    assert long.root_object["/Lang"] == "en-US"
    assert long.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_the_contents_lead_to_sections_and_items_on_their_own_pages(long: PdfReader) -> None:
    top = [entry for entry in long.outline if not isinstance(entry, list)]
    assert [entry.title for entry in top] == ["Decisions", "Actions", "What we did", "Feedback"]
    (items,) = (entry for entry in long.outline if isinstance(entry, list))
    assert items[1].title == "ATLAS Looking at Data, part 1"
    assert long.get_destination_page_number(items[1]) == 0
    assert long.get_destination_page_number(items[-1]) == 2


def test_the_fonts_are_embedded_and_cut_down_to_what_is_used(long: PdfReader) -> None:
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()["/FontDescriptor"]
        for page in long.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.split("+")[-1] for name in fonts} == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"}
    assert all("/FontFile2" in descriptor and "+" in name for name, descriptor in fonts.items())


def test_the_same_minutes_give_the_same_bytes(meeting: MeetingFacts) -> None:
    document = minutes_document(meeting)
    assert pdf_bytes(document, "letter") == pdf_bytes(document, "letter")
    assert pdf_bytes(document, "letter") != pdf_bytes(replace(document, author="Others"), "letter")


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib\n"
        "from plcdesk.minutes.document import *\n"
        "from plcdesk.minutes.pdf import pdf_bytes\n"
        "blocks = (Heading('Décisions'), ListOf((plain_runs('Trần, Łukasz'),)), Paragraph((Run('x', em=True),)))\n"
        "document = Document('T', 'A', 'en-US', blocks, footer=('F',))\n"
        "print(hashlib.sha256(pdf_bytes(document, 'a4')).hexdigest())\n"
    )

    def run(seed: str, zone: str) -> str:
        around = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(paths.assets().parent)}
        return subprocess.run(
            [sys.executable, "-c", program],
            env=around,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert run("1", "UTC") == run("2", "Asia/Tokyo")


NAMES = (
    "Trần Thị Hương",
    "Nuñez",
    "Łukasz Żółć",
    "Ольга Щёголева",
    "Ængus Ó Súilleabháin",
    "Γιώργος",
    "Ñandú Çelik",
)


def test_any_name_prints(meeting: MeetingFacts) -> None:
    present = tuple(Person(name, "Facilitator") for name in NAMES)
    text = (
        opened(pdf_bytes(minutes_document(replace(meeting, present=present)), "letter"))
        .pages[-1]
        .extract_text()
    )
    flat = " ".join(text.split())
    assert not [name for name in NAMES if name not in flat]
    assert "□" not in flat


def test_accents_typed_apart_print_as_one_letter(meeting: MeetingFacts) -> None:
    present = (Person("Tra\u0302\u0300n"),)
    text = (
        opened(pdf_bytes(minutes_document(replace(meeting, present=present)), "letter"))
        .pages[-1]
        .extract_text()
    )
    assert "Trần" in text


def test_a_full_agenda_is_made_to_fit_on_one_page(agenda: AgendaFacts) -> None:
    full = replace(agenda, items=agenda.items * 4)
    reader = opened(pdf_bytes(agenda_document(full), "letter"))
    assert len(reader.pages) == 1
    assert reader.pages[0].extract_text().count("ATLAS Looking at Data") == 4


def test_what_cannot_fit_on_one_page_goes_on_the_next(agenda: AgendaFacts) -> None:
    reader = opened(pdf_bytes(agenda_document(replace(agenda, items=agenda.items * 12)), "letter"))
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.count("ATLAS Looking at Data") == 12
    assert "Our norms" in reader.pages[-1].extract_text()


def test_a_line_that_leads_a_list_stays_with_it() -> None:
    for count in range(40, 60):
        before = tuple(Paragraph(plain_runs(f"line {number}")) for number in range(count))
        led = (Paragraph(plain_runs("leading"), leads=True), ListOf((plain_runs("led"),)))
        pages = [
            page.extract_text()
            for page in opened(pdf_bytes(Document("T", "A", "en", before + led), "a4")).pages
        ]
        assert [page for page in pages if "leading" in page] == [page for page in pages if "• led" in page]


def test_lines_to_write_on_and_boxes_to_tick_are_drawn() -> None:
    blocks = (
        CheckBox(plain_runs("to do")),
        CheckBox(plain_runs("done"), ticked=True),
        WritingLines(12),
        Rule("accent"),
    )
    document = Document("Sheet", "Team", "en-US", (*blocks, ListOf(())))
    content = opened(pdf_bytes(document, "letter")).pages[0].get_contents()
    assert content is not None
    drawn = content.get_data()
    plain = opened(pdf_bytes(replace(document, blocks=()), "letter")).pages[0].get_contents()
    assert plain is not None
    assert drawn.count(b" l S") - plain.get_data().count(b" l S") >= 15


def test_write_pdf_fills_a_stream_or_a_file(agenda: AgendaFacts, tmp_path: Path) -> None:
    document = agenda_document(agenda)
    stream, file = BytesIO(), tmp_path / "agenda.pdf"
    write_pdf(document, "letter", stream)
    write_pdf(document, "letter", file)
    assert file.read_bytes() == stream.getvalue() == pdf_bytes(document, "letter")


def test_missing_fonts_are_named_in_a_sentence(
    agenda: AgendaFacts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "fonts", lambda: tmp_path / "none")
    with pytest.raises(EnvironmentProblem, match=r"fonts for PDFs are missing or damaged in .*none"):
        pdf_bytes(agenda_document(agenda), "letter")


def test_nothing_heavy_is_imported_before_a_pdf_is_wanted() -> None:
    program = (
        "import sys\n"
        "from plcdesk.minutes import agenda_page, catch_up, markdown, minutes_of, paper, pdf, plain, preview, web\n"
        "print(sorted({'reportlab', 'babel', 'pypdfium2', 'PIL'} & set(sys.modules)))\n"
    )
    around = {**os.environ, "PYTHONPATH": str(paths.assets().parent)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=around, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
