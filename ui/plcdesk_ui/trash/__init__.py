"""The trash: what was deleted, with its place."""
