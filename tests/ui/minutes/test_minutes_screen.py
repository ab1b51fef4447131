"""The minutes: what is shown is what is saved, printed and copied."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog

from plcdesk.closing.final import mark_final
from plcdesk.closing.wrap_up import dispose, set_reached
from plcdesk.minutes.forms import Wanted, markdown_of, pdf_of
from plcdesk.minutes.preview import page_count, render_page
from plcdesk.planning.agendas import delete_meeting, new_meeting
from plcdesk.running.entries import NewEntry, add_entry, delete_entries
from plcdesk.running.room import set_attendance
from plcdesk_ui.minutes import drawing
from plcdesk_ui.minutes import screen as minutes_screen
from plcdesk_ui.minutes.amend_sheet import AmendSheet
from plcdesk_ui.minutes.papers import chosen_paper, printed_locale
from plcdesk_ui.navigator import Place
from tests.ui.minutes.conftest import text_of
from tests.ui.walk import nameless


def press(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def row_of(card, words: str):
    """The row of a card that says this."""
    return next((row for row in card.rows.rows() if row.accessibleName() == words), None)


def wait_ready(qtbot, screen) -> None:
    qtbot.waitUntil(lambda: screen.preview.is_ready)


@pytest.fixture
def save_to(monkeypatch, tmp_path: Path):
    """Whoever asks where to save is told this file; what was suggested is kept."""
    asked: list[str] = []

    def choose(_parent, _title, suggested: str, _kinds):
        asked.append(suggested)
        return str(tmp_path / Path(suggested).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def saved(qtbot, file: Path) -> bytes:
    qtbot.waitUntil(file.exists)
    return file.read_bytes()


def test_the_pages_are_those_of_the_pdf(screen, context, draft):
    paper, locale = chosen_paper(context.settings), printed_locale()
    assert screen.pages.pdf == pdf_of(context.reader, Wanted(draft, paper=paper, locale=locale))
    assert "Re-teach ratio" in text_of(screen.pages.pdf)
    assert screen.bar.context_label.text() == "Tue 24 Nov · draft, still editable"
    assert nameless(screen) == []


def test_the_picture_is_that_of_the_pdf_to_the_pixel(screen):
    picture = screen.pages.picture(0)
    drawn = render_page(screen.pages.pdf, 0, screen.pages.picture_width)
    assert (picture.width(), picture.height()) == (drawn.width, drawn.height)
    for x, y in ((5, 5), (drawn.width // 3, drawn.height // 8), (drawn.width // 2, drawn.height // 4)):
        at = (y * drawn.width + x) * 3
        assert QColor(picture.pixel(x, y)).getRgb()[:3] == tuple(drawn.rgb[at : at + 3])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("decisions_and_actions", "Re-teach ratio"),
        ("notes_by_step", "Heavier sinks"),
        ("time_used", "40 min"),
        ("feedback", "Describing first"),
        ("who_said_what", "– Rosa A."),
    ],
)
def test_a_tick_changes_the_pages(screen, qtbot, name, words):
    before = words in text_of(screen.pages.pdf)
    press(qtbot, screen.parts.boxes[name])
    assert not screen.preview.is_ready
    wait_ready(qtbot, screen)
    assert (words in text_of(screen.pages.pdf)) is not before
    press(qtbot, screen.parts.boxes[name])
    wait_ready(qtbot, screen)
    assert (words in text_of(screen.pages.pdf)) is before


def test_ticks_are_kept_from_one_meeting_to_the_next(screen, qtbot, draft):
    screen.parts.boxes["feedback"].click()
    screen.enter(Place("minutes", draft))
    wait_ready(qtbot, screen)
    assert "Describing first" in text_of(screen.pages.pdf)


def test_what_is_written_meanwhile_is_shown(screen, context, qtbot, settle, draft):
    context.do(lambda work: add_entry(work, draft, NewEntry("decision", "Score ten papers blind")))
    settle()
    wait_ready(qtbot, screen)
    assert "Score ten papers blind" in text_of(screen.pages.pdf)


def test_a_new_page_keeps_the_place(open_screen, long_draft, qtbot):
    screen = open_screen(long_draft)
    assert screen.pages.page_count > 3
    for _ in range(2):
        qtbot.keyClick(screen.pages, Qt.Key.Key_PageDown)
    place = screen.pages.verticalScrollBar().value()
    assert place > 0
    press(qtbot, screen.parts.boxes["feedback"])
    wait_ready(qtbot, screen)
    assert screen.pages.verticalScrollBar().value() == place
    screen.enter(Place("minutes", long_draft))
    assert screen.pages.verticalScrollBar().value() == 0


def test_every_page_can_be_reached_by_keys_and_is_drawn(open_screen, long_draft, qtbot):
    screen = open_screen(long_draft)
    pages, bar = screen.pages, screen.pages.verticalScrollBar()
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert pages.visible_pages()[-1] == page_count(pages.pdf) - 1
    qtbot.waitUntil(lambda: all(pages.picture(number) for number in pages.visible_pages()))
    assert f"page {pages.visible_pages()[0] + 1} of {pages.page_count}" in pages.accessibleName()
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    qtbot.keyClick(pages, Qt.Key.Key_Space)
    assert bar.value() == bar.pageStep()
    qtbot.keyClick(pages, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def test_pages_are_drawn_anew_for_another_width(screen, qtbot):
    before = screen.pages.picture_width
    screen.resize(800, 740)
    assert screen.pages.picture_width < before
    assert screen.pages.picture(0) is None
    qtbot.waitUntil(lambda: screen.pages.picture(0) is not None)
    assert screen.pages.picture(0).width() == screen.pages.picture_width


def test_a_line_is_scrolled_to(open_screen, long_draft, context):
    line = context.reader.value("SELECT id FROM entry WHERE text LIKE 'Note 80:%'")
    screen = open_screen(long_draft, line)
    assert screen.pages.verticalScrollBar().value() > 0
    shown = screen.pages.visible_pages()
    words = [text_of(_one_page(screen.pages.pdf, number)) for number in shown]
    assert any("Note 80:" in page for page in words)
    assert screen.pages.found and {place.page for place in screen.pages.found} <= set(shown)


def _one_page(pdf: bytes, number: int) -> bytes:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), BytesIO()
    writer.add_page(PdfReader(BytesIO(pdf)).pages[number])
    writer.write(out)
    return out.getvalue()


def test_final_and_draft_again(screen, context, qtbot, settle, draft, visited):
    told: list[tuple[str, str]] = []
    context.bus.told.connect(lambda sentence, undo: told.append((sentence, undo)))
    press(qtbot, screen.bar.final)
    settle()
    wait_ready(qtbot, screen)
    assert told == [("The minutes are final", draft)]
    assert screen.bar.context_label.text() == "Tue 24 Nov · final"
    assert screen.bar.final.isHidden() and screen.gaps.isHidden()
    assert "final" in text_of(screen.pages.pdf)
    press(qtbot, screen.bar.edit)
    sheet = screen.findChild(AmendSheet)
    sheet.reopen_requested.emit()
    sheet.reject()
    settle()
    assert context.reader.value("SELECT status FROM meeting WHERE id = ?", [draft]) == "draft"
    assert told[-1] == ("The minutes are a draft again", draft)
    assert visited[-1] == Place("wrap_up", draft)


def test_a_draft_is_edited_in_the_wrap_up(screen, qtbot, draft, visited):
    press(qtbot, screen.bar.edit)
    assert visited == [Place("wrap_up", draft)]


def test_gaps_lead_to_where_they_are_mended(screen, context, qtbot, settle, draft, visited, do):
    rows = [row.accessibleName() for row in screen.gaps._rows.rows()]
    assert rows == [
        "Did we reach what we wanted?, a plan",
        "Print strips, no date",
        "Did C see it?, Question · no answer yet",
    ]
    press(qtbot, screen.gaps._rows.rows()[1])
    action = context.reader.value("SELECT id FROM entry WHERE kind = 'action'")
    assert visited == [Place("wrap_up", draft, action)]
    question = context.reader.value("SELECT id FROM entry WHERE kind = 'question'")
    context.do(lambda work: set_reached(work, draft, "yes"))
    context.do(lambda work: dispose(work, question, "dropped"))
    context.do(lambda work: delete_entries(work, (action,)))
    settle()
    assert screen.gaps.isHidden()


def test_many_gaps_are_counted(screen, context, settle, draft):
    for number in range(9):
        context.do(lambda work, n=number: add_entry(work, draft, NewEntry("question", f"Why {n}?")))
    settle()
    assert len(screen.gaps._rows.rows()) == 6
    assert screen.gaps._more.text() == "and 6 more"


def test_saving_writes_the_very_bytes_that_are_shown(screen, qtbot, save_to, tmp_path):
    screen.parts.boxes["feedback"].click()  # saved while the pages are still being made
    screen.bar.pdf_requested.emit()
    qtbot.waitUntil(lambda: bool(save_to))
    assert save_to[0].endswith("/2026-11-24 Exit tickets.pdf")
    content = saved(qtbot, tmp_path / "2026-11-24 Exit tickets.pdf")
    assert content == screen.pages.pdf
    assert "Describing first" in text_of(content)


def test_saving_as_markdown(screen, context, qtbot, save_to, tmp_path, draft):
    press(qtbot, row_of(screen.forms, "Markdown"))
    content = saved(qtbot, tmp_path / "2026-11-24 Exit tickets.md").decode()
    assert content == markdown_of(context.reader, Wanted(draft, locale=printed_locale()))


def test_an_ending_that_we_add_never_overwrites(screen, monkeypatch, qtbot, tmp_path):
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    answers = [str(tmp_path / "mine"), ""]
    asked: list[str] = []

    def choose(_parent, _title, suggested, _kinds):
        asked.append(suggested)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    screen.bar.pdf_requested.emit()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1] == str(tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").read_bytes() == b"mine"


def test_a_disk_that_refuses_is_told(screen, context, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    with qtbot.waitSignal(context.bus.problem_arose) as problem:
        screen.bar.pdf_requested.emit()
    assert "no folder" in problem.args[0]


def test_copying_puts_words_and_look_on_the_clipboard(screen, context, qtbot):
    with qtbot.waitSignal(context.bus.told):
        screen.bar.copy_requested.emit()
    data = QGuiApplication.clipboard().mimeData()
    assert "Re-teach ratio." in data.text()
    assert "<h1>Exit: tickets?</h1>" in data.html()


def test_ctrl_p_prints_what_is_shown(screen, context, qtbot, monkeypatch, tmp_path):
    printed = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        dialog.printer().setResolution(150)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Library"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    qtbot.keyClick(screen.pages, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: printed.exists() and printed.read_bytes().rstrip().endswith(b"%%EOF"))
    on_paper = render_page(printed.read_bytes(), 0, 425)
    shown = render_page(screen.pages.pdf, 0, 425)
    assert page_count(printed.read_bytes()) == screen.pages.page_count
    different = sum(abs(a - b) > 90 for a, b in zip(on_paper.rgb[::3], shown.rgb[::3], strict=False)) / (
        len(shown.rgb) / 3
    )
    assert different < 0.02  # the same ink at the same place
    dark = sum(value < 160 for value in on_paper.rgb[::3])
    assert dark > 500  # and there is ink


def test_a_catch_up_page_and_the_way_back(screen, context, qtbot, draft, save_to, tmp_path):
    press(qtbot, row_of(screen.forms, "Catch-up for Sam"))
    wait_ready(qtbot, screen)
    sam = context.reader.value("SELECT id FROM member WHERE name = 'Sam Wright'")
    paper, locale = chosen_paper(context.settings), printed_locale()
    assert screen.pages.pdf == pdf_of(
        context.reader, Wanted(draft, "catch_up", paper=paper, locale=locale, member_id=sam)
    )
    assert screen.bar.title_label.text() == "Catch-up for Sam"
    assert screen.bar.edit.isHidden() and screen.parts.isHidden() and screen.gaps.isHidden()
    screen.bar.pdf_requested.emit()
    assert saved(qtbot, tmp_path / "2026-11-24 Catch-up for Sam W.pdf") == screen.pages.pdf
    qtbot.keyClick(screen.pages, Qt.Key.Key_Escape)
    wait_ready(qtbot, screen)
    assert screen.bar.title_label.text() == "Minutes"
    assert screen.pages.pdf == pdf_of(context.reader, Wanted(draft, paper=paper, locale=locale))
    assert not screen.parts.isHidden()


def test_nobody_catches_up_who_was_there_after_all(screen, context, qtbot, settle, draft):
    press(qtbot, row_of(screen.forms, "Catch-up for Sam"))
    sam = context.reader.value("SELECT id FROM member WHERE name = 'Sam Wright'")
    context.do(lambda work: set_attendance(work, draft, sam, "present"))
    settle()
    wait_ready(qtbot, screen)
    assert screen.bar.title_label.text() == "Minutes"
    assert row_of(screen.forms, "Catch-up for Sam") is None


def test_the_wrap_up_prints_a_catch_up_page(context, running, monkeypatch, qtbot, save_to, tmp_path):
    from PySide6.QtWidgets import QWidget

    from plcdesk_ui.minutes.print_form import print_form

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    sam = context.reader.value("SELECT id FROM member WHERE name = 'Sam Wright'")
    parent = QWidget()
    qtbot.addWidget(parent)
    print_form(parent, context, Wanted(running, "catch_up", member_id=sam))
    content = saved(qtbot, tmp_path / "2026-11-24 Catch-up for Sam W.pdf")
    assert "Print strips" not in text_of(content)  # it is Minh's
    assert "Re-teach ratio" in text_of(content)


def test_the_way_back_leads_to_the_meetings_of_the_team(screen, qtbot, team, visited):
    press(qtbot, screen.bar.back_link)
    assert visited == [Place("meetings", team)]


def test_other_states_have_other_screens(context, qtbot, running, team, do, visited):
    from plcdesk_ui.minutes.screen import MinutesScreen

    screen = MinutesScreen(context)
    qtbot.addWidget(screen)
    planned = do(new_meeting, team, "Later", "2026-12-01T10:50")
    for meeting_id in (planned, running, "nothing"):
        screen.enter(Place("minutes", meeting_id))
    assert visited == [Place("plan", planned), Place("run", running), Place("meetings")]
    assert screen.undo_list == ""


def test_a_meeting_deleted_meanwhile_is_left(screen, context, settle, draft, team, visited):
    context.do(lambda work: delete_meeting(work, draft))
    settle()
    assert visited == [Place("meetings", team)]


def test_final_minutes_have_no_gaps(open_screen, draft, do):
    do(mark_final, draft)
    screen = open_screen(draft)
    assert screen.gaps.isHidden() and screen.bar.final.isHidden()


def test_buttons_that_do_not_fit_stand_in_the_menu(screen, theme, qtbot, draft, visited):
    menu = screen.bar.save.menu()

    def offered() -> list[str]:
        return [action.text() for action in menu.actions() if action.isVisible()]

    assert offered() == ["PDF…", "Word document…", "Markdown text…", "Copy", "Send by mail…"]
    screen.resize(430, 740)
    assert screen.bar.final.isHidden() and screen.bar.edit.isHidden()
    assert offered()[5:] == ["Edit", "Print", "Mark as final"]
    folded = []
    for width in range(430, 1100, 10):
        screen.resize(width, 740)
        if offered()[5:] not in folded:
            folded.append(offered()[5:])
    assert folded == [["Edit", "Print", "Mark as final"], ["Edit", "Mark as final"], ["Mark as final"], []]
    screen.resize(430, 740)
    next(action for action in menu.actions() if action.text() == "Edit").trigger()
    assert visited == [Place("wrap_up", draft)]
    screen.resize(1100, 740)
    assert not screen.bar.final.isHidden()
    assert len(offered()) == 5


def test_the_paper_is_that_of_the_settings(context, open_screen, draft):
    context.remember(paper="a4")
    assert open_screen(draft).pages.pdf == pdf_of(
        context.reader, Wanted(draft, paper="a4", locale=printed_locale())
    )


def test_the_sheet_stays_white_in_the_dark(open_screen, draft, theme):
    theme.apply("dark", 1.0)
    screen = open_screen(draft)
    picture = screen.pages.viewport().grab().toImage()
    rect = screen.pages._rect(0)
    assert QColor(picture.pixel(int(rect.x()) + 6, int(rect.y()) + 6)) == QColor("white")
    assert QColor(picture.pixel(int(rect.x()) - 12, int(rect.y()) + 40)).lightness() < 100


def test_nothing_is_made_or_drawn_in_the_thread_of_the_window(open_screen, long_draft, monkeypatch, qtbot):
    """So that the event loop never waits for a PDF or a picture of one."""
    where: list[tuple[str, bool]] = []

    def watched(name: str, work):
        def do(*args, **values):
            where.append((name, threading.current_thread() is threading.main_thread()))
            return work(*args, **values)

        return do

    monkeypatch.setattr(minutes_screen, "pdf_of", watched("made", minutes_screen.pdf_of))
    monkeypatch.setattr(drawing, "render_page", watched("drawn", drawing.render_page))
    screen = open_screen(long_draft)
    qtbot.keyClick(screen.pages, Qt.Key.Key_End)
    pages = screen.pages
    qtbot.waitUntil(lambda: all(pages.picture(number) for number in pages.visible_pages()))
    assert {name for name, _ in where} == {"made", "drawn"}
    assert not any(in_window for _, in_window in where)
