"""The files of the protocols that people of this machine write: saved, kept while unfinished, brought in, sent out.

A protocol with nothing to mend is a file that the catalogue lists. One that is not finished is kept beside it
under a name that no list reads, so that nothing typed is lost and nobody's meeting meets a half-written
protocol. What is deleted goes to a folder beside, from where it comes back.
"""

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.library.checks import check
from plcdesk.library.draft import copy_of, free_id, with_id
from plcdesk.library.faults import Fault, ProtocolFaults, Where
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Protocol
from plcdesk.library.toml_files import read_file
from plcdesk.minutes.whole_file import write_whole
from plcdesk.paths import make_private
from plcdesk.text import tr

__all__ = [
    "EnvironmentProblem",
    "ProtocolFaults",
    "Unfinished",
    "copy_of",
    "delete_own",
    "drop_draft",
    "export_file",
    "faults_of",
    "ids_in",
    "import_file",
    "keep_draft",
    "read_draft",
    "restore_own",
    "save_own",
    "unfinished",
]

SUFFIX = ".toml"
DRAFT_SUFFIX = ".draft.toml"
TRASH = "deleted"


@dataclass(frozen=True)
class Unfinished:
    """A draft that is kept: the id of its protocol, its name, which may be empty, and whether it has a whole file."""

    id: str
    name: str
    has_file: bool


def faults_of(protocol: Protocol, known_ids: Collection[str] | None = None) -> list[tuple[Where, str]]:
    """What is still to be mended: each place with a sentence; empty when it can be used."""
    return check(protocol, known_ids)


def save_own(
    folder: Path, protocol: Protocol, file: Path | None = None, known_ids: Collection[str] | None = None
) -> Path:
    """Write a protocol that is whole to `file`, else to one named after its id, and drop its draft.

    Comments that somebody wrote into the file stay where that is possible. Raises ProtocolFaults, and nothing is
    written, where something is to be mended; EnvironmentProblem if it cannot be written.
    """
    to = file or folder / (protocol.id + SUFFIX)
    found = check(protocol, known_ids)
    if found:
        raise ProtocolFaults([Fault(to.name, where.words, sentence) for where, sentence in found])
    _make(folder)
    write_whole(to, _written(protocol, _text_in(to)).encode())
    drop_draft(folder, protocol.id)
    return to


def keep_draft(folder: Path, protocol: Protocol) -> Path:
    """Keep a protocol as it is, finished or not, beside the one that is used. Raises EnvironmentProblem."""
    to = _draft_file(folder, protocol.id)
    _make(folder)
    write_whole(to, _written(protocol).encode())
    return to


def read_draft(folder: Path, protocol_id: str) -> Protocol | None:
    """The draft that was kept under this id; None if there is none or it cannot be read."""
    file = _draft_file(folder, protocol_id)
    if not file.is_file():
        return None
    try:
        return with_id(_unfinished(read_file(file)), protocol_id)
    except ProtocolFaults:
        return None


def drop_draft(folder: Path, protocol_id: str) -> None:
    """Forget the draft of a protocol."""
    with contextlib.suppress(OSError):
        _draft_file(folder, protocol_id).unlink(missing_ok=True)


def unfinished(folder: Path) -> list[Unfinished]:
    """The drafts that are kept, by name."""
    try:
        names = sorted(path.name for path in folder.glob(f".*{DRAFT_SUFFIX}"))
    except OSError:
        return []
    found: list[Unfinished] = []
    for name in names:
        protocol_id = name[1 : -len(DRAFT_SUFFIX)]
        draft = read_draft(folder, protocol_id)
        if draft is not None:
            has_file = (folder / (protocol_id + SUFFIX)).is_file()
            found.append(Unfinished(protocol_id, draft.name, has_file))
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def import_file(
    file: Path, folder: Path, taken: Collection[str], known_ids: Collection[str] | None = None
) -> Protocol:
    """Bring a protocol into the folder; under another id where `taken` has its own already.

    `known_ids` are those that a step may run inside it. Raises ProtocolFaults with all that is wrong in the file,
    and nothing is written; EnvironmentProblem if it cannot be written.
    """
    protocol = read_protocol(file, known_ids)
    there = {*taken, *ids_in(folder)}
    if protocol.id in there:
        protocol = with_id(protocol, free_id(protocol.id, there))
    to = folder / (protocol.id + SUFFIX)
    _make(folder)
    write_whole(to, _written(protocol, read_file(file)).encode())
    return protocol


def export_file(protocol: Protocol, file: Path, source: Path | None = None) -> None:
    """Write a protocol to a file for somebody else, as it stands in `source`. Raises EnvironmentProblem."""
    write_whole(file, _written(protocol, None if source is None else _text_in(source)).encode())


def delete_own(folder: Path, file: Path, protocol_id: str) -> Path:
    """Put a file of the folder, and the draft that belongs to it, out of the way; returns where it lies now.

    Raises EnvironmentProblem if it cannot be moved.
    """
    trash = _make(folder / TRASH)
    number, to = 1, trash / file.name
    while to.exists():
        number += 1
        to = trash / f"{file.stem} {number}{SUFFIX}"
    _move(file, to)
    draft = _draft_file(folder, protocol_id)
    if draft.is_file():
        _move(draft, to.with_name(f".{to.stem}{DRAFT_SUFFIX}"))
    return to


def restore_own(folder: Path, deleted: Path, file: Path, protocol_id: str) -> None:
    """Bring back what `delete_own` put away, unless something else stands there by now."""
    if file.exists():
        raise EnvironmentProblem(tr("There is another file {file} by now.").format(file=file.name))
    _move(deleted, file)
    draft = deleted.with_name(f".{deleted.stem}{DRAFT_SUFFIX}")
    if draft.is_file():
        _move(draft, _draft_file(folder, protocol_id))


def _move(file: Path, to: Path) -> None:
    try:
        file.rename(to)
    except OSError as problem:
        sentence = tr("{file} could not be moved: {reason}.")
        reason = problem.strerror or type(problem).__name__
        raise EnvironmentProblem(sentence.format(file=file.name, reason=reason)) from problem


def _draft_file(folder: Path, protocol_id: str) -> Path:
    return folder / f".{protocol_id}{DRAFT_SUFFIX}"


def ids_in(folder: Path) -> set[str]:
    """What the names of its files and drafts take up, those that cannot be read too."""
    try:
        names = [path.name for path in folder.glob(f"*{SUFFIX}")]
    except OSError:
        return set()
    plain = {name[: -len(SUFFIX)] for name in names if not name.startswith(".")}
    drafts = {name[1 : -len(DRAFT_SUFFIX)] for name in names if name.endswith(DRAFT_SUFFIX)}
    return plain | drafts


def _text_in(file: Path) -> str | None:
    try:
        return read_file(file)
    except ProtocolFaults:
        return None


def _make(folder: Path) -> Path:
    try:
        return make_private(folder)
    except OSError as problem:
        sentence = tr("The folder {folder} cannot be made: {reason}.")
        reason = problem.strerror or type(problem).__name__
        raise EnvironmentProblem(sentence.format(folder=folder.name, reason=reason)) from problem


def _written(protocol: Protocol, before: str | None = None) -> str:
    """The text of its file. What writes it is loaded only to write."""
    from plcdesk.library.draft_text import text_of

    return text_of(protocol, before)


def _unfinished(text: str) -> Protocol:
    from plcdesk.library.draft_text import protocol_of

    return protocol_of(text)
