"""Playing a short sound with what the system has; where it has nothing, there is no sound and no error."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess

from plcdesk import paths
from plcdesk.running.chime import Chime, write_chime
from plcdesk_ui.context import Context

PLAYERS = (("afplay",), ("pw-play",), ("paplay",), ("aplay", "-q"))
"""Programs that play a WAV file, the best first."""


def play_chime(context: Context, chime: Chime) -> None:
    """Play a chime at the volume that was chosen, unless it is muted; never waits."""
    settings = context.settings
    if not settings.chime_muted and settings.chime_volume > 0:
        context.in_background(lambda: _file_of(chime, settings.chime_volume), _play)


def _file_of(chime: Chime, volume: float) -> Path | None:
    """The sound's file, made at first use; None where it cannot be written."""
    file = paths.data_folder() / "cache" / f"{chime}-{round(volume * 100)}.wav"
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            write_chime(file, chime, volume)
    except OSError:
        return None
    return file


def _play(file: Path | None) -> None:
    if file is None:
        return
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        except RuntimeError:
            return  # no device
        return
    _play_with([player for player in PLAYERS if shutil.which(player[0])], file)


def _play_with(players: list[tuple[str, ...]], file: Path) -> None:
    """With the first player; if it cannot, with the next."""
    app = QCoreApplication.instance()
    if not players or app is None:
        return
    program, *words = players[0]
    process = QProcess(app)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())

    def ended(status: int) -> None:
        process.deleteLater()
        if status != 0:
            _play_with(players[1:], file)

    process.finished.connect(lambda status, _how: ended(status))
    process.errorOccurred.connect(
        lambda error: ended(1) if error == QProcess.ProcessError.FailedToStart else None
    )
    process.start(program, [*words, str(file)])
