"""A reminder of what is still half typed in other steps, so that it is not forgotten there."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.run.capture.notebook import Notebook
from plcdesk_ui.run.capture.scope import step_title
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.label import Elided


class LeftBehind(QWidget):
    """'Half typed in “Interpret”: Dana wi…', with a button that brings it into the line; hidden when there is none."""

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._place = ""
        self.words = Elided("", "secondary", letters=12)
        self.bring = button(tr("Bring it here"), self._bring, "link")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, ROW - 2)
        box.setSpacing(ROW)
        box.addWidget(self.words, 1)
        box.addWidget(self.bring)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        notebook.changed.connect(self.refresh)
        notebook.drafts.changed.connect(self._draft_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the text that was left behind last, if any."""
        steps = {step.key: step for step in self._notebook.live.state.plan.steps}
        here = self._notebook.place
        others = [place for place in self._notebook.drafts.places() if place != here]
        self.setVisible(bool(others))
        if not others:
            return
        self._place = others[-1]
        text = " ".join(self._notebook.drafts.text(self._place).split())
        step = steps.get(self._place)
        title = step_title(step) if step is not None else tr("another step")
        self.words.setText(tr("Half typed in “{step}”: {text}").format(step=title, text=text))

    def _draft_changed(self, place: str, _by: object) -> None:
        if place != self._notebook.place:
            self.refresh()

    def _bring(self) -> None:
        drafts, here = self._notebook.drafts, self._notebook.place
        text, typed = drafts.text(self._place), drafts.text(here)
        drafts.put(self._place, "")
        drafts.put(here, f"{typed} {text}".strip())
        drafts.flush()
