"""Who does it and until when, chosen in a small sheet beside the chip that was pressed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.chip_sheet import ChipSheet
from plcdesk_ui.run.capture.understood import Grounds, WhoWhen
from plcdesk_ui.theme.sizes import GAP, PAD, ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.date_field import DateField
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.toggles import CheckBox
from plcdesk_ui.words import day

_MANY = 9
_FRIDAY = 4


class WhoWhenSheet(ChipSheet):
    """Tells `chosen` with a WhoWhen when it is closed and something was changed; Esc changes nothing.

    With `refuse` it offers to take the words as they stand.
    """

    chosen = Signal(object)

    def __init__(
        self,
        now: WhoWhen,
        grounds: Grounds,
        former: Sequence[tuple[str, str]] = (),
        refuse: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Who does it, and by when"), parent)
        self._before = now
        box = self.box
        box.addWidget(plain(tr("Who does it"), "secondary-strong"))
        self.people = [
            (member_id, CheckBox(name, member_id in now.owners))
            for member_id, name in (*((each.id, each.name) for each in grounds.people), *former)
        ]
        self.others = [(name, CheckBox(name, True)) for name in now.owner_names]
        box.addWidget(self._ticks([tick for _, tick in (*self.people, *self.others)]))
        box.addSpacing(GAP - ROW)
        box.addWidget(plain(tr("By when"), "secondary-strong"))
        self.due = DateField(now.due.isoformat() if now.due else None, optional=True)
        self.due.setAccessibleName(tr("By when"))
        box.addWidget(self.due)
        box.addWidget(flow(*self._quick(grounds), spacing=2))
        foot = QHBoxLayout()
        if refuse is not None:
            foot.addWidget(button(tr("Not meant so"), lambda: self._refuse(refuse), "quiet", grade="small"))
        foot.addStretch(1)
        self.done = button(tr("Done"), self.close, "primary", grade="small")
        foot.addWidget(self.done)
        box.addLayout(foot)

    def first(self) -> QWidget:
        return next((tick for _, tick in (*self.people, *self.others)), self.due)

    def tell(self) -> None:
        if self.value() != self._before:
            self.chosen.emit(self.value())

    def value(self) -> WhoWhen:
        """What is chosen."""
        due = self.due.value()
        return WhoWhen(
            tuple(member_id for member_id, tick in self.people if tick.isChecked()),
            tuple(name for name, tick in self.others if tick.isChecked()),
            date.fromisoformat(due) if due else None,
        )

    def _refuse(self, refuse: Callable[[], None]) -> None:
        self.close_untold()
        refuse()

    def _ticks(self, ticks: Sequence[CheckBox]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for tick in ticks:
            column.addWidget(tick)
        if len(ticks) <= _MANY:
            return holder
        area = page_scroll(holder)
        area.setMinimumHeight(ticks[0].sizeHint().height() * _MANY)
        area.setMinimumWidth(max(tick.sizeHint().width() for tick in ticks) + PAD)
        return area

    def _quick(self, grounds: Grounds) -> list[QWidget]:
        friday = grounds.today + timedelta(days=(_FRIDAY - grounds.today.weekday()) % 7 or 7)
        offered = [(tr("Friday"), friday)]
        if grounds.next_meeting is not None:
            offered.append((tr("Next meeting"), grounds.next_meeting))
        offered.append((tr("In two weeks"), grounds.today + timedelta(days=14)))
        chips: list[QWidget] = []
        for words, due in offered:
            chip = ChipButton(words, "neutral", lambda due=due: self._show_due(due), checkable=False)
            chip.setAccessibleDescription(day(due))
            chips.append(chip)
        return chips

    def _show_due(self, due: date) -> None:
        self.due.setDate(due)  # type: ignore[arg-type]
