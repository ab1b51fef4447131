"""What the minutes hold, and whether on one page: choices that are remembered as long as the app is open."""

from dataclasses import fields

from PySide6.QtCore import Signal

from plcdesk.minutes.forms import Layout
from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip_choice import ChipChoice, ChipOption
from plcdesk_ui.widgets.toggles import CheckBox


class PartsCard(Card):
    """Tells `changed` when other parts, or another length, are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("In these minutes"))
        self.body.setSpacing(0)
        self.boxes = {
            name: CheckBox(words, bool(getattr(USUAL, name))) for name, words in _part_words().items()
        }
        for box in self.boxes.values():
            self.body.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        lengths: list[ChipOption] = [
            ("full", tr("In full"), "accent"),
            ("one_page", tr("On one page"), "accent"),
        ]
        self.length = ChipChoice(lengths, "full", tr("Length"))
        self.body.addSpacing(6)
        self.body.addWidget(self.length)
        self.length.chosen.connect(lambda _layout: self.changed.emit())

    @property
    def parts(self) -> Parts:
        """What is ticked."""
        return Parts(**{field.name: self.boxes[field.name].isChecked() for field in fields(Parts)})

    @property
    def layout_wanted(self) -> Layout:
        """In full, or on one page."""
        return "one_page" if self.length.value() == "one_page" else "full"


def _part_words() -> dict[str, str]:
    return {
        "decisions_and_actions": tr("Decisions and actions"),
        "notes_by_step": tr("Notes by step"),
        "time_used": tr("Time used"),
        "norm_watched": tr("Norm watched"),
        "feedback": tr("Feedback"),
        "exit_forms": tr("Exit feedback, in sums"),
        "who_said_what": tr("Who said what"),
    }
