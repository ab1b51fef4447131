"""What holds on every screen: names for screen readers, plain text, translated text that fits."""

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from plcdesk.sample.making import make_sample
from plcdesk.text import use_disguise
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.shell import app
from tests.ui import walk

SCREENS = (
    "home",
    "meetings",
    "plan",
    "run",
    "wrap_up",
    "minutes",
    "library",
    "actions",
    "insights",
    "team",
    "settings",
    "welcome",
)
HOSTILE = '<img src="/etc/passwd"><b>bold</b>&amp;'


@pytest.fixture(scope="session")
def hostile_sample(tmp_path_factory) -> Path:
    """The sample, with hostile text in every field that people type in."""
    file = tmp_path_factory.mktemp("sample") / "sample.plcdb"
    make_sample(file, teams=2, meetings=4, today=datetime(2026, 11, 24, tzinfo=UTC).date())
    with closing(sqlite3.connect(file)) as sample, sample:
        for table, column in (
            ("team", "name"),
            ("member", "name"),
            ("norm", "text"),
            ("meeting", "title"),
            ("meeting", "result_wanted"),
            ("item", "title"),
            ("item", "purpose"),
            ("entry", "text"),
        ):
            sample.execute(f"UPDATE {table} SET {column} = {column} || ? WHERE n % 2 = 0", [HOSTILE])
    return file


@pytest.fixture
def workspace_file(hostile_sample, tmp_path) -> Path:
    return Path(shutil.copy(hostile_sample, tmp_path / "workspace.plcdb"))


def place_of(name: str, context) -> Place:
    sql = "SELECT id FROM meeting WHERE status = ? ORDER BY starts_at LIMIT 1"
    wanted = {"plan": "planned", "run": "running", "wrap_up": "running", "minutes": "draft"}.get(name)
    return Place(name, str(context.reader.value(sql, [wanted])) if wanted else "")


@pytest.fixture
def running(context, moment) -> str:
    """The planned meeting of today, running."""
    from plcdesk.planning.reading import read_agenda
    from plcdesk.running.reading import utc_of
    from plcdesk.running.room import start_meeting

    meeting = context.reader.value(
        "SELECT id FROM meeting WHERE status = 'planned' ORDER BY starts_at LIMIT 1"
    )
    agenda = read_agenda(context.reader, meeting)
    context.workspace.writer.write(
        start_meeting,
        meeting,
        moment(),
        present=tuple(member.id for member in agenda.team.active_members),
        ends_at=utc_of(agenda.meeting.plan_ends_at, agenda.meeting.zone),
    ).result(60)
    return meeting


@pytest.fixture
def show(window, context, qtbot, settle, request):
    """Goes to a screen, in the window, and waits until all of it is there."""

    def go(name: str) -> None:
        if name in ("run", "wrap_up"):
            request.getfixturevalue("running")
        context.go.went.emit(place_of(name, context))
        qtbot.waitExposed(window)
        settle()

    return go


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name_and_text_from_people_is_shown_as_it_is(name, show, window):
    show(name)
    assert walk.nameless(window) == []
    assert walk.rich_labels(window) == []


def disguise(sentence: str) -> str:
    """Pseudo-translation: marked at both ends, a third longer, its `{names}` kept."""
    parts = re.split(r"(\{[^}]*\})", sentence)
    accented = "".join(part if part.startswith("{") else part.translate(ACCENTS) for part in parts)
    return f"⟦{accented}{'·' * (len(sentence) // 3)}⟧"


ACCENTS = str.maketrans("aeiouAEIOUcns", "áéíóúÁÉÍÓÚçñš")


@pytest.fixture
def pseudo():
    use_disguise(disguise)
    yield
    use_disguise(None)


@pytest.mark.parametrize("name", SCREENS)
def test_all_words_of_ours_are_translated(name, pseudo, show, window, context):
    """A label without the marks of the pseudo-language holds nobody's words, or a word of ours that escaped."""
    show(name)
    peoples = "\n".join(words_of_people(context))
    escaped = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisibleTo(window) and is_prose(label.text()) and "⟦" not in label.text()
        if any(part not in peoples for part in parts_of(label.text()))
    ]
    assert escaped == []


def parts_of(text: str) -> list[str]:
    """The parts of a line that is put together, without dates and the minutes behind them."""
    parts = [re.sub(r" \d+$", "", part) for part in text.split(" · ")]
    return [part for part in parts if re.search(r"[A-Za-z]{3,}", DATE_WORDS.sub("", part))]


DATE_WORDS = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)


def is_prose(text: str) -> bool:
    """Whether there are words of a language in it: not the program's name, not the system's dates."""
    return text != "PLC Desk" and len(re.findall(r"[A-Za-z]{3,}", DATE_WORDS.sub("", text))) >= 2


def words_of_people(context):
    for table, columns in (
        ("team", "name, school, subject, room"),
        ("member", "name"),
        ("norm", "text"),
        ("meeting", "title, result_wanted, room"),
        ("item", "title, purpose, private_note"),
        ("entry", "text, why, word"),
        ("feedback", "helped, change, answer"),
        ("snapshot", "name, protocol, fitted"),
    ):
        for row in context.reader.rows(f"SELECT {columns} FROM {table}"):
            for value in row:
                yield str(value).replace("\\n", "\n").replace('\\"', '"')
    for file in (Path(__file__).parents[2] / "protocols").glob("*.toml"):
        yield file.read_text("utf-8")
    for file in (Path(__file__).parents[2] / "assets").rglob("*.toml"):
        yield file.read_text("utf-8")
    yield str(context.workspace.file)


def test_every_place_has_a_screen(theme):
    for place, (module, name) in app._SCREENS.items():
        assert issubclass(getattr(import_module(f"plcdesk_ui.{module}"), name), Screen), place
    assert {key for key, *_ in app.rail_items()} <= set(app.screen_makers(theme))
