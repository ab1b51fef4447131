"""What was understood of the line, as chips before Enter."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.text import ntr, tr
from plcdesk_ui.run.capture.understood import Understood
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.tips import set_tip
from plcdesk_ui.words import day

NameOf = Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class _Part:
    what: str  # kind, lines, owner, due, said_by, tag
    text: str
    tone: Tone
    tip: str


class UnderstoodRow(QWidget):
    """Tells `pressed(what, chip)` for a chip: what is kind, lines, owner, due, said_by or tag.

    A press leaves the keyboard in the line. A row may show only what it is, or only the `rest`.
    """

    pressed = Signal(str, object)

    def __init__(
        self, name_of: NameOf, kind: bool = True, rest: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._shows_kind, self._shows_rest = kind, rest
        self._parts: tuple[_Part, ...] = ()
        self._chips: list[ChipButton] = []
        self._flow = FlowLayout(self, spacing=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_understood(self, understood: Understood, lines: int = 1) -> None:
        """Show this in place of what was shown; `lines` is how many notes the text could be."""
        parts = tuple(
            part
            for part in _parts(understood, lines, self._name_of)
            if (self._shows_kind if part.what == "kind" else self._shows_rest)
        )
        if parts == self._parts:
            return
        for place, part in enumerate(parts):
            if place == len(self._chips):
                self._chips.append(self._made())
            chip = self._chips[place]
            if place >= len(self._parts) or part != self._parts[place]:
                chip.set_chip(part.text, part.tone)
                chip.setAccessibleDescription(part.tip)
                set_tip(chip, part.tip)
            chip.setVisible(True)
        for chip in self._chips[len(parts) :]:
            chip.hide()
        self._parts = parts
        self._flow.invalidate()
        self.updateGeometry()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands on the chips."""
        return tuple(part.text for part in self._parts)

    def chip(self, what: str) -> ChipButton | None:
        """The first chip that shows `what`."""
        return next((c for c, p in zip(self._chips, self._parts, strict=False) if p.what == what), None)

    def _made(self) -> ChipButton:
        chip = ChipButton("", checkable=False, parent=self)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda _checked=False: self._tell(chip))
        self._flow.addWidget(chip)
        return chip

    def _tell(self, chip: ChipButton) -> None:
        place = self._chips.index(chip)
        if place < len(self._parts):
            self.pressed.emit(self._parts[place].what, chip)


def _parts(understood: Understood, lines: int, name_of: NameOf) -> list[_Part]:
    change = tr("Press to change")
    if understood.lines > 1:
        many = ntr("Enter adds {n} note", "Enter adds {n} notes", understood.lines)
        parts = [_Part("kind", understood.offer.short, understood.offer.tone, change)]
        return [*parts, _Part("lines", many.format(n=understood.lines), "accent", tr("Press for one note"))]
    parts = [_Part("kind", understood.offer.short, understood.offer.tone, change)]
    if understood.offer.is_doing:
        who_when = understood.who_when
        names = [*(name_of(owner) for owner in who_when.owners), *who_when.owner_names]
        parts += [_Part("owner", name, "neutral", change) for name in names]
        if who_when.due is not None:
            parts.append(_Part("due", day(who_when.due), "neutral", change))
    if understood.said_by is not None:
        said = tr("said by {name}").format(name=name_of(understood.said_by))
        parts.append(_Part("said_by", said, "neutral", change))
    parts += [_Part("tag", f"#{tag}", "neutral", change) for tag in understood.tags]
    if lines > 1:
        split = ntr("As {n} note", "As {n} notes", lines).format(n=lines)
        parts.append(_Part("lines", split, "neutral", tr("Press to make each line a note of its own")))
    return parts
