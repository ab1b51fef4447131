"""Tool tips whose text stays plain, whoever wrote it."""

import html

from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` literally as the tool tip; Qt would draw anything that looks like HTML, images included."""
    widget.setToolTip(html.escape(text) if Qt.mightBeRichText(text) else text)


def tip_with_shortcut(text: str, shortcut: str | None) -> str:
    """The tip with the shortcut behind it, as the platform writes it: 'Pause (Space)'."""
    if not shortcut:
        return text
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({native})" if text else native
