"""Lists that people write as lines: one thing a line, 'Presenter: print one copy each (2 days before)'."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from plcdesk.library.schema import Material, Preparation, Role
from plcdesk.text import ntr, tr

LONGEST_WHO = 40
_DAYS = re.compile(r"\s*\((\d{1,3})\b[^()]*\)\s*$")


def lines_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def preparation_lines(preparation: Sequence[Preparation]) -> str:
    """What is done before, a line each."""
    return "\n".join(_preparation_line(one) for one in preparation)


def preparation_of(text: str) -> list[Preparation]:
    """What is done before: who does it stands before a colon, how many days before in brackets behind."""
    return [_preparation(line) for line in lines_of(text)]


def material_lines(materials: Sequence[Material]) -> str:
    """What it takes, a line each."""
    return "\n".join(" ".join(one.what.split()) for one in materials)


def materials_of(text: str, before: Sequence[Material]) -> list[Material]:
    """What it takes; a line keeps how many copies there are and until when it is kept back."""
    lines = lines_of(text)
    known = {" ".join(one.what.split()): one for one in before}
    found: list[Material] = []
    for index, line in enumerate(lines):
        old = known.get(line)
        if old is None and len(lines) == len(before):
            old = before[index]
        found.append(Material(what=line) if old is None else replace(old, what=line))
    return found


def role_lines(roles: Sequence[Role]) -> str:
    """Who does what, a line each: 'Timekeeper: says when half the time is gone.'"""
    return "\n".join(f"{role.name}: {' '.join(role.does.split())}" for role in roles)


def roles_of(text: str, before: Sequence[Role]) -> list[Role]:
    """Who does what: the name stands before a colon. A line keeps how many have the role and whether it goes round."""
    lines = lines_of(text)
    known = {role.name: role for role in before}
    found: list[Role] = []
    for index, line in enumerate(lines):
        name, _, does = (part.strip() for part in line.partition(":"))
        old = known.get(name)
        if old is None and len(lines) == len(before):
            old = before[index]
        made = Role(name=name, does=does)
        found.append(made if old is None else replace(old, name=name, does=does))
    return found


def _preparation_line(one: Preparation) -> str:
    line = f"{one.who}: {' '.join(one.what.split())}"
    if not one.lead_days:
        return line
    days = ntr("({n} day before)", "({n} days before)", one.lead_days).format(n=one.lead_days)
    return f"{line} {days}"


def _preparation(line: str) -> Preparation:
    found = _DAYS.search(line)
    days = int(found[1]) if found else 0
    words = line[: found.start()] if found else line
    who, colon, what = words.partition(":")
    if not colon or not what.strip() or not 0 < len(who.strip()) <= LONGEST_WHO:
        who, what = tr("Everyone"), words
    return Preparation(who=who.strip(), what=what.strip(), lead_days=days)
