"""Rows of a pasted table: tabs, '|', wide gaps and leader dots, with or without a header row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plcdesk.planning.paste_lines import Parts, promote, take_apart
from plcdesk.planning.paste_people import is_known_name, is_name_like
from plcdesk.planning.paste_text import LONGEST_READ, CleanLine
from plcdesk.planning.paste_times import Length, When, length_at, plain_minutes, when_at

_ROLE_WORDS = {
    "time": "time,times,start,starts,start time,time slot,when,clock,from",
    "minutes": "min,mins,minutes,duration,length,allotted time,time allotted,estimated time,est time,how long,time needed,"
    "time (min),time (minutes),# min,# of minutes,allotment",
    "title": "topic,topics,item,items,agenda item,agenda items,agenda,activity,activities,what,subject,task,tasks,content,"
    "agenda topic,discussion item,discussion topic,topic/item",
    "who": "who,lead,leads,leader,lead person,led by,presenter,owner,facilitator,facilitated by,person,person responsible,"
    "responsible,by,speaker,name,point person,brought by",
    "purpose": "purpose,goal,goals,outcome,outcomes,desired outcome,desired outcomes,expected outcome,expected outcomes,"
    "notes,note,method,process,how,why,details,description,product,products,materials,resources,resource,action,actions,"
    "comments,objective,protocol",
    "number": "#,no,nr,number,item #",
}
_ROLES = {word: role for role, words in _ROLE_WORDS.items() for word in words.split(",")}
_HEADER_WORDS = frozenset(word for word in _ROLES if " " not in word) - {"action", "protocol", "by", "agenda"}

_GAPS = re.compile(r"\t+|\s{3,}|\s*(?:\.{3,}|…+|_{3,})\s*")
_COLON_TIME = re.compile(r"0?(\d):([0-5]\d)(?::00)?")


def cells_of(line: CleanLine, divided_by: str | None) -> list[str] | None:
    """The cells of a line that is a row; None if it is none. `divided_by` comes from a header row above."""
    body = line.body if line.style else line.body.strip(" ")
    if len(body) > LONGEST_READ * 4:
        return None
    if "|" in body:
        bare = body.strip()
        inner = bare.removeprefix("|").removesuffix("|")
        if bare.startswith("|") or " | " in inner or inner.count("|") > 1:
            return [cell.strip() for cell in inner.split("|")]
    if "\t" in body.strip():
        return [cell.strip() for cell in body.strip("\n").split("\t")]
    if divided_by in (",", ";") and divided_by in body:
        return [cell.strip() for cell in body.split(divided_by)]
    cells = [cell.strip() for cell in _GAPS.split(body.strip()) if cell.strip()]
    if len(cells) > 1 and (divided_by or any(_is_time(cell) for cell in cells)):
        return cells
    return None


def _is_time(cell: str) -> bool:
    return plain_minutes(cell) is not None or _whole_length(cell) is not None or _whole_when(cell) is not None


def header_roles(cells: Sequence[str]) -> list[str] | None:
    """What each column holds, if the cells are a header row: 'Time', 'Topic', 'Who'; None if they are not."""
    names = [re.sub(r"[.:*]", "", cell).strip().casefold() for cell in cells]
    roles = [_ROLES.get(name, "") for name in names]
    known = sum(bool(role) for role in roles)
    filled = sum(bool(name) for name in names)
    if known < 2 or known * 2 < filled or not {"title", "time", "minutes"} & set(roles):
        return None
    if any(character.isdecimal() for name in names for character in name):
        return None
    return [role or "purpose" for role in roles]


@dataclass(frozen=True)
class Header:
    """Words that head columns: what each column holds if that can be told, and what divides the columns."""

    roles: list[str] | None
    divided_by: str


def read_header(text: str) -> Header | None:
    """A line that is nothing but words that head columns: 'Time Topic Who', 'Topic,Min,Who'; None for others."""
    for mark in (",", ";"):
        if mark in text and (roles := header_roles([cell.strip() for cell in text.split(mark)])):
            return Header(roles, mark)
    words = text.casefold().replace("/", " ").split()
    if len(words) > 1 and all(word.strip(":|,") in _HEADER_WORDS for word in words):
        return Header(header_roles(words), " ")
    return None


def row_parts(cells: Sequence[str], roles: Sequence[str] | None, names: Sequence[str]) -> Parts:
    """What a row says: by its header's `roles`, or by what each cell looks like."""
    parts = _by_looks(cells, names) if roles is None else _by_roles(cells, roles, names)
    if parts.timed:
        promote(parts)
    return parts


def _by_roles(cells: Sequence[str], roles: Sequence[str], names: Sequence[str]) -> Parts:
    parts = Parts("")
    for number, cell in enumerate(cells):
        role = roles[number] if number < len(roles) else "purpose"
        if cell:
            _take_cell(parts, cell, role)
    if parts.title:
        _take_title(parts, parts.title, names)
    return parts


def _take_title(parts: Parts, cell: str, names: Sequence[str]) -> None:
    """A title cell may hold minutes and names of its own."""
    inner = take_apart(cell, names)
    parts.title = inner.title
    parts.minutes = parts.minutes if parts.minutes is not None else inner.minutes
    parts.when, parts.who = parts.when or inner.when, parts.who or inner.who
    _more(parts, inner.purpose)


def _take_cell(parts: Parts, cell: str, role: str) -> None:
    if role in ("time", "minutes"):
        minutes = (
            plain_minutes(cell) or _whole_length(cell) or (_short_time(cell) if role == "minutes" else None)
        )
        if minutes is not None and parts.minutes is None:
            parts.minutes = minutes
            return
        if parts.when is None and (when := _whole_when(cell)):
            parts.when = when
            return
        inner = take_apart(cell)
        if inner.timed and not inner.title.strip("-–— "):
            parts.when, parts.minutes = parts.when or inner.when, parts.minutes or inner.minutes
            return
        _more(parts, cell)
    elif role == "title":
        parts.title = f"{parts.title} – {cell}" if parts.title else cell
    elif role == "who":
        parts.who = f"{parts.who}, {cell}" if parts.who else cell
    elif role == "number":
        if not cell.rstrip(".)").isdecimal():
            _more(parts, cell)
    else:
        _more(parts, cell)


def _by_looks(cells: Sequence[str], names: Sequence[str]) -> Parts:
    parts, texts = Parts(""), list[str]()
    numbers = [plain_minutes(cell) for cell in cells]
    bare = [number for number, minutes in enumerate(numbers) if minutes is not None]
    if len(bare) > 1 and bare[0] == 0:
        parts.head, bare = numbers[0], bare[1:]  # '1  Opening  5'
    elif bare == [0]:
        parts.head, bare = numbers[0], []  # a number or the minutes: the other rows say
    for number, cell in enumerate(cells):
        if number in bare and parts.minutes is None:
            parts.minutes = numbers[number]
        elif (minutes := _whole_length(cell)) is not None and parts.minutes is None:
            parts.minutes = minutes
        elif (when := _whole_when(cell)) is not None and parts.when is None:
            parts.when = when
        elif cell and not (number == 0 and parts.head is not None):
            texts.append(cell)
    _name_texts(parts, texts, names)
    return parts


def _name_texts(parts: Parts, texts: list[str], names: Sequence[str]) -> None:
    """The first text is the title; a name among the others brings it; the rest is purpose."""
    if len(texts) > 1 and is_known_name(texts[0], names) and not is_known_name(texts[1], names):
        parts.who, texts = texts[0], texts[1:]
    while texts and not parts.title.strip():
        _take_title(parts, texts[0], names)
        texts = texts[1:]
    known = any(is_known_name(text, names) for text in texts)
    for text in texts:
        if parts.who is None and (is_known_name(text, names) or (not known and is_name_like(text))):
            parts.who = text
        else:
            _more(parts, text)


def _whole_length(cell: str) -> int | None:
    length: Length | None = length_at(cell, 0)
    return length.minutes if length and length.at[1] == len(cell) else None


def _whole_when(cell: str) -> When | None:
    when = when_at(cell, 0)
    return when if when and not cell[when.at[1] :].strip(" .-–—") else None


def _short_time(cell: str) -> int | None:
    """'0:10' in a column of minutes."""
    match = _COLON_TIME.fullmatch(cell)
    return (int(match[1]) * 60 + int(match[2]) or None) if match else None


def _more(parts: Parts, text: str) -> None:
    if text:
        parts.purpose = f"{parts.purpose}; {text}" if parts.purpose else text
