"""The versions of final minutes: each can be read, and compared with the one before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from plcdesk.minutes.versions import VersionInfo
from plcdesk.text import tr
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import ClickRow, RowList
from plcdesk_ui.words import day


class VersionsCard(Card):
    """Hidden while there is none. Tells `version_requested` with an id, or `compare_requested`."""

    version_requested = Signal(str)
    compare_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Versions"))
        self._versions: tuple[VersionInfo, ...] | None = None
        self.rows = RowList()
        self.compare = button(tr("What has changed?"), self.compare_requested.emit)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_versions(self, versions: Sequence[VersionInfo], draft: bool) -> None:
        """The newest first. A draft is compared with the last of them, else two are needed."""
        self.setVisible(bool(versions))
        self.compare.setVisible(len(versions) > 1 or draft)
        if tuple(versions) == self._versions:
            return
        self._versions = tuple(versions)
        self.rows.set_rows([self._row(version) for version in reversed(self._versions)])

    def mark(self, version_id: str) -> None:
        """Show which version is looked at."""
        self.rows.select(version_id)

    def _row(self, version: VersionInfo) -> ClickRow:
        word = tr("final") if version.kind == "final" else tr("amended")
        title = tr("Version {n} · {word}").format(n=version.number, word=word)
        when = f"{day(version.on)} {version.on.year}"
        row = ClickRow(title, " · ".join(filter(None, (when, version.reason))), key=version.id)
        row.activated.connect(lambda: self.version_requested.emit(version.id))
        return row
