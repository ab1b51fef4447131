"""Versions of a record: their hashes, which of them are heads, and which one is shown.

What two laptops know of a record is a set of versions, each naming its parents by their hashes. Bringing two
laptops together is the union of their sets, and everything else is computed from the union: so neither the
order in which files arrive, nor how often, nor any clock can matter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from plcdesk.sharing.kinds import Kind

NAMELESS = "?"
"""Stands for a sender who gave no name."""


class Version(NamedTuple):
    """A version. `content` is canonical JSON, None where it is not known or stands in the row itself."""

    hash: str
    content_hash: str
    deleted: bool
    parents: tuple[str, ...]
    content: bytes | None = None
    shown: bool = False
    from_name: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """A row as it stands in the workspace now; `row_id` is its uuid. A deleted one holds only its mark."""

    key: str
    content: bytes
    deleted: bool
    row_id: str

    @property
    def hash(self) -> str:
        return content_hash(self.content, self.deleted)


def content_hash(content: bytes, deleted: bool) -> str:
    """The hash of what a record holds."""
    return sha256((b"deleted\n" if deleted else b"\n") + content).hexdigest()


def version_hash(table: str, key: str, hash_of_content: str, parents: Iterable[str]) -> str:
    """The hash of a version: over whose it is, what it holds and what it came from."""
    return sha256(f"{table}\n{key}\n{hash_of_content}\n{' '.join(sorted(parents))}".encode()).hexdigest()


def new_version(
    kind: Kind, key: str, content: bytes, deleted: bool, parents: Iterable[str], from_name: str = ""
) -> Version:
    """A version that came into being on this laptop."""
    held = content_hash(content, deleted)
    ordered = tuple(sorted(parents))
    return Version(
        version_hash(kind.table, key, held, ordered), held, deleted, ordered, content, from_name=from_name
    )


def heads_of(versions: Mapping[str, Version]) -> list[Version]:
    """The versions that are no parent of another, in the order of their hashes."""
    if len(versions) == 1:
        return list(versions.values())
    past = {parent for version in versions.values() for parent in version.parents}
    return sorted((each for each in versions.values() if each.hash not in past), key=lambda each: each.hash)


def shown_of(heads: Iterable[Version]) -> Version:
    """The head that a row shows until somebody chooses: one that is not deleted, then by the hash of its content.

    Any rule would do that is the same on every laptop; that a deletion never hides a change is the one thing
    that people would miss.
    """
    return min(heads, key=lambda head: (head.deleted, head.content_hash, head.hash))


def differ(heads: Iterable[Version]) -> bool:
    """Whether the heads hold different things, so that somebody has to choose. Two deletions are the same."""
    return len({"" if head.deleted else head.content_hash for head in heads}) > 1


def with_working(
    kind: Kind, key: str, known: dict[str, Version], working: Working | None, *, untold: bool = False
) -> dict[str, Version]:
    """The known versions and, if the row was changed here since the last one, a new one for what it holds now.

    A row that is gone altogether, and once was shared, was deleted here. A deletion of what was never shared
    counts only with `untold`, when it goes out: before, nobody could know of it.
    """
    shown = next((each for each in known.values() if each.shown), None)
    if shown is None and (working is None or (working.deleted and not untold)):
        return known
    if working is None:
        if shown is None or shown.deleted:
            return known
        content, deleted = b"{}", True
    else:
        content, deleted = working.content, working.deleted
    held = content_hash(content, deleted)
    if shown is not None and shown.content_hash == held:
        return known
    if shown is None:
        parents: set[str] = set()
    else:
        parents = {head.hash for head in heads_of(known) if head.content_hash == shown.content_hash}
        parents.add(shown.hash)
    made = new_version(kind, key, content, deleted, parents)._replace(shown=True)
    rest = {each.hash: each._replace(shown=False) for each in known.values()}
    return rest | {made.hash: made}
