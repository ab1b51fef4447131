"""The app itself on a workspace, with an empty cache. Prints how many protocol files it opened until home was filled."""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.argv = ["plcdesk", "--workspace", sys.argv[1]]

IN_PEACE = 1500  # milliseconds in which work in the background would be seen
opened: set[str] = set()


def note_what_is_opened(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith(".toml") and "protocols" in str(arguments[0]):
        opened.add(str(arguments[0]))


sys.addaudithook(note_what_is_opened)

import plcdesk_ui.__main__ as app

import_without_the_hook = app.import_without_the_hook


def import_then_watch() -> None:
    import_without_the_hook()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from plcdesk_ui.shell.frame import Frame

    show_app = Frame.show_app

    def app_shown(frame: Frame, content) -> None:
        show_app(frame, content)
        QTimer.singleShot(IN_PEACE, QApplication.closeAllWindows)

    Frame.show_app = app_shown


app.import_without_the_hook = import_then_watch
status = app.main()
print(len(opened), flush=True)
sys.exit(status)
