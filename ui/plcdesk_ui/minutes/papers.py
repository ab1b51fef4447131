"""The paper and the manner of writing dates that this laptop prints with."""

from PySide6.QtCore import QLocale

from plcdesk.minutes.dates import DEFAULT
from plcdesk.minutes.paper import Paper, paper_for
from plcdesk.minutes.pdf import SIZES
from plcdesk.settings import Settings


def printed_locale() -> str:
    """The system's locale by its name, such as 'en_US'; what we use ourselves where the system has none."""
    name = QLocale().name()
    return DEFAULT if name in ("", "C") else name


def chosen_paper(settings: Settings) -> Paper:
    """The paper of the settings, or that of the system's place."""
    return paper_for(printed_locale()) if settings.paper == "auto" else settings.paper


def blank_sheet(settings: Settings) -> tuple[float, float]:
    """Width and height of the chosen paper in points."""
    return SIZES[chosen_paper(settings)]
