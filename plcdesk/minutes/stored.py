"""Facts and documents as plain values for the store, and back.

What a later PLC Desk has added to them takes its usual value, and what it has taken away is passed over, so
that minutes which were frozen years ago can still be read.
"""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from typing import Any, cast

from plcdesk.minutes import content, document

_KNOWN: dict[str, type] = {
    name: made
    for module in (content, document)
    for name, made in vars(module).items()
    if isinstance(made, type) and is_dataclass(made)
}


def to_plain(value: Any) -> Any:
    """A dataclass of the minutes as what JSON can hold; fields with their usual value are left out."""
    if is_dataclass(value):
        told = {"is": type(value).__name__}
        for field in fields(value):
            held = getattr(value, field.name)
            if field.default is MISSING or held != field.default:
                told[field.name] = to_plain(held)
        return told
    if isinstance(value, tuple):
        return [to_plain(each) for each in cast("tuple[Any, ...]", value)]
    if isinstance(value, datetime):
        return {"is": "datetime", "at": value.isoformat()}
    if isinstance(value, date):
        return {"is": "date", "at": value.isoformat()}
    return value


def from_plain(told: Any) -> Any:
    """What `to_plain` was given. Raises KeyError for what is none of the minutes' own."""
    if isinstance(told, list):
        return tuple(from_plain(each) for each in cast("list[Any]", told))
    if not isinstance(told, dict):
        return told
    held = cast("dict[str, Any]", told)
    match held["is"]:
        case "datetime":
            return datetime.fromisoformat(held["at"])
        case "date":
            return date.fromisoformat(held["at"])
        case name:
            made = _KNOWN[name]
            names = {field.name for field in fields(made)}
            return made(**{key: from_plain(each) for key, each in held.items() if key in names})
