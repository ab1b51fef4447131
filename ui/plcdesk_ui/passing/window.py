"""Passing the laptop round: a window of its own that shows one person's page at a time, and results at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from plcdesk.closing.anonymous import FEW, MOST, Asked, RoundState, read_notes, read_results, read_round
from plcdesk.closing.questions import to_be_passed
from plcdesk.text import ntr, tr
from plcdesk_ui.context import Context
from plcdesk_ui.passing.person_page import PersonPage
from plcdesk_ui.passing.results_page import ResultsPage
from plcdesk_ui.theme.sizes import EDGE, GAP, ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class PassingWindow(QDialog):
    """Asks first whether the room can see the screen; then each person answers, and passes the laptop on.

    What somebody has typed and not finished is nowhere but on the page: closing the window forgets it.
    """

    def __init__(
        self,
        context: Context,
        meeting_id: str,
        form: str,
        title: str,
        questions: tuple[Asked, ...],
        people: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._meeting_id, self._form = context, meeting_id, form
        self._questions = questions
        self.setWindowTitle(title)
        self.setModal(True)
        self.setProperty("ground", "paper")
        self.resize(parent.window().size())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        outer.addWidget(plain(title, "title", wrap=True))
        self._stack = QStackedLayout()
        outer.addLayout(self._stack, 1)
        foot = QHBoxLayout()
        self.stop = button(tr("Stop passing round"), self.reject, "quiet")
        foot.addWidget(self.stop)
        foot.addStretch(1)
        outer.addLayout(foot)
        self._people = people
        self._gate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not close: somebody's answer would be gone."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    @property
    def state(self) -> RoundState | None:
        """How far the round is."""
        return read_round(self._context.reader, self._meeting_id, self._form)

    def _show(self, page: QWidget) -> None:
        """Show a page; what was on the one before is gone."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _gate(self) -> None:
        state = self.state
        if state is not None and state.is_complete:
            self._results()
            return
        answered = state.answered if state else 0
        how_many = Stepper(
            state.expected if state else max(1, self._people),
            max(1, answered),
            MOST,
            lambda n: ntr("person", "people", n),
            tr("How many will answer"),
        )
        sentences = [
            tr("Is the projector off or covered?"),
            tr("Each person answers alone and passes the laptop on. Nobody's name is kept, and no order."),
            tr("With fewer than {few} answers only the mean is shown, and no lines are asked for.").format(
                few=FEW
            ),
        ]
        if answered:
            sentences.append(
                ntr("{n} person has answered already.", "{n} people have answered already.", answered).format(
                    n=answered
                )
            )
        begin = button(
            tr("It is off. Begin"), lambda: self._begin(how_many.value()), "primary", grade="large"
        )
        self._show(_page(sentences, how_many, begin))

    def _begin(self, expected: int) -> None:
        meeting_id, form = self._meeting_id, self._form

        def begin(work: "Work") -> None:
            from plcdesk.closing.anonymous import begin_round

            begin_round(work, meeting_id, form, expected)

        self._do(begin, self._next)

    def _next(self) -> None:
        """The page of whoever has the laptop now, or the results."""
        state = self.state
        if state is None or state.is_complete:
            self._results()
            return
        questions = to_be_passed(self._questions, state.expected)
        page = PersonPage(questions, state.answered + 1, state.expected)
        page.done.connect(self._answer)
        self._show(page)

    def _answer(self, answers: dict[str, int | str]) -> None:
        meeting_id, form, questions = self._meeting_id, self._form, self._questions

        def take_in(work: "Work") -> None:
            from plcdesk.closing.anonymous import answer

            answer(work, meeting_id, form, questions, answers)

        self._do(take_in, self._thank)

    def _thank(self) -> None:
        """Nothing of the answer is on the screen any more when the laptop is passed on."""
        state = self.state
        if state is None or state.is_complete:
            self._results()
            return
        left = state.expected - state.answered
        sentences = [
            tr("Thank you. Pass the laptop on."),
            ntr("{n} more will answer.", "{n} more will answer.", left).format(n=left),
        ]
        onward = button(tr("I am next"), self._next, "primary", grade="large")
        last = button(tr("Nobody else"), self._end, tip=tr("Those who have answered are all"))
        self._show(_page(sentences, onward, last))

    def _end(self) -> None:
        meeting_id, form = self._meeting_id, self._form

        def end(work: "Work") -> None:
            from plcdesk.closing.anonymous import end_round

            end_round(work, meeting_id, form)

        self._do(end, self._results)

    def _results(self) -> None:
        reader = self._context.reader
        results = read_results(reader, self._meeting_id, self._form, self._questions)
        if results is None:
            self.reject()
            return
        self.stop.set_text(tr("Close"))
        self._show(ResultsPage(results, lambda: read_notes(reader, self._meeting_id)))

    def _do(self, service: "Callable[[Work], None]", then: Callable[[], None]) -> None:
        self._context.do(service, by=self, then=lambda _none: then())


def _page(sentences: list[str], *below: QWidget) -> QWidget:
    """A calm page with a few sentences, the first of them large."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setSpacing(GAP)
    box.addStretch(1)
    for number, sentence in enumerate(sentences):
        label = plain(sentence, "step" if number == 0 else "say", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(label)
    box.addSpacing(GAP)
    row = QHBoxLayout()
    row.setSpacing(ROW)
    row.addStretch(1)
    for widget in below:
        row.addWidget(widget)
        if isinstance(widget, Button) and widget.role == "primary":
            widget.setDefault(True)
    row.addStretch(1)
    box.addLayout(row)
    box.addStretch(2)
    return page
