"""Everything about what would be shortened: each step to come before and after, and the short forms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from plcdesk.running.catching_up import CatchUp, StepChange
from plcdesk.running.clock import ClockState
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.fitting_scroll import FittingScroll
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.time_words import lateness, length
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.label import Elided, plain
from plcdesk_ui.widgets.radio_list import RadioList
from plcdesk_ui.widgets.sheet import Sheet
from plcdesk_ui.words import clock

MOST_FORMS = 2


class CatchUpSheet(Sheet):
    """Stays while the meeting goes on: what it shows follows the clock. Closes by itself once in time again."""

    def __init__(self, live: LiveMeeting, parent: QWidget) -> None:
        super().__init__(tr("Fit what is left"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._live = live
        self._minutes = live.state.behind_minutes
        self._ways: tuple[CatchUp, ...] = ()
        self.behind = plain("", "strong")
        self.ways = RadioList((), name=tr("How to win time back"))
        self.ways.chosen.connect(lambda _way: self._show_steps())
        self.left_out = plain("", "secondary", wrap=True)
        self.steps = StepTable()
        self.end = plain("", "strong", wrap=True)
        for widget in (self.behind, self.ways, self.left_out, FittingScroll(self.steps), self.end):
            self.body.addWidget(widget)
        self.add_cancel()
        self.agree = self.add_accept(tr("Do that"))
        live.ticked.connect(self._tick)
        live.changed.connect(self._look)
        self._look()

    def chosen(self) -> CatchUp | None:
        """The way that would be taken."""
        place = self.ways.value()
        return self._ways[place] if isinstance(place, int) and place < len(self._ways) else None

    def _look(self) -> None:
        """See what there is to win back now."""
        plain_way = self._live.catch_up()
        forms = self._live.short_forms()[:MOST_FORMS]
        ways = tuple(way for way in (plain_way, *forms) if way is not None)
        if not ways and self.isVisible():
            self.reject()
        if not ways:
            return
        before = self.ways.value()
        if ways != self._ways:
            self._ways = ways
            self.ways.set_options([(place, _way_words(way)) for place, way in enumerate(ways)])
        self.ways.set_value(before if isinstance(before, int) and before < len(ways) else 0)
        self.ways.setVisible(len(ways) > 1)
        self.behind.setText(lateness(self._live.state))
        self._show_steps()

    def _show_steps(self) -> None:
        way = self.chosen()
        if way is None:
            return
        form = way.short_form
        words = ""
        if form is not None and form.left_out:
            words = tr("Left out: {steps}.").format(steps=", ".join(form.left_out))
        self.left_out.setText(words)
        self.left_out.setVisible(bool(words))
        self.steps.show_steps(way.steps)
        zone = self._live.room.meeting.zone
        before, after = (clock(local_of(moment, zone)) for moment in (way.end_before, way.end_after))
        said = tr("We would end at {after} instead of {before}.").format(after=after, before=before)
        if way.still_behind:
            still = ntr("That is still {n} min behind.", "That is still {n} min behind.", way.still_behind)
            said += " " + still.format(n=way.still_behind)
        self.end.setText(said)

    def _tick(self, state: ClockState) -> None:
        if state.behind_minutes != self._minutes:
            self._minutes = state.behind_minutes
            self._look()

    def done(self, result: int) -> None:
        """Closed, it follows the meeting no more; 'Do that' does it."""
        self._live.ticked.disconnect(self._tick)
        self._live.changed.disconnect(self._look)
        way = self.chosen()
        if result == Sheet.DialogCode.Accepted and way is not None:
            self._live.agree_on(way)
        super().done(result)


class StepTable(QWidget):
    """The steps to come under their items: before, after, or that they keep their time."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps before and after"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, ROW, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._shown: tuple[StepChange, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def lines(self) -> list[tuple[str, str]]:
        """What is read, line by line."""
        found: list[tuple[str, str]] = []
        for row in range(self._grid.rowCount()):
            parts = [self._grid.itemAtPosition(row, column) for column in (0, 1)]
            texts = [part.widget() if part is not None else None for part in parts]
            if isinstance(texts[0], QLabel):
                found.append((texts[0].text(), texts[1].text() if isinstance(texts[1], QLabel) else ""))
        return found

    def show_steps(self, steps: tuple[StepChange, ...]) -> None:
        """Show `steps`."""
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row, about = 0, ""
        for step in steps:
            if step.item_id != about and step.item_title != step.title:
                self._grid.addWidget(Elided(step.item_title, "secondary"), row, 0, 1, 2)
                row += 1
            about = step.item_id
            self._grid.addWidget(Elided(step.title, "strong" if step.changes else None), row, 0)
            self._grid.addWidget(
                plain(_figures(step), "strong" if step.changes else "secondary"),
                row,
                1,
                Qt.AlignmentFlag.AlignRight,
            )
            row += 1
        self.updateGeometry()


def _way_words(way: CatchUp) -> str:
    if way.short_form is None:
        return tr("Shorten each step to come in proportion")
    return tr("Go on with “{name}”").format(name=way.short_form.name)


def _figures(step: StepChange) -> str:
    if step.left_out:
        return tr("left out")
    if step.changes:
        return tr("{before} → {after}").format(before=length(step.before), after=length(step.after))
    if step.kept:
        return tr("{length}, kept").format(length=length(step.after))
    return length(step.after)
