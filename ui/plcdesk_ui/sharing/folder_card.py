"""The card of the settings about the folder that several laptops share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from plcdesk.settings import Settings
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.sharing.passphrase import SecretField
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import LineField, field
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox


class FolderCard(Card):
    """Chooses the folder, the name and what happens on opening. `exchange_requested` asks for it now."""

    exchange_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(tr("A folder that we share"))
        self._context = context
        self.body.addWidget(
            plain(
                tr(
                    "A folder that other laptops see too: on a stick, a school drive or a synced place."
                    " Each laptop writes its own file there and reads the others'. Your workspace itself never lies there."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.name = LineField()
        self.name.committed.connect(lambda name: context.remember(sender_name=name))
        self.body.addWidget(field(tr("Your name, for the others"), self.name))
        self.folder = plain("", wrap=True, selectable=True)
        self.body.addWidget(self.folder)
        row = FlowLayout(spacing=ROW)
        self.choose_button = button(tr("Choose a folder…"), self._choose)
        self.now_button = button(tr("Exchange now"), self.exchange_requested.emit)
        self.none_button = button(tr("No folder"), lambda: self._set(""), "quiet")
        for each in (self.choose_button, self.now_button, self.none_button):
            row.addWidget(each)
        self.body.addLayout(row)
        self.on_opening = CheckBox(tr("Bring in what has arrived when PLC Desk opens"))
        self.on_opening.toggled.connect(lambda on: context.remember(shared_on_opening=on))
        self.body.addWidget(self.on_opening)
        self.secret = SecretField()
        self.secret.editingFinished.connect(self._keep_secret)
        hint = tr(
            "At least 8 characters, the same on every laptop; it is kept on this one. If all forget it, the files"
            " in the folder cannot be opened again; what is on the laptops stays."
        )
        self._secret_field = field(
            tr("Passphrase for the files in the folder, if you want one"), self.secret, hint
        )
        self.body.addWidget(self._secret_field)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen on this laptop."""
        self.name.set_value(settings.sender_name)
        chosen = settings.shared_folder
        self.folder.setText(chosen or tr("No folder is chosen."))
        self.on_opening.blockSignals(True)
        self.on_opening.setChecked(settings.shared_on_opening)
        self.on_opening.blockSignals(False)
        self.secret.setText(settings.shared_passphrase)
        for widget in (self.now_button, self.none_button, self.on_opening, self._secret_field):
            widget.setVisible(bool(chosen))

    def flush(self) -> None:
        """Keep what was typed."""
        self.name.flush()
        self._keep_secret()

    def _keep_secret(self) -> None:
        typed = self.secret.text()
        if typed == self._context.settings.shared_passphrase:
            return
        if typed:
            from plcdesk.errors import UserError
            from plcdesk.sharing.exporting import check_passphrase

            try:
                check_passphrase(typed)
            except UserError as told:
                self._context.bus.problem_arose.emit(str(told))
                self.secret.setText(self._context.settings.shared_passphrase)
                return
        self._context.remember(shared_passphrase=typed)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Choose the shared folder"), self._context.settings.shared_folder
        )
        if chosen:
            self._set(chosen)

    def _set(self, folder: str) -> None:
        self._context.remember(shared_folder=folder)
        self.show_settings(self._context.settings)
