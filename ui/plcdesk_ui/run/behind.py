"""Behind time: what each step would have if what is left were fitted again, and one button that does it."""

from PySide6.QtCore import Signal

from plcdesk.running.catching_up import CatchUp, StepChange
from plcdesk.running.clock import ClockState
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import lateness, length
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.uncut import Uncut
from plcdesk_ui.words import clock

ASK_AGAIN_AFTER = 2  # further minutes behind
MOST_LINES = 4


class BehindBanner(Uncut, Banner):
    """Shown from one minute behind on, as long as time can be won back. 'Not now' hides it for a while.

    `details_wished`: everything about it is to be seen, with the short forms. `answered`: one of the others was
    pressed, and goes away.
    """

    details_wished = Signal()
    answered = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self._live = live
        self._minutes = 0
        self._put_off_at: int | None = None
        self._offer: CatchUp | None = None
        self._key: object = None
        self.hide()

    def refresh(self) -> None:
        """Look anew at what could be offered, after anything changed."""
        state = self._live.state
        self._minutes = state.behind_minutes
        if self._minutes <= 0:
            self._put_off_at = None
        put_off = self._put_off_at is not None and self._minutes < self._put_off_at + ASK_AGAIN_AFTER
        offer = self._live.catch_up() if self._minutes > 0 and not put_off else None
        if offer is not None and offer.still_behind:
            offer = _better(offer, self._live.short_forms())
        if offer == self._offer:
            return
        self._offer = offer
        if offer is None:
            self.show_message("")
            return
        take = (tr("Do that"), lambda: self._agree_on(offer))
        details = (tr("All steps…"), self.details_wished.emit)
        not_now = (tr("Not now"), self._put_off)
        words = offer_words(offer, self._live.room.meeting.zone)
        self.show_message(lateness(state), words, "warning", (take, details, not_now))

    def show_time(self, state: ClockState) -> None:
        """Look anew when another minute was lost or won; cheap, for every tick."""
        if state.behind_minutes != self._minutes:
            self.refresh()

    def _agree_on(self, offer: CatchUp) -> None:
        self._live.agree_on(offer)
        self.answered.emit()

    def _put_off(self) -> None:
        self._put_off_at = self._minutes
        self.refresh()
        self.answered.emit()


def _better(offer: CatchUp, forms: tuple[CatchUp, ...]) -> CatchUp:
    """A short form, where what is left cannot win back enough without one."""
    return max((offer, *forms), key=lambda each: each.minutes)  # the first of equals


def offer_words(offer: CatchUp, zone: str) -> str:
    """'Take it from “Decide”? It would have 6 min.', or each step that changes, before and after."""
    steps = [step for step in offer.changed if step.after < step.before or step.left_out]
    end = tr("We would end at {time}.").format(time=clock(local_of(offer.end_after, zone)))
    if len(steps) == 1 and not offer.still_behind and not steps[0].left_out:
        only = steps[0]
        sentence = ntr(
            "Take it from “{title}”? It would have {left}.",
            "Take {n} min from “{title}”? It would have {left}.",
            offer.minutes,
        )
        return sentence.format(title=only.title, n=offer.minutes, left=length(only.after))
    lines = [before_and_after(step) for step in steps[:MOST_LINES]]
    if len(steps) > MOST_LINES:
        lines.append(
            ntr("and {n} more", "and {n} more", len(steps) - MOST_LINES).format(n=len(steps) - MOST_LINES)
        )
    first = [tr("In its short form:") if offer.short_form is not None else tr("Shorten what is left?")]
    return "\n".join((*first, *lines, end))


def before_and_after(step: StepChange) -> str:
    """'Describe: 7 → 5 min'."""
    if step.left_out:
        return tr("{step}: left out").format(step=step.title)
    return tr("{step}: {before} → {after}").format(
        step=step.title, before=_bare(step.before), after=length(step.after)
    )


def _bare(seconds: int) -> str:
    """The figure without its unit, where the unit is minutes."""
    return str(seconds // 60) if seconds % 60 == 0 and seconds < 3600 else length(seconds)
