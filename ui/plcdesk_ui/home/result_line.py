"""'By the end we will have a re-teach plan for Thursday.', the result set off from the words before it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain


class ResultLine(QWidget):
    """The result that a meeting wants."""

    def __init__(self, result: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW - 3)
        row.addWidget(plain(tr("By the end we will have")))
        row.addWidget(plain(result, "strong", wrap=True), 1)
