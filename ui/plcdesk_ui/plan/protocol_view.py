"""A protocol to read before choosing it: what for, when, its steps with their minutes."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.fitted import TooShort
from plcdesk.library.fitting import fit, own_minutes
from plcdesk.library.overview import steps_overview
from plcdesk.library.schema import Protocol, steps_by_id
from plcdesk.planning.glance import steps_at_a_glance
from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.widgets.step_timeline import StepTimeline, TimelineStep


class ProtocolView(QWidget):
    """Shows one protocol, fitted to minutes where it fits them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._parts: list[QWidget] = []
        self.timeline = StepTimeline()

    def show_protocol(self, protocol: Protocol, people: int, minutes: int, form: str | None = None) -> None:
        """Show a protocol as it would run for so many people in so many minutes."""
        for part in self._parts:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.timeline = StepTimeline()
        self.timeline.set_steps(_steps(protocol, people, minutes, form))
        self._parts = [
            plain(protocol.name, "title", wrap=True),
            plain(protocol.purpose, wrap=True),
            plain(_facts(protocol, people), "secondary", wrap=True),
            self.timeline,
            *_list(tr("Good when"), protocol.good_when),
            *_list(tr("Not when"), protocol.not_when),
            *_how(protocol),
            plain(_origin(protocol), "caption", wrap=True),
        ]
        for part in self._parts:
            self._box.addWidget(part)
        self._box.addStretch(1)


def _steps(protocol: Protocol, people: int, minutes: int, form: str | None) -> list[TimelineStep]:
    fitted = fit(protocol, minutes, people, form=form)
    if isinstance(fitted, TooShort):
        fitted = fit(
            protocol, max(fitted.needed, own_minutes(protocol, people, form=form)), people, form=form
        )
    if isinstance(fitted, TooShort):
        return [TimelineStep(step.title, step.minutes) for step in steps_overview(protocol, people)]
    return [TimelineStep(*step) for step in steps_at_a_glance(fitted)]


def _facts(protocol: Protocol, people: int) -> str:
    least, most = protocol.people.least, protocol.people.most
    parts = [tr("For {least} to {most} people").format(least=least, most=most)]
    if not least <= people <= most:
        parts.append(ntr("you are {n}", "you are {n}", people).format(n=people))
    if protocol.people.note:
        parts.append(protocol.people.note)
    return " · ".join(parts)


def _list(title: str, lines: list[str]) -> list[QWidget]:
    if not lines:
        return []
    return [plain(title, "secondary-strong"), *(plain(f"– {line}", wrap=True) for line in lines)]


def _how(protocol: Protocol) -> list[QWidget]:
    """Each step with what is said."""
    rows = RowList()
    for step in steps_by_id(protocol.steps).values():
        said = step.show or step.say or step.do
        rows.add(Row(step.title, " ".join(said.split())))
    title = plain(tr("Step by step"), "secondary-strong")
    title.setContentsMargins(0, GAP // 2, 0, 0)
    return [title, rows]


def _origin(protocol: Protocol) -> str:
    parts = [protocol.origin.credit, protocol.origin.organisation, protocol.origin.year]
    return tr("From: {origin}").format(origin=", ".join(part for part in parts if part))
