"""What a line typed during a meeting means: its kind, who does it until when, and who said it.

Everything understood is reported with the place of its words (`Mark`), so that it can be shown before Enter;
nothing is guessed silently, and the words as typed stay in `Capture.source`.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from plcdesk.errors import UserError
from plcdesk.running.capture_dates import DateContext, TimeOff
from plcdesk.running.capture_due import Due, find_due
from plcdesk.running.capture_names import (
    NameBook,
    Person,
    complete_name,
    fold,
    name_being_typed,
    name_book,
    word_set,
)
from plcdesk.running.capture_owners import Owners, owners_first, owners_last
from plcdesk.running.capture_thorough import is_warm, warm
from plcdesk.running.capture_words import DOING_KINDS, kind_prefix
from plcdesk.text import ntr

__all__ = [
    "Capture",
    "Mark",
    "Person",
    "TimeOff",
    "complete_name",
    "is_warm",
    "name_being_typed",
    "read_capture",
    "split_lines",
    "warm",
]

MOST_LINES = 500
_LONGEST_READ = 2000  # characters; a longer text is taken as it is

MarkWhat = Literal["kind", "owner", "due", "said_by", "tag"]


@dataclass(frozen=True)
class Mark:
    """The characters `start` to `end` of the line as typed were understood as `what`."""

    start: int
    end: int
    what: MarkWhat


@dataclass(frozen=True)
class Capture:
    """A line understood. `text` is what to keep, `source` exactly what was typed.

    `owners` are member ids, `owner_names` names typed that are nobody's on the team. `bare` says that only
    marks were typed and nothing yet to keep, such as 'Decision:'; `text` then repeats what was typed.
    """

    kind: str
    text: str
    source: str
    owners: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    due: date | None = None
    said_by: str | None = None
    tags: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    bare: bool = False


@dataclass(frozen=True)
class _Speaker:
    person: Person
    mark: Mark
    cut: tuple[int, int]


@dataclass
class _Opening:
    """What stands at the head of a line; what is said starts at `end`."""

    kind: str | None
    speaker: _Speaker | None
    end: int
    marks: list[Mark] = field(default_factory=list[Mark])
    cuts: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def read_capture(
    text: str,
    people: Sequence[Person],
    chips: Sequence[tuple[str, str]],
    default_kind: str,
    today: date,
    next_meeting: date | None,
    *,
    chosen: str | None = None,
    doing: Collection[str] = DOING_KINDS,
    day_first: bool = False,
    off: tuple[TimeOff, ...] = (),
    thorough: bool = False,
) -> Capture:
    """Read one typed line. Never raises; takes well under a millisecond.

    `chips` are the kinds offered in this step, each with the word shown for it; `default_kind` is what plain
    Enter gives. `chosen` is a kind that somebody picked for this line: a promise does not change it, only a
    kind word typed does. `doing` are the kinds that somebody does until some day. `day_first` reads 12/1 as
    12 January; `off` is what 'before the break' can mean. `thorough` asks dateparser about the words after 'by'
    that the everyday rules do not know, if `warm()` has been called; without it dateparser is never touched.
    """
    if len(text) > _LONGEST_READ:
        return Capture(chosen or default_kind, text.strip() or text, text, bare=not text.strip())
    book = name_book(tuple(people))
    opening = _opening(text, book, chips, chosen or default_kind, doing, settled=chosen is not None)
    kind, start = opening.kind or chosen or default_kind, opening.end
    marks, cuts = list(opening.marks), list(opening.cuts)
    owners: Owners | None = None
    due: Due | None = None
    if (opening.kind is None and chosen is None) or kind in doing:
        due = find_due(text, start, DateContext(today, next_meeting, day_first, off), thorough=thorough)
        kind, owners, due = _promise(text, start, kind, due, book, doing=kind in doing)
    if owners:
        marks += [Mark(named.start, named.end, "owner") for named in owners.people]
        cuts.append((owners.start, owners.end))
    if due:
        marks.append(Mark(due.start, due.end, "due"))
        cuts += [_whole_words(text, due)] if due.cut else []
    speaker = opening.speaker
    if speaker is None and kind not in doing and (speaker := _speaker_last(text, start, book)):
        marks.append(speaker.mark)
        cuts.append(speaker.cut)
    tags, tag_marks = _tags(text, marks)
    kept = _without(text, cuts)
    named = owners.people if owners else ()
    return Capture(
        kind,
        kept or text.strip() or text,
        text,
        tuple(dict.fromkeys(each.person.id for each in named if each.person)),
        tuple(dict.fromkeys(each.name for each in named if not each.person)),
        due.day if due else None,
        speaker.person.id if speaker else None,
        tags,
        tuple(sorted(marks + tag_marks, key=lambda mark: mark.start)),
        bare=not kept,
    )


def _promise(
    text: str, start: int, kind: str, due: Due | None, book: NameBook, *, doing: bool
) -> tuple[str, Owners | None, Due | None]:
    """The kind, who does it and until when: a promise makes an action, and without one a note has no due date."""
    owners = owners_first(text, start, book, doing=doing, due=due is not None)
    if owners is None and doing:
        due_ends_it = due is not None and due.cut and not text[due.end :].strip(" .!)]")
        owners = owners_last(text, start, due.start if due and due_ends_it else len(text), book)
    if owners is None and not doing:
        return kind, None, None
    if owners and due and due.start < owners.end and owners.start < due.end:
        due = None
    return kind if doing else "action", owners, due


def _whole_words(text: str, due: Due) -> tuple[int, int]:
    """What to leave out with a due date: the brackets around it, or the full stop behind it."""
    if not text[due.end :].strip(" ."):
        return due.start, len(text)
    bracketed = text[due.start - 1 : due.start] == "(" and text[due.end : due.end + 1] == ")"
    return (due.start - 1, due.end + 1) if bracketed else (due.start, due.end)


def _opening(
    text: str,
    book: NameBook,
    chips: Sequence[tuple[str, str]],
    default_kind: str,
    doing: Collection[str],
    *,
    settled: bool,
) -> _Opening:
    """A kind word and a '@name', in either order, at the head of the line."""
    found = _Opening(None, None, len(text) - len(text.lstrip()))
    for _ in range(2):
        start = found.end
        if found.kind is None and (prefix := kind_prefix(text, start, chips)):
            found.kind, word_end, found.end = prefix
            found.marks.append(Mark(start, word_end, "kind"))
            found.cuts.append((start, found.end))
        elif found.speaker is None and text.startswith("@", start):
            if (found.kind or default_kind) in doing or (
                found.kind is None and not settled and _promises(text, start, book)
            ):
                break  # the one who does it, not the one who said it
            found.speaker = _speaker_first(text, start, book)
            if found.speaker is None:
                break
            found.marks.append(found.speaker.mark)
            found.cuts.append(found.speaker.cut)
            found.end = found.speaker.cut[1]
    return found


def _promises(text: str, start: int, book: NameBook) -> bool:
    return owners_first(text, start, book, doing=False, due=False) is not None


_SAYS = re.compile(r"\s*[:,]\s*|\s+[–—-]\s+|\s+(?:says|said)(?:\s*:|\s+that\b)?(?:\s+|$)|\s*$", re.IGNORECASE)
_TOLD = re.compile(
    r"\s+(?:is|was|has|had|will|would|can|could|asks?|asked|wonders?|wondered|thinks?|thought|notes?|noted|notices?"
    r"|noticed|feels?|felt|sees?|saw|suggests?|suggested|adds?|added|likes?|liked|wants?|wanted|needs?|tried|tries)\b",
    re.IGNORECASE,
)


def _speaker_first(text: str, start: int, book: NameBook) -> _Speaker | None:
    named = book.at(text, start + 1)
    if named is None or named.person is None:
        return None
    mark = Mark(start, named.end, "said_by")
    if says := _SAYS.match(text, named.end):
        return _Speaker(named.person, mark, (start, says.end()))
    if _TOLD.match(text, named.end):
        return _Speaker(named.person, mark, (start, start + 1))  # '@Dana wonders if': the name is part of it
    return _Speaker(named.person, mark, (start, named.end))


_SAID_TO = word_set("about and ask email for from give invite of or tell text thank thanks to with")
_SPEAKER_END = re.compile(r"(\s*[)\]]?\s*[.!?]*)(?:\s+#[\w-]+)*\s*$")
_SAID = re.compile(r"\s*,?\s+(?:said|says)$", re.IGNORECASE)


def _speaker_last(text: str, start: int, book: NameBook) -> _Speaker | None:
    """'Units are missing (@Dana)': a '@name' that ends the line, unless something is done to that person.

    Tags may follow; a 'said' before it goes with the name.
    """
    sign = text.rfind("@", start)
    if sign <= start or not (text[sign - 1].isspace() or text[sign - 1] in "([—–-"):
        return None
    named = book.at(text, sign + 1)
    if named is None or named.person is None or (ended := _SPEAKER_END.match(text, named.end)) is None:
        return None
    before = _SAID.sub("", text[start:sign].rstrip(" ([—–-"))
    if not before or fold(before.rsplit(maxsplit=1)[-1]) in _SAID_TO:
        return None
    closing = ended.end(1) if text[sign - 1] in "([" else named.end
    return _Speaker(named.person, Mark(sign, named.end, "said_by"), (start + len(before), closing))


_TAG = re.compile(r"(?<![\w#&/])#(?=[\w-]*[^\W\d_])(\w[\w-]{0,39})")


def _tags(text: str, marks: Sequence[Mark]) -> tuple[tuple[str, ...], list[Mark]]:
    """Tags such as #units. They stay in the text, where they are found again by searching for them."""
    found = [
        tag
        for tag in _TAG.finditer(text)
        if not any(mark.start < tag.end() and tag.start() < mark.end for mark in marks)
    ]
    names = tuple(dict.fromkeys(tag[1].casefold() for tag in found))
    return names, [Mark(tag.start(), tag.end(), "tag") for tag in found]


_FIRST_WORD = re.compile(r"[^\W\d_]+(?!\w|[.@/:-]\w)")


def _without(text: str, cuts: Sequence[tuple[int, int]]) -> str:
    """The text without the pieces cut out, tidied where they were; as typed if there are none."""
    if not cuts:
        return text.strip()
    pieces: list[str] = []
    position = 0
    for start, end in sorted(cuts):
        pieces.append(text[position:start])
        position = max(position, end)
    pieces.append(text[position:])
    kept = ""
    for piece in pieces:
        left, right = kept.rstrip(" \t,;–—-") if kept else "", piece.lstrip(" \t")
        if right[:1] in tuple(".,;:!?)"):
            kept = left + right
        else:
            kept = f"{left} {right}" if left and right else left or right
    kept = kept.strip().strip(",;:–—-").strip()
    if not any(character.isalnum() for character in kept) and not kept.strip(".,;:!?)(]["):
        return ""
    began_cut = not text[: min(start for start, _ in cuts)].strip()
    if began_cut and (word := _FIRST_WORD.match(kept)) and word[0].islower():
        kept = kept[0].upper() + kept[1:]
    return kept


_LINE_OPENING = re.compile(
    r"(?:\s|[\u200b\u2060\ufeff])*(?:(?:[-*•·‣▪●○◦☐☑☒□✓]|\(?\d{1,3}[.)]|\[[ xX]?\])\s+)*"
)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a pasted text, each for a capture of its own, without bullets and numbers; blank ones left out.

    Raises `UserError` if there are more than `MOST_LINES`.
    """
    lines: list[str] = []
    for line in text.splitlines():
        opening = _LINE_OPENING.match(line)
        kept = line[opening.end() :].strip() if opening else line.strip()
        if line.strip():
            lines.append(kept if any(map(str.isalnum, kept)) else line.strip())
    if len(lines) > MOST_LINES:
        message = ntr("Paste at most {n} line at once.", "Paste at most {n} lines at once.", MOST_LINES)
        raise UserError(message.format(n=MOST_LINES))
    return tuple(lines)
