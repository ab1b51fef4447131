"""Opening a kept file with the system's own program: from a private, read-only copy, and never a program."""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.file_names import safe_file_name
from plcdesk.text import tr

_WORDS = """
    action apk app appimage applescript appref-ms appx bash bat bin bsh chm class cmd com command cpl csh
    deb desktop dll dmg elf exe fish gadget hta inf ins iso jar jnlp js jse ksh lnk lua mjs msc msi msix msp
    mst osx out pif pkg pl plx prg ps1 ps1xml ps2 psc1 psd1 psm1 pssc py pyc pyo pyw pyz pyzw rb reg rpm run
    scf scpt scr sct sh shb shs so sys terminal tool url vb vbe vbs vbscript vhd vhdx webloc workflow ws wsc
    wsf wsh xbap xll zsh website settingcontent-ms search-ms library-ms theme themepack img diagcab
"""
_PROGRAMS = frozenset(_WORDS.split())
"""Endings of what a system runs, installs, or follows elsewhere when it is opened."""
_HEADS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"#!",  # a script
    b"\xfe\xed\xfa\xce",  # macOS, in both orders, 32 and 64 bits, and for several processors
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
)
_SHORTCUT_WORDS = (b"[desktop entry]", b"[internetshortcut]")


def is_program(name: str, content: bytes) -> bool:
    """Whether opening it would run something or lead elsewhere: by its ending, and by how it begins."""
    ending = name.rstrip(". ").rpartition(".")[2].casefold() if "." in name else ""
    if ending in _PROGRAMS or content.startswith(_HEADS):
        return True
    beginning = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return beginning.startswith(_SHORTCUT_WORDS)


def private_copy(name: str, content: bytes) -> Path:
    """A copy that only its owner can read, for the system's program to open; gone with `forget_copies`.

    Raises UserError for a program, EnvironmentProblem when it cannot be written.
    """
    name = safe_file_name(name, tr("File"))
    if is_program(name, content):
        sentence = tr("PLC Desk does not open programs. “{name}” can be saved as a file.")
        raise UserError(sentence.format(name=name))
    try:
        folder = paths.make_private(copies_folder() / uuid4().hex)
        file = folder / name
        file.touch(mode=0o600, exist_ok=False)
        file.write_bytes(content)
        file.chmod(stat.S_IRUSR)
    except OSError as problem:
        sentence = tr("“{name}” cannot be copied to be opened: {why}.")
        raise EnvironmentProblem(sentence.format(name=name, why=problem.strerror or problem)) from problem
    return file


def copies_folder() -> Path:
    """Where copies lie while they are open."""
    return paths.data_folder() / "opened"


def forget_copies() -> None:
    """Delete all copies, also those that an earlier run left; one that is in use stays until the next time."""
    shutil.rmtree(copies_folder(), onerror=_writable_and_again)


def _writable_and_again(act: Callable[[str], Any], file: str, _why: object) -> None:
    """Windows deletes no read-only file."""
    try:
        Path(file).chmod(stat.S_IRWXU)
        act(file)
    except OSError:
        pass
