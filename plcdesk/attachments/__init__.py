"""Files that belong to a meeting or to an item of its agenda, kept in the workspace."""
