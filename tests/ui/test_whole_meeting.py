"""One team's first week through the whole window: welcome, plan, run, wrap up, minutes."""

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from plcdesk.minutes.forms import Wanted, pdf_of
from plcdesk.planning.reading import read_agenda, read_meetings
from plcdesk.running.reading import read_room
from plcdesk_ui.home.screen import HomeScreen
from plcdesk_ui.minutes.screen import MinutesScreen
from plcdesk_ui.plan.screen import PlanScreen
from plcdesk_ui.run.capture.line import CaptureLine
from plcdesk_ui.run.screen import RunScreen
from plcdesk_ui.run.start_sheet import StartSheet
from plcdesk_ui.welcome.screen import WelcomeScreen
from plcdesk_ui.wrapup.screen import WrapUpScreen


def press(qtbot, top, words: str) -> None:
    """Press the button that says so."""
    found = [
        button
        for button in top.findChildren(QAbstractButton)
        if button.isVisibleTo(top) and words in (button.text(), button.accessibleName())
    ]
    assert found, f"no button says {words!r}"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def at(window, screen_type):
    """The screen that is shown, which must be of this type."""
    assert isinstance(window.shown, screen_type), window.shown
    return window.shown


def test_a_first_week(window, context, qtbot, settle, time, tmp_path):
    welcome = at(window, WelcomeScreen)
    qtbot.keyClicks(welcome.name, "Science")
    qtbot.keyClicks(welcome.people, "Rosa Alvarez, Minh Tran, Dana Kim")
    press(qtbot, window, "Make our first meeting")
    settle()

    at(window, PlanScreen)
    press(qtbot, window, "Start meeting")
    settle()
    run = at(window, RunScreen)
    assert isinstance(run.shown, StartSheet)
    run.shown.begin()
    settle()
    meeting = run.desk.live.meeting_id
    line = run.findChild(CaptureLine)

    def write(words: str) -> None:
        qtbot.keyClicks(line.edit, words)
        qtbot.keyClick(line.edit, Qt.Key.Key_Return)
        settle()

    write("Decision: we meet on Tuesdays")
    write("Dana will print the posters by tomorrow")
    write("Park: who orders the lab coats?")
    while run.desk.live.next_up().what != "wrap_up":
        time.pass_by(minutes=4)
        if run.desk.live.facts.item.kind == "protocol" and "norm" in {
            c.kind for c in run.desk.live.facts.chips
        }:
            write("Norm: hear everyone once")
        run.desk.live.next()
        settle()
    run.desk.wrap_up()
    settle()

    wrap_up = at(window, WrapUpScreen)
    press(qtbot, window, "Yes")
    next(iter(wrap_up.open.choices.values())).chosen.emit("next_meeting")
    qtbot.keyClicks(wrap_up.next.result, "a first probe")
    press(qtbot, window, "Finish")
    settle()

    at(window, MinutesScreen)
    to = tmp_path / "minutes.pdf"
    to.write_bytes(pdf_of(context.reader, Wanted(meeting)))
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(to).pages)
    for words in ("We meet on Tuesdays", "Print the posters", "Dana K.", "Reached", "hear everyone once"):
        assert words.casefold() in text.casefold()
    room = read_room(context.reader, meeting)
    assert {entry.kind for entry in room.entries} >= {"decision", "action", "parked", "norm"}
    assert [norm.text.casefold() for norm in room.agenda.team.norms] == ["hear everyone once"]

    context.go.home()
    settle()
    home = at(window, HomeScreen)
    qtbot.waitUntil(lambda: home.isVisible() and home._content.isVisible())
    coming = read_meetings(context.reader, statuses=["planned"])[0]
    titles = [item.title for item in read_agenda(context.reader, coming.id).items]
    assert any("lab coats" in title for title in titles)
    press(qtbot, window, "Edit agenda")
    settle()
    at(window, PlanScreen)
