"""For developers: `check` compares the tables with the migrations, `new "message"` writes the next one."""

import sqlite3
import sys
import tempfile
from pathlib import Path

from alembic import command

from plcdesk.store.connection import connect_for_writing
from plcdesk.store.engine import engine_on
from plcdesk.store.migrating import alembic_config


def main(words: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        connection: sqlite3.Connection = connect_for_writing(Path(folder) / "check.plcdb")
        with engine_on(connection).connect() as transaction, transaction.begin():
            config = alembic_config(transaction)
            command.upgrade(config, "head")
            if words[:1] == ["check"]:
                command.check(config)
            elif words[:1] == ["new"] and len(words) == 2:
                command.revision(config, words[1], autogenerate=True)
            else:
                sys.stderr.write("usage: python -m plcdesk.store.migrations check | new MESSAGE\n")
                return 2
        connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
