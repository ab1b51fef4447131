"""The coach's pages: a page for each team, the status first, nobody ranked and nobody named."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from plcdesk.insights.figures import read_figures
from plcdesk.insights.letters import Letter
from plcdesk.insights.pages import TeamFigures, coach_pages, principal_page, reply_slip, team_page
from plcdesk.insights.span import school_year
from plcdesk.minutes.document import Charts, SideBySide
from plcdesk.minutes.markdown import to_markdown
from plcdesk.minutes.pdf import pdf_bytes
from plcdesk.store.reader import Reader
from tests.insights.conftest import TODAY

LETTER = Letter("id", "team", "to_team", "You looked at <b>real</b> work.", "Who decides?", "Ana", TODAY)


@pytest.fixture(scope="module")
def teams(reader: Reader) -> list[TeamFigures]:
    return [
        TeamFigures(row["name"], row["school"], read_figures(reader, row["id"], school_year(TODAY), TODAY))
        for row in reader.rows("SELECT id, name, school FROM team ORDER BY name DESC")
    ]


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_an_overview_and_one_page_for_each_team_in_alphabetical_order(teams: list[TeamFigures]):
    overview, *of_teams = pages(pdf_bytes(coach_pages(teams), "letter"))
    names = sorted(team.name for team in teams)
    assert len(of_teams) == len(teams) == 2
    assert overview.index(names[0]) < overview.index(names[1])
    for name, page in zip(names, of_teams, strict=True):
        figures = next(team.figures for team in teams if team.name == name)
        held = f"{len(figures.held)} of {len(figures.meetings)} meetings held"
        assert page.index(name) < page.index(held) < page.index("What we decided")
        assert "what went well, and one question" in page


def test_pages_of_one_team_are_one_page(teams: list[TeamFigures]):
    for document in (team_page(teams[0]), principal_page(teams[0]), reply_slip(teams[0], LETTER)):
        for paper in ("letter", "a4"):
            assert len(pages(pdf_bytes(document, paper))) == 1


def test_nobody_is_named(teams: list[TeamFigures], reader: Reader):
    members = {row["name"] for row in reader.rows("SELECT name FROM member")}
    text = to_markdown(coach_pages(teams)) + to_markdown(principal_page(teams[0]))
    assert not [name for name in members if name in text]


def test_every_chart_has_its_numbers_beside_it(teams: list[TeamFigures]):
    def charts(blocks):
        for block in blocks:
            if isinstance(block, Charts):
                yield block
            elif isinstance(block, SideBySide):
                yield from charts((*block.left, *block.right))

    found = list(charts(team_page(teams[0]).blocks))
    assert len(found) == 2
    assert all(any(sign.isdigit() for sign in row.words[0].text) for chart in found for row in chart.rows)
    for row in found[0].rows:
        assert f"| {row.label[0].text} | {row.words[0].text} |" in to_markdown(team_page(teams[0]))


def test_the_coachs_reply_stands_as_it_was_written(teams: list[TeamFigures]):
    replied = TeamFigures(teams[0].name, teams[0].school, teams[0].figures, to_team=LETTER)
    for document in (team_page(replied), reply_slip(teams[0], LETTER)):
        (page,) = pages(pdf_bytes(document, "letter"))
        assert "You looked at <b>real</b> work." in page
        assert "Who decides?" in page


def test_a_team_with_nothing_yet(reader: Reader):
    nothing = TeamFigures("New team", "", read_figures(reader, "no such team", school_year(TODAY), TODAY))
    for document in (team_page(nothing), principal_page(nothing), coach_pages([nothing])):
        assert "0 of 0 meetings held" in to_markdown(document) or document.title == "Teams at a glance"
        assert pdf_bytes(document, "a4")
