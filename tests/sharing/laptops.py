"""Laptops for tests: a workspace each, that write share files to each other."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plcdesk.sharing.exporting import Sent, export_share
from plcdesk.sharing.format import Named
from plcdesk.sharing.kinds import KINDS
from plcdesk.sharing.merging import What, import_share
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.rows import rows_with_keys
from plcdesk.sharing.selection import Scope
from plcdesk.store.workspace import open_workspace
from tests.thorough import THOROUGH

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


def examples(usually: int, thorough: int) -> int:
    """How many cases hypothesis tries: few in the usual run, many with PLCDESK_THOROUGH=1."""
    return thorough if THOROUGH else usually


class Laptop:
    """A person's laptop with a workspace."""

    def __init__(self, name: str, file: Path, template: Path) -> None:
        shutil.copy(template, file)
        self.name = name
        self.sender = Named(f"laptop-{name.lower()}", name)
        self.workspace = open_workspace(file, lambda: NOW)
        self.reader = self.workspace.reader()

    def do(self, service: Callable[..., Any], *args: Any, **values: Any) -> Any:
        return self.workspace.writer.write(service, *args, **values).result(60).value

    def share(self, to: Path, scope: Scope, **values: Any) -> Sent:
        return export_share(self.workspace, scope, to, sender=self.sender, at=NOW, **values)

    def take(self, file: Path, passphrase: str | None = None, **values: Any) -> dict[What, int]:
        with open_share(file, passphrase) as share:
            return self.do(lambda work: import_share(work, share, **values))

    def value(self, sql: str, *values: Any) -> Any:
        return self.reader.value(sql, values)

    def content(self) -> dict[tuple[str, str], Any]:
        """Everything that travels: each record's row as it stands, and the hashes of its heads."""
        connection = self.reader.connection
        found: dict[tuple[str, str], Any] = {}
        for kind in KINDS:
            query = f"SELECT DISTINCT {' || chr || '.join(kind.key)} FROM {kind.table}".replace("chr", "'/'")
            keys = [row[0] for row in connection.execute(query)]
            for row in rows_with_keys(connection, kind, keys):
                found[kind.table, row.key] = ("deleted" if row.deleted else row.content,)
        heads: dict[tuple[str, str], set[str]] = {}
        for row in connection.execute("SELECT row_table, row_key, hash FROM version WHERE head = 1"):
            heads.setdefault((row[0], row[1]), set()).add(row[2])
        # What went into the trash before anybody else had it is nobody else's business.
        told = {key for key in found if found[key] != ("deleted",)} | heads.keys()
        return {key: (found.get(key, ("gone",)), heads.get(key)) for key in told}

    def everything_written(self) -> str:
        """Every text that this laptop can still show: in rows, in what they were before, in versions."""
        connection = self.reader.connection
        parts: list[str] = []
        for kind in KINDS:
            for row in connection.execute(f"SELECT * FROM {kind.table}"):
                parts += [str(value) for value in row]
        for row in connection.execute('SELECT "before", "after" FROM change'):
            parts += [str(value) for value in row]
        parts += [
            bytes(row[0]).decode() for row in connection.execute("SELECT content FROM version") if row[0]
        ]
        return "\n".join(parts)

    def close(self) -> None:
        self.reader.close()
        self.workspace.close()


__all__ = ["NOW", "Laptop", "examples"]
