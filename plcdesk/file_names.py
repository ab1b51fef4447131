"""Names for files, made of what people typed, that every system takes."""

import re

LONGEST = 80  # characters
SHARED = ".plcdesk"  # the ending of files that travel between laptops
MOST_BYTES = 200  # file systems take 255, ending and all
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_TURNS_TEXT = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,12}$")
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(title: str, otherwise: str) -> str:
    """A name as near to `title` as can be, without an ending; `otherwise` stands in where nothing is left."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if not name or _TAKEN_BY_WINDOWS.match(name):
        return f"{otherwise} {name}".strip()
    return name


def safe_file_name(name: str, otherwise: str) -> str:
    """The name of a file that came from elsewhere, with its ending, as every system takes it.

    Signs that turn the direction of text are left out: with them 'exe' can look like 'pdf'.
    """
    plain = _TURNS_TEXT.sub("", name).strip().rstrip(". ")
    found = _ENDING.search(plain)
    ending = found[0] if found is not None and found.start() > 0 else ""
    return safe_name(plain.removesuffix(ending), otherwise) + ending
