"""Where files are: what the app ships, and what the person owns. No other module knows.

What is shipped lies beside the package in a checkout, inside it in a wheel, and in the unpacked folder
of a frozen build. What the person owns lies in the platform's own folders, unless one of two environment
variables says otherwise: PLCDESK_HOME replaces all of the person's folders (tests, trials), and
PLCDESK_WORKSPACE names the workspace file alone.

Nothing here makes a folder or a file; `make_private` does, when somebody is about to write.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

HOME_VARIABLE = "PLCDESK_HOME"
WORKSPACE_VARIABLE = "PLCDESK_WORKSPACE"
_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """The folder of icons, fonts, themes and templates that the app ships."""
    return _shipped("assets")


def protocols() -> Path:
    """The folder of the protocols that the app ships, one TOML file each."""
    return _shipped("protocols")


def fonts() -> Path:
    """The folder of the shipped fonts, for PDFs and as a fallback on screen."""
    return assets() / "fonts"


def icons() -> Path:
    """The folder of the shipped icons (SVG, drawn in the current colour)."""
    return assets() / "icons"


def locale() -> Path:
    """The folder of the gettext catalogues; it need not exist."""
    return assets() / "locale"


def data_folder() -> Path:
    """The person's own data on this machine: workspace, backups, own protocols."""
    return _named_by(HOME_VARIABLE) or _platform_folder("user_data_dir")


def settings_folder() -> Path:
    """The person's settings of this machine; on Windows and macOS it is the data folder."""
    return _named_by(HOME_VARIABLE) or _platform_folder("user_config_dir")


def settings_file() -> Path:
    """The file that `plcdesk.settings` reads and writes."""
    return settings_folder() / "settings.json"


def default_workspace() -> Path:
    """The file that opens when nobody names another: PLCDESK_WORKSPACE, else one in the data folder."""
    return _named_by(WORKSPACE_VARIABLE) or data_folder() / "workspace.plcdb"


def workspace_file(chosen: Path | None = None) -> Path:
    """The workspace file to open, as an absolute path: `chosen` if there is one, else the default."""
    return _absolute(chosen) if chosen is not None else default_workspace()


def own_protocols() -> Path:
    """The folder of protocols that people of this machine wrote or changed; it need not exist."""
    return data_folder() / "protocols"


def logs() -> Path:
    """The folder of logs and crash reports; it need not exist."""
    return data_folder() / "logs"


def make_private(folder: Path) -> Path:
    """Make `folder` and what is lacking above it, open to its owner only, and return it. Raises OSError."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _shipped(name: str) -> Path:
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked) / name
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _named_by(variable: str) -> Path | None:
    value = os.environ.get(variable, "")
    return _absolute(Path(value)) if value else None


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _platform_folder(which: str) -> Path:
    import appdirs  # pyright: ignore[reportMissingTypeStubs]

    name = "PLC Desk" if sys.platform in ("win32", "darwin") else "plcdesk"
    find = cast("Callable[..., str]", getattr(appdirs, which))
    return Path(find(name, appauthor=False))
