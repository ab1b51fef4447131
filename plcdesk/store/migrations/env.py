"""Alembic's way into the workspace: it works on the connection that it is handed, in its transaction."""

from alembic import context

from plcdesk.store.tables import Table


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Full text tables are made by hand and hidden from the comparison."""
    return not (kind == "table" and name is not None and "_fts" in name)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    include_name=is_ours,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
