"""Checking protocol files as they would stand beside the library: by themselves, and with each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plcdesk.library.catalogue import Catalogue, taken_id
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.nesting import wrong_nesting
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import protocols_inside


def validated(
    files: Sequence[Path], library: Catalogue
) -> Iterator[tuple[Path, Protocol | tuple[Fault, ...]]]:
    """Each file with its protocol, or with everything that is wrong: in the file, its id, what it runs inside."""
    alone = {file: _read(file) for file in files}
    sound = {file: found for file, found in alone.items() if isinstance(found, Protocol)}
    runs = {**library.runs(), **{each.id: protocols_inside(each) for each in sound.values()}}
    wrong = wrong_nesting(runs)
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
        told = {fault.sentence for fault in faults}
        nested = [sentence for sentence in wrong.get(protocol.id, ()) if sentence not in told]
        faults += [Fault(file.name, "protocol", sentence) for sentence in nested]
        yield file, tuple(faults) or protocol


def _read(file: Path, known: frozenset[str] | None = None) -> Protocol | tuple[Fault, ...]:
    try:
        return read_protocol(file, known)
    except ProtocolFaults as told:
        return told.faults
