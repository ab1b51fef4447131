"""How a protocol was fitted: its steps, a sentence, its own time in one click, and what would be shorter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.fitted import Offer
from plcdesk.planning.glance import steps_at_a_glance
from plcdesk.planning.infos import ItemInfo
from plcdesk.text import tr
from plcdesk_ui.plan.fit_facts import Limits
from plcdesk_ui.plan.tab_order import follow
from plcdesk_ui.plan.wording import fit_sentence, least_sentence, offer_words
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep


class FitNote(QWidget):
    """Hidden for an item without a protocol."""

    own_time_wanted = Signal(int)
    offer_wanted = Signal(object)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = 0
        self._shown_offers: tuple[Offer, ...] | None = None
        self.timeline = StepTimeline()
        self.sentence = plain("", "secondary", wrap=True)
        self.own_time = button("", lambda: self.own_time_wanted.emit(self._own), "link")
        self.least = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.least.setSizePolicy(policy)
        self._least_words = plain("", "secondary")
        self._flow = FlowLayout(self.least, spacing=ROW)
        self._flow.addWidget(self._least_words)
        self.offers: list[Button] = []
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.own_time, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, ROW - 2, 0, 2)
        box.setSpacing(ROW - 2)
        box.addWidget(self.timeline)
        box.addLayout(row)
        box.addWidget(self.least)
        self.hide()

    def show_fit(self, item: ItemInfo) -> None:
        """Show the steps of an item's protocol and how they were fitted."""
        self.setVisible(item.snapshot is not None)
        if item.snapshot is None:
            return
        fitted = item.snapshot.fitted
        self._own = fitted.own_minutes
        self.timeline.set_steps([TimelineStep(*step) for step in steps_at_a_glance(fitted)])
        sentence = fit_sentence(fitted, item.snapshot.protocol)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        changed = fitted.minutes != fitted.own_minutes or item.minutes != fitted.own_minutes
        self.own_time.set_text(tr("Give it {n} min").format(n=self._own))
        self.own_time.setVisible(changed)

    def show_limits(self, item: ItemInfo, limits: Limits, tight: bool) -> None:
        """Where it cannot be shorter: say so, and offer what could."""
        at_least = item.snapshot is not None and item.minutes <= limits.least
        squeezed = at_least and (
            tight or (item.snapshot is not None and item.minutes < item.snapshot.own_minutes)
        )
        self.least.setVisible(squeezed)
        if not squeezed or item.snapshot is None:
            return
        self._least_words.setText(least_sentence(limits.least))
        if self._shown_offers != limits.offers:
            self._show_offers(item, limits.offers)

    def links(self) -> list[QWidget]:
        """What can be pressed, in reading order."""
        return [self.own_time, *self.offers]

    def set_reached_by_tab(self, reached: bool) -> None:
        """Whether Tab stops at the links."""
        policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
        for link in self.links():
            link.setFocusPolicy(policy)

    def _show_offers(self, item: ItemInfo, offers: tuple[Offer, ...]) -> None:
        for old in self.offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown_offers = offers
        assert item.snapshot is not None
        protocol = item.snapshot.protocol
        self.offers = [
            button(offer_words(offer, protocol), lambda offer=offer: self.offer_wanted.emit(offer), "link")
            for offer in offers
        ]
        self.offers.append(button(tr("Another protocol…"), self.other_wanted.emit, "link"))
        for link in self.offers:
            link.setFocusPolicy(self.own_time.focusPolicy())
            self._flow.addWidget(link)
        follow(self.own_time, self.offers)
