"""A protocol's timeline for the minutes and people at hand, how it was fitted, and what would make it fit."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.fitted import Offer
from plcdesk.library.steps import find_form
from plcdesk.planning.glance import steps_at_a_glance
from plcdesk.text import ntr, tr
from plcdesk_ui.library.reading_fit import ReadingFit
from plcdesk_ui.library.words import people_word
from plcdesk_ui.plan.wording import fit_sentence, offer_words
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.chip_choice import ChipChoice
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep


class FitPart(QWidget):
    """Tells what a person wants: another form, an offer, other minutes, the protocol as it is written."""

    form_wanted = Signal(object)
    offer_wanted = Signal(object)
    minutes_wanted = Signal(int)
    plain_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.timeline = StepTimeline()
        self.sentence = plain("", "secondary", wrap=True)
        self.forms = ChipChoice([], name=tr("Form"))
        self.form_why = plain("", "caption", wrap=True)
        self.offers: list[Button] = []
        self._holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self._flow = FlowLayout(self._holder, spacing=ROW)
        self._shown: tuple[object, ...] | None = None
        self._shown_forms: list[tuple[object, str]] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 2)
        for part in (self.forms, self.form_why, self.timeline, self.sentence, self._holder):
            box.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.forms.chosen.connect(self.form_wanted.emit)

    def show_fit(self, fit: ReadingFit, why_not: str = "") -> None:
        """Show how a protocol fits. `why_not` is said where something else than time is against it."""
        self.timeline.set_steps([TimelineStep(*step) for step in steps_at_a_glance(fit.shown)])
        self.sentence.setText(_sentence(fit, why_not))
        self._show_forms(fit)
        self._show_offers(fit)

    def _show_forms(self, fit: ReadingFit) -> None:
        options: list[tuple[object, str]] = [
            (length.form, _form_name(fit, length.form)) for length in fit.lengths
        ]
        if options != self._shown_forms:
            self._shown_forms = options
            self.forms.set_options([(value, name, "neutral") for value, name in options])
        self.forms.set_value(fit.way.form)
        self.forms.setVisible(len(options) > 1)
        form = find_form(fit.protocol, fit.way.form) if fit.way.form else None
        self.form_why.setText(form.why if form is not None else "")
        self.form_why.setVisible(bool(self.form_why.text()))

    def _show_offers(self, fit: ReadingFit) -> None:
        shown = (fit.protocol.id, fit.short, fit.way)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = [button(words, act, "link") for words, act in self._wishes(fit)]
        for made in self.offers:
            self._flow.addWidget(made)
        self._holder.setVisible(bool(self.offers))

    def _wishes(self, fit: ReadingFit) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = []
        if fit.short is not None:
            needed = fit.short.needed
            words = tr("Take {n} min").format(n=needed)
            found.append((words, lambda: self.minutes_wanted.emit(needed)))
            found += [self._offer(fit, offer) for offer in fit.short.offers]
        if fit.way.is_changed:
            found.append((tr("Back to how it is written"), self.plain_wanted.emit))
        return found

    def _offer(self, fit: ReadingFit, offer: Offer) -> tuple[str, Callable[[], object]]:
        return offer_words(offer, fit.protocol), lambda: self.offer_wanted.emit(offer)


def _sentence(fit: ReadingFit, why_not: str) -> str:
    people = people_word(fit.way.people)
    if fit.short is not None:
        words = ntr(
            "For {people} it needs {n} min, {by} more than you have. Its own time is shown.",
            "For {people} it needs {n} min, {by} more than you have. Its own time is shown.",
            fit.short.by,
        )
        sentence = words.format(people=people, n=fit.short.needed, by=fit.short.by)
    else:
        fitted = fit_sentence(fit.shown, fit.protocol) or tr("In its own time.")
        sentence = tr("{n} min for {people}. {how}").format(n=fit.shown.minutes, people=people, how=fitted)
    return f"{sentence} {why_not}".strip()


def _form_name(fit: ReadingFit, form_id: str | None) -> str:
    form = find_form(fit.protocol, form_id) if form_id else None
    return form.name if form is not None else tr("As it is written")
