"""Checking protocol files as they would stand beside the library: by themselves, and with each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plcdesk.library.catalogue import Catalogue, reached, taken_id
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import protocols_inside
from plcdesk.text import tr


def validated(
    files: Sequence[Path], library: Catalogue
) -> Iterator[tuple[Path, Protocol | tuple[Fault, ...]]]:
    """Each file with its protocol, or with everything that is wrong: in the file, its id, what it runs inside."""
    alone = {file: _read(file) for file in files}
    sound = {file: found for file, found in alone.items() if isinstance(found, Protocol)}
    runs = {each.id: each.runs for each in library.summaries()}
    runs |= {protocol.id: protocols_inside(protocol) for protocol in sound.values()}
    first: dict[str, Path] = {}
    for file in files:
        if file not in sound:
            yield file, alone[file]
            continue
        protocol = sound[file]
        faults: list[Fault] = []
        other = library.path_of(protocol.id) or first.get(protocol.id)
        if other is not None and other.resolve() != file.resolve():
            faults.append(taken_id(file.name, protocol.id))
        first.setdefault(protocol.id, file)
        again = _read(file, frozenset(runs))
        faults += () if isinstance(again, Protocol) else again
        if protocol.id in reached(runs[protocol.id], runs):
            faults.append(Fault(file.name, "protocol", tr("This protocol would run inside itself.")))
        yield file, tuple(faults) or protocol


def _read(file: Path, known: frozenset[str] | None = None) -> Protocol | tuple[Fault, ...]:
    try:
        return read_protocol(file, known)
    except ProtocolFaults as told:
        return told.faults
