"""One window for one workspace: a second start brings the first one to the front."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1000  # milliseconds


def channel_of(workspace: Path) -> str:
    """The name of the local socket that belongs to a workspace."""
    return "plcdesk-" + hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:24]


def ask_to_come_forward(workspace: Path, place: str = "") -> bool:
    """Ask the app that has this workspace open to show its window, at `place` if one is given."""
    socket = QLocalSocket()
    socket.connectToServer(channel_of(workspace))
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(f"show {place}\n".encode())
    socket.waitForBytesWritten(_WAIT)
    socket.disconnectFromServer()
    return True


class ComeForward(QObject):
    """Listens for further starts on the same workspace and calls `show` with the place they ask for."""

    def __init__(self, workspace: Path, show: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(channel_of(workspace))
        self._server.newConnection.connect(self._arrived)
        self._server.listen(channel_of(workspace))

    def _arrived(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        words = bytes(socket.readLine(4096).data()).decode("utf-8", "replace").split(maxsplit=1)
        if words and words[0] == "show":
            self._show(words[1].strip() if len(words) > 1 else "")
