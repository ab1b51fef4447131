"""Copies to read: a team's records with something else in the place of students' names.

A record of such a copy is the same version as on the team's own laptops, and only its words differ: it carries
the hash of the content that it stands for. So copies follow each other as the versions do, and a replaced text
is never a version of its own that could come back and stand in the place of the original. A laptop that has a
team only as a copy sends none of its records on, but for the letters between team and coach.
"""

import sqlite3

from plcdesk.sharing.kinds import Kind
from plcdesk.sharing.refusals import Refused
from plcdesk.sharing.versions import Version, version_hash
from plcdesk.text import tr

_MARK = "copy"  # among the versions: the team with this key is here only as a copy


class OwnTeam(Refused):
    """A copy to read of a team that is on this laptop itself."""


def stands_for_another(kind: Kind, key: str, version: Version) -> bool:
    """Whether the content of a version has something else in the place of names."""
    return version_hash(kind.table, key, version.content_hash, version.parents) != version.hash


def stands_better(kind: Kind, key: str, there: Version, here: Version) -> bool:
    """Whether of one version the content from a file is to be kept rather than the one that is here.

    The original before one that stands for it; of two that do, the one with the lesser hash: the same on
    every laptop, whichever comes first.
    """
    if there.content_hash == here.content_hash or not stands_for_another(kind, key, here):
        return False
    return not stands_for_another(kind, key, there) or there.content_hash < here.content_hash


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
    connection.execute(
        "INSERT INTO version (hash, row_table, row_key, content_hash, deleted, parents, head, shown, from_name)"
        " VALUES ('', ?, ?, '', 0, '', 0, 1, '')",
        (_MARK, team_id),
    )


def end_copy(connection: sqlite3.Connection, team_id: str) -> None:
    """Note that the team itself is here."""
    connection.execute("DELETE FROM version WHERE row_key = ? AND row_table = ?", (team_id, _MARK))
