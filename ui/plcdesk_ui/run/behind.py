"""The offer to make up for lost time: from which later item, and what that would have left."""

from plcdesk.running.clock import ClockState
from plcdesk.running.lateness import Offer
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.widgets.banner import Banner

ASK_AGAIN_AFTER = 2  # further minutes behind


class BehindBanner(Banner):
    """Shown from one minute behind on, as long as a later item can give time. 'Not now' hides it for a while."""

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._minutes = 0
        self._put_off_at: int | None = None
        self._offer: Offer | None = None
        self.hide()

    def refresh(self) -> None:
        """Look anew at what could be offered, after anything changed."""
        state = self._live.state
        self._minutes = state.behind_minutes
        if self._minutes <= 0:
            self._put_off_at = None
        put_off = self._put_off_at is not None and self._minutes < self._put_off_at + ASK_AGAIN_AFTER
        offer = self._live.offer() if self._minutes > 0 and not put_off else None
        if offer == self._offer:
            if offer is not None:
                self.set_title(self._behind_words())
            return
        self._offer = offer
        if offer is None:
            self.show_message("")
            return
        take = (tr("Do that"), lambda: self._live.take(offer))
        not_now = (tr("Not now"), self._put_off)
        self.show_message(self._behind_words(), _offer_words(offer), "warning", (take, not_now))

    def show_time(self, state: ClockState) -> None:
        """Look anew when another minute was lost or won; cheap, for every tick."""
        if state.behind_minutes != self._minutes:
            self.refresh()

    def _put_off(self) -> None:
        self._put_off_at = self._minutes
        self.refresh()

    def _behind_words(self) -> str:
        return ntr("{n} min behind", "{n} min behind", self._minutes).format(n=self._minutes)


def _offer_words(offer: Offer) -> str:
    if offer.minutes == 1:
        sentence = tr("Take it from “{title}”? It would have {left} min.")
    else:
        sentence = tr("Take {n} min from “{title}”? It would have {left} min.")
    return sentence.format(title=offer.title, n=offer.minutes, left=offer.would_have)
