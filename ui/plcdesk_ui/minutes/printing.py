"""Printing without a surprise."""

from PySide6.QtWidgets import QWidget

from plcdesk.errors import EnvironmentProblem
from plcdesk_ui.context import Context
from plcdesk_ui.printing import print_pdf


def print_or_tell(parent: QWidget, context: Context, pdf: bytes, title: str) -> None:
    """Ask for a printer and print; say so if it takes nothing, or if the page could only be saved and was not."""
    try:
        print_pdf(parent, pdf, title)
    except EnvironmentProblem as problem:
        context.bus.problem_arose.emit(str(problem))
