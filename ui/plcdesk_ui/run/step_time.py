"""Giving the step that is on any time, from seconds to hours."""

from PySide6.QtWidgets import QWidget

from plcdesk.running.lengths import seconds_of
from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import length
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.sheet import Sheet


class StepTimeSheet(Sheet):
    """One field. What it says is understood as minutes, unless it says otherwise."""

    def __init__(self, live: LiveMeeting, parent: QWidget) -> None:
        super().__init__(tr("Time of this step"), parent=parent)
        self._live = live
        state = live.state
        self._key = state.current
        self.time = LineField(length(state.current_planned), limit=20)
        self.time.selectAll()
        self.problem = plain("", "danger", wrap=True)
        self.problem.hide()
        title = state.step.title if state.step is not None else ""
        self.body.addWidget(field(tr("Time for “{step}”").format(step=title), self.time))
        self.body.addWidget(plain(tr("Such as 7, 0:45, 90 s or 1 h 30 min"), "secondary", wrap=True))
        self.body.addWidget(self.problem)
        self.add_cancel()
        self.add_accept(tr("Set the time"))
        self.time.setFocus()

    def accept(self) -> None:
        """Set it, if it can be understood; a step that is no longer on is left alone."""
        seconds = seconds_of(self.time.text())
        if seconds is None:
            self.problem.setText(tr("Write a time up to 12 hours, such as 7, 0:45, 90 s or 1 h 30 min."))
            self.problem.show()
            self.time.setFocus()
            return
        if self._live.state.current == self._key:
            self._live.extend_by(seconds - self._live.state.current_planned)
        super().accept()
