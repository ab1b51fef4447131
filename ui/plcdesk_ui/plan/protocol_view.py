"""A protocol to read before choosing it: what for, when, its steps with their minutes, where it is from."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.outline import fitted_or_own
from plcdesk.library.schema import Protocol
from plcdesk.planning.glance import steps_at_a_glance
from plcdesk.text import ntr, tr
from plcdesk_ui.library.passages import protocol_passages
from plcdesk_ui.library.prose import Prose
from plcdesk_ui.library.sources import Sources
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep


class ProtocolView(QWidget):
    """Shows one protocol, fitted to minutes where it fits them, in the words in which the library shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._protocol: Protocol | None = None
        self.name = plain("", "title", wrap=True)
        self.purpose = plain("", wrap=True)
        self.facts = plain("", "secondary", wrap=True)
        self.timeline = StepTimeline()
        self.prose = Prose(tr("The protocol"))
        self.sources: Sources | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW)
        for part in (self.name, self.purpose, self.facts, self.timeline, self.prose):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_protocol(self, protocol: Protocol, people: int, minutes: int, form: str | None = None) -> None:
        """Show a protocol as it would run for so many people in so many minutes."""
        fitted = fitted_or_own(protocol, minutes, people, form=form)
        self.facts.setText(_facts(protocol, people))
        self.timeline.set_steps([TimelineStep(*step) for step in steps_at_a_glance(fitted)])
        self.prose.set_passages(protocol_passages(protocol, fitted))
        if protocol is not self._protocol:
            self._protocol = protocol
            self.name.setText(protocol.name)
            self.purpose.setText(protocol.purpose)
            self._show_sources(protocol)

    def _show_sources(self, protocol: Protocol) -> None:
        if self.sources is not None:
            self._box.removeWidget(self.sources)
            self.sources.hide()
            self.sources.deleteLater()
        self.sources = Sources(protocol)
        self._box.insertWidget(self._box.count() - 1, self.sources)


def _facts(protocol: Protocol, people: int) -> str:
    least, most = protocol.people.least, protocol.people.most
    parts = [tr("For {least} to {most} people").format(least=least, most=most)]
    if not least <= people <= most:
        parts.append(ntr("you are {n}", "you are {n}", people).format(n=people))
    return " · ".join(parts)
