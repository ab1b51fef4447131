"""What the minutes hold: ticks that are remembered as long as the app is open."""

from dataclasses import fields

from PySide6.QtCore import Signal

from plcdesk.minutes.parts import USUAL, Parts
from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.toggles import CheckBox


class PartsCard(Card):
    """Tells `changed` with the parts that are wanted."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("In these minutes"))
        self.body.setSpacing(0)
        self.boxes = {
            name: CheckBox(words, bool(getattr(USUAL, name))) for name, words in _part_words().items()
        }
        for box in self.boxes.values():
            self.body.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit(self.parts))

    @property
    def parts(self) -> Parts:
        """What is ticked."""
        return Parts(**{field.name: self.boxes[field.name].isChecked() for field in fields(Parts)})


def _part_words() -> dict[str, str]:
    return {
        "decisions_and_actions": tr("Decisions and actions"),
        "notes_by_step": tr("Notes by step"),
        "time_used": tr("Time used"),
        "norm_watched": tr("Norm watched"),
        "feedback": tr("Feedback"),
        "who_said_what": tr("Who said what"),
    }
