"""The migrations of the workspace's tables, as Alembic runs them."""
