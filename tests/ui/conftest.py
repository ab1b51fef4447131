"""What every test of the screens shares: the theme."""

import pytest
from PySide6.QtWidgets import QApplication

from plcdesk_ui.theme.theme import Theme


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    """The theme of the one application of the test run, made once."""
    theme = Theme(qapp)
    theme.apply("light")
    return theme


@pytest.fixture(autouse=True)
def theme(session_theme: Theme) -> Theme:
    """The light theme, found by every widget through `theme_of`."""
    return session_theme
