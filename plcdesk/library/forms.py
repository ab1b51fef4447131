"""Exit feedback forms: a few questions at the end of a meeting, one TOML file each in `assets/forms`."""

from pathlib import Path
from typing import Literal

import msgspec

from plcdesk import paths
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.toml_files import read_struct
from plcdesk.text import tr

AnswerKind = Literal["words", "word", "fingers"]
"""Answered in a few words, in one word, or with the fingers of a hand: 0 (a fist) to 5."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What everybody is asked, or a statement that everybody rates with fingers."""

    kind: AnswerKind
    text: str


class FeedbackForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Questions to end a meeting with. `when` says what it is good for; `minutes` how long it takes."""

    id: str
    name: str
    when: str
    minutes: int
    questions: list[Question]


def feedback_forms(folder: Path | None = None) -> tuple[FeedbackForm, ...]:
    """All forms of a folder (ours if none is given), the shortest first. Raises ProtocolFaults."""
    files = sorted((folder or paths.assets() / "forms").glob("*.toml"))
    return tuple(sorted(map(read_form, files), key=lambda each: (each.minutes, each.name.casefold())))


def read_form(path: Path) -> FeedbackForm:
    """The form in a file. Raises ProtocolFaults with everything that is wrong."""
    form = read_struct(path, FeedbackForm)
    faults = [Fault(path.name, place, sentence) for place, sentence in _check(form)]
    if faults:
        raise ProtocolFaults(faults)
    return form


def _check(form: FeedbackForm) -> list[tuple[str, str]]:
    empty = tr("This must not be empty.")
    found = [(place, empty) for place in ("id", "name", "when") if not str(getattr(form, place)).strip()]
    if form.minutes < 1:
        found.append(("minutes", tr("A form takes at least one minute.")))
    if not form.questions:
        found.append(("questions", tr("A form asks at least one question.")))
    found += [
        (f"questions[{n}].text", empty) for n, each in enumerate(form.questions, 1) if not each.text.strip()
    ]
    return found
