"""Whose notes are written down while small groups are at work: one group's, or those of everybody."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.tips import set_tip

_FEW = 6
"""So many groups stand on chips; more of them are chosen from a list."""


class GroupChoice(QWidget):
    """Hidden while everybody is together. A group can also be typed: 'Group 2: …'."""

    def __init__(self, notebook: Notebook) -> None:
        super().__init__()
        self._notebook = notebook
        self._names: tuple[str, ...] = ()
        self.chips = ChipChoice((), name=tr("Whose notes"))
        self.list = Choice(small=True)
        self.list.setAccessibleName(tr("Whose notes"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        for control in (self.chips, self.list):
            control.chosen.connect(lambda name: notebook.choose_group(str(name) if name else None))
            set_tip(control, tr("Whose notes these are; you can also type “Group 2: …”"))
            box.addWidget(control)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def refresh(self) -> None:
        """Offer the groups that there are now."""
        facts = self._notebook.live.facts
        coming = facts is None or (facts.group_place is not None and facts.group_place.coming)
        groups = facts.groups if facts is not None and not coming and not facts.nothing_written else ()
        names = tuple(group.name for group in groups)
        if names != self._names:
            self._names = names
            options = [("", tr("Everybody")), *((name, name) for name in names)]
            self.chips.set_options([(value, words, "neutral") for value, words in options[: _FEW + 1]])
            self.list.set_options(options)
        for control in (self.chips, self.list):
            control.set_value(self._notebook.group or "")
        self.chips.setVisible(len(names) <= _FEW)
        self.list.setVisible(len(names) > _FEW)
        self.setVisible(len(names) > 1)
