"""Reading a protocol from its TOML file, or saying everything that is wrong with it at once."""

from collections.abc import Collection
from pathlib import Path

from plcdesk.library.checks import check
from plcdesk.library.faults import Fault, ProtocolFaults, Where
from plcdesk.library.schema import Protocol
from plcdesk.library.toml_files import parse, read_file, to_struct
from plcdesk.text import ntr

__all__ = ["Fault", "ProtocolFaults", "read_protocol", "read_text"]

MOST_FAULTS = 100  # nobody reads more of them in one go


def read_protocol(path: Path, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in a file.

    `known_ids`, if given, are the ids of the protocols that a step may run inside it. Raises ProtocolFaults
    with every fault that was found, also if the file cannot be read at all.
    """
    return read_text(read_file(path), path.name, known_ids)


def read_text(text: str, name: str, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in `text`; `name` is what faults call the file. Raises ProtocolFaults."""
    protocol, found = to_struct(parse(text, name), Protocol)
    broken = {where.subject for where, _ in found}
    for where, sentence in check(protocol, known_ids):
        if where.subject not in broken and where.step_alone not in broken:
            found.append((where, sentence))
    if found:
        raise ProtocolFaults(_told(found, name))
    return protocol


def _told(found: list[tuple[Where, str]], name: str) -> list[Fault]:
    faults = [Fault(name, where.words, sentence) for where, sentence in found[:MOST_FAULTS]]
    more = len(found) - MOST_FAULTS
    if more > 0:
        sentence = ntr("There is {n} more fault.", "There are {n} more faults.", more).format(n=more)
        faults.append(Fault(name, "", sentence))
    return faults
