"""One line of a pasted agenda taken apart: title, clock time, minutes, who brings it, purpose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plcdesk.planning.paste_people import LEAD, is_addressed, is_known_name, is_name_like
from plcdesk.planning.paste_text import LONGEST_READ
from plcdesk.planning.paste_times import Length, When, length_at, lengths_in, plain_minutes, when_at

_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]{1,60})[)\]}]")
_SPLIT = re.compile(r"\s*[,;/|]\s*|\s+[–—-]\s+|\s*:\s+")
_SEPARATOR_AFTER = re.compile(r"\s*(?:[:;,|–—()\[\]]|-(?=\s|$)|\.?\s*$|\s[-/=>](?=\s))")
_SEPARATORS = " \t,;:|–—-−·•~=>→/⏱⏰⌚⏳⌛🕐\ufe0f"
_NOT_TAKING = re.compile(
    r"(?<![\w-])(?:after|in|within|every|under|over|first|last|than|next|the|per|another|of|only|extra|our|or|same)\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:each|per\b|a\s+piece|apiece|late|early|ago|later|before|after)", re.IGNORECASE)
_FOR = re.compile(r"(?:for|to|of|on)\s+(?=\w)", re.IGNORECASE)
_TIME_LABEL = re.compile(r"(?:time|duration|length|minutes|allotted)", re.IGNORECASE)
ITEM_LABEL = re.compile(r"(?:topic|item|agenda\s+item|activity)(?:\s+\d{1,2})?\s*:\s+", re.IGNORECASE)
_LENGTH_LABEL = re.compile(r"[\s,;:|(–—-]*\b(?:time|duration|length|allotted)\s*:?\s*$", re.IGNORECASE)
_LAST_NUMBER = re.compile(
    r"(?P<title>.*[^\d\s–—-])\s*(?:\s[–—-]\s*|:\s*|\|\s*|\.{2,}\s*|→\s*)(?P<n>\d{1,3})\s*$", re.DOTALL
)
_ABOUT_NUMBER = re.compile(r"[~≈]\s?(\d{1,3})\s+(?=\D)")
_HEAD_NUMBER = re.compile(r"\(?(\d{1,3})\)?\s+(?=[^\W\d_]|[\"“'])")
_TAIL_NUMBER = re.compile(r"[^\d\s]\s+(\d{1,3})$")
_NAME_BEFORE = re.compile(r"([^:–—|]{1,60}?)\s*(?::\s+|\s[–—-]\s+|\|\s*)(?=\S)")
_NAME_BEHIND = re.compile(r"(?:\s[–—-]\s+|\s?\|\s*|,\s+|:\s+|\s(?=@))(?P<name>[^–—|,:]{1,60})$")


@dataclass
class Parts:
    """What one line says. `head` and `tail` are bare numbers that the whole agenda must decide about."""

    title: str
    when: When | None = None
    minutes: int | None = None
    who: str | None = None
    purpose: str = ""
    head: int | None = None
    head_in_brackets: bool = False
    tail: int | None = None

    @property
    def timed(self) -> bool:
        return self.when is not None or self.minutes is not None


def take_apart(body: str, names: Sequence[str] = ()) -> Parts:
    """Take one line apart. A number counts as minutes only with a unit, in brackets or set off at the end.

    With `names` (the team's) only those count as people, otherwise what looks like a name in its place.
    """
    if len(body) > LONGEST_READ:
        return Parts(body)
    parts = Parts(" ".join(body.split()))
    _take_when(parts)
    _take_brackets(parts, names)
    _take_length(parts, names)
    if parts.when is None:
        _take_when(parts)
        _take_last_when(parts)
    if parts.minutes is None and (match := _LAST_NUMBER.fullmatch(parts.title)):
        minutes = plain_minutes(match["n"])
        if minutes is not None:
            parts.title, parts.minutes = match["title"].strip(_SEPARATORS), minutes
    if parts.minutes is None and (match := _ABOUT_NUMBER.match(parts.title)):
        parts.minutes = plain_minutes(match[1])
        parts.title = parts.title[match.end() :] if parts.minutes else parts.title
    _take_who(parts, names)
    if parts.when is None:
        _take_last_when(parts)
    if parts.minutes is None:
        head, tail = _HEAD_NUMBER.match(parts.title), _TAIL_NUMBER.search(parts.title[-12:])
        parts.head = int(head[1]) if head else parts.head
        parts.tail = int(tail[1]) if tail else None
    parts.title = _tidy(parts.title)
    if parts.timed and _TIME_LABEL.fullmatch(parts.title):
        parts.title = ""  # 'Time: 5 min' on a line of its own
    promote(parts)
    return parts


def promote(parts: Parts) -> None:
    """Something has to be the title: what it is for, or else who brings it."""
    if parts.title.strip(_SEPARATORS) or not (parts.purpose or parts.who):
        return
    if parts.purpose:
        parts.title, parts.purpose = parts.purpose, ""
    else:
        parts.title, parts.who = parts.who or "", None


def _tidy(title: str) -> str:
    tidied = title.strip(_SEPARATORS)
    if (label := ITEM_LABEL.match(tidied)) and label.end() < len(tidied):
        tidied = tidied[label.end() :]
    return tidied or title.strip()


def take_head(parts: Parts) -> None:
    """Take the bare number at the start of the title off."""
    if match := _HEAD_NUMBER.match(parts.title):
        parts.title = parts.title[match.end() :]


def take_tail(parts: Parts) -> None:
    """Take the bare number at the end of the title off."""
    parts.title = _tidy(parts.title.rstrip("0123456789"))


def _take_when(parts: Parts) -> None:
    """A clock time or range at the start, in brackets or not."""
    title = parts.title
    opening = len(title) - len(title.lstrip("([~@ "))
    when = when_at(title, opening)
    if when is None:
        return
    rest = title[when.at[1] :]
    if rest[:1].isalnum():
        return
    parts.when = when
    parts.title = rest.lstrip(")]" if opening else "").lstrip(
        _SEPARATORS + ".)]" if opening else _SEPARATORS + "."
    )


def _take_last_when(parts: Parts) -> None:
    """A range at the end, or a single time set off at the end: 'Opening 10:50–10:55', 'Opening - 10:50'."""
    title = parts.title
    for match in re.finditer(r"(?<![\w:.])(?=\d)", title[-40:]):
        start = max(0, len(title) - 40) + match.start()
        when = when_at(title, start)
        if when is None or title[when.at[1] :].strip(" .,;"):
            continue
        before = title[:start].rstrip()
        if when.end is None and not before.endswith(("-", "–", "—", "|", ":", ",", "@")):
            return
        if not before.strip(_SEPARATORS + "@"):
            return
        parts.when, parts.title = when, before.rstrip(_SEPARATORS + "@")
        return


def _take_brackets(parts: Parts, names: Sequence[str]) -> None:
    """'(25)', '[10 min]', '(10:50–10:55)', '(5 min, Rosa)', '(led by Rosa)'; other brackets stay in the title."""
    for match in list(_BRACKET.finditer(parts.title))[:6]:
        before, after = parts.title[: match.start()], parts.title[match.end() :]
        inside = match[1].strip()
        bare = plain_minutes(inside)
        inner = after.strip() and before.strip() and not _SEPARATOR_AFTER.match(after)
        if bare and inner and bare % 5:
            continue  # 'Unit (2) test'
        found = _read_bracket(inside, names, parts)
        if found is None:
            continue
        parts.minutes = found.minutes if found.minutes is not None else parts.minutes
        parts.when = parts.when or found.when
        parts.who = parts.who or found.who
        _add_purpose(parts, found.purpose)
        rest = after.strip(_SEPARATORS)
        if not found.timed:
            parts.title = f"{before.rstrip()} {after.lstrip()}".strip()
        elif before.strip(_SEPARATORS):
            parts.title = before.rstrip(_SEPARATORS)
            _take_rest(parts, rest, names)
        else:
            parts.title = rest
            parts.head, parts.head_in_brackets = bare, bare is not None
        return _take_brackets(parts, names)
    return None


def _read_bracket(inside: str, names: Sequence[str], parts: Parts) -> Parts | None:
    found = Parts("")
    whole = length_at(inside, 0)
    if whole and whole.at[1] == len(inside):
        found.minutes = whole.minutes
    elif (minutes := plain_minutes(inside)) is not None:
        found.minutes = minutes
    elif (when := when_at(inside, 0)) and when.at[1] == len(inside):
        found.when = when
    else:
        return _read_bracket_pieces(inside, names, parts)
    taken = (found.minutes is not None and parts.minutes is not None) or (found.when and parts.when)
    return None if taken else found


def _read_bracket_pieces(inside: str, names: Sequence[str], parts: Parts) -> Parts | None:
    """'5 min, Rosa' and the like: each piece a length, a time or a name; the rest is purpose."""
    found, rest = Parts(""), list[str]()
    pieces = [piece for piece in _SPLIT.split(inside) if piece]
    for piece in pieces:
        length, when = length_at(piece, 0), when_at(piece, 0)
        if length and length.at[1] == len(piece) and found.minutes is None and parts.minutes is None:
            found.minutes = length.minutes
        elif when and when.at[1] == len(piece) and found.when is None and parts.when is None:
            found.when = when
        else:
            rest.append(piece)
    if not found.timed and len(pieces) > 1 and parts.minutes is None:
        numbers = [plain_minutes(piece) for piece in pieces]
        if sum(number is not None for number in numbers) == 1 and all(
            number is not None or _is_who(piece, names) for number, piece in zip(numbers, pieces, strict=True)
        ):
            found.minutes = next(number for number in numbers if number is not None)
            rest = [piece for number, piece in zip(numbers, pieces, strict=True) if number is None]
    lead = LEAD.match(inside)
    if not found.timed:
        who = inside[lead.end() :].strip() if lead else inside
        if parts.who is None and (
            is_known_name(who, names) or is_addressed(who) or (lead and is_name_like(who))
        ):
            return Parts("", who=who)
        return None
    if rest and parts.who is None and all(_is_who(piece, names) for piece in rest):
        found.who = _without_lead(", ".join(rest))
    else:
        found.purpose = ", ".join(rest)
    return found


def _is_who(text: str, names: Sequence[str]) -> bool:
    who = _without_lead(text)
    return is_known_name(who, names) or (is_name_like(who) and (not names or who != text))


def _without_lead(text: str) -> str:
    lead = LEAD.match(text)
    return text[lead.end() :].strip() if lead and text[lead.end() :].strip() else text.strip()


def _take_length(parts: Parts, names: Sequence[str]) -> None:
    """A length with its unit at the start, at the end, or set off in the middle."""
    if parts.minutes is not None:
        return
    title = parts.title
    found = [length for length in lengths_in(title) if _is_set_off(title, length)]
    if not found:
        return
    length = found[0] if found[0].at[0] == 0 else found[-1]
    before, after = title[: length.at[0]], title[length.at[1] :]
    parts.minutes = length.minutes
    label = _LENGTH_LABEL.search(before[-20:])
    if label and len(before) > 20 - label.start():
        before = before[: len(before) - len(label[0])]
    rest = after.strip(_SEPARATORS)
    if before.strip(_SEPARATORS + "(["):
        parts.title = before.rstrip(_SEPARATORS)
        _take_rest(parts, rest, names)
    else:
        parts.title = (
            _FOR.sub("", rest, count=1) if _FOR.match(rest) and not after.startswith((":", ",")) else rest
        )


def _is_set_off(title: str, length: Length) -> bool:
    start, end = length.at
    before, after = title[:start], title[end:]
    if before and not before[-1].isspace() and before[-1] not in "([,;:|–—-~/.=>":
        return False
    if before.endswith(".") and not before.endswith((" .", "..")):
        return False
    if _NOT_TAKING.search(before[-12:]) or _EACH.match(after):
        return False
    written = title[start:end]
    if re.search(r"\d-(?:min|hour)", written, re.IGNORECASE) and after.strip():
        return False  # 'a 10-minute quiz'
    if not before.strip(_SEPARATORS + "(["):
        return after[:1].isspace() or not after or after[0] in ",;:|–—-)]."
    return bool(_SEPARATOR_AFTER.match(after))


def _take_rest(parts: Parts, rest: str, names: Sequence[str]) -> None:
    """What stands behind the minutes: who brings it, or what it is for."""
    if rest.startswith(("(", "[")) and rest.endswith((")", "]")):
        rest = rest[1:-1].strip()
    if not rest:
        return
    if parts.who is None and _is_who(rest, names):
        parts.who = _without_lead(rest)
        return
    pieces = re.split(r"\s+[–—-]\s+|\s*\|\s*", rest, maxsplit=1)
    if (
        parts.who is None
        and len(pieces) == 2
        and (is_known_name(pieces[0], names) or _is_who(pieces[0], names))
    ):
        parts.who, rest = _without_lead(pieces[0]), pieces[1]
    _add_purpose(parts, rest)


def _add_purpose(parts: Parts, more: str) -> None:
    if more:
        parts.purpose = f"{parts.purpose}; {more}" if parts.purpose else more


def is_lead(text: str) -> bool:
    """'Lead: Rosa': a line that only says who brings the topic."""
    lead = LEAD.match(text)
    return lead is not None and ":" in lead[0] and is_name_like(text[lead.end() :].strip())


def _take_who(parts: Parts, names: Sequence[str]) -> None:
    """A team member's name set off at either end of the title; '@Rosa' wherever it ends."""
    if parts.who is not None or is_lead(parts.title):
        return
    behind = _NAME_BEHIND.search(parts.title)
    if behind is not None:
        name = behind["name"].strip()
        lead = LEAD.match(name)
        if (
            is_known_name(name, names)
            or (lead and ":" in lead[0])
            or (lead and is_known_name(name[lead.end() :], names))
        ):
            parts.who, parts.title = (
                _without_lead(name).lstrip("@"),
                parts.title[: behind.start()].rstrip(_SEPARATORS),
            )
            return
        if name.startswith("@") and is_name_like(name[1:]):
            parts.who, parts.title = name[1:], parts.title[: behind.start()].rstrip(_SEPARATORS)
            return
    before = _NAME_BEFORE.match(parts.title)
    if before is not None and is_known_name(before[1], names):
        parts.who, parts.title = before[1].strip(" @"), parts.title[before.end() :]
