"""What every text in a protocol must keep: no control characters, no endless length."""

from collections.abc import Iterator
from typing import Any, cast

import msgspec

from plcdesk.library.faults import Where, label_of
from plcdesk.library.schema import Protocol, Step
from plcdesk.text import tr

LONGEST_TEXT = 4000
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")  # they would turn round the text beside them


def check_texts(protocol: Protocol) -> Iterator[tuple[Where, str]]:
    """Control characters anywhere, and texts longer than any screen or page could use."""
    if not _suspect(protocol):
        return
    waiting: list[tuple[Where, Any]] = [(Where(), protocol)]
    while waiting:
        where, value = waiting.pop()
        if isinstance(value, str):
            yield from _text(where, value)
        else:
            waiting += reversed(list(_inside(where, value)))


def _suspect(protocol: Protocol) -> bool:
    """A quick look that never misses anything: at what stands escaped, unprintable or very long in the JSON."""
    try:
        encoded = msgspec.json.encode(protocol)
    except ValueError:  # a number of thousands of digits
        return True
    if any(escape in encoded for escape in (b"\\u00", b"\\b", b"\\f", b"\\r")):
        return True
    pieces = encoded.replace(b'\\"', b"''").split(b'"')
    return not encoded.decode().isprintable() or max(map(len, pieces)) > LONGEST_TEXT


def _text(where: Where, text: str) -> Iterator[tuple[Where, str]]:
    if any(_is_control(letter) for letter in text):
        yield where, tr("There is a control character in this text; delete it.")
    elif len(text) > LONGEST_TEXT:
        yield where, tr("This is longer than {n} characters.").format(n=LONGEST_TEXT)


def _inside(where: Where, value: object) -> Iterator[tuple[Where, Any]]:
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield where.at(name), getattr(value, name)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            step = where.inner(index, label_of(item.title, item.id)) if isinstance(item, Step) else None
            yield step or where.item(index), item
    elif isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            yield where.at(label_of(name, "")), item


def _is_control(letter: str) -> bool:
    return (letter < " " and letter not in "\n\t") or "\x7f" <= letter <= "\x9f" or letter in _TURNING
