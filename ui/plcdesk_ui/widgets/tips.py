"""Tool tips whose text stays plain, whoever wrote it."""

from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` literally as the tool tip; Qt would draw anything that looks like HTML, images included."""
    if Qt.mightBeRichText(text):
        from html import escape  # rarely needed, and it brings a dictionary of all entities

        text = escape(text)
    widget.setToolTip(text)


def tip_with_shortcut(text: str, shortcut: str | None) -> str:
    """The tip with the shortcut behind it, as the platform writes it: 'Pause (Space)'."""
    if not shortcut:
        return text
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({native})" if text else native
