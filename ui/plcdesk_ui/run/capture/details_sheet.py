"""What an entry says besides its words, such as its page, mended in a small sheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.chip_sheet import ChipSheet
from plcdesk_ui.run.capture.typed_fields import LONGEST, words_for
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import plain

_WIDTH = 18
"""Of a field, in sizes of type."""


class DetailsSheet(ChipSheet):
    """Tells `filled` with what now stands in each field when it is closed and something was changed."""

    filled = Signal(object)

    def __init__(
        self, names: Sequence[str], fields: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Details"), parent)
        self._before = {name: str(fields.get(name) or "") for name in names}
        self.edits: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROW)
        for row, name in enumerate(names):
            words = words_for(name)
            edit = QLineEdit(self._before[name])
            edit.setMaxLength(LONGEST)
            edit.setPlaceholderText(words.hint)
            edit.setAccessibleName(words.label)
            edit.setMinimumWidth(_WIDTH * theme_of(self).sizes.base)
            grid.addWidget(plain(words.label, "secondary"), row, 0)
            grid.addWidget(edit, row, 1)
            self.edits[name] = edit
        self.box.addLayout(grid)
        self.done = button(tr("Done"), self.close, "primary", grade="small")
        self.box.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def value(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: edit.text().strip() for name, edit in self.edits.items()}

    def first(self) -> QWidget:
        return next(iter(self.edits.values()))

    def tell(self) -> None:
        if self.value() != self._before:
            self.filled.emit(self.value())
