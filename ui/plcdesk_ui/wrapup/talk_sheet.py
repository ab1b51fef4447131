"""A norm was broken: a short private script for the talk."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.closing.norm_talk import norm_talk
from plcdesk.planning.infos import NormInfo
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import GAP, ROW
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet


class TalkSheet(Sheet):
    """The script for one of the norms. It is for one pair of eyes, and keeps nothing."""

    def __init__(self, norms: Sequence[NormInfo], norm: NormInfo | None, parent: QWidget) -> None:
        super().__init__(
            tr("A norm was broken"), tr("For you alone: is the projector off or covered?"), parent
        )
        self.which = Choice([(each.text, each.text) for each in norms], (norm or norms[0]).text)
        self.which.setAccessibleName(tr("Which norm"))
        self.which.chosen.connect(lambda text: self._show(str(text)))
        self.body.addWidget(self.which)
        self._holder = QWidget()
        self._box = QVBoxLayout(self._holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self.body.addWidget(page_scroll(self._holder), 1)
        self.add_cancel(tr("Close"))
        self._show((norm or norms[0]).text)
        self.fit_into_window(520, 620)

    def _show(self, norm: str) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for step in norm_talk(norm):
            part = QWidget()
            lines = QVBoxLayout(part)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(ROW // 2)
            lines.addWidget(plain(step.do, "secondary", wrap=True))
            if step.say:
                lines.addWidget(plain(step.say, "strong", wrap=True, selectable=True))
            self._box.addWidget(part)
        self._box.addStretch(1)
