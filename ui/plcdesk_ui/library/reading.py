"""A protocol to read: what for, how it fits, when to use it, what to bring, step by step, where it is from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.library.fit_part import FitPart
from plcdesk_ui.library.passages import protocol_passages
from plcdesk_ui.library.prose import Prose
from plcdesk_ui.library.reading_fit import ReadingFit, Way, read_fit
from plcdesk_ui.library.sources import Sources
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain


class Reading(QWidget):
    """Shows one protocol. Tells `fit_changed` when a person chose a form or an offer, `minutes_wanted` for others.

    `corner` stands at the right of the name.
    """

    fit_changed = Signal()
    minutes_wanted = Signal(int)

    def __init__(self, corner: QWidget | None = None) -> None:
        super().__init__()
        self.fit: ReadingFit | None = None
        self.name = plain("", "title", wrap=True)
        self.purpose = plain("", wrap=True)
        self.note = plain("", "accent", wrap=True)
        self.fit_part = FitPart()
        self.prose = Prose(tr("The protocol"))
        self.sources: Sources | None = None
        self._why_not = ""
        top = QHBoxLayout()
        top.setSpacing(ROW)
        top.addWidget(self.name, 1)
        if corner is not None:
            top.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW)
        self._box.addLayout(top)
        for part in (self.purpose, self.note, self.fit_part, self.prose):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._wire()

    def show_fit(self, fit: ReadingFit, note: str = "", why_not: str = "") -> None:
        """Show a protocol as it fits. `note` is how it went for the team, `why_not` what is against it."""
        before = self.fit.protocol if self.fit is not None else None
        self._why_not = why_not
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if fit.protocol is not before:
            self.name.setText(fit.protocol.name)
            self.purpose.setText(fit.protocol.purpose)
            self._show_sources(fit)
        self._show_fit(fit)

    def _wire(self) -> None:
        part = self.fit_part
        part.form_wanted.connect(lambda form: self._change(self._now().in_form(form)))
        part.offer_wanted.connect(lambda offer: self._change(self._now().with_offer(offer)))
        part.plain_wanted.connect(self._as_written)
        part.minutes_wanted.connect(self.minutes_wanted.emit)

    def _now(self) -> ReadingFit:
        assert self.fit is not None
        return self.fit

    def _as_written(self) -> None:
        now = self._now()
        self._change(read_fit(now.protocol, now.slot, Way(now.way.people, form=now.way.form), now.lengths))

    def _change(self, fit: ReadingFit) -> None:
        self._show_fit(fit)
        self.fit_changed.emit()

    def _show_fit(self, fit: ReadingFit) -> None:
        self.fit = fit
        self.fit_part.show_fit(fit, self._why_not)
        self.prose.set_passages(protocol_passages(fit.protocol, fit.shown))

    def _show_sources(self, fit: ReadingFit) -> None:
        if self.sources is not None:
            self._box.removeWidget(self.sources)
            self.sources.hide()
            self.sources.deleteLater()
        self.sources = Sources(fit.protocol)
        self._box.insertWidget(self._box.count() - 1, self.sources)
