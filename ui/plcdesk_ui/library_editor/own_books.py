"""What the library does with a team's own protocols: write, change, copy, delete, send out and bring in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.file_names import safe_name
from plcdesk.library import own
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.schema import Protocol
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.library_editor.refused_sheet import RefusedSheet
from plcdesk_ui.widgets.buttons import Button, button, icon_button
from plcdesk_ui.widgets.undo_bar import UndoBar

ENDING = ".toml"


@dataclass(frozen=True)
class _Deleted:
    protocol_id: str
    file: Path
    away: Path


class OwnBooks(QObject):
    """Tells `changed(id)` when there is one more or one less to list; the id is the one to show, or empty.

    `write_button` and `more_button` are for the top bar, `change_button` for the protocol that is read, and
    `own_button` if that is one's own.
    """

    changed = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._folder = paths.own_protocols()
        self._protocol_id = ""
        self._is_own = False
        self._deleted: _Deleted | None = None
        self.undo_bar = UndoBar(window)
        self.undo_bar.undo_requested.connect(self.bring_back)
        self.write_button = button(tr("Write your own"), self.write, tip=tr("Start with an empty protocol"))
        self.more_button = icon_button("ellipsis", tr("More"), self._open_more)
        self.change_button: Button = button(tr("Make it ours"), self.change)
        self.own_button = icon_button("ellipsis", tr("More for this protocol"), self._open_own)
        self.menu = QMenu(window)
        self.own_menu = QMenu(window)
        self.copy_action = self.own_menu.addAction(tr("Make a copy"), self.copy)
        self.export_action = self.own_menu.addAction(tr("Export…"), self.export)
        self.delete_action = self.own_menu.addAction(tr("Delete"), self.delete)

    def show_protocol(self, protocol_id: str, is_own: bool) -> None:
        """Have the buttons work on this protocol."""
        self._protocol_id, self._is_own = protocol_id, is_own
        self.change_button.set_text(tr("Edit") if is_own else tr("Make it ours"))
        self.own_button.setVisible(is_own)

    def write(self) -> None:
        """An empty one."""
        self._context.go.to("protocol_editor")

    def change(self) -> None:
        """Change one's own, or a copy of one of ours."""
        if self._protocol_id:
            self._context.go.to("protocol_editor", self._protocol_id)

    def copy(self) -> None:
        """Change a copy of one's own."""
        if self._protocol_id:
            self._context.go.to("protocol_editor", self._protocol_id, "copy")

    def delete(self) -> None:
        """Put one's own out of the way; Undo brings it back."""
        file = self._context.catalogue.path_of(self._protocol_id)
        if file is None or file.parent != self._folder:
            return
        try:
            name = self._context.catalogue.get(self._protocol_id).name
            away = own.delete_own(self._folder, file, self._protocol_id)
        except (UserError, EnvironmentProblem) as problem:
            self._context.bus.problem_arose.emit(str(problem))
            return
        self._deleted = _Deleted(self._protocol_id, file, away)
        self.undo_bar.show_message(tr("“{name}” deleted").format(name=name))
        self.changed.emit("")

    def bring_back(self) -> bool:
        """Bring back what was deleted last; False if there is nothing."""
        gone, self._deleted = self._deleted, None
        if gone is None:
            return False
        self.undo_bar.dismiss()
        try:
            own.restore_own(self._folder, gone.away, gone.file, gone.protocol_id)
        except EnvironmentProblem as problem:
            self._context.bus.problem_arose.emit(str(problem))
            return True
        self.changed.emit(gone.protocol_id)
        return True

    def export(self) -> None:
        """Ask for a file and write the protocol to it."""
        from plcdesk_ui.minutes.saving import ask_for_file

        try:
            protocol = self._context.catalogue.get(self._protocol_id)
        except UserError as problem:
            self._context.bus.problem_arose.emit(str(problem))
            return
        name = safe_name(protocol.name, tr("Protocol"))
        file = ask_for_file(self._window, tr("Export"), name, ENDING, tr("Protocols"))
        if file is not None:
            self.export_to(protocol, file)

    def export_to(self, protocol: Protocol, file: Path) -> None:
        """Write a protocol to a file for somebody else."""
        source = self._context.catalogue.path_of(protocol.id)
        told = tr("Saved as {file}").format(file=file.name)
        self._context.in_background(
            lambda: own.export_file(protocol, file, source),
            lambda _none: self._context.bus.told.emit(told, ""),
        )

    def ask_and_bring_in(self) -> None:
        """Ask for a file of somebody else and bring it in."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{tr('Protocols')} (*{ENDING});;{tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Import"), folder, kinds)
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, file: Path) -> None:
        """Bring a file in and show it; one that is wrong is refused with all that is wrong in it."""
        catalogue, folder = self._context.catalogue, self._folder

        def job() -> Protocol | tuple[Fault, ...]:
            ids = {summary.id for summary in catalogue.summaries()}
            try:
                return own.import_file(file, folder, ids, ids)
            except ProtocolFaults as wrong:
                return wrong.faults

        self._context.in_background(job, lambda found: self._brought(file, found))

    def _brought(self, file: Path, found: Protocol | tuple[Fault, ...]) -> None:
        if isinstance(found, Protocol):
            self._context.bus.told.emit(tr("“{name}” is in the library").format(name=found.name), "")
            self.changed.emit(found.id)
        else:
            RefusedSheet(file.name, found, self._window).open()

    def _open_more(self) -> None:
        self.fill_menu()
        self.menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def fill_menu(self) -> None:
        """What the top bar offers beside writing a new one: those that were begun, and files."""
        self.menu.clear()
        self.menu.addAction(tr("Import…"), self.ask_and_bring_in)
        for one in own.unfinished(self._folder):
            name = one.name.replace("&", "&&") or tr("one without a name")
            words = tr("Go on with {name}").format(name=name)
            action = self.menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, about=one.id: self._context.go.to("protocol_editor", about)
            )

    def _open_own(self) -> None:
        self.own_menu.popup(self.own_button.mapToGlobal(self.own_button.rect().bottomLeft()))
