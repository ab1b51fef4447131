"""A folder that several laptops can see, as a mailbox: each writes its own file and reads the others'.

Nobody opens another's workspace, and nobody writes another's file. A file that is not whole yet, or that
vanished between two looks, is no fault: it is looked at again next time.
"""

import contextlib
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.file_names import SHARED, safe_name
from plcdesk.sharing.copies import is_copy
from plcdesk.sharing.exporting import NothingNew, export_share
from plcdesk.sharing.format import Named
from plcdesk.sharing.merging import ManyDeletions, What, import_share
from plcdesk.sharing.opening import ShareFile, open_share
from plcdesk.sharing.refusals import NeedsPassphrase, NotWhole, Refused
from plcdesk.sharing.selection import Scope
from plcdesk.sharing.waiting import Stopped, Watch
from plcdesk.store.reader import Reader
from plcdesk.store.work import Work
from plcdesk.store.workspace import Workspace
from plcdesk.text import ntr, tr


@dataclass(frozen=True)
class Arrived:
    """What came of one file: how many records became what, or the sentence why it was not taken.

    `waiting` says that it was not whole: it is looked at again. `path` is where it lies.
    """

    path: Path
    from_name: str = ""
    team_name: str = ""
    team_id: str = ""
    count: dict[What, int] = field(default_factory=dict[What, int])
    refused: str = ""
    waiting: bool = False
    deletions: int = 0
    needs_passphrase: bool = False

    @property
    def news(self) -> int:
        """How many records were new, changed or deleted by it."""
        return sum(number for what, number in self.count.items() if what not in ("same", "older"))

    @property
    def both(self) -> int:
        """How many records now wait for a choice."""
        return self.count.get("both", 0)


def own_file(folder: Path, team_name: str, sender: Named) -> Path:
    """The one file of the folder that this laptop writes for a team."""
    name = safe_name(f"{team_name} - {sender.name}", tr("Team"))
    return folder / f"{name} ({sender.id[:8]}){SHARED}"


def put_own(
    workspace: Workspace,
    folder: Path,
    team_id: str,
    sender: Named,
    at: datetime,
    passphrase: str | None = None,
    watch: Watch | None = None,
) -> bool:
    """Write this laptop's file for a team; returns whether it had anything new to say.

    Raises EnvironmentProblem when the folder is not there or cannot be written to.
    """
    _check_folder(folder)
    with workspace.reader() as reader:
        name = str(reader.value("SELECT name FROM team WHERE id = ?", [team_id]) or "")
    to = own_file(folder, name, sender)
    sent = _said_before(to, passphrase)
    try:
        export_share(
            workspace,
            Scope(team_id),
            to,
            sender=sender,
            at=at,
            passphrase=passphrase,
            watch=watch,
            unless=sent,
        )
    except NothingNew:
        return False
    _clear_away(folder, to, sender, team_id, passphrase)
    return True


def others(folder: Path, own_id: str, passphrase: str | None = None) -> list["ShareFile | Arrived"]:
    """The others' files, open; or, of each that cannot be opened, why. Close those that are open."""
    _check_folder(folder)
    found: list[ShareFile | Arrived] = []
    for path in sorted(folder.glob(f"*{SHARED}")):
        if path.name.startswith("."):
            continue
        opened = opened_or_why(path, passphrase)
        if isinstance(opened, ShareFile) and opened.manifest.sender.id == own_id:
            opened.close()
        else:
            found.append(opened)
    return found


def opened_or_why(path: Path, passphrase: str | None) -> "ShareFile | Arrived":
    """A share file, open, or why it is not."""
    try:
        return open_share(path, passphrase)
    except NotWhole as not_yet:
        return Arrived(path, refused=str(not_yet), waiting=True)
    except NeedsPassphrase as closed:
        return Arrived(path, refused=str(closed), needs_passphrase=True)
    except EnvironmentProblem as problem:
        # Gone between the listing and the opening, or held by whoever copies it: it may be back.
        return Arrived(path, refused=str(problem), waiting=True)
    except Refused as refused:
        return Arrived(path, refused=str(refused))


def bring_in(
    workspace: Workspace,
    folder: Path,
    own_id: str,
    teams: Sequence[str],
    passphrase: str | None = None,
    watch: Watch | None = None,
) -> list[Arrived]:
    """Merge what the others' files hold of these teams, each file whole or not at all.

    Raises EnvironmentProblem when the folder is not there, Stopped on Cancel.
    """
    with ExitStack() as open_files:
        found = others(folder, own_id, passphrase)
        for each in found:
            if isinstance(each, ShareFile):
                open_files.enter_context(each)
        wanted = [each for each in found if isinstance(each, Arrived) or _is_ours(workspace, each, teams)]
        return _taken_in(workspace, wanted, (), watch)


def bring_in_files(
    workspace: Workspace,
    files: Sequence[Path],
    passphrase: str | None = None,
    *,
    deletions_agreed: Collection[Path] = (),
    watch: Watch | None = None,
) -> list[Arrived]:
    """Merge share files of any teams, for a coach who serves many: each whole or not at all, the others anyway.

    Raises Stopped on Cancel; its sentence says how many files were brought in before.
    """
    with ExitStack() as open_files:
        found = [opened_or_why(path, passphrase) for path in files]
        for each in found:
            if isinstance(each, ShareFile):
                open_files.enter_context(each)
        return _taken_in(workspace, found, deletions_agreed, watch)


def _taken_in(
    workspace: Workspace,
    found: Sequence[ShareFile | Arrived],
    deletions_agreed: Collection[Path],
    watch: Watch | None,
) -> list[Arrived]:
    """Merge the open files, one after the other. Raises Stopped, which says how many were brought in before."""
    arrived: list[Arrived] = []
    for place, each in enumerate(found):
        if isinstance(each, Arrived):
            arrived.append(each)
            continue
        part = None if watch is None else watch.part(place, len(found))
        try:
            agreed = each.path in deletions_agreed
            arrived.append(take_in(workspace, each, deletions_agreed=agreed, watch=part))
        except Stopped:
            before = sum(not other.refused for other in arrived)
            if not before:
                raise
            sentence = ntr(
                "Stopped; {n} file was brought in before, the others were not.",
                "Stopped; {n} files were brought in before, the others were not.",
                before,
            )
            raise Stopped(sentence.format(n=before)) from None
    return arrived


def take_in(
    workspace: Workspace,
    share: ShareFile,
    *,
    deletions_agreed: bool = False,
    copy_agreed: bool = False,
    watch: Watch | None = None,
) -> Arrived:
    """Merge one open share file; a refusal is told in what is returned. Raises Stopped on Cancel."""

    def service(work: Work) -> dict[What, int]:
        return import_share(
            work, share, deletions_agreed=deletions_agreed, copy_agreed=copy_agreed, watch=watch
        )

    manifest = share.manifest
    about = Arrived(share.path, manifest.sender.name, manifest.team.name, manifest.team.id)
    try:
        count = workspace.writer.write(service).result().value
    except ManyDeletions as many:
        return replace(about, refused=str(many), deletions=many.count)
    except Refused as refused:
        return replace(about, refused=str(refused))
    return replace(about, count=count)


def _is_ours(workspace: Workspace, share: ShareFile, teams: Collection[str]) -> bool:
    """Whether a file in the folder is for this laptop: of its teams, and no copy to read of one that is here itself."""
    manifest = share.manifest
    if manifest.team.id not in teams or manifest.purpose != "to_read":
        return manifest.team.id in teams
    with workspace.reader() as reader:
        return is_copy(reader.connection, manifest.team.id)


def teams_here(reader: Reader) -> tuple[str, ...]:
    """The ids of the teams of this workspace."""
    return reader.each(lambda row: str(row["id"]), "SELECT id FROM team WHERE deleted_at IS NULL ORDER BY n")


def _clear_away(folder: Path, to: Path, sender: Named, team_id: str, passphrase: str | None) -> None:
    """Take away this laptop's own older files for a team, written under another name."""
    for path in folder.glob(f"*({sender.id[:8]}){SHARED}"):
        if path == to:
            continue
        with contextlib.suppress(UserError, EnvironmentProblem, OSError):
            with open_share(path, passphrase) as share:
                ours = share.manifest.sender.id == sender.id and share.manifest.team.id == team_id
            if ours:
                path.unlink()


def _said_before(to: Path, passphrase: str | None) -> str:
    with contextlib.suppress(UserError, EnvironmentProblem), open_share(to, passphrase) as share:
        return share.manifest.document.sha256
    return ""


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise EnvironmentProblem(
            tr("The shared folder {folder} is not there now. Plug it in, or choose another.").format(
                folder=folder
            )
        )
