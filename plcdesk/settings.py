"""What a person has chosen on this laptop: look, paper, language, sound, window places.

Not part of a workspace: it never travels with the file that a team shares. It is kept as one small JSON
file. A file that cannot be read never stops the app, a value that makes no sense is replaced by its
default, and keys that a newer version wrote are kept.
"""

import json
import math
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from plcdesk.paths import make_private

Theme = Literal["system", "light", "dark"]
Paper = Literal["auto", "letter", "a4"]

SMALLEST_TEXT = 0.75
LARGEST_TEXT = 2.5


@dataclass(frozen=True)
class Settings:
    """The choices of one person on one laptop; change them with `dataclasses.replace`.

    `text_scale` multiplies the system's font size (0.75 to 2.5); `chime_volume` runs from 0 to 1;
    `language` is a code such as 'de', None for the system's own; `last_team` is the team's uuid;
    `windows` holds the place and size of each window, by its name, as text that only the window reads;
    `wall_screen` is the name of the screen that the wall was last shown on; `welcome` holds what was typed on the
    first page and not yet used; `favourites` are the ids of protocols; `me` is the name of the person whose
    actions are 'mine'; `laptop_id` and `sender_name` stand in the files that this laptop shares;
    `shared_folder` is where it meets others, `shared_on_opening` whether it does so when the app opens,
    `shared_passphrase` what its files there are under; `coach` says that this person coaches teams and writes
    replies to them; `unknown` holds keys that this version does not know.
    """

    theme: Theme = "system"
    paper: Paper = "auto"
    language: str | None = None
    text_scale: float = 1.0
    last_team: str | None = None
    windows: dict[str, str] = field(default_factory=dict[str, str])
    wall_screen: str | None = None
    chime_volume: float = 0.5
    chime_muted: bool = False
    welcome: dict[str, str] = field(default_factory=dict[str, str])
    favourites: list[str] = field(default_factory=list[str])
    laptop_id: str = ""
    sender_name: str = ""
    me: str = ""
    shared_folder: str = ""
    shared_on_opening: bool = True
    shared_passphrase: str = ""
    coach: bool = False
    unknown: dict[str, Any] = field(default_factory=dict[str, Any])


def load(path: Path) -> Settings:
    """Read the settings; defaults where there are none. A broken file is set aside as `*.broken`."""
    try:
        text = path.read_bytes()
    except OSError:
        return Settings()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        _set_aside(path)
        return Settings()
    return _checked(cast("dict[str, Any]", found))


def save(path: Path, settings: Settings) -> None:
    """Write the settings so that the file is whole at any moment, old or new. Raises OSError."""
    import tempfile

    values = {name: getattr(settings, name) for name in _CHECKS}
    text = json.dumps(settings.unknown | values, indent=2, ensure_ascii=False) + "\n"
    make_private(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".new")
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".broken"))
    except OSError:
        pass  # A folder that cannot be written to: the defaults serve all the same.


def _checked(found: dict[str, Any]) -> Settings:
    known = {name: found[name] for name, fits in _CHECKS.items() if name in found and fits(found[name])}
    unknown = {name: value for name, value in found.items() if name not in _CHECKS}
    return Settings(**known, unknown=unknown)


def _one_of(*choices: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _between(least: float, most: float) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return math.isfinite(value) and least <= value <= most

    return fits


def _text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts_by_name(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(text, str) for text in cast("dict[str, object]", value).values()
    )


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in cast("list[object]", value))


def _truth(value: object) -> bool:
    return isinstance(value, bool)


_CHECKS: dict[str, Callable[[object], bool]] = {
    "theme": _one_of("system", "light", "dark"),
    "paper": _one_of("auto", "letter", "a4"),
    "language": _text_or_none,
    "text_scale": _between(SMALLEST_TEXT, LARGEST_TEXT),
    "last_team": _text_or_none,
    "windows": _texts_by_name,
    "wall_screen": _text_or_none,
    "chime_volume": _between(0, 1),
    "chime_muted": _truth,
    "welcome": _texts_by_name,
    "favourites": _texts,
    "laptop_id": _text,
    "sender_name": _text,
    "me": _text,
    "shared_folder": _text,
    "shared_on_opening": _truth,
    "shared_passphrase": _text,
    "coach": _truth,
}
