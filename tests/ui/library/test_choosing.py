"""Choosing a protocol by clicking and typing."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt

from plcdesk import paths
from plcdesk.library import catalogue as catalogue_module
from plcdesk.library.catalogue import Catalogue
from plcdesk.planning.teams import add_team
from plcdesk.settings import load
from plcdesk_ui.navigator import Place
from tests.ui import walk

LEFT = Qt.MouseButton.LeftButton


def names(screen) -> list[str]:
    return [row.name for row in screen.books.books.rows]


def row_of(screen, key: str):
    return next(row for row in screen.books.books.rows if row.key == key)


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, LEFT)


def choose_option(qtbot, fields, label: str) -> None:
    """Click a radio button of the left card by its words."""
    radios = (*fields.looks_at._group.buttons(), *fields.trust._group.buttons())
    radio = next(button for button in radios if button.accessibleName() == label)
    qtbot.mouseClick(radio, LEFT, pos=QPoint(10, radio.height() // 2))


def click_row(qtbot, screen, key: str, star: bool = False) -> None:
    books = screen.books.books
    index = books.model_of_rows.index_of(key)
    books.scrollTo(index)
    rect = books.visualRect(index)
    row = books.model_of_rows.row_at(index)
    at = (
        books.painter_of_rows().star(row, rect).center()
        if star
        else QPoint(rect.left() + 30, rect.center().y())
    )
    qtbot.mouseClick(books.viewport(), LEFT, pos=at)


def test_it_begins_with_what_the_team_usually_has(screen, shipped):
    fields = screen.wish_card.fields
    assert (fields.minutes.value(), fields.people.value()) == (25, 6)
    assert (fields.looks_at.value(), fields.trust.value()) == (None, "settled")
    total = len(shipped.summaries())
    assert len(names(screen)) == total
    fitting = sum(row.tone == "accent" for row in screen.books.books.rows)
    assert screen.bar.context_label.text() == f"{fitting} of {total} fit 25 min, 6 people"


def test_what_fits_comes_first_and_the_rest_says_why_not(screen, qtbot, ready):
    chips = [row.chip for row in screen.books.books.rows]
    tones = [row.tone for row in screen.books.books.rows]
    assert tones == sorted(tones, key=["accent", "warning"].index)
    assert all(chip.endswith("fits") for chip, tone in zip(chips, tones, strict=True) if tone == "accent")
    assert row_of(screen, "tuning").chip == "27 at least"
    assert row_of(screen, "consultancy").chip == "needs more trust"
    choose_option(qtbot, screen.wish_card.fields, "Very well")
    assert row_of(screen, "consultancy").chip == "22 fits"
    assert row_of(screen, "descriptive-review-child").chip == "too long"
    for _ in range(3):
        press(qtbot, screen.wish_card.fields.people._less)
    ready(screen)
    assert row_of(screen, "tuning").chip == "for 4 and more"
    assert "person" not in row_of(screen, "tuning").people


def test_minutes_are_those_for_so_many_people(screen, qtbot, ready):
    """Each person has a turn, so more people need more time; the list and the reading agree."""
    before = row_of(screen, "last-word").minutes
    for _ in range(6):
        press(qtbot, screen.wish_card.fields.people._more)
    ready(screen)
    assert screen.wish_card.fields.people.value() == 12
    assert row_of(screen, "last-word").minutes != before
    for key in ("last-word", "success-analysis", "tuning", "norms", "microlab"):
        screen.books.books.choose(key)
        ready(screen)
        fit, row = screen.card.reading.fit, row_of(screen, key)
        assert fit.way.people == 12
        if row.chip.endswith("fits"):
            assert fit.short is None
            assert row.chip == f"{fit.minutes} fits"
        elif row.chip.endswith("at least"):
            assert row.chip == f"{fit.short.needed} at least"


def test_only_what_is_looked_at_is_listed(screen, qtbot, shipped):
    choose_option(qtbot, screen.wish_card.fields, "Data")
    about_data = {each.name for each in shipped.summaries() if "data" in each.looks_at}
    assert set(names(screen)) == about_data
    assert " data, 25 min, 6 people" in screen.bar.context_label.text()
    choose_option(qtbot, screen.wish_card.fields, "Anything")
    assert len(names(screen)) == len(shipped.summaries())


@pytest.mark.parametrize("words", ["tuning", "TÚNING", "tun prot", "warm and cool"])
def test_typing_searches_names_other_names_and_summaries(screen, qtbot, words, ready):
    qtbot.keyClicks(screen.search, words)
    assert "Tuning Protocol" in names(screen)
    assert len(names(screen)) < 12
    ready(screen)
    assert screen.card.reading.name.text() == names(screen)[0]


def test_nothing_found_offers_to_look_among_all(screen, qtbot, ready):
    choose_option(qtbot, screen.wish_card.fields, "A text")
    qtbot.keyClicks(screen.search, "issaquah")
    ready(screen)
    assert names(screen) == []
    assert screen.books.nothing.isVisibleTo(screen)
    assert not screen.card.isVisibleTo(screen)
    press(qtbot, screen.books.nothing.action)
    assert "Issaquah Protocol" in names(screen)
    assert screen.search.text() == "issaquah"
    qtbot.keyClicks(screen.search, "xyz")
    press(qtbot, screen.books.nothing.action)
    assert screen.search.text() == ""
    ready(screen)
    assert screen.card.isVisibleTo(screen)


def test_words_are_found_in_all_the_text_below_those_that_have_them_in_their_name(screen, qtbot, ready):
    qtbot.keyClicks(screen.search, "chalk talk")
    ready(screen)
    rows = screen.books.books.rows
    assert rows[0].name == "Chalk Talk" and not rows[0].heads
    screen.search.set_words("")
    qtbot.keyClicks(screen.search, "both colors")
    ready(screen)
    rows = screen.books.books.rows
    assert "gallery-walk" in [row.key for row in rows]
    assert [row.heads for row in rows] == ["In their text", *[""] * (len(rows) - 1)]


def test_the_keyboard_goes_from_the_field_through_the_list(screen, qtbot, ready):
    screen.search.setFocus()
    qtbot.keyClicks(screen.search, "data")
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)
    books = screen.books.books
    assert books.hasFocus()
    qtbot.keyClick(books, Qt.Key.Key_Down)
    qtbot.keyClick(books, Qt.Key.Key_Down)
    ready(screen)
    assert screen.card.reading.name.text() == names(screen)[2]
    qtbot.keyClick(books, Qt.Key.Key_Home)
    ready(screen)
    assert screen.card.reading.name.text() == names(screen)[0]
    qtbot.keyClick(books, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.search.hasFocus()
    qtbot.keyClick(screen.search, Qt.Key.Key_Escape)
    assert screen.search.text() == ""


def test_f_and_the_stars_make_a_favourite_that_is_kept(screen, context, qtbot, ready, tmp_path):
    click_row(qtbot, screen, "last-word")
    ready(screen)
    screen.books.books.setFocus()
    qtbot.keyClick(screen.books.books, Qt.Key.Key_F)
    assert row_of(screen, "last-word").favourite
    assert names(screen)[0] == "Save the Last Word for Me"
    assert load(tmp_path / "settings.json").favourites == ["last-word"]
    click_row(qtbot, screen, "chalk-talk", star=True)
    assert context.settings.favourites == ["last-word", "chalk-talk"]
    ready(screen)
    assert screen.card.reading.name.text() == "Save the Last Word for Me"
    press(qtbot, screen.card.star)
    assert context.settings.favourites == ["chalk-talk"]
    ready(screen)
    assert "favourite" in screen.card.star.toolTip()


def test_f_is_a_letter_while_somebody_types(screen, context, qtbot):
    screen.search.setFocus()
    qtbot.keyClicks(screen.search, "f")
    assert screen.search.text() == "f"
    assert context.settings.favourites == []


def test_favourites_and_what_we_used_can_be_seen_alone(held, screen, context, qtbot, ready):
    assert screen.books.only.isVisibleTo(screen)
    assert [chip.accessibleName() for chip in screen.books.only._chips] == ["All", "Used by us 1"]
    press(qtbot, screen.books.only._chips[1])
    assert names(screen) == ["Norms Construction"]
    press(qtbot, screen.card.star)
    assert [chip.accessibleName() for chip in screen.books.only._chips] == [
        "All",
        "Favourites 1",
        "Used by us 1",
    ]
    press(qtbot, screen.books.only._chips[0])
    assert len(names(screen)) > 20


def test_our_own_minutes_are_told(held, screen, ready):
    assert row_of(screen, "norms").note == "took us 31 of 25, once"
    screen.books.books.choose("norms")
    ready(screen)
    assert screen.card.reading.note.text().startswith("It took us 31 of 25 min, once; last on")
    screen.books.books.choose("tuning")
    ready(screen)
    assert not screen.card.reading.note.isVisibleTo(screen.card)


def test_another_team_has_its_own_people_and_history(
    held, do, context, shipped, meeting, open_screen, qtbot, ready
):
    do(add_team, "Algebra", members=("Ana", "Ben", "Cy"), minutes=60)
    context.catalogue = shipped
    screen = open_screen()
    fields = screen.wish_card.fields
    assert fields.teams.isVisibleTo(screen)
    fields.teams.setCurrentIndex(1)
    fields.teams.activated.emit(1)
    ready(screen)
    assert (fields.minutes.value(), fields.people.value()) == (35, 3)
    assert row_of(screen, "norms").note == ""
    assert context.settings.last_team == fields.teams.value()


def test_one_team_has_nothing_to_choose(screen):
    assert not screen.wish_card.fields.teams.isVisibleTo(screen)


def test_a_place_may_name_a_protocol(context, shipped, meeting, open_screen):
    context.catalogue = shipped
    screen = open_screen(line="world-cafe")
    assert screen.card.reading.name.text() == "World Café"
    books = screen.books.books
    assert books.viewport().rect().contains(books.visualRect(books.currentIndex()))


def test_in_a_narrow_window_the_wish_stands_in_a_line(screen, qtbot, ready):
    screen.resize(760, 640)
    qtbot.waitUntil(lambda: screen.columns.is_narrow)
    assert not screen.wish_card.isVisibleTo(screen)
    fields = screen.wish_bar.fields
    assert fields.minutes.value() == 25
    press(qtbot, fields.minutes._more)
    fields.looks_at.setCurrentIndex(2)
    fields.looks_at.activated.emit(2)
    assert screen.wish_card.fields.minutes.value() == 30
    assert screen.wish_card.fields.looks_at.value() == "data"
    assert "data, 30 min" in screen.bar.context_label.text()


def test_no_file_is_read_in_the_thread_of_the_window(context, meeting, open_screen, monkeypatch):
    """Opening the library must not stall: files are read elsewhere; here only the one that is shown."""
    readers = []
    original = catalogue_module.read_protocol

    def read(path, *rest):
        readers.append((threading.current_thread() is threading.main_thread(), path.stem))
        return original(path, *rest)

    monkeypatch.setattr(catalogue_module, "read_protocol", read)
    context.catalogue = Catalogue([paths.protocols()])
    screen = open_screen()
    assert len(readers) > 60
    here = [name for in_window, name in readers if in_window]
    assert set(here) <= {screen.books.books.key}


def test_wrong_files_come_last_with_what_is_wrong(context, own_folder, meeting, open_screen, qtbot, ready):
    (own_folder / "my.toml").write_text(
        (paths_of("norms")).read_text("utf-8").replace("default = 6", "default = -6"), "utf-8"
    )
    (own_folder / "broken.toml").write_text('name = "x', "utf-8")
    (own_folder / "tuning.toml").write_text(paths_of("tuning").read_text("utf-8"), "utf-8")
    ours = (
        paths_of("norms")
        .read_text("utf-8")
        .replace('id = "norms"', 'id = "ours"')
        .replace("Norms Con", "Zebra Con")
    )
    (own_folder / "ours.toml").write_text(ours, "utf-8")
    screen = open_screen()
    last = screen.books.books.rows[-3:]
    assert {row.key for row in last} == {"my.toml", "broken.toml", "tuning.toml"}
    assert all(row.wrong for row in last)
    assert last[0].heads == "Files that cannot be used"
    assert "step 3" in row_of(screen, "my.toml").summary
    assert "id" in row_of(screen, "tuning.toml").summary
    assert row_of(screen, "ours").own
    assert "yours" in row_of(screen, "ours").spoken
    click_row(qtbot, screen, "my.toml")
    ready(screen)
    assert screen.card.wrong.name.text() == "my.toml"
    assert "Minutes must be" in screen.card.wrong.faults.toPlainText()
    assert not screen.card.add.isVisibleTo(screen)
    screen.search.setFocus()
    qtbot.keyClicks(screen.search, "zebra con")
    ready(screen)
    assert names(screen) == ["Zebra Construction"]
    assert screen.card.add.isVisibleTo(screen)


def test_the_catalogue_is_read_anew_when_the_library_is_gone_to(
    context, own_folder, meeting, open_screen, ready
):
    screen = open_screen()
    ours = paths_of("norms").read_text("utf-8").replace('id = "norms"', 'id = "later"')
    (own_folder / "later.toml").write_text(ours, "utf-8")
    screen.enter(Place("library"))
    ready(screen)
    assert row_of(screen, "later").own


def paths_of(name: str):
    from plcdesk import paths

    return paths.protocols() / f"{name}.toml"


HOSTILE = '<img src=\\"/etc/passwd\\"><b>bold</b>&amp; 🎉 مرحبا'


def test_what_people_wrote_is_shown_as_it_is(context, own_folder, meeting, open_screen, qtbot, ready):
    text = paths_of("tuning").read_text("utf-8").replace('id = "tuning"', 'id = "hostile"')
    for field in ("name", "purpose", "summary", "credit", "note"):
        text = text.replace(f'\n{field} = "', f'\n{field} = "{HOSTILE} ')
    text = text.replace('\nsay = "', f'\nsay = "{HOSTILE} ').replace('\ntitle = "', f'\ntitle = "{HOSTILE} ')
    (own_folder / "hostile.toml").write_text(text, "utf-8")
    context.catalogue = Catalogue([own_folder.parent / "none", own_folder])
    screen = open_screen()
    plain = HOSTILE.replace("\\", "")
    assert screen.card.reading.name.text().startswith(plain)
    assert plain in screen.card.reading.prose.toPlainText()
    assert screen.card.reading.prose.document().allFormats()
    assert not any(each.isImageFormat() for each in screen.card.reading.prose.document().allFormats())
    assert walk.rich_labels(screen) == []


def test_every_control_has_a_name(screen):
    assert walk.nameless(screen) == []
