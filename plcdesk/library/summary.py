"""What lists of protocols show, and the cache that spares them reading each file at every start."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plcdesk import __version__, paths
from plcdesk.library.fitting import least_minutes, own_minutes
from plcdesk.library.schema import (
    SCHEMA_VERSION,
    Category,
    Difficulty,
    Grade,
    LooksAt,
    Protocol,
    Trust,
)
from plcdesk.library.spelling import words_of
from plcdesk.library.steps import protocols_inside, walk

CACHE_NAME = "protocols.json"
LARGEST_CACHE = 16 * 1024 * 1024


@dataclass(frozen=True)
class Summary:
    """A protocol in one line. Minutes are for the team that it is written for: usual, and least possible."""

    id: str
    name: str
    summary: str
    category: Category
    looks_at: tuple[LooksAt, ...]
    minutes: int
    least_minutes: int
    people_least: int
    people_most: int
    trust: Trust
    difficulty: Difficulty
    grade: Grade
    own: bool = False  # written or changed by people of this machine
    also_known_as: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()  # the ids of protocols that run inside it
    named: str = ""  # the words of its names and its line, as `choosing` searches for them
    told: str = ""  # and those of all its text


@dataclass(frozen=True)
class Stamp:
    """By what a changed file is told from an unchanged one."""

    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Known:
    """A summary and the state of the file that it was made from."""

    stamp: Stamp
    summary: Summary


class _Cache(msgspec.Struct, frozen=True):
    version: str
    files: dict[str, Known]


def summarise(protocol: Protocol, own: bool) -> Summary:
    """The summary of a protocol; `own` if it is not one of ours."""
    return Summary(
        id=protocol.id,
        name=protocol.name,
        summary=protocol.summary,
        category=protocol.category,
        looks_at=tuple(protocol.looks_at),
        minutes=own_minutes(protocol),
        least_minutes=least_minutes(protocol),
        people_least=protocol.people.least,
        people_most=protocol.people.most,
        trust=protocol.trust,
        difficulty=protocol.difficulty,
        grade=protocol.origin.grade,
        own=own,
        also_known_as=tuple(protocol.also_known_as),
        runs=protocols_inside(protocol),
        named=searched((protocol.name, protocol.summary, *protocol.also_known_as)),
        told=searched(_told(protocol)),
    )


def searched(texts: Iterable[str]) -> str:
    """The words of some texts, each once with a space before it, so that ' tick' is found in ' sticky ticket'."""
    words = dict.fromkeys(word for text in texts for word in words_of(text))
    return "".join(f" {word}" for word in words)


def _told(protocol: Protocol) -> Iterator[str]:
    """All that people read of a protocol beside its names."""
    yield from (protocol.purpose, *protocol.good_when, *protocol.not_when, *protocol.cautions)
    yield from (protocol.origin.credit, protocol.origin.organisation)
    for role in protocol.roles:
        yield from (role.name, role.does)
    yield from (task.what for task in protocol.preparation)
    yield from (material.what for material in protocol.materials)
    for form in protocol.forms:
        yield from (form.name, form.why)
    for step in walk(protocol.steps):
        yield from (step.title, step.say, step.do, step.instead, *step.stems)
        yield from (capture.name for capture in step.captures)


def load_cache(folder: Path) -> dict[str, Known]:
    """The summaries kept in `folder` by file; none if the cache is missing, damaged or of another version."""
    try:
        with (folder / CACHE_NAME).open("rb") as file:
            cache = msgspec.json.decode(file.read(LARGEST_CACHE), type=_Cache)
    except (OSError, msgspec.DecodeError, RecursionError):
        return {}
    return cache.files if cache.version == _version() else {}


def save_cache(folder: Path, files: Mapping[str, Known]) -> None:
    """Keep summaries in `folder`; a folder that cannot be written costs time at the next start, no more."""
    content = msgspec.json.encode(_Cache(_version(), dict(files)))
    try:
        paths.make_private(folder)
        handle, name = tempfile.mkstemp(dir=folder, prefix=CACHE_NAME)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(folder / CACHE_NAME)
    except OSError:
        return


def _version() -> str:
    return f"{__version__} {SCHEMA_VERSION}"
