"""One topic of the agenda as a card: title, minutes, what for, and how its protocol was fitted."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from plcdesk.library.fitted import Offer
from plcdesk.planning.infos import ItemInfo
from plcdesk.text import tr
from plcdesk_ui.plan.fit_facts import Limits
from plcdesk_ui.plan.fit_note import FitNote
from plcdesk_ui.plan.title_edit import STRETCH, TitleEdit
from plcdesk_ui.plan.wording import kind_chip, what_for
from plcdesk_ui.plan.wrap_label import WrapLabel
from plcdesk_ui.theme.sizes import CARD_CORNER, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.stepper import MinutesStepper

MOST_MINUTES = 480
_RING, _SOFT = 4, 80  # width in pixels and opacity (of 255) of the keyboard's ring


class ItemCard(Card):
    """Tells what a person wants with it; it never changes what it shows by itself but for the title typed in it.

    `fit_wanted` brings an offer, `own_time_wanted` the minutes that its protocol has by itself.
    """

    chosen = Signal()
    retitled = Signal(str)
    minutes_given = Signal(int)
    own_time_wanted = Signal(int)
    fit_wanted = Signal(object)
    other_wanted = Signal()

    def __init__(self, item: ItemInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item_id = item.id
        self._item: ItemInfo | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = TitleEdit(
            WrapLabel("", "card-title"), tr("Title"), by_click=False, focusable=False, parent=self
        )
        self.chip = Chip("")
        self.minutes = MinutesStepper(item.minutes, 1, MOST_MINUTES)
        self.purpose = plain("", "secondary", wrap=True)
        self._number().setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
        self.fit = FitNote()
        self._lay_out()
        self._wire()

    def show_item(self, item: ItemInfo, brings: str | None, limits: Limits, tight: bool) -> None:
        """Show `item`. `tight` says that the agenda has too many minutes, so that what is shorter is offered."""
        before, self._item = self._item, item
        self.title.set_text(item.title)
        self._show_kind(item.kind)
        least = min(limits.least, item.minutes)
        if self._number().minimum() != least:
            self.minutes.set_limits(least, MOST_MINUTES)
        if self.minutes.value() != item.minutes:
            self.minutes.set_value(item.minutes)
        self._number().setAccessibleName(tr("Minutes of {title}").format(title=item.title))
        purpose = what_for(item, brings)
        self.purpose.setText(purpose)
        self.purpose.setVisible(bool(purpose))
        if before is None or before.snapshot != item.snapshot or before.minutes != item.minutes:
            self.fit.show_fit(item)
        self.fit.show_limits(item, limits, tight)
        self._say()

    def set_selected(self, selected: bool) -> None:
        """Stand out as the one whose details are at the right; only its controls are reached by Tab."""
        self.set_card_look("selected" if selected else "plain")
        policy = Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.fit.set_reached_by_tab(selected)
        self._number().setFocusPolicy(Qt.FocusPolicy.WheelFocus if selected else Qt.FocusPolicy.ClickFocus)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in reading order."""
        return [self, self.title.field, self._number(), *self.fit.links()]

    def edit_title(self) -> None:
        """Begin to change the title."""
        self.title.start()

    def step_minutes(self, steps: int) -> None:
        """A minute more or less, as the person does it at the stepper."""
        self._number().stepBy(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere chooses the card and brings the keyboard here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card with the keyboard is the chosen one."""
        super().focusInEvent(event)
        self.chosen.emit()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            show_in_scroll_area(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A control of the card that gets the keyboard chooses the card."""
        if event.type() == QEvent.Type.FocusIn:
            self.chosen.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, and the keyboard's ring inside its frame."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme_of(self).tokens.focus)
        colour.setAlpha(_SOFT)
        painter.setPen(QPen(colour, _RING))
        inset = 2 + _RING / 2
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, CARD_CORNER - inset, CARD_CORNER - inset)
        painter.end()

    def _lay_out(self) -> None:
        self.setContentsMargins(0, -5, -2, -4)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(ROW + 2)
        head.addWidget(self.title, STRETCH, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.purpose)
        self.body.addWidget(self.fit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _wire(self) -> None:
        self.title.edited.connect(self.retitled)
        self.title.finished.connect(self._title_finished)
        self.minutes.changed.connect(self._give)
        self.fit.own_time_wanted.connect(self.own_time_wanted)
        self.fit.offer_wanted.connect(self._take_offer)
        self.fit.other_wanted.connect(self.other_wanted)
        for part in (self.title.field, self._number()):
            part.installEventFilter(self)

    def _number(self) -> QSpinBox:
        number = self.minutes.focusProxy()
        assert isinstance(number, QSpinBox)
        return number

    def _give(self, minutes: int) -> None:
        self.chosen.emit()
        self.minutes_given.emit(minutes)

    def _take_offer(self, offer: Offer) -> None:
        self.chosen.emit()
        self.fit_wanted.emit(offer)

    def _title_finished(self, had_focus: bool) -> None:
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self, kind: str) -> None:
        chip = kind_chip(kind)
        self.chip.setVisible(chip is not None)
        if chip is not None:
            self.chip.set_chip(*chip)

    def _say(self) -> None:
        item = self._item
        if item is None:
            return
        chip = kind_chip(item.kind)
        said = [item.title, chip[0] if chip else "", tr("{n} minutes").format(n=item.minutes)]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(self.purpose.text())
