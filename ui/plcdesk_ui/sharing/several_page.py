"""Several shared files at once, as a coach gets them: what is in each, what it would change, then all together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.sharing.coming import Coming, LookedInto
from plcdesk.sharing.opening import ShareFile
from plcdesk.text import ntr, tr
from plcdesk_ui.sharing.coming_card import change_row, made_words
from plcdesk_ui.sharing.passphrase import SecretField
from plcdesk_ui.sharing.words import from_words, outcome_count
from plcdesk_ui.theme.sizes import EDGE, GAP
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.rows import RowList
from plcdesk_ui.widgets.toggles import CheckBox

_MOST_LINES = 4


class SeveralPage(QWidget):
    """A card for each file. `one_wanted` asks for a file alone, `passphrase_typed` to look again with it."""

    one_wanted = Signal(object)
    passphrase_typed = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(EDGE, EDGE - 2, EDGE, EDGE)
        self._box.setSpacing(GAP)
        self.cards: list[FileCard] = []
        self.summary = plain("", "strong", wrap=True)
        self._box.addWidget(self.summary)
        self._lock = Card(tr("Some open with a passphrase"))
        self.secret = SecretField()
        self.secret.returnPressed.connect(self._type_passphrase)
        self._lock.body.addWidget(field(tr("Passphrase"), self.secret))
        opening = button(tr("Open"), self._type_passphrase)
        self._lock.body.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._lock)
        self._box.addStretch(1)

    def show_files(self, files: Sequence[LookedInto]) -> None:
        """Show what each file holds and would change."""
        for card in self.cards:
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FileCard(each) for each in files]
        for card in self.cards:
            card.changed.connect(self.changed)
            card.look_closer.connect(self.one_wanted)
            self._box.insertWidget(self._box.count() - 1, card)
        change = sum(each.would_change for each in files)
        told = ntr("{n} file", "{n} files", len(files)).format(n=len(files))
        would = ntr("{n} would change something here", "{n} would change something here", change)
        self.summary.setText(f"{told} · {would.format(n=change)}")
        self._lock.setVisible(any(each.needs_passphrase for each in files))

    def wanted(self) -> tuple[Path, ...]:
        """The files that would be brought in."""
        return tuple(card.file.path for card in self.cards if card.is_wanted)

    def deletions_agreed(self) -> frozenset[Path]:
        """The files of which somebody agreed that they delete much."""
        return frozenset(card.file.path for card in self.cards if card.deletions.isChecked())

    def _type_passphrase(self) -> None:
        if self.secret.text():
            self.passphrase_typed.emit(self.secret.text())
            self.secret.clear()


class FileCard(Card):
    """One file of several."""

    look_closer = Signal(object)
    changed = Signal()

    def __init__(self, file: LookedInto) -> None:
        super().__init__(look="plain" if file.coming is not None else "warning")
        self.file = file
        self.deletions = CheckBox("")
        self.deletions.toggled.connect(lambda _on: self.changed.emit())
        if file.share is not None and file.coming is not None:
            self._show_coming(file.share, file.coming)
        else:
            self.set_title(file.path.name)
            self.body.addWidget(plain(file.refused, "on-warning", wrap=True))

    @property
    def is_wanted(self) -> bool:
        """Whether it would be brought in: it changes something, and nobody has to agree to deletions first."""
        coming = self.file.coming
        asks = coming is not None and coming.must_ask and not self.deletions.isChecked()
        return self.file.would_change and not asks

    def _show_coming(self, share: ShareFile, coming: Coming) -> None:
        manifest = share.manifest
        self.set_title(manifest.team.name)
        self.add_trailing(button(tr("Look closer"), lambda: self.look_closer.emit(self.file.path), "quiet"))
        made = made_words(manifest.made_at)
        parts = [from_words(manifest.sender.name), made, self.file.path.name]
        self.body.addWidget(plain(" · ".join(filter(None, parts)), "secondary", wrap=True))
        self.body.addWidget(plain(_would(coming), wrap=True))
        if coming.lines:
            lines = RowList()
            lines.set_rows(change_row(line) for line in coming.lines[:_MOST_LINES])
            self.body.addWidget(lines)
        rest = len(coming.lines) - _MOST_LINES
        if rest > 0:
            self.body.addWidget(plain(ntr("and {n} more", "and {n} more", rest).format(n=rest), "caption"))
        if coming.own_team:
            only_read = tr("A copy to read, and the team itself is on this laptop. Look closer to read it.")
            self.body.addWidget(plain(only_read, "secondary", wrap=True))
        elif coming.must_ask:
            words = ntr("Yes, also delete {n} thing", "Yes, also delete {n} things", coming.deletions)
            self.deletions.set_words(words.format(n=coming.deletions))
            self.body.addWidget(self.deletions)


def _would(coming: Coming) -> str:
    """How many meetings are in it, and what would become of its records."""
    meetings = ntr("{n} meeting", "{n} meetings", len(coming.meetings)).format(n=len(coming.meetings))
    if coming.changes_nothing:
        return f"{meetings} · {tr('Everything in it is here already.')}"
    team = tr("This team is not on this laptop yet") if coming.team_is_new else ""
    return " · ".join(filter(None, (meetings, outcome_count(coming.count), team)))
