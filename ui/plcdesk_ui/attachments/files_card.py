"""The card of a meeting's files: their names, what they belong to, and what can be done with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.attachments.reading import AttachmentInfo, read_attachments
from plcdesk.attachments.taking import size_words
from plcdesk.store.changes import Changes
from plcdesk.text import ntr, tr
from plcdesk_ui.attachments.files import Arriving, Files
from plcdesk_ui.context import Context
from plcdesk_ui.run.fitting_scroll import FittingScroll
from plcdesk_ui.theme.sizes import PAD, ROW
from plcdesk_ui.widgets.buttons import NameButton, button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import tip_with_shortcut


class FileRow(QWidget):
    """One file: a press or Enter on its name opens it, the dots offer the rest."""

    def __init__(self, info: AttachmentInfo, belongs: str, card: "FilesCard") -> None:
        super().__init__()
        self.info = info
        self._card = card
        tip = tr("Open it with the program of this computer, to read only")
        self.name = NameButton(info.name, lambda: card.files.open(info), tip)
        self.name.setAccessibleDescription(tr("Opens the file"))
        about = " · ".join(part for part in (size_words(info.size), belongs) if part)
        self.about = plain(about, "caption", wrap=True)
        self.dots = icon_button("ellipsis", tr("More for {name}").format(name=info.name), self._open_menu)
        self.dots.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.about)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 4)
        box.addLayout(words, 1)
        box.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)

    def menu(self) -> QMenu:
        """Everything that can be done with the file."""
        files, info = self._card.files, self.info
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: files.open(info))
        menu.addAction(tr("Save as a file…"), lambda: files.ask_and_save(self, info))
        belongs = menu.addMenu(tr("Belongs to"))
        for item_id, title in ((None, tr("The whole meeting")), *self._card.items):
            action = belongs.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(item_id == info.item_id)
            action.triggered.connect(lambda _on=False, to=item_id: files.put_with(info, to))
        menu.addSeparator()
        remove = menu.addAction(tr("Remove"), lambda: files.remove(info))
        remove.setShortcut("Del")
        remove.setShortcutVisibleInContextMenu(True)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, also by its key."""
        self._open_menu()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._card.files.remove(self.info)
        else:
            super().keyPressEvent(event)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.dots.mapToGlobal(self.dots.rect().bottomLeft() + QPoint(0, 2)))


class ArrivingRow(QWidget):
    """A file that is being read in, with its progress and Cancel."""

    def __init__(self, coming: Arriving) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(tr("Attaching {name}").format(name=coming.name))
        name = plain(tr("Attaching {name}").format(name=coming.name), "secondary", wrap=True)
        self.cancel = icon_button(
            "x", tr("Do not attach {name}").format(name=coming.name), coming.cancel, grade="small"
        )
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(top)
        box.addWidget(self._bar)
        coming.progressed.connect(lambda share: self._bar.setValue(round(share * 100)))


class FilesCard(Card):
    """Shows the files of a meeting. Where it is `shy` it is hidden while there are none, and scrolls within itself."""

    def __init__(self, context: Context, shortcut: str = "", shy: bool = False) -> None:
        super().__init__(tr("Files"))
        self._context = context
        self._shy = shy
        self._is_brief = False
        if shy:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.files = Files(context, "", self)
        self.items: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[AttachmentInfo, ...] | None = None
        self._item_id: str | None = None
        self.rows: list[FileRow] = []
        self.none = plain(
            tr("Student work, data, a handout: attached here, it stays with the meeting."),
            "secondary",
            wrap=True,
        )
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(ROW - 2)
        tip = tip_with_shortcut(tr("Or drop files here"), shortcut) if shortcut else tr("Or drop files here")
        self.attach = button(tr("Attach a file…"), self.ask, "quiet", tip=tip, grade="small")
        self.attach.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addWidget(self.none)
        self._area = FittingScroll(holder) if shy else holder
        self.brief = button("", self._open_brief, "quiet", grade="small")
        self.brief.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.brief.hide()
        self.body.addWidget(self._area)
        self.body.addWidget(self.brief, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        context.bus.changed.connect(self._heard)

    def show_meeting(
        self, meeting_id: str, items: Sequence[tuple[str, str]], item_id: str | None = None
    ) -> None:
        """Show the files of a meeting with these items (id, title); new ones are attached to `item_id`."""
        if meeting_id != self.files.meeting_id:
            self.files = Files(self._context, meeting_id, self)
            self.files.arriving.connect(self._show_arriving)
            self._shown = None
        self._item_id = item_id
        if tuple(items) != self.items:
            self.items = tuple(items)
            self._shown = None
        if self._shown is None:
            self.refresh()

    def be_brief(self, brief: bool) -> None:
        """Where there is little height: one line that opens a menu, in place of the list."""
        if brief == self._is_brief:
            return
        self._is_brief = brief
        edge = 6 if brief else PAD
        self.set_margins(PAD - 6 if brief else PAD, edge, PAD, edge)
        self.set_title(None if brief else tr("Files"))
        for part in (self._area, self.attach):
            part.setVisible(not brief)
        self.brief.setVisible(brief)

    def _open_brief(self) -> None:
        menu = QMenu(self)
        for row in self.rows:
            menu.addMenu(row.menu()).setText(row.info.name.replace("&", "&&"))
        menu.addSeparator()
        menu.addAction(tr("Attach a file…"), self.ask)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.brief.mapToGlobal(self.brief.rect().bottomLeft()))

    def refresh(self) -> None:
        """Read and show the files anew."""
        found = read_attachments(self._context.reader, self.files.meeting_id)
        if found == self._shown:
            return
        self._shown = found
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        titles = dict(self.items)
        self.rows = [FileRow(info, titles.get(info.item_id or "", ""), self) for info in found]
        for place, row in enumerate(self.rows):
            self._list.insertWidget(place, row)
        self._show_or_hide()

    def ask(self) -> None:
        """Ask which files to attach."""
        self.files.ask_and_add(self, self._item_id)

    def where(self) -> str:
        """What a new file is attached to, in words."""
        title = dict(self.items).get(self._item_id or "")
        if title is None:
            return tr("Drop here to attach to the meeting")
        return tr("Drop here to attach to “{item}”").format(item=title)

    def add(self, files: Sequence[Path]) -> None:
        """Attach files that were dropped."""
        self.files.add(files, self._item_id)

    def _heard(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("attachment") and self.files.meeting_id in changes.meetings:
            self.refresh()

    def _show_arriving(self, coming: Arriving) -> None:
        row = ArrivingRow(coming)
        self._list.addWidget(row)

        def gone() -> None:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._show_or_hide()

        coming.done.connect(gone)
        self.none.hide()
        self.show()

    def _show_or_hide(self) -> None:
        count = len(self._shown or ())
        self.brief.set_text(ntr("{n} file…", "{n} files…", count).format(n=count))
        self.none.setVisible(not self._shown)
        self.setVisible(bool(self._shown) or not self._shy)
