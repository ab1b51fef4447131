"""The protocols that there are: ours, and beside them those of the people of this machine.

Opening a catalogue reads nothing. A protocol is read when it is asked for; lists come from summaries, which
are kept in a cache. A file that is wrong is left out of lists and told by `faults`; it never stops the rest.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plcdesk.errors import UserError
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.naming import find_by_name
from plcdesk.library.nesting import Runs, wrong_nesting
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from plcdesk.library.step_checks import SLUG
from plcdesk.library.summary import Known, Stamp, Summary, load_cache, save_cache, summarise
from plcdesk.text import tr

__all__ = ["Catalogue", "Summary"]

SUFFIX = ".toml"


@dataclass(frozen=True)
class _Listing:
    paths: Mapping[str, Path]  # by id
    summaries: tuple[Summary, ...]
    faults: tuple[Fault, ...]
    runs: Runs  # those too that cannot be used for what runs inside them


class Catalogue:
    """The protocols in `folders`: first the folder that is shipped, then those of people; none need exist.

    `cache` is a folder to keep summaries in; without it each catalogue reads all files for its first list.
    """

    def __init__(self, folders: Sequence[Path], cache: Path | None = None) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._kept: dict[str, Known] | None = None
        self._read: dict[Path, tuple[Stamp, Protocol]] = {}

    def get(self, protocol_id: str) -> Protocol:
        """The protocol with this id. Raises UserError if there is none, ProtocolFaults if its file is wrong."""
        path = self._shipped(protocol_id)
        if path is not None:
            protocol = self._protocol(path)
            if protocol.id == protocol_id:
                return protocol
        path = self._listing().paths.get(protocol_id)
        if path is None:
            raise UserError(tr("There is no protocol “{id}”.").format(id=protocol_id))
        return self._protocol(path)

    def path_of(self, protocol_id: str) -> Path | None:
        """The file that a protocol comes from."""
        return self._shipped(protocol_id) or self._listing().paths.get(protocol_id)

    def summaries(self) -> tuple[Summary, ...]:
        """All protocols that can be used, by name."""
        return self._listing().summaries

    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong in the files of the folders."""
        return self._listing().faults

    def runs(self) -> Runs:
        """What runs inside each protocol whose file can be read by itself."""
        return self._listing().runs

    def find_by_name(self, text: str) -> str | None:
        """The id of the protocol that `text` names, whatever its case, accents and punctuation."""
        return find_by_name(text, self.summaries())

    def _shipped(self, protocol_id: str) -> Path | None:
        """Ours are named after their id, so that one is found without reading the others."""
        if not self._folders or not SLUG.fullmatch(protocol_id):
            return None
        path = self._folders[0] / (protocol_id + SUFFIX)
        return path if path.is_file() else None

    def _protocol(self, path: Path) -> Protocol:
        try:
            stamp = _stamp(path.stat())
        except OSError:
            return read_protocol(path)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, read_protocol(path))
            self._read[path] = known
        return known[1]

    def _listing(self) -> _Listing:
        """All files as they are now; only those that changed since they were last seen are read."""
        kept = self._kept if self._kept is not None else self._load()
        seen: dict[str, Known] = {}
        paths: dict[str, Path] = {}
        summaries: list[Summary] = []
        faults: list[Fault] = []
        for folder in self._folders:
            own = folder != self._folders[0]
            for path, stamp in _files(folder):
                try:
                    known = kept.get(str(path))
                    if known is None or known.stamp != stamp:
                        known = Known(stamp, summarise(self._protocol(path), own))
                except ProtocolFaults as error:
                    faults += error.faults
                    continue
                seen[str(path)] = known
                fault = _misplaced(known.summary, path, paths, own)
                if fault is not None:
                    faults.append(fault)
                else:
                    paths[known.summary.id] = path
                    summaries.append(
                        known.summary if known.summary.own == own else replace(known.summary, own=own)
                    )
        if self._cache is not None and seen != kept:
            save_cache(self._cache, seen)
        self._kept = seen
        summaries.sort(key=lambda summary: (summary.name.casefold(), summary.id))
        return _usable(paths, summaries, faults)

    def _load(self) -> dict[str, Known]:
        return {} if self._cache is None else load_cache(self._cache)


def _usable(paths: Mapping[str, Path], summaries: Sequence[Summary], faults: Sequence[Fault]) -> _Listing:
    """The listing without those that cannot run for what runs inside them, which are told."""
    runs = {summary.id: summary.runs for summary in summaries}
    wrong = wrong_nesting(runs)
    told = [Fault(paths[each].name, "protocol", sentence) for each in wrong for sentence in wrong[each]]
    return _Listing(
        {protocol_id: path for protocol_id, path in paths.items() if protocol_id not in wrong},
        tuple(summary for summary in summaries if summary.id not in wrong),
        (*faults, *told),
        runs,
    )


def _files(folder: Path) -> list[tuple[Path, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            named = [
                entry for entry in entries if entry.name.endswith(SUFFIX) and not entry.name.startswith(".")
            ]
            found = [(Path(entry.path), _stamp(entry.stat())) for entry in named if entry.is_file()]
    except OSError:
        return []
    return sorted(found)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns)


def _misplaced(summary: Summary, path: Path, paths: Mapping[str, Path], own: bool) -> Fault | None:
    """Ours stays where a protocol of the team has its id; of two others the first file in the alphabet stays."""
    if summary.id in paths:
        return taken_id(path.name, summary.id)
    if not own and path.stem != summary.id:
        return Fault(path.name, "id", tr("The file must be named {name}.").format(name=summary.id + SUFFIX))
    return None


def taken_id(file: str, protocol_id: str) -> Fault:
    """That another protocol has the id of the one in this file."""
    sentence = tr("There is a protocol with the id “{id}” already. Give this one another.")
    return Fault(file, "id", sentence.format(id=protocol_id))
