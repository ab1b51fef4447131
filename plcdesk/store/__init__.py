"""The SQLite file: tables, the one writer, readers, changes, migrations, backups."""
