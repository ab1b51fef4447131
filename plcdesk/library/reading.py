"""Reading a protocol from its TOML file, or saying everything that is wrong with it at once."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any, cast

import msgspec

from plcdesk.library.checks import check
from plcdesk.library.converting import convert
from plcdesk.library.faults import Fault, ProtocolFaults, Where
from plcdesk.library.schema import Protocol
from plcdesk.text import tr

LARGEST_FILE = 256 * 1024  # bytes; the longest protocol known is a twentieth of it
DEEPEST_TABLE = 16
_PLACE = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_protocol(path: Path, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in a file.

    `known_ids`, if given, are the ids of the protocols that a step may run inside it. Raises ProtocolFaults
    with every fault that was found, also if the file cannot be read at all.
    """
    name = path.name
    try:
        if not path.is_file():
            raise ProtocolFaults([Fault(name, "", tr("There is no such file."))])
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        sentence = tr("The file cannot be read: {reason}.").format(reason=error.strerror or error)
        raise ProtocolFaults([Fault(name, "", sentence)]) from error
    if len(content) > LARGEST_FILE:
        sentence = tr("The file is larger than {n} KB.").format(n=LARGEST_FILE // 1024)
        raise ProtocolFaults([Fault(name, "", sentence)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        sentence = tr("The file is not written in UTF-8. Save it as UTF-8 and try again.")
        raise ProtocolFaults([Fault(name, "", sentence, line)]) from error
    return read_text(text, name, known_ids)


def read_text(text: str, name: str, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in `text`; `name` is what faults call the file. Raises ProtocolFaults."""
    if len(text) > LARGEST_FILE:
        sentence = tr("The file is larger than {n} KB.").format(n=LARGEST_FILE // 1024)
        raise ProtocolFaults([Fault(name, "", sentence)])
    data = _parse(text, name)
    found: list[tuple[Where, str]] = []
    protocol = _convert(data, found)
    broken = tuple(where for where, _ in found)
    checks = check(protocol, known_ids)
    found += [(where, each) for where, each in checks if not any(bad.touches(where) for bad in broken)]
    if found:
        raise ProtocolFaults([Fault(name, where.words, sentence) for where, sentence in found])
    return protocol


def _convert(data: dict[str, Any], found: list[tuple[Where, str]]) -> Protocol:
    """All at once if all is well, else field by field, which is slower and finds everything."""
    try:
        return msgspec.convert(data, Protocol)
    except msgspec.ValidationError:
        return convert(data, Protocol, Where(), lambda where, sentence: found.append((where, sentence)))


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
        too_deep = _depth(data) > DEEPEST_TABLE
    except tomllib.TOMLDecodeError as error:
        raise ProtocolFaults([_broken(name, str(error), text)]) from error
    except RecursionError:
        too_deep, data = True, cast("dict[str, Any]", {})
    except (ValueError, OverflowError, MemoryError) as error:
        raise ProtocolFaults(
            [Fault(name, "", tr("A number or a date in the file is impossible."))]
        ) from error
    if too_deep:
        raise ProtocolFaults([Fault(name, "", tr("Lists and tables are nested too deep."))])
    return data


def _broken(name: str, message: str, text: str) -> Fault:
    """The parser's message with its line; at the end of the text that is the last line."""
    found = _PLACE.search(message)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    reason = _PLACE.sub("", message)
    return Fault(name, "", tr("This is not valid TOML: {reason}.").format(reason=reason), line)


def _depth(data: object) -> int:
    deepest, level = 0, [data]
    while level and deepest <= DEEPEST_TABLE:
        below: list[object] = []
        for each in level:
            if isinstance(each, dict):
                below.extend(cast("dict[str, object]", each).values())
            elif isinstance(each, list):
                below.extend(cast("list[object]", each))
        level = below
        deepest += 1
    return deepest
