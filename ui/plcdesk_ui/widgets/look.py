"""Properties that choose a look in the style sheet."""

from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: str | None) -> None:
    """Set the property `name` and let the style sheet take it in at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()
    widget.update()
