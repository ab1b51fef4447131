"""What the editor opens: one of one's own, its draft, a copy of another one, or an empty one."""

from dataclasses import dataclass
from pathlib import Path

from plcdesk.library import own
from plcdesk.library.catalogue import Catalogue
from plcdesk.library.draft import new_protocol
from plcdesk.library.schema import Protocol
from plcdesk.text import tr


@dataclass(frozen=True)
class Opened:
    """What is opened. `saved` is the protocol in its whole file, None while there is none."""

    protocol: Protocol
    file: Path | None = None
    saved: Protocol | None = None
    is_copy: bool = False


def open_about(about: str, catalogue: Catalogue, folder: Path, as_copy: bool = False) -> Opened:
    """Open the protocol with this id, or an empty one; a copy of one of ours, and of any with `as_copy`.

    Raises UserError if there is none or its file is wrong.
    """
    taken = {summary.id for summary in catalogue.summaries()} | own.ids_in(folder)
    if not about:
        return Opened(new_protocol(taken))
    file = catalogue.path_of(about)
    is_own = file is not None and file.parent == folder
    draft = own.read_draft(folder, about)
    if file is None and draft is not None:
        return Opened(draft)
    protocol = catalogue.get(about)
    if is_own and not as_copy:
        return Opened(draft or protocol, file, protocol)
    names = {summary.name for summary in catalogue.summaries()}
    return Opened(own.copy_of(protocol, free_name(protocol.name, names), taken), is_copy=True)


def free_name(name: str, names: set[str]) -> str:
    """A name for a copy that no other protocol has."""
    wanted = tr("{name}, our way").format(name=name)
    number, found = 1, wanted
    while found in names:
        number += 1
        found = f"{wanted} {number}"
    return found
