"""Which share files of a team followed which: the documents that left this laptop or were brought in.

A file names as its parents the documents that its laptop knew and no other had followed yet. So one can see
what a file was made with and without; how records are merged goes by the records' own versions.
"""

import sqlite3

from plcdesk.sharing.format import MOST_PARENTS

_FILE = "file"  # among the versions: a document of the team with this key


def parents_of(connection: sqlite3.Connection, team_id: str, document: str) -> list[str]:
    """The parents of a document that is to leave: those it had before, or the last ones known here."""
    known = {
        row[0]: row[1].split()
        for row in connection.execute(
            "SELECT hash, parents FROM version WHERE row_key = ? AND row_table = ?", (team_id, _FILE)
        )
    }
    if document in known:
        return known[document]
    followed = {parent for parents in known.values() for parent in parents}
    return sorted(known.keys() - followed)[:MOST_PARENTS]


def keep_document(
    connection: sqlite3.Connection, team_id: str, document: str, parents: list[str], from_name: str
) -> None:
    """Note a document that left or was brought in; once is enough."""
    connection.execute(
        "INSERT INTO version (hash, row_table, row_key, content_hash, deleted, parents, head, shown, from_name)"
        " SELECT ?1, ?2, ?3, ?1, 0, ?4, 0, 0, ?5 WHERE NOT EXISTS"
        " (SELECT 1 FROM version WHERE row_key = ?3 AND row_table = ?2 AND hash = ?1)",
        (document, _FILE, team_id, " ".join(parents), from_name),
    )
