"""Undo and redo, read from the change table: one list for each meeting or team, which survives a restart."""

from typing import Any

from sqlalchemy import select

from plcdesk.errors import UserError
from plcdesk.store.tables import LOGGED, Change, Deletable, Row, Transaction
from plcdesk.store.work import Work
from plcdesk.text import tr


def undo(work: Work, undo_list: str) -> None:
    """Take back the last step of a list. Raises UserError when there is nothing to take back."""
    step = _step(work, undo_list, "done", newest=True)
    if step is None:
        raise UserError(tr("There is nothing to undo."))
    work.undoable = False
    for change in _changes_of(work, step, newest_first=True):
        _put(work, change, change.before)
    step.state = "undone"


def redo(work: Work, undo_list: str) -> None:
    """Do again what was taken back last. Raises UserError when there is nothing to do again."""
    step = _step(work, undo_list, "undone", newest=False)
    if step is None:
        raise UserError(tr("There is nothing to redo."))
    work.undoable = False
    for change in _changes_of(work, step, newest_first=False):
        _put(work, change, change.after)
    step.state = "done"


def _step(work: Work, undo_list: str, state: str, *, newest: bool) -> Transaction | None:
    order = Transaction.n.desc() if newest else Transaction.n.asc()
    query = select(Transaction).where(Transaction.undo_list == undo_list, Transaction.state == state)
    return work.session.scalars(query.order_by(order).limit(1)).one_or_none()


def _changes_of(work: Work, step: Transaction, *, newest_first: bool) -> list[Change]:
    order = Change.n.desc() if newest_first else Change.n.asc()
    return list(work.session.scalars(select(Change).where(Change.work_id == step.id).order_by(order)))


def _put(work: Work, change: Change, values: dict[str, Any] | None) -> None:
    """Give a row back these values; None means that it was not there: it goes to the trash or away."""
    table: type[Row] = LOGGED[change.row_table]
    row = work.session.scalars(select(table).where(table.id == change.row_id)).one_or_none()
    if row is None:
        if values is not None:
            work.session.add(table(id=change.row_id, **values))
        return
    if values is not None:
        work.change(row, **values)
    elif isinstance(row, Deletable):
        work.delete(row)
    else:
        work.session.delete(row)
