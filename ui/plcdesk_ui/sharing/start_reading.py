"""`plcdesk FILE.plcdesk`: a shared file to read, also where nothing has been set up. No workspace is made."""

import os
import sys
from pathlib import Path

from plcdesk import paths
from plcdesk.settings import load
from plcdesk.text import use_language
from plcdesk_ui.sharing.reader import open_reader_window
from plcdesk_ui.shell.application import make_application
from plcdesk_ui.theme.theme import Theme


def start_reading(path: Path) -> int:
    """Open the reader on a file; returns the exit status."""
    if os.name == "posix":
        os.umask(0o077)
    app = make_application()
    settings = load(paths.settings_file())
    use_language(settings.language, paths.locale())
    Theme(app).apply(settings.theme, settings.text_scale)
    if not path.is_file():
        from plcdesk.text import tr

        sys.stderr.write(tr("There is no file {file}.").format(file=path) + "\n")
        return 1
    window = open_reader_window(settings, path)
    status = app.exec()
    window.close()
    return status
