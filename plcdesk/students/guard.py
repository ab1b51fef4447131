"""The guard at the door: which words of what leaves look like students' names, and what stands for them there.

Plain functions over texts, for minutes and for share files alike. Initials may still identify a child to
those who know the class; whoever shows the choices says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, TypeVar, cast

from plcdesk.running.capture_names import fold
from plcdesk.students.names import ListedStudent, NameSpan, Reason, likely_student_names
from plcdesk.text import tr

Way = Literal["keep", "initials", "code", "nothing"]
T = TypeVar("T")

_AROUND = 48
_CLOSING = ("", ".", ",", ";", ":", "!", "?", ")")
_NOT_TEXT = frozenset(
    {"align", "becomes", "fingers", "kind", "language", "level", "result_reached", "status", "tone", "zone"}
)
"""Fields of documents and facts that hold no text of people."""


@dataclass(frozen=True)
class Known:
    """Who is known on a team: its grown-ups by name, and its list of students."""

    members: tuple[str, ...] = ()
    students: tuple[ListedStudent, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What stands for a name: the name itself, its initials, `code`, or nothing."""

    way: Way
    code: str = ""


Choices = Mapping[str, Choice]
"""By the key of a name."""


@dataclass(frozen=True)
class FoundName:
    """A likely name: its key, how it is written first, why it is thought one, how often, and where first.

    `before` and `after` are the words around it; `code` is the listed code, or one that is free; `written`
    holds each way in which it is written.
    """

    key: str
    name: str
    reason: Reason
    count: int
    before: str
    after: str
    code: str
    written: tuple[str, ...]


def found_names(texts: Iterable[str], known: Known, choices: Choices | None = None) -> tuple[FoundName, ...]:
    """The likely names in some texts, each once, in the order in which they are met.

    Codes that `choices` gave before are kept and given to nobody else.
    """
    chosen = choices or {}
    found: dict[str, FoundName] = {}
    taken = {choice.code for choice in chosen.values()} | {student.code for student in known.students}
    for text in texts:
        for span in likely_student_names(text, known.members, known.students):
            name = text[span.start : span.end]
            key = key_of(name, known)
            if key in found:
                found[key] = _again(found[key], name)
                continue
            code = _code(key, known, chosen) or _free_code(taken)
            taken.add(code)
            found[key] = FoundName(key, name, span.reason, 1, *_around(text, span), code, (name,))
    return tuple(found.values())


def _again(found: FoundName, name: str) -> FoundName:
    written = found.written if name in found.written else (*found.written, name)
    return replace(found, count=found.count + 1, written=written)


def key_of(name: str, known: Known) -> str:
    """The key of a name: the whole listed name if it means one student on the list."""
    student = _listed(name, known)
    return fold(student.name if student is not None else name)


def replaced(text: str, known: Known, choices: Choices) -> str:
    """A text with what was chosen in the place of each likely name; what nobody chose for stays."""
    if not choices:
        return text
    parts: list[str] = []
    at = 0
    for span in likely_student_names(text, known.members, known.students):
        name = text[span.start : span.end]
        choice = choices.get(key_of(name, known))
        if choice is None or choice.way == "keep":
            continue
        stands = _standing(name, span, choice, known)
        before = text[at : span.start]
        at = span.end if stands else _swallowed(text, span)
        parts += (before if stands or text[at : at + 1] not in _CLOSING else before.rstrip(" "), stands)
        if stands.endswith(".") and text[at : at + 1] == ".":
            at += 1
    return "".join((*parts, text[at:]))


def all_replaced(value: T, known: Known, choices: Choices) -> T:
    """Facts or a document of the minutes with every text in it replaced."""
    return _mapped(value, known, choices) if choices else value


def texts_in(value: Any) -> Iterator[str]:
    """Every text of people in facts or a document of the minutes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[Any, ...]", value):
            yield from texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_TEXT:
                yield from texts_in(getattr(value, field.name))


def _mapped(value: Any, known: Known, choices: Choices) -> Any:
    if isinstance(value, str):
        return replaced(value, known, choices)
    if isinstance(value, tuple):
        return tuple(_mapped(each, known, choices) for each in cast("tuple[Any, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: _mapped(getattr(value, field.name), known, choices)
            for field in fields(value)
            if field.name not in _NOT_TEXT
        }
        return replace(value, **told)
    return value


def _listed(name: str, known: Known) -> ListedStudent | None:
    """The one student on the list whom a name means; None if it is nobody, or could be two."""
    words = set(fold(name).split())
    meant = [student for student in known.students if words <= set(fold(student.name).split())]
    return meant[0] if len(meant) == 1 else None


def _standing(name: str, span: NameSpan, choice: Choice, known: Known) -> str:
    if choice.way == "nothing":
        return ""
    if choice.way == "code":
        return choice.code
    if span.reason in ("initials", "lettered"):
        return name
    student = _listed(name, known)
    words = (student.name if student is not None else name).replace("-", " ").split()
    return "".join(f"{word[0].upper()}." for word in words)


def _swallowed(text: str, span: NameSpan) -> int:
    """Where to go on after a name that is left out: its ''s' and one blank go with it."""
    at = span.end
    if text[at : at + 2] in ("'s", "’s"):
        at += 2
    before = text[span.start - 1 : span.start]
    return at + 1 if text[at : at + 1] == " " and before in ("", " ", "\n") else at


def _code(key: str, known: Known, choices: Choices) -> str:
    if key in choices and choices[key].code:
        return choices[key].code
    return next((student.code for student in known.students if fold(student.name) == key), "")


def _free_code(taken: set[str]) -> str:
    """'Student A' and so on, past 'Student Z' with a number."""
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1) if chr(code) != "I"]
    numbers = (f"{letter}{number}" for number in range(2, 1000) for letter in letters)
    named = (tr("Student {letter}").format(letter=letter) for letter in (*letters, *numbers))
    return next(code for code in named if code not in taken)


def _around(text: str, span: NameSpan) -> tuple[str, str]:
    """Some words before and after a name, on one line."""
    before, after = text[: span.start].replace("\n", " "), text[span.end :].replace("\n", " ")
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, after
