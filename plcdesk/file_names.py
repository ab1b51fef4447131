"""Names for files, made of what people typed, that every system takes."""

import re

LONGEST = 80  # characters
MOST_BYTES = 200  # file systems take 255, ending and all
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(title: str, otherwise: str) -> str:
    """A name as near to `title` as can be, without an ending; `otherwise` stands in where nothing is left."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if not name or _TAKEN_BY_WINDOWS.match(name):
        return f"{otherwise} {name}".strip()
    return name
