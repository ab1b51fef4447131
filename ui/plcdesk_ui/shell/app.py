"""Which screens there are, where they stand in the rail, and the commands of the window."""

from importlib import import_module

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from plcdesk.settings import LARGEST_TEXT, SMALLEST_TEXT
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.home.screen import HomeScreen
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.shell.commands import Command, install
from plcdesk_ui.shell.window import ScreenMaker, Window
from plcdesk_ui.theme.theme import Theme

__all__ = ["Window", "come_forward", "give_commands", "make_window", "open_window"]

TEXT_STEP = 0.1
_SCREENS = {
    "meetings": ("meetings.screen", "MeetingsScreen"),
    "plan": ("plan.screen", "PlanScreen"),
    "run": ("run.screen", "RunScreen"),
    "wrap_up": ("wrapup.screen", "WrapUpScreen"),
    "minutes": ("minutes.screen", "MinutesScreen"),
    "reading": ("reading.screen", "ReadingScreen"),
    "actions": ("actions.screen", "ActionsScreen"),
    "library": ("library.screen", "LibraryScreen"),
    "protocol_editor": ("library_editor.screen", "ProtocolEditorScreen"),
    "insights": ("insights.screen", "InsightsScreen"),
    "team": ("team.screen", "TeamScreen"),
    "share": ("sharing.share_screen", "ShareScreen"),
    "open_share": ("sharing.open_screen", "OpenShareScreen"),
    "conflicts": ("sharing.conflicts_screen", "ConflictsScreen"),
    "trash": ("trash.screen", "TrashScreen"),
    "welcome": ("welcome.screen", "WelcomeScreen"),
}
"""For each place the module below `plcdesk_ui` and the class of its screen; a test goes to them all."""


def open_window(context: Context, theme: Theme, place: Place) -> Window:
    """The app in a window of its own, at its first place."""
    window = make_window(context, theme, place)
    give_commands(window, theme)
    return window


def make_window(context: Context, theme: Theme, place: Place, frame: QWidget | None = None) -> Window:
    """The app at its first place, to be shown in `frame`; it has no commands yet."""
    window = Window(context, screen_makers(theme), rail_items(), frame)
    window.go(place)
    return window


def give_commands(window: Window, theme: Theme, bar: QMenuBar | None = None) -> None:
    """Give the window its menus and keys; `bar` is the platform's menu bar, where it has one."""
    context = window.context
    commands = (*going_commands(context), *window_commands(window, context, theme))
    window.set_menu(install(window, commands, bar), commands)


def rail_items() -> tuple[tuple[str, str, str, str], ...]:
    """The places of the rail: key, word, icon, shortcut."""
    return (
        ("home", tr("Home"), "house", "Ctrl+1"),
        ("meetings", tr("Meetings"), "calendar-days", "Ctrl+2"),
        ("library", tr("Library"), "book-open", "Ctrl+3"),
        ("actions", tr("Actions"), "check", "Ctrl+4"),
        ("insights", tr("Insights"), "chart-pie", "Ctrl+5"),
        ("team", tr("Team"), "users", "Ctrl+6"),
    )


def going_commands(context: Context) -> tuple[Command, ...]:
    """The way to each place of the rail, with its key."""
    return tuple(
        Command(tr("Go"), word, shortcut, lambda key=key: context.go.to(key))
        for key, word, _icon, shortcut in rail_items()
    )


def screen_makers(theme: Theme) -> dict[str, ScreenMaker]:
    """Each screen's maker; all but home are imported when they are first gone to."""

    def settings(context: Context) -> Screen:
        from plcdesk_ui.shell.settings_screen import SettingsScreen

        return SettingsScreen(context, theme)

    later = {place: _made_later(module, name) for place, (module, name) in _SCREENS.items()}
    return {"home": HomeScreen, "settings": settings, **later}


def _made_later(module: str, name: str) -> ScreenMaker:
    def make(context: Context) -> Screen:
        made: Screen = getattr(import_module(f"plcdesk_ui.{module}"), name)(context)
        return made

    return make


def window_commands(window: Window, context: Context, theme: Theme) -> tuple[Command, ...]:
    """The commands that work on every screen."""
    file, edit, view, help_ = tr("File"), tr("Edit"), tr("View"), tr("Help")

    def enlarge(steps: int) -> None:
        scale = 1.0 if steps == 0 else context.settings.text_scale + steps * TEXT_STEP
        context.remember(text_scale=round(min(LARGEST_TEXT, max(SMALLEST_TEXT, scale)), 2))
        theme.apply(context.settings.theme, context.settings.text_scale)

    def rehearse() -> None:
        place = window.place
        window.rehearsal.open(place.about if place is not None and place.screen == "plan" else "")

    def standard(key: QKeySequence.StandardKey) -> str:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)

    keys = QKeySequence.StandardKey
    return (
        Command(file, tr("New meeting…"), standard(keys.New), lambda: context.go.to("meetings", line="new")),
        Command(
            file, tr("Settings"), standard(keys.Preferences) or "Ctrl+,", lambda: context.go.to("settings")
        ),
        Command(file, tr("Rehearse the meeting…"), "", rehearse),
        Command(file, tr("Share…"), "Ctrl+Shift+S", window.share),
        Command(file, tr("Open a shared file…"), "Ctrl+O", lambda: context.go.to("open_share")),
        Command(file, tr("Exchange with the shared folder"), "", window.mailbox_exchange),
        Command(file, tr("Changed on both sides…"), "", lambda: context.go.to("conflicts")),
        Command(file, tr("Back up the workspace…"), "", window.back_up),
        Command(file, tr("Quit"), standard(keys.Quit) or "Ctrl+Q", lambda: window.window().close()),
        Command(edit, tr("Undo"), standard(keys.Undo), window.undo),
        Command(edit, tr("Redo"), standard(keys.Redo), window.redo),
        Command(edit, tr("Trash"), "", lambda: context.go.to("trash")),
        Command(view, tr("Search everything…"), "Ctrl+K", window.search_everything),
        Command(view, tr("Larger text"), "Ctrl++", lambda: enlarge(1)),
        Command(view, tr("Smaller text"), "Ctrl+-", lambda: enlarge(-1)),
        Command(view, tr("Text at its usual size"), "Ctrl+0", lambda: enlarge(0)),
        Command(help_, tr("Keyboard shortcuts"), "F1", window.show_shortcuts),
        Command(help_, tr("About PLC Desk"), "", window.show_about),
    )


def come_forward(window: Window, place: Place | None) -> None:
    """Bring the window to the front, for a second start on the same workspace."""
    frame = window.window()
    if frame.isMinimized():
        frame.showNormal()
    frame.show()
    frame.raise_()
    frame.activateWindow()
    QApplication.alert(frame)
    if place is not None:
        window.context.go.went.emit(place._replace())
