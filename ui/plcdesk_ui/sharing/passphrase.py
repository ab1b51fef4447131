"""A passphrase, to close a file with or to open one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from plcdesk.text import tr
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.fields import field
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox


class SecretField(QLineEdit):
    """A field whose letters are dots until somebody wants to see them."""

    def __init__(self) -> None:
        super().__init__()
        self.show_letters(False)
        self.setMaxLength(300)

    def show_letters(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class PassphraseCard(Card):
    """Asks whether a file is to be closed with a passphrase, and with which."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Who can open it"))
        self.wanted = CheckBox(tr("Only with a passphrase"))
        self.secret = SecretField()
        self._field = field(tr("Passphrase"), self.secret, tr("A few words that you tell them another way."))
        self.shown = CheckBox(tr("Show what I type"))
        self._warning = plain(
            tr(
                "If the passphrase is forgotten, nobody can open the file again: not you, and not we."
                " What is on this laptop is not touched by it."
            ),
            "secondary",
            wrap=True,
        )
        self._open = plain(tr("Whoever has the file can read it."), "secondary", wrap=True)
        self.wanted.toggled.connect(self._show_fields)
        self.shown.toggled.connect(self.secret.show_letters)
        self.secret.textChanged.connect(lambda _text: self.changed.emit())
        for widget in (self.wanted, self._open, self._field, self.shown, self._warning):
            self.body.addWidget(widget)
        self._show_fields(False)

    @property
    def passphrase(self) -> str | None:
        """The passphrase, or None where none is wanted."""
        return self.secret.text() if self.wanted.isChecked() else None

    def forget(self) -> None:
        """Take the passphrase off the screen."""
        self.secret.clear()
        self.wanted.setChecked(False)
        self.shown.setChecked(False)

    def _show_fields(self, wanted: bool) -> None:
        for widget in (self._field, self.shown, self._warning):
            widget.setVisible(wanted)
        self._open.setVisible(not wanted)
        self.changed.emit()
