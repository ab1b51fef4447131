"""plcdesk share: write a share file, look into one, bring one in."""

import json
import os
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plcdesk import paths
from plcdesk.commands.chosen import find_team, local_now, reading, workspace_of, writing
from plcdesk.commands.console import note, say
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.text import ntr, tr

if TYPE_CHECKING:
    from plcdesk.sharing.coming import Coming
    from plcdesk.sharing.opening import ShareFile
    from plcdesk.sharing.selection import Scope
    from plcdesk.store.reader import Reader

PASSPHRASE_VARIABLE = "PLCDESK_PASSPHRASE"
_SHOWN = 20

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help=tr("A file ending in .plcdesk."))]
AskPassphrase = Annotated[
    bool,
    typer.Option("--passphrase", help=tr("Ask for a passphrase; scripts set PLCDESK_PASSPHRASE instead.")),
]


def group() -> typer.Typer:
    """The subcommands of `plcdesk share`."""
    app = typer.Typer(
        no_args_is_help=True,
        help=tr("Carry meetings between laptops in a file: write one, look into one, bring one in."),
    )
    app.command("export")(export)
    app.command("inspect")(inspect)
    app.command("import")(bring_in)
    return app


def export(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help=tr("The file to write, ending in .plcdesk."))],
    team: Annotated[str, typer.Option(metavar="T", help=tr("The team's name, or how it begins."))],
    meeting: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help=tr("Only this meeting; may be given more than once.")),
    ] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help=tr("Only meetings from this day on.")),
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help=tr("Only meetings up to this day."))
    ] = None,
    name: Annotated[str, typer.Option(metavar="NAME", help=tr("Who sends it."))] = "",
    without_attachments: Annotated[
        bool, typer.Option("--without-attachments", help=tr("Leave attached files out."))
    ] = False,
    to_read: Annotated[
        bool,
        typer.Option(
            "--to-read",
            help=tr("A copy to read, for the coach: what was chosen stands in the place of students' names."),
        ),
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help=tr("Only say what would go along; write nothing."))
    ] = False,
    ask: AskPassphrase = False,
) -> None:
    """Write a file to share: a team with its meetings, some of them, or one."""
    if preview:
        with reading(context) as reader:
            scope = _scope(reader, team, meeting, first, last, without_attachments)
            _say_preview(reader, replace(scope, to_read=to_read))
        return
    from plcdesk.sharing.exporting import export_share
    from plcdesk.sharing.sender import read_sender

    passphrase = _new_passphrase(ask)
    sender = read_sender(paths.settings_file(), name)
    with writing(context) as workspace:
        with workspace.reader() as reader:
            scope = _scope(reader, team, meeting, first, last, without_attachments)
            scope = replace(scope, to_read=to_read)
            _warn_of_names(reader, scope)
        sent = export_share(workspace, scope, out, sender=sender, at=local_now(), passphrase=passphrase)
    sentence = ntr("{n} record is in {file}.", "{n} records are in {file}.", sent.records)
    say(sentence.format(n=sent.records, file=out))
    if passphrase is not None:
        note(tr("Whoever forgets the passphrase can never open the file; nobody can reset it."))


def inspect(
    context: typer.Context,
    file: FileArgument,
    as_json: Annotated[bool, typer.Option("--json", help=tr("As JSON."))] = False,
    ask: AskPassphrase = False,
) -> None:
    """Say what is in a file, and what it would change here; nothing is changed."""
    with _open(file, ask) as share:
        coming = _compare(context, share)
        if as_json:
            say(json.dumps(_told(share, coming), ensure_ascii=False, indent=2))
            return
        manifest = share.manifest
        if manifest.purpose == "to_read":
            note(tr("A copy to read: something else may stand in the place of students' names."))
        say(tr("{team}, from {sender}").format(team=manifest.team.name, sender=_name(manifest.sender.name)))
        for meeting in coming.meetings:
            say(
                f"  {meeting.starts_at.replace('T', ' ')}  {meeting.title}"
                + (f"  ({tr('new')})" if meeting.is_new else "")
            )
        for line in count_lines(coming):
            say(line)
        told = [line for line in coming.lines if line.after or line.before]
        for line in told[:_SHOWN]:
            say(f"  {_what(line.what)}: {_short(line.after or line.before)}")
        if len(told) > _SHOWN:
            more = len(told) - _SHOWN
            say("  " + ntr("and {n} more", "and {n} more", more).format(n=more))


def bring_in(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=tr("Files ending in .plcdesk."))],
    deletions: Annotated[
        bool, typer.Option("--delete", help=tr("Also where more than ten things would be deleted."))
    ] = False,
    as_copy: Annotated[
        bool,
        typer.Option("--as-copy", help=tr("Let a copy to read take the place of the team that is here.")),
    ] = False,
    ask: AskPassphrase = False,
) -> None:
    """Merge files into the workspace: each whole or not at all, twice is the same as once."""
    from plcdesk.sharing.mailbox import take_in

    refused: list[str] = []
    with writing(context) as workspace:
        for file in files:
            try:
                with _open(file, ask) as share:
                    arrived = take_in(workspace, share, deletions_agreed=deletions, copy_agreed=as_copy)
            except (UserError, EnvironmentProblem) as told:
                refused.append(str(told))
                continue
            if arrived.refused:
                sentence = arrived.refused
                refused.append(sentence + (" (--delete)" if arrived.deletions else ""))
                continue
            say(_outcome(file, arrived.count))
    for sentence in refused[1:]:
        note(sentence)
    if refused:
        raise UserError(refused[0])


def count_lines(coming: "Coming") -> list[str]:
    """What would become of the records, a line for each kind of change."""
    if coming.changes_nothing:
        return [tr("There is nothing in it that is not here already.")]
    return [
        f"{number:>6}  {_what(what)}"
        for what, number in sorted(coming.count.items())
        if what not in ("same", "older")
    ]


def _outcome(file: Path, count: dict[Any, int]) -> str:
    news = {what: number for what, number in count.items() if what not in ("same", "older")}
    if not news:
        return tr("{file}: nothing new.").format(file=file.name)
    told = ", ".join(f"{number} {_what(what)}" for what, number in sorted(news.items()))
    return f"{file.name}: {told}"


def _what(what: str) -> str:
    words = {
        "new": tr("new"),
        "changed": tr("changed"),
        "deleted": tr("deleted"),
        "restored": tr("taken out of the trash"),
        "both": tr("changed on both sides: choose in the app"),
    }
    return words.get(what, what)


def _open(file: Path, ask: bool) -> "ShareFile":
    from plcdesk.sharing.opening import open_share

    return open_share(file, _passphrase(ask))


def _compare(context: typer.Context, share: "ShareFile") -> "Coming":
    """Beside the workspace if there is one; else beside an empty one."""
    from plcdesk.sharing.coming import compare

    if workspace_of(context).exists():
        with reading(context) as reader:
            return compare(reader, share)
    from plcdesk.sharing.looking import nothing_yet

    with nothing_yet() as reader:
        return compare(reader, share)


def _scope(
    reader: "Reader",
    team: str,
    meetings: list[str] | None,
    first: datetime | None,
    last: datetime | None,
    without_attachments: bool,
) -> "Scope":
    from plcdesk.planning.reading import find_meeting, read_teams
    from plcdesk.sharing.selection import Scope, meetings_between

    team_id = find_team(read_teams(reader), team).id
    leave_out = frozenset({"attachment"}) if without_attachments else frozenset[str]()
    if meetings:
        chosen = tuple(find_meeting(reader, prefix) for prefix in meetings)
        for meeting_id in chosen:
            if reader.value("SELECT team_id FROM meeting WHERE id = ?", [meeting_id]) != team_id:
                raise UserError(tr("That meeting is another team's. Choose its team, or leave it out."))
        return Scope(team_id, chosen, leave_out)
    if first is None and last is None:
        return Scope(team_id, None, leave_out)
    chosen = meetings_between(reader, team_id, _day(first), _day(last))
    if not chosen:
        raise UserError(tr("The team has no meeting in those days."))
    return Scope(team_id, chosen, leave_out)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _say_preview(reader: "Reader", scope: "Scope") -> None:
    from plcdesk.sharing.preview import preview

    going = preview(reader, scope)
    say(going.team_name)
    for meeting in going.meetings:
        say(f"  {meeting.starts_at.replace('T', ' ')}  {meeting.title}")
    for text in going.texts:
        say("    " + " ".join(text.text.split()))
    for name, size in going.attachments:
        say(f"    {name} ({size})")
    for found in going.names.found:
        note(
            tr("Looks like a student's name: {name} ({before}…)").format(name=found.name, before=found.before)
        )


def _warn_of_names(reader: "Reader", scope: "Scope") -> None:
    """Say of a copy to read how many likely students' names nobody has looked at yet."""
    if not scope.to_read:
        return
    from plcdesk.sharing.preview import preview

    new = len(preview(reader, scope).names.found)
    if new:
        words = ntr(
            "{n} word looks like a student name and goes along. In the app, Share lets you replace it.",
            "{n} words look like student names and go along. In the app, Share lets you replace them.",
            new,
        )
        note(words.format(n=new))


def _told(share: "ShareFile", coming: "Coming") -> dict[str, Any]:
    manifest = share.manifest
    return {
        "team": {"id": manifest.team.id, "name": manifest.team.name},
        "sender": manifest.sender.name,
        "made_at": manifest.made_at,
        "format": manifest.format,
        "purpose": manifest.purpose,
        "hash": manifest.document.sha256,
        "parents": manifest.parents,
        "records": manifest.records,
        "attachments": coming.attachments,
        "meetings": [
            {"id": meeting.id, "title": meeting.title, "starts_at": meeting.starts_at, "new": meeting.is_new}
            for meeting in coming.meetings
        ],
        "changes": {what: number for what, number in coming.count.items() if what not in ("same", "older")},
    }


def _new_passphrase(ask: bool) -> str | None:
    passphrase = _passphrase(ask)
    if passphrase is not None:
        from plcdesk.sharing.exporting import check_passphrase

        check_passphrase(passphrase)
    return passphrase


def _passphrase(ask: bool) -> str | None:
    """The passphrase: from the environment, or typed where nobody sees it."""
    found = os.environ.get(PASSPHRASE_VARIABLE)
    if found or not ask:
        return found or None
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") or None
    import getpass

    return getpass.getpass(tr("Passphrase: ")) or None


def _name(sender: str) -> str:
    return sender or tr("somebody without a name")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:89] + "…"
