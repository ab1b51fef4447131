"""plcdesk self-test: whether this installation works, tried on a workspace of its own."""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from plcdesk import paths
from plcdesk.commands.console import say
from plcdesk.errors import UserError
from plcdesk.text import ntr, tr

WINDOW_SECONDS = 60
A_DAY = date(2026, 11, 24)


def self_test() -> None:
    """Try out what the app needs, on a workspace of its own: tables, protocols, a PDF, the window."""
    with tempfile.TemporaryDirectory(prefix="plcdesk-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "sample.plcdb"
        _try_workspace(file)
        _try_protocols()
        _try_pdf(file, Path(folder) / "minutes.pdf")
        _try_window(file, Path(folder) / "home")
    say(tr("Everything works."))


def _try_workspace(file: Path) -> None:
    from plcdesk.commands.chosen import catalogue
    from plcdesk.commands.health import examine
    from plcdesk.sample.making import make_sample
    from plcdesk.store.workspace import open_for_reading

    make_sample(file, today=A_DAY)
    with open_for_reading(file) as reader:
        wrong = [finding.sentence for finding in examine(reader, catalogue()) if not finding.well]
    if wrong:
        raise UserError(tr("The sample workspace is not sound: {what}").format(what=" ".join(wrong)))
    say(tr("A workspace was made and is sound."))


def _try_protocols() -> None:
    from plcdesk.library.catalogue import Catalogue

    library = Catalogue([paths.protocols()])
    found = [library.get(summary.id) for summary in library.summaries()]
    if not found:
        raise UserError(tr("There are no protocols in {folder}.").format(folder=paths.protocols()))
    say(ntr("{n} protocol was read.", "{n} protocols were read.", len(found)).format(n=len(found)))


def _try_pdf(file: Path, to: Path) -> None:
    from plcdesk.minutes.gather import gather
    from plcdesk.minutes.minutes_of import minutes_document
    from plcdesk.minutes.pdf import write_pdf
    from plcdesk.minutes.preview import page_count
    from plcdesk.planning.reading import read_meetings
    from plcdesk.store.workspace import open_for_reading

    with open_for_reading(file) as reader:
        latest = read_meetings(reader, statuses=("draft", "final"))[0]
        write_pdf(minutes_document(gather(reader, latest.id)), "a4", to)
    pages = page_count(to.read_bytes())
    say(
        ntr(
            "Minutes were written: {n} page of PDF.", "Minutes were written: {n} pages of PDF.", pages
        ).format(n=pages)
    )


def _try_window(file: Path, home: Path) -> None:
    """Open the app in a process of its own, out of sight. Raises UserError with what it said."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-m", "plcdesk_ui"]
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        paths.HOME_VARIABLE: str(home),
    }
    try:
        window = subprocess.run(
            [*command, "--workspace", str(file), "--self-test"],
            env=surroundings,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=WINDOW_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as endless:
        raise UserError(tr("The window did not open within a minute.")) from endless
    if window.returncode != 0:
        said = window.stderr.strip().splitlines()
        reason = said[-1] if said else tr("exit status {status}").format(status=window.returncode)
        raise UserError(tr("The window did not open: {reason}").format(reason=reason))
    say(tr("The window opened and closed."))
