"""The bar above the minutes: what they are, and what can be done with them."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu

from plcdesk.planning.infos import MeetingInfo
from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.tips import tip_with_shortcut
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import day


class MinutesBar(TopBar):
    """Says what the person wants: the screen does it. Buttons that do not fit stand in the menu of the last one."""

    edit_requested = Signal()
    print_requested = Signal()
    final_requested = Signal()
    pdf_requested = Signal()
    word_requested = Signal()
    markdown_requested = Signal()
    copy_requested = Signal()
    mail_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Minutes"), back=tr("Meetings"))
        self.edit = button(tr("Edit"), self.edit_requested.emit)
        print_tip = tip_with_shortcut(tr("Print what is shown"), "Ctrl+P")
        self.print = button(tr("Print"), self.print_requested.emit, tip=print_tip)
        tip = tr("Nothing is missing and all have seen it. It can be made a draft again.")
        self.final = button(tr("Mark as final"), self.final_requested.emit, tip=tip)
        self.save = button(tr("Save as PDF"), role="primary", tip=tr("Save or copy what is shown"))
        for made in (self.edit, self.print, self.final, self.save):
            self.add(made)
        self._folded: dict[Button, QAction] = {}
        self._hidden: set[Button] = set()
        self.save.set_menu(self._save_menu())

    def show_minutes(self, meeting: MeetingInfo, today: date, amended: bool) -> None:
        """The minutes themselves: the day, and whether they are a draft."""
        held = meeting.starts_at.date()
        when = day(held) if held.year == today.year else f"{day(held)} {held.year}"
        draft = meeting.status == "draft"
        closed = tr("final, amended") if amended else tr("final")
        words = tr("draft, still editable") if draft else closed
        self._show(tr("Minutes"), tr("Meetings"), f"{when} · {words}")
        self._name_edit(tr("Edit") if draft else tr("Amend"))
        self._hidden = set() if draft else {self.final}
        self._fit()

    def show_page(self, meeting: MeetingInfo, title: str) -> None:
        """Another page than the minutes: it has no state of its own, and leads back to them."""
        about = f"{meeting.title} · {day(meeting.starts_at.date())}"
        self._show(title, tr("Minutes"), about)
        self._hidden = {self.edit, self.final}
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for what is never folded."""
        return QSize(self._needed((self.back_link, self.save)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit, and unfold what does."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same for another size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_hidden"):
            self._fit()

    def _show(self, title: str, back: str, about: str) -> None:
        self.set_title(title)
        self.back_link.set_text(back)
        self.set_context(about)

    def _name_edit(self, words: str) -> None:
        self.edit.set_text(words)
        self._folded[self.edit].setText(words)

    def _fit(self) -> None:
        """Show as many buttons as there is room for: printing and editing are given up last."""
        wanted = [made for made in (self.edit, self.print, self.final) if made not in self._hidden]
        shown = list(wanted)
        for made in (self.final, self.edit, self.print):
            if made in shown and self._needed((self.back_link, *shown, self.save)) > self.width():
                shown.remove(made)
        for made in (self.edit, self.print, self.final):
            made.setVisible(made in shown)
        for made, action in self._folded.items():
            action.setVisible(made in wanted and made not in shown)

    def _needed(self, buttons: Iterable[Button]) -> int:
        """The width in pixels that these buttons and the titles take at the least."""
        margins = self._box.contentsMargins()
        parts = [made.sizeHint().width() for made in buttons]
        parts += [label.minimumSizeHint().width() for label in (self.title_label, self.context_label)]
        return sum(parts) + self._box.spacing() * (len(parts) + 1) + margins.left() + margins.right()

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("PDF…")).triggered.connect(lambda _checked=False: self.pdf_requested.emit())
        for words, wanted in (
            (tr("Word document…"), self.word_requested),
            (tr("Markdown text…"), self.markdown_requested),
            (tr("Copy"), self.copy_requested),
            (tr("Send by mail…"), self.mail_requested),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, wanted=wanted: wanted.emit())
        for made in (self.edit, self.print, self.final):
            action = menu.addAction(made.text())
            action.triggered.connect(lambda _checked=False, made=made: made.click())
            action.setVisible(False)
            self._folded[made] = action
        return menu
