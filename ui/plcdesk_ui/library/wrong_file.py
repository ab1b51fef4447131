"""What is wrong in a protocol file: every fault, in words that its author can mend it by."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.faults import Fault
from plcdesk.text import tr
from plcdesk_ui.library.prose import Prose, said
from plcdesk_ui.library.row import fault_line
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain


class WrongFile(QWidget):
    """Names the file and lists its faults."""

    def __init__(self) -> None:
        super().__init__()
        self.name = plain("", "title", wrap=True)
        self.sentence = plain(
            tr(
                "This file cannot be used as it is. Nothing in it is lost; mend it and it appears in the list."
            ),
            wrap=True,
        )
        self.faults = Prose(tr("What is wrong"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        for part in (self.name, self.sentence, self.faults):
            box.addWidget(part)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_faults(self, file: str, faults: tuple[Fault, ...]) -> None:
        """Show all faults of a file."""
        self.name.setText(file)
        self.faults.set_passages([said(fault_line(fault), above=0.5) for fault in faults])
