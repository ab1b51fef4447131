"""Templates of meetings: agendas to start from, one TOML file each in `assets/templates`."""

from pathlib import Path
from typing import Literal

import msgspec

from plcdesk import paths
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.toml_files import read_struct
from plcdesk.text import tr

ItemKind = Literal["opening", "topic", "decision", "news", "protocol", "wrap_up"]


class TemplateItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item of the agenda; `protocol` is the id of the protocol that it runs."""

    kind: ItemKind
    title: str
    minutes: int
    purpose: str = ""
    protocol: str | None = None


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An agenda to start from. `when` says what it is for, `result` what the team will have by the end."""

    id: str
    name: str
    when: str
    minutes: int
    result: str = ""
    items: list[TemplateItem] = []


def templates(folder: Path | None = None) -> tuple[Template, ...]:
    """All templates of a folder (ours if none is given): those with an agenda by name, then the empty one."""
    files = sorted((folder or paths.assets() / "templates").glob("*.toml"))
    return tuple(sorted(map(read_template, files), key=lambda each: (not each.items, each.name.casefold())))


def read_template(path: Path) -> Template:
    """The template in a file. Raises ProtocolFaults with everything that is wrong."""
    template = read_struct(path, Template)
    faults = [Fault(path.name, place, sentence) for place, sentence in _check(template)]
    if faults:
        raise ProtocolFaults(faults)
    return template


def _check(template: Template) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if not template.id or not template.name.strip():
        found.append(("name", tr("This must not be empty.")))
    for index, item in enumerate(template.items, 1):
        if item.minutes < 1 or not item.title.strip():
            found.append((f"items[{index}]", tr("An item has a title and at least one minute.")))
        if (item.kind == "protocol") != (item.protocol is not None):
            found.append(
                (f"items[{index}].protocol", tr("Items of the kind protocol, and only they, name one."))
            )
    total = sum(item.minutes for item in template.items)
    if template.items and total != template.minutes:
        sentence = tr("The items take {total} minutes, the meeting has {minutes}.")
        found.append(("minutes", sentence.format(total=total, minutes=template.minutes)))
    return found
