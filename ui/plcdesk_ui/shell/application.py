"""The one QApplication."""

from PySide6.QtWidgets import QApplication

ARGUMENTS = ["plcdesk", "-style", "fusion"]
"""The style is named here: setting it from Python later would load all there is to styles, to give it back."""


def make_application() -> QApplication:
    """The running application, made if there is none yet."""
    app = QApplication.instance() or QApplication(ARGUMENTS)
    assert isinstance(app, QApplication)
    app.setApplicationName("PLC Desk")
    app.setDesktopFileName("plcdesk")
    return app
