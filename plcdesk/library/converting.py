"""Turning what a TOML file says into a protocol, field by field, so that every fault is found at once.

msgspec stops at the first value of a wrong type. Here each field is converted on its own: one that is wrong is
reported and a stand-in takes its place, so that the checks of the rest can still be made.
"""

import datetime
import types
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from plcdesk.library.faults import Where, label_of
from plcdesk.library.schema import Step
from plcdesk.text import tr

Report = Callable[[Where, str], None]
S = TypeVar("S", bound=msgspec.Struct)
SHOWN = 30
LARGEST_SHOWN = 10**15


def convert(data: Mapping[str, Any], kind: type[S], where: Where, report: Report) -> S:
    """A struct made from a table, with stand-ins for what is wrong or lacking, each told to `report`."""
    values: dict[str, Any] = {}
    known = {field.encode_name: field for field in fields(kind)}
    for name, field in known.items():
        if name in data:
            values[field.name] = _value(data[name], field.type, where.at(name), report, field)
        elif field.required:
            report(where.at(name), tr("This is missing."))
            values[field.name] = _stand_in(field.type)
    for name in data:
        if name not in known:
            report(where.at(str(name)[:SHOWN]), _unknown(str(name), list(known)))
    return kind(**values)


def _value(value: object, kind: Any, where: Where, report: Report, field: FieldInfo | None = None) -> Any:
    plain = _without_none(kind)
    if get_origin(plain) is list:
        return _items(value, get_args(plain)[0], where, report)
    if get_origin(plain) is dict:
        return _table(value, get_args(plain)[1], where, report)
    if _is_struct(plain):
        if isinstance(value, dict):
            return convert(cast("dict[str, Any]", value), plain, where, report)
    else:
        try:
            return msgspec.convert(value, plain, strict=True)
        except msgspec.ValidationError:
            pass
    report(where, _wrong(value, plain))
    return _fallback(field, plain)


def _items(value: object, kind: Any, where: Where, report: Report) -> list[Any]:
    if not isinstance(value, list):
        report(where, _wrong(value, list))
        return []
    made: list[Any] = []
    for index, item in enumerate(cast("list[object]", value)):
        made.append(_value(item, kind, _place_of(where, index, item, kind), report))
    return made


def _place_of(where: Where, index: int, item: object, kind: Any) -> Where:
    if kind is not Step:
        return where.item(index)
    table = cast("dict[str, object]", item) if isinstance(item, dict) else {}
    return where.inner(index, label_of(table.get("title"), table.get("id")))


def _table(value: object, kind: Any, where: Where, report: Report) -> dict[str, Any]:
    if not isinstance(value, dict):
        report(where, _wrong(value, dict))
        return {}
    table = cast("dict[str, object]", value)
    return {name: _value(item, kind, where.at(name), report) for name, item in table.items()}


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _fallback(field: FieldInfo | None, kind: Any) -> Any:
    if field is not None and not field.required:
        if field.default is not msgspec.NODEFAULT:
            return field.default
        if field.default_factory is not msgspec.NODEFAULT:
            return field.default_factory()
    return _stand_in(kind)


def _stand_in(kind: Any) -> Any:
    """A value of the right type, for what the file does not say rightly."""
    plain = _without_none(kind)
    if get_origin(plain) is Literal:
        return get_args(plain)[0]
    if get_origin(plain) in (list, dict):
        return get_origin(plain)()
    if _is_struct(plain):
        required = [field for field in fields(plain) if field.required]
        return plain(**{field.name: _stand_in(field.type) for field in required})
    return 1 if plain is int else plain()


def _unknown(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    if close:
        return tr("There is no such field. Is “{field}” meant?").format(field=close[0])
    return tr("There is no such field. Possible are: {fields}.").format(fields=", ".join(known))


def _wrong(value: object, kind: Any) -> str:
    sentence = tr("This must be {expected}, not {found}.")
    return sentence.format(expected=_expected(kind), found=_found(value))


def _expected(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return tr("one of {words}").format(words=", ".join(str(word) for word in get_args(kind)))
    if _is_struct(kind) or kind is dict:
        return tr("a table of its own fields")
    names = {
        int: tr("a whole number"),
        str: tr("text in quotes"),
        bool: tr("true or false"),
        list: tr("a list"),
    }
    return names.get(kind, str(kind))


def _found(value: object) -> str:
    if isinstance(value, str):
        return tr("the text “{text}”").format(text=label_of(value[:SHOWN], None))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return tr("a list")
    if isinstance(value, dict):
        return tr("a table")
    if isinstance(value, datetime.date | datetime.time):
        return tr("a date or time")
    if isinstance(value, int) and abs(value) > LARGEST_SHOWN:
        return tr("a huge number")
    return tr("the number {number}").format(number=value)
