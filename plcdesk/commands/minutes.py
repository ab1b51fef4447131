"""plcdesk minutes ID: the minutes of a meeting, as PDF or Markdown."""

import locale
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plcdesk import paths
from plcdesk.commands.chosen import reading
from plcdesk.commands.console import say
from plcdesk.errors import UserError
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.minutes.paper import Paper


class Format(StrEnum):
    """What minutes can be written as."""

    pdf = "pdf"
    md = "md"


def minutes(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="ID", help=tr("The meeting's id, or how it begins."))],
    form: Annotated[
        Format, typer.Option("--format", help=tr("PDF, or Markdown as plain text."))
    ] = Format.pdf,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            metavar="OUT",
            help=tr("Where to; otherwise a PDF named after the meeting, or Markdown shown."),
        ),
    ] = None,
) -> None:
    """Write the minutes of a meeting."""
    from plcdesk.minutes.gather import gather
    from plcdesk.minutes.minutes_of import minutes_document
    from plcdesk.minutes.whole_file import write_whole
    from plcdesk.planning.reading import find_meeting, read_meeting

    with reading(context) as reader:
        meeting_id = find_meeting(reader, meeting)
        info = read_meeting(reader, meeting_id)
        if info is None or info.status == "planned":
            title = info.title if info is not None else meeting
            raise UserError(tr("“{title}” has not been held yet, so it has no minutes.").format(title=title))
        facts = gather(reader, meeting_id)
    spoken = _locale()
    document = minutes_document(facts, locale=spoken)
    if form is Format.md:
        from plcdesk.minutes.markdown import to_markdown

        text = to_markdown(document)
        if out is None:
            say(text.rstrip("\n"))
        else:
            write_whole(out, text.encode("utf-8"))
        return
    from plcdesk.file_names import safe_name
    from plcdesk.minutes.pdf import write_pdf

    to = out or Path(safe_name(f"{info.starts_at.date()} {info.title}", tr("Minutes")) + ".pdf")
    write_pdf(document, _paper(spoken), to)
    if out is None:
        say(str(to))


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
