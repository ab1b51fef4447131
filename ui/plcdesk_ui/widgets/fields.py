"""Fields of a form, each with its label, its spoken name and its hint in one call."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from plcdesk_ui.widgets.choice import Choice, Option
from plcdesk_ui.widgets.date_field import DateField, TimeField
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.text_field import TextField

__all__ = ["Choice", "DateField", "Field", "LineField", "Option", "TextField", "TimeField", "field"]


class Field(QWidget):
    """A label above `widget`, and `hint` below it in small type. Make it with `field`."""

    def __init__(self, label_text: str, widget: QWidget, hint: str | None = None) -> None:
        super().__init__()
        self.widget = widget
        self.label: QLabel = plain("", "secondary", wrap=True)
        self.hint: QLabel = plain("", "caption", wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.label, widget, self.hint):
            box.addWidget(part)
        self.label.setBuddy(widget)
        self.set_label(label_text)
        self.set_hint(hint)

    def set_label(self, text: str) -> None:
        """Change the label and with it the spoken name."""
        self.label.setText(text.replace("&", "&&"))  # with a buddy, one '&' would mark a shortcut
        self.widget.setAccessibleName(text)

    def set_hint(self, hint: str | None) -> None:
        """Change the line below; it is read aloud after the name."""
        self.hint.setText(hint or "")
        self.hint.setVisible(bool(hint))
        self.widget.setAccessibleDescription(hint or "")


def field(label_text: str, widget: QWidget, hint: str | None = None) -> Field:
    """`widget` with its label above, tied together for the keyboard and for screen readers."""
    return Field(label_text, widget, hint)
