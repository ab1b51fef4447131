"""plcdesk minutes ID: the minutes of a meeting, or its actions, as a file."""

import locale
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plcdesk import paths
from plcdesk.commands.chosen import reading
from plcdesk.commands.console import note, say
from plcdesk.text import ntr, tr

if TYPE_CHECKING:
    from plcdesk.minutes.forms import Wanted
    from plcdesk.minutes.paper import Paper
    from plcdesk.store.reader import Reader


class Format(StrEnum):
    """What minutes can be written as."""

    pdf = "pdf"
    md = "md"
    docx = "docx"
    ics = "ics"
    csv = "csv"


def minutes(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="ID", help=tr("The meeting's id, or how it begins."))],
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help=tr(
                "PDF, Markdown, a Word document, a calendar of actions, or a table of actions;"
                " otherwise as OUT ends, or PDF."
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            metavar="OUT",
            help=tr("Where to; otherwise a file named after the meeting, or Markdown shown."),
        ),
    ] = None,
) -> None:
    """Write the minutes of a meeting."""
    from plcdesk.file_names import safe_name
    from plcdesk.minutes.forms import Wanted, name_of
    from plcdesk.minutes.whole_file import write_whole
    from plcdesk.planning.reading import find_meeting

    spoken = _locale()
    form = form or _meant_by(out)
    with reading(context) as reader:
        wanted = Wanted(find_meeting(reader, meeting), paper=_paper(spoken), locale=spoken)
        content = _written(reader, wanted, form)
        name = name_of(reader, wanted)
        _warn_of_names(reader, wanted)
    if form is Format.md and out is None:
        say(content.decode("utf-8").rstrip("\n"))
        return
    to = out or Path(f"{safe_name(name, tr('Minutes'))}.{form.value}")
    write_whole(to, content)
    if out is None:
        say(str(to))


def _meant_by(out: Path | None) -> Format:
    """The format that the file's name ends in; a PDF for any other name."""
    ending = out.suffix.lstrip(".").lower() if out is not None else ""
    return next((each for each in Format if each.value == ending), Format.pdf)


def _warn_of_names(reader: "Reader", wanted: "Wanted") -> None:
    """Say how many likely students' names nobody has looked at yet."""
    from plcdesk.minutes.forms import names_in

    new = len(names_in(reader, wanted).new)
    if new:
        words = ntr(
            "{n} word looks like a student name. In the app, the minutes show it and let you replace it.",
            "{n} words look like student names. In the app, the minutes show them and let you replace them.",
            new,
        )
        note(words.format(n=new))


def _written(reader: "Reader", wanted: "Wanted", form: Format) -> bytes:
    from plcdesk.minutes import forms

    match form:
        case Format.pdf:
            return forms.pdf_of(reader, wanted)
        case Format.md:
            return forms.markdown_of(reader, wanted).encode("utf-8")
        case Format.docx:
            return forms.word_of(reader, wanted)
        case Format.ics:
            return forms.calendar_of(reader, wanted.meeting_id)
        case Format.csv:
            return forms.table_of(reader, wanted.meeting_id)


def _paper(spoken: str) -> "Paper":
    from plcdesk.minutes.paper import paper_for
    from plcdesk.settings import load

    chosen = load(paths.settings_file()).paper
    return paper_for(spoken) if chosen == "auto" else chosen


def _locale() -> str:
    """The locale of whoever types, such as 'en_US'."""
    from plcdesk.minutes.dates import DEFAULT

    named = next((os.environ[name] for name in ("LC_ALL", "LC_TIME", "LANG") if os.environ.get(name)), None)
    spoken = (named or locale.getlocale()[0] or "").split(".")[0].split("@")[0]
    return DEFAULT if spoken in ("", "C", "POSIX") else spoken
