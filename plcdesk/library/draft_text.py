"""A protocol as the text of its file, in the order in which people write one by hand.

Where there is a text already, what somebody wrote into it beside the protocol, such as comments, stays.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from plcdesk.errors import UserError
from plcdesk.library.schema import Protocol
from plcdesk.library.toml_files import parse, to_struct

Values = Mapping[str, Any]
Document = Any  # tomlkit's own types leave open what they hold
_LONG = 100
"""Characters from which on a list has a line for each of its items."""
_TABLES = ("people", "origin")
_LISTS_OF_TABLES = ("steps", "roles", "preparation", "materials", "forms")


def text_of(protocol: Protocol, before: str | None = None) -> str:
    """The text of its file; `before` is what stands in it now, whose comments are kept where that is possible."""
    values = _values(protocol)
    if before is not None:
        try:
            was = protocol_of(before)
            document: Document = tomlkit.parse(before)
            _update(document, values, _values(was))
            text = tomlkit.dumps(document)
            if protocol_of(text) == protocol:
                return text
        except (TOMLKitError, UserError, ValueError, KeyError, RecursionError):
            pass  # a text that cannot be changed soundly is written anew
    return tomlkit.dumps(_table(values, tomlkit.document()))


def protocol_of(text: str) -> Protocol:
    """The protocol in a text, though it may not be finished: what is lacking gets stand-ins. Raises ProtocolFaults."""
    protocol, _found = to_struct(parse(text, ""), Protocol)
    return protocol


def _values(protocol: Protocol) -> Values:
    return cast("Values", msgspec.to_builtins(protocol))


def _update(table: Document, values: Values, was: Values) -> None:
    """Give a table these values; what is as it was stays as it is written, defaults that are spelt out too."""
    for name in [name for name in table if name in was and name not in values]:
        table.remove(name)
    for name, value in values.items():
        old, before = table.get(name), was.get(name)
        if value == before and old is not None:
            continue
        if isinstance(old, AoT) and value:
            _update_tables(old, value, cast("list[Values]", before or []))
        elif isinstance(old, Table) and isinstance(value, dict):
            _update(old, cast("Values", value), cast("Values", before or {}))
        else:
            table[name] = _item(name, value)


def _update_tables(tables: Document, values: Sequence[Values], was: Sequence[Values]) -> None:
    """Keep each table that still has its id, or its place where there are no ids."""
    old = list(zip(tables.body, was, strict=True))
    by_id = {str(before["id"]): (table, before) for table, before in old if "id" in before}
    kept: list[Document] = []
    for index, each in enumerate(values):
        known = by_id.pop(str(each["id"]), None) if "id" in each else old[index] if index < len(old) else None
        if known is None:
            kept.append(_table(each, tomlkit.table()))
        else:
            _update(known[0], each, known[1])
            kept.append(known[0])
    while len(tables):
        del tables[0]
    for table in kept:
        tables.append(table)


def _table(values: Values, table: Document) -> Document:
    """A table with plain values first, since what follows a table's head belongs to that table."""
    later = [name for name, value in values.items() if _stands_apart(name, value)]
    for name in [*(name for name in values if name not in later), *later]:
        table[name] = _item(name, values[name])
    return table


def _stands_apart(name: str, value: object) -> bool:
    return name in _TABLES or (name in _LISTS_OF_TABLES and bool(value))


def _item(name: str, value: object) -> Document:
    if not _stands_apart(name, value):
        return _plain(value)
    if name in _TABLES:
        return _table(cast("Values", value), tomlkit.table())
    tables: Document = tomlkit.aot()
    for each in cast("list[Values]", value):
        tables.append(_table(each, tomlkit.table()))
    return tables


def _plain(value: object) -> Document:
    if isinstance(value, dict):
        table: Document = tomlkit.inline_table()
        for name, inner in cast("Values", value).items():
            table[name] = _plain(inner)
        return table
    if isinstance(value, list):
        array: Document = tomlkit.array()
        for inner in cast("list[object]", value):
            array.append(_plain(inner))
        array.multiline(len(array.as_string()) > _LONG)
        return array
    make: Document = tomlkit.item
    return make(value)
