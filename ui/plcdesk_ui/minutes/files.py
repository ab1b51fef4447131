"""The kinds of files that a meeting can be saved as."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from plcdesk.minutes import forms
from plcdesk.minutes.forms import Wanted
from plcdesk.store.reader import Reader
from plcdesk.text import tr

FileKind = Literal["word", "markdown", "calendar", "table"]


@dataclass(frozen=True)
class KindOfFile:
    """What the question for a file says, how its name ends, what such files are called, and what makes one."""

    question: str
    ending: str
    called: str
    make: Callable[[Reader, Wanted], bytes]


def kind_of_file(kind: FileKind) -> KindOfFile:
    """All about one kind. A PDF is none of them: it is saved as it is shown."""
    kinds: dict[FileKind, KindOfFile] = {
        "word": KindOfFile(tr("Save as a Word document"), ".docx", tr("Word document"), forms.word_of),
        "markdown": KindOfFile(
            tr("Save as Markdown"),
            ".md",
            tr("Markdown"),
            lambda reader, wanted: forms.markdown_of(reader, wanted).encode(),
        ),
        "calendar": KindOfFile(
            tr("Save the actions and the next meeting for a calendar"),
            ".ics",
            tr("Calendar"),
            lambda reader, wanted: forms.calendar_of(reader, wanted.meeting_id),
        ),
        "table": KindOfFile(
            tr("Save the actions as a table"),
            ".csv",
            tr("Table"),
            lambda reader, wanted: forms.table_of(reader, wanted.meeting_id),
        ),
    }
    return kinds[kind]
