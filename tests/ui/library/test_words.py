"""The words of the library: translated, and within their places."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from plcdesk import paths
from plcdesk.text import use_disguise
from plcdesk_ui.widgets.buttons import Button
from tests.ui.test_windows import disguise, is_prose


@pytest.fixture
def pseudo():
    use_disguise(disguise)
    yield
    use_disguise(None)


def test_all_words_of_ours_are_translated(pseudo, held, screen, ready):
    screen.books.books.choose("norms")
    ready(screen)
    theirs = "\n".join(file.read_text("utf-8") for file in paths.protocols().glob("*.toml"))
    labels = [each.text() for each in screen.findChildren(QLabel) if each.isVisibleTo(screen)]
    escaped = [text for text in labels if is_prose(text) and "⟦" not in text and text not in theirs]
    assert escaped == ["Grade 7 Science"] * escaped.count("Grade 7 Science")
    rows = screen.books.books.rows
    assert all("⟦" in row.chip and "⟦" in row.people and "⟦" in row.minutes for row in rows)
    lines = screen.card.reading.prose.toPlainText().splitlines()
    own = [
        line for line in lines if is_prose(line) and "⟦" not in line and line.lstrip("–\u2002 ") not in theirs
    ]
    assert own == []


@pytest.fixture
def scaled(theme):
    """Has all type enlarged until the test is over."""
    yield lambda scale: theme.apply("light", scale)
    theme.apply("light", 1.0)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_button_is_cut_in_a_longer_language(pseudo, scaled, screen, ready, settle, scale):
    scaled(scale)
    for size in ((1112, 744), (856, 644), (732, 544)):
        screen.resize(*size)
        ready(screen)
        settle()
        cut = [
            each.text()
            for each in screen.card.findChildren(Button)
            if each.isVisibleTo(screen)
            and each.width() < min(each.sizeHint().width(), screen.card.area.viewport().width() - 40)
        ]
        assert cut == [], size


def test_nothing_in_a_row_covers_anything_else(scaled, screen):
    for scale in (1.0, 2.0):
        scaled(scale)
        for width in (300, 440, 700):
            screen.books.books.resize(width, 600)
            screen.books.books.doItemsLayout()
            nothing_covers_anything(screen.books.books)


def nothing_covers_anything(books) -> None:
    paint = books.painter_of_rows()
    for row in books.rows:
        chip = paint._chip(row)
        texts = paint._texts(row)
        assert texts[-1][1].bottom() < paint.height(row)
        for _text, place, (font, _colour) in texts:
            longest = max(row.name.split(), key=QFontMetrics(font).horizontalAdvance)
            if QFontMetrics(font).horizontalAdvance(longest) < place.width():
                assert place.right() < chip.left() or place.top() > chip.bottom()
