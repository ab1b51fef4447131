"""Reading TOML files that people can write: what is wrong is a sentence with a line, never a traceback."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from plcdesk.library.converting import convert
from plcdesk.library.faults import Fault, ProtocolFaults, Where
from plcdesk.text import tr

LARGEST_FILE = 256 * 1024  # bytes; the longest protocol known is a twentieth of it
DEEPEST_TABLE = 16
MOST_ITEMS = 1000  # in one list or table
LONGEST_KEY = 64  # parts with dots between
S = TypeVar("S", bound=msgspec.Struct)
# A dotted key of thousands of parts keeps the parser busy for minutes: its work grows with their square.
_LONG_KEY = re.compile(
    r"""(?<![\w-])(?:(?:"[^"\n]*+"|'[^'\n]*+'|[\w-]++)[ \t]*+\.[ \t]*+)""" + f"{{{LONGEST_KEY}}}"
)
_PLACE = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_file(path: Path) -> str:
    """The text of a small UTF-8 file. Raises ProtocolFaults if it is missing, too large or something else."""
    try:
        if not path.is_file():
            raise ProtocolFaults([Fault(path.name, "", tr("There is no such file."))])
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        sentence = tr("The file cannot be read: {reason}.").format(reason=error.strerror or error)
        raise ProtocolFaults([Fault(path.name, "", sentence)]) from error
    if len(content) > LARGEST_FILE:
        raise ProtocolFaults([_too_large(path.name)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        sentence = tr("The file is not written in UTF-8. Save it as UTF-8 and try again.")
        raise ProtocolFaults([Fault(path.name, "", sentence, line)]) from error


def parse(text: str, name: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ProtocolFaults with the line if it is not TOML."""
    if len(text) > LARGEST_FILE:
        raise ProtocolFaults([_too_large(name)])
    if any(line.count(".") > LONGEST_KEY and _LONG_KEY.search(line) for line in text.split("\n")):
        raise ProtocolFaults(
            [Fault(name, "", tr("Lists and tables are nested too deep or have too many items."))]
        )
    try:
        data = tomllib.loads(text)
        too_deep = _too_deep(data)
    except tomllib.TOMLDecodeError as error:
        raise ProtocolFaults([_broken(name, str(error), text)]) from error
    except RecursionError:
        too_deep, data = True, cast("dict[str, Any]", {})
    except (ValueError, OverflowError, MemoryError) as error:
        sentence = tr("A number or a date in the file is impossible.")
        raise ProtocolFaults([Fault(name, "", sentence)]) from error
    if too_deep:
        raise ProtocolFaults(
            [Fault(name, "", tr("Lists and tables are nested too deep or have too many items."))]
        )
    return data


def to_struct(data: dict[str, Any], kind: type[S]) -> tuple[S, list[tuple[Where, str]]]:
    """A struct from a table, with what is wrong in it: all at once if all is well, else field by field."""
    found: list[tuple[Where, str]] = []
    try:
        return msgspec.convert(data, kind), found
    except msgspec.ValidationError:
        return convert(data, kind, Where(), lambda where, sentence: found.append((where, sentence))), found


def read_struct(path: Path, kind: type[S]) -> S:
    """A struct from a TOML file. Raises ProtocolFaults with everything that is wrong."""
    made, found = to_struct(parse(read_file(path), path.name), kind)
    if found:
        raise ProtocolFaults([Fault(path.name, where.words, sentence) for where, sentence in found])
    return made


def _too_large(name: str) -> Fault:
    return Fault(name, "", tr("The file is larger than {n} KB.").format(n=LARGEST_FILE // 1024))


def _broken(name: str, message: str, text: str) -> Fault:
    """The parser's message with its line; at the end of the text that is the last line."""
    found = _PLACE.search(message)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    reason = _PLACE.sub("", message)
    return Fault(name, "", tr("This is not valid TOML: {reason}.").format(reason=reason), line)


def _too_deep(data: object) -> bool:
    """Whether it is nested deeper than any file for us can be, or has lists that are longer."""
    level = [data]
    for _ in range(DEEPEST_TABLE):
        below: list[object] = []
        for each in level:
            inner: list[object] = []
            if isinstance(each, dict):
                inner = list(cast("dict[str, object]", each).values())
            elif isinstance(each, list):
                inner = cast("list[object]", each)
            if len(inner) > MOST_ITEMS:
                return True
            below += inner
        level = below
    return bool(level)
