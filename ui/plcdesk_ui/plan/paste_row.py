"""One topic of a pasted agenda in the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.plan.paste_found import Found, Way
from plcdesk_ui.plan.wording import kind_chip
from plcdesk_ui.plan.wrap_label import WrapLabel
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox
from plcdesk_ui.words import minutes_word


class PasteRow(QWidget):
    """Tells `changed` when somebody decided how its protocol is to be run, or that it is not."""

    changed = Signal()

    def __init__(self, found: Found, way: Way | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        self.tick: CheckBox | None = None
        self.ways: ChipChoice | None = None
        self._minutes = plain("", "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 7, 0, 7)
        box.setSpacing(2)
        box.addLayout(self._head())
        about = " · ".join(part for part in (found.item.purpose, self._who()) if part)
        if about:
            box.addWidget(plain(about, "secondary", wrap=True))
        if found.protocol is not None:
            self._offer_protocol(box, way)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_way()

    @property
    def way(self) -> Way | None:
        """How the protocol is to be run; None for a topic without one."""
        if self.tick is None or not self.tick.isChecked():
            return None
        chosen = self.ways.value() if self.ways is not None else None
        return chosen if isinstance(chosen, Way) else self.found.ways[0]

    @property
    def minutes(self) -> int:
        """The minutes that it would have."""
        return self.way.minutes if self.way is not None else self.found.minutes

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(ROW)
        head.addWidget(WrapLabel(self.found.item.title))
        chip = kind_chip(self.found.item.kind)
        if chip is not None and self.found.protocol is None:
            head.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        if self.found.item.minutes_guessed:
            head.addWidget(Chip(tr("guessed"), "warning"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _who(self) -> str:
        who = self.found.item.brought_by
        return tr("{name} brings it").format(name=who) if who else ""

    def _offer_protocol(self, box: QVBoxLayout, way: Way | None) -> None:
        protocol, short = self.found.protocol, self.found.too_short
        assert protocol is not None
        self.tick = CheckBox(tr("Run as {protocol}").format(protocol=protocol.name), way is not None)
        self.tick.toggled.connect(self._decided)
        box.addWidget(self.tick)
        if short is None:
            return
        sentence = ntr(
            "It needs at least {needed} min: {by} more than it has here.",
            "It needs at least {needed} min: {by} more than it has here.",
            short.by,
        )
        self._short = plain(sentence.format(needed=short.needed, by=short.by), "warning", wrap=True)
        chosen = way if way in self.found.ways else self.found.ways[0]
        options = [(each, each.words, "neutral") for each in self.found.ways]
        self.ways = ChipChoice(options, chosen, tr("How to make it fit"))  # type: ignore[arg-type]
        self.ways.chosen.connect(lambda _way: self._decided())
        box.addWidget(self._short)
        box.addWidget(self.ways)

    def _decided(self) -> None:
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        self._minutes.setText(minutes_word(self.minutes))
        if self.ways is not None:
            self.ways.setVisible(self.way is not None)
            self._short.setVisible(self.way is not None)
