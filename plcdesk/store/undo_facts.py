"""Whether there is something to undo; read without SQLAlchemy."""

from plcdesk.store.reader import Reader


def can_undo(reader: Reader, undo_list: str) -> tuple[bool, bool]:
    """Whether a list has a step to undo, and one to redo."""
    states = {
        row["state"]
        for row in reader.rows(
            "SELECT DISTINCT state FROM work WHERE undo_list = ? AND state IN ('done', 'undone')", [undo_list]
        )
    }
    return "done" in states, "undone" in states


def last_step(reader: Reader, undo_list: str) -> str | None:
    """The id of the step that undo would take back next."""
    return reader.value(
        "SELECT id FROM work WHERE undo_list = ? AND state = 'done' ORDER BY n DESC LIMIT 1", [undo_list]
    )
