"""Copying the whole workspace to a place that the person chooses."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from plcdesk.text import tr
from plcdesk_ui.context import Context


def ask_and_back_up(parent: QWidget, context: Context) -> None:
    """Ask where to, copy in the background, and say when it is done."""
    source = context.workspace.file
    suggested = f"PLC Desk {context.now():%Y-%m-%d}.plcdb"
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Back up the workspace"), suggested, "PLC Desk (*.plcdb)"
    )
    if not chosen:
        return
    target = Path(chosen)
    if target.resolve() == source.resolve():
        context.bus.problem_arose.emit(
            tr("That is the workspace itself. Choose another name for the backup.")
        )
        return

    def copy() -> None:
        from plcdesk.store.backups import back_up

        back_up(source, target)

    context.in_background(
        copy, lambda _none: context.bus.told.emit(tr("Backed up to {file}").format(file=target), "")
    )
