"""Copies to read: a team's records with something else in the place of students' names.

A record of such a copy has the versions that it has on the team's own laptops, and only its words differ. So
copies follow each other as the versions do, and a replaced text is never a version of its own that could come
back and stand in the place of the original. A laptop that has a team only as a copy sends none of its records
on, but for the letters between team and coach.

A hash over a text with a name in it would let anybody find the name by trying some. So the hashes in a copy are
hidden under a key that the team's laptops share and that is in no copy. With it, the originals take the place
of a copy when they arrive.
"""

import hashlib
import secrets
import sqlite3

from plcdesk.sharing.kinds import Kind
from plcdesk.sharing.refusals import Refused
from plcdesk.sharing.versions import Version, version_hash
from plcdesk.text import tr

_MARK = "copy"  # among the versions: the team with this key is here only as a copy
_KEY = "copy_key"  # among the versions: what hides the hashes in copies of the team with this key


class OwnTeam(Refused):
    """A copy to read of a team that is on this laptop itself."""


def stands_for_another(kind: Kind, key: str, version: Version) -> bool:
    """Whether a version came with a copy to read, where its content may have something else in the place of names."""
    return version_hash(kind.table, key, version.content_hash, version.parents) != version.hash


def stands_better(kind: Kind, key: str, there: Version, here: Version) -> bool:
    """Whether of one version the content from a file is to be kept rather than the one that is here.

    The original before a copy; of two copies, the one with the lesser hash: the same on every laptop, whichever
    comes first.
    """
    if there.content_hash == here.content_hash or not stands_for_another(kind, key, here):
        return False
    if not stands_for_another(kind, key, there):
        return True
    return there.content is not None and there.content_hash < here.content_hash


def hidden(key: str, hash_of_version: str) -> str:
    """The hash by which a version goes in copies to read."""
    return hashlib.blake2b(hash_of_version.encode(), key=bytes.fromhex(key), digest_size=32).hexdigest()


def copy_key(connection: sqlite3.Connection, team_id: str) -> str | None:
    """The key of a team's copies, made when it is first needed; None where the team itself is not here."""
    if is_copy(connection, team_id):
        return None
    kept = kept_key(connection, team_id)
    if kept is None:
        kept = secrets.token_hex(32)
        _keep(connection, _KEY, team_id, kept)
    return kept


def kept_key(connection: sqlite3.Connection, team_id: str) -> str | None:
    """The key of a team's copies, if this laptop ever had it."""
    query = "SELECT hash FROM version WHERE row_key = ? AND row_table = ?"
    found = connection.execute(query, (team_id, _KEY)).fetchone()
    return None if found is None else str(found[0])


def agree_on_key(connection: sqlite3.Connection, team_id: str, key: str) -> None:
    """Keep the key of a file to work with; of two, the lesser, as on every other laptop of the team."""
    connection.execute(
        "DELETE FROM version WHERE row_key = ? AND row_table = ? AND hash > ?", (team_id, _KEY, key)
    )
    if kept_key(connection, team_id) is None:
        _keep(connection, _KEY, team_id, key)


def is_copy(connection: sqlite3.Connection, team_id: str) -> bool:
    """Whether a team is on this laptop only as a copy to read."""
    query = "SELECT 1 FROM version WHERE row_key = ? AND row_table = ?"
    return connection.execute(query, (team_id, _MARK)).fetchone() is not None


def begin_copy(connection: sqlite3.Connection, team_id: str, *, agreed: bool) -> None:
    """Note, before a copy to read is brought in, that the team is here as one.

    Raises OwnTeam when the team itself is here and nobody has agreed to that.
    """
    if is_copy(connection, team_id):
        return
    own = connection.execute("SELECT 1 FROM team WHERE id = ?", (team_id,)).fetchone()
    if own is not None and not agreed:
        raise OwnTeam(
            tr(
                "This is a copy to read, with names replaced, and the team itself is on this laptop. Read it; to go"
                " on working together, ask for a copy to work with."
            )
        )
    _keep(connection, _MARK, team_id, "")


def end_copy(connection: sqlite3.Connection, team_id: str) -> None:
    """Note that the team itself is here."""
    connection.execute("DELETE FROM version WHERE row_key = ? AND row_table = ?", (team_id, _MARK))


def _keep(connection: sqlite3.Connection, what: str, team_id: str, value: str) -> None:
    connection.execute(
        "INSERT INTO version (hash, row_table, row_key, content_hash, deleted, parents, head, shown, from_name)"
        " VALUES (?, ?, ?, '', 0, '', 0, 1, '')",
        (value, what, team_id),
    )
