"""What is to be ready before the meeting: the protocol's preparation and materials, to be ticked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.schema import Material, Protocol
from plcdesk.text import tr
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox


class PreparationList(QWidget):
    """Tells `ticked` with the numbers of all that is ready: first the preparations, then the materials."""

    ticked = Signal(object)

    def __init__(self, before: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before  # what Tab comes from
        self._lines: tuple[str, ...] = ()
        self.boxes: list[CheckBox] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW - 4)
        self._box.addWidget(plain(tr("Before the meeting"), "secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_protocol(self, protocol: Protocol | None, prepared: tuple[int, ...]) -> None:
        """Show what `protocol` asks for; hidden where it asks for nothing."""
        lines = preparation_lines(protocol) if protocol is not None else ()
        if lines != self._lines:
            self._make(lines)
        for number, box in enumerate(self.boxes):
            box.blockSignals(True)
            box.setChecked(number in prepared)
            box.blockSignals(False)
            box.update()
        self.setVisible(bool(lines))

    def _make(self, lines: tuple[str, ...]) -> None:
        for box in self.boxes:
            self._box.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._lines = lines
        self.boxes = [CheckBox(line) for line in lines]
        for box in self.boxes:
            self._box.addWidget(box)
            box.toggled.connect(self._tell)
        if self._before is not None:
            follow(self._before, self.boxes)

    def _tell(self) -> None:
        self.ticked.emit([number for number, box in enumerate(self.boxes) if box.isChecked()])


def preparation_lines(protocol: Protocol) -> tuple[str, ...]:
    """Preparations and materials, one line each; `Item.prepared` holds their numbers."""
    return (*(each.what for each in protocol.preparation), *(_material(each) for each in protocol.materials))


def _material(material: Material) -> str:
    copies = {
        "one": "",
        "one-each": tr("one each"),
        "one-per-group": tr("one for each group"),
        "on-the-wall": tr("on the wall"),
    }
    names = tr("names removed") if material.names_removed else ""
    return ", ".join(part for part in (material.what, copies[material.copies], names) if part)
