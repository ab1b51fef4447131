"""Walking every widget of a window."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


def widgets(top: QWidget) -> Iterator[QWidget]:
    """The window and everything in it."""
    yield top
    yield from top.findChildren(QWidget)


def nameless(top: QWidget) -> list[str]:
    """The controls that a screen reader could not name: where they are and what they are."""
    found = []
    for widget in widgets(top):
        if not isinstance(widget, CONTROLS) or _is_part(widget) or not widget.isVisibleTo(top):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def _is_part(widget: QWidget) -> bool:
    """Whether the widget is an inner part of a control that has a name of its own."""
    parent = widget.parentWidget()
    while parent is not None:
        if (
            isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit))
            or type(parent).__name__ == "QCalendarWidget"
        ):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def texts(top: QWidget) -> Iterator[str]:
    """Every text that the window shows, says or hints at."""
    for widget in widgets(top):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        yield widget.windowTitle()
        if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()


def rich_labels(top: QWidget) -> list[str]:
    """Labels that would read their text as HTML."""
    return [
        label.text()
        for label in top.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ]
