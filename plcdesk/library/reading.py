"""Reading a protocol from its TOML file, or saying everything that is wrong with it at once."""

from collections.abc import Collection
from pathlib import Path

from plcdesk.library.checks import check
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.schema import Protocol
from plcdesk.library.toml_files import parse, read_file, to_struct

__all__ = ["Fault", "ProtocolFaults", "read_protocol", "read_text"]


def read_protocol(path: Path, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in a file.

    `known_ids`, if given, are the ids of the protocols that a step may run inside it. Raises ProtocolFaults
    with every fault that was found, also if the file cannot be read at all.
    """
    return read_text(read_file(path), path.name, known_ids)


def read_text(text: str, name: str, known_ids: Collection[str] | None = None) -> Protocol:
    """Read and check the protocol in `text`; `name` is what faults call the file. Raises ProtocolFaults."""
    protocol, found = to_struct(parse(text, name), Protocol)
    broken = [where for where, _ in found]
    checks = check(protocol, known_ids)
    found += [(where, each) for where, each in checks if not any(bad.touches(where) for bad in broken)]
    if found:
        raise ProtocolFaults([Fault(name, where.words, sentence) for where, sentence in found])
    return protocol
