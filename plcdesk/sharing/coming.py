"""What is in a share file and what it would change here, before anything changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from plcdesk.errors import EnvironmentProblem
from plcdesk.sharing.copies import is_copy
from plcdesk.sharing.kinds import Kind
from plcdesk.sharing.merging import DELETIONS_UNASKED, Outcome, What, outcomes
from plcdesk.sharing.opening import ShareFile, open_share
from plcdesk.sharing.preview import texts_of
from plcdesk.sharing.refusals import NeedsPassphrase, Refused
from plcdesk.sharing.versions import heads_of
from plcdesk.sharing.waiting import Watch
from plcdesk.store.reader import Reader

MOST_LINES = 2_000
"""What a person can look through; the counts are of everything."""


@dataclass(frozen=True)
class ComingLine:
    """One record that would change: what it is, what it says here and what it would say.

    `other` is the text of the other side where both were changed.
    """

    what: What
    table: str
    kind: str
    meeting_id: str
    before: str
    after: str
    other: str = ""


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting in the file; `is_new` says that it is not here yet. `count` is by what would become of its records."""

    id: str
    title: str
    starts_at: str
    status: str
    is_new: bool
    count: dict[What, int]


@dataclass(frozen=True)
class Coming:
    """What a file holds and would change. `lines` has what changes in meetings and teams that are here already.

    `own_team` says that it is a copy to read of a team that is on this laptop itself.
    """

    team_is_new: bool
    meetings: tuple[ComingMeeting, ...]
    count: dict[What, int]
    lines: tuple[ComingLine, ...]
    attachments: int
    own_team: bool = False

    @property
    def changes_nothing(self) -> bool:
        return not any(number for what, number in self.count.items() if what not in ("same", "older"))

    @property
    def deletions(self) -> int:
        return self.count.get("deleted", 0)

    @property
    def must_ask(self) -> bool:
        """Whether so much would be deleted that somebody has to agree."""
        return self.deletions > DELETIONS_UNASKED


@dataclass(frozen=True)
class LookedInto:
    """One of several files: whose it is and what it would change, or why it was not opened."""

    path: Path
    share: ShareFile | None = None
    coming: Coming | None = None
    refused: str = ""
    needs_passphrase: bool = False

    @property
    def would_change(self) -> bool:
        return self.coming is not None and not (self.coming.changes_nothing or self.coming.own_team)


def look_into_each(
    reader: Reader, paths: Sequence[Path], passphrase: str | None = None, watch: Watch | None = None
) -> tuple[LookedInto, ...]:
    """Look into several files, each for itself; that one cannot be opened is no fault of the others."""
    found: list[LookedInto] = []
    for place, path in enumerate(paths):
        part = None if watch is None else watch.part(place, len(paths))
        try:
            with open_share(path, passphrase) as share:
                found.append(LookedInto(path, share, compare(reader, share, part)))
        except NeedsPassphrase as closed:
            found.append(LookedInto(path, refused=str(closed), needs_passphrase=True))
        except (Refused, EnvironmentProblem) as why:
            found.append(LookedInto(path, refused=str(why)))
    return tuple(found)


def compare(reader: Reader, share: ShareFile, watch: Watch | None = None) -> Coming:
    """Look at a file beside the workspace. Nothing is changed. Raises Refused."""
    count: dict[What, int] = {}
    meetings: dict[str, tuple[Any, bool, dict[What, int]]] = {}
    of_entries: dict[str, str] = {}
    people: dict[str, str] = {}
    lines: list[ComingLine] = []
    team_is_new = False
    for each in outcomes(reader.connection, share, watch):
        count[each.what] = count.get(each.what, 0) + 1
        kind, content = each.kind, _content(each)
        if kind.table == "member":
            people[each.record.key] = str(getattr(content, "name", ""))
        if kind.table == "team":
            team_is_new = each.what == "new"
        if kind.table == "meeting":
            meetings[each.record.key] = (content, each.what == "new", {})
        meeting_id = _meeting_of(each, content, of_entries)
        if kind.table == "entry":
            of_entries[each.record.key] = meeting_id
        if meeting_id in meetings:
            within = meetings[meeting_id][2]
            within[each.what] = within.get(each.what, 0) + 1
        new_whole = meetings[meeting_id][1] if meeting_id in meetings else team_is_new
        if each.what not in ("same", "older") and not new_whole and len(lines) < MOST_LINES:
            lines.append(_line(each, content, meeting_id, people))
    ordered = sorted(meetings.items(), key=lambda pair: (getattr(pair[1][0], "starts_at", ""), pair[0]))
    return Coming(
        team_is_new,
        tuple(
            ComingMeeting(
                key,
                getattr(held, "title", ""),
                held.starts_at,
                getattr(held, "status", "planned"),
                new,
                within,
            )
            for key, (held, new, within) in ordered
        ),
        count,
        tuple(lines),
        len(share.manifest.attachments),
        share.manifest.purpose == "to_read"
        and not team_is_new
        and not is_copy(reader.connection, share.manifest.team.id),
    )


def _line(each: Outcome, content: Any, meeting_id: str, people: Mapping[str, str]) -> ComingLine:
    here = ""
    kind_now = str(getattr(content, "kind", ""))
    if each.working is not None and not each.working.deleted:
        held = msgspec.json.decode(each.working.content, type=each.kind.content)
        here = _text(each.kind, held, people)
        kind_now = kind_now or str(getattr(held, "kind", ""))
    others = [
        _text(each.kind, each.record.contents[head.hash], people)
        for head in heads_of(each.versions)
        if head.hash in each.record.contents
        and not head.deleted
        and (each.working is None or head.content_hash != each.working.hash)
    ]
    if each.shown.deleted:
        after = ""
    else:
        after = _text(each.kind, content, people) if each.shown.hash in each.record.contents else here
    return ComingLine(
        each.what, each.kind.table, kind_now, meeting_id, here, after, others[0] if others else ""
    )


def _content(each: Outcome) -> Any:
    """What the file says of a record; what is here where only that is shown."""
    if each.shown.hash in each.record.contents:
        return each.record.contents[each.shown.hash]
    return next(iter(each.record.contents.values()))


def _text(kind: Kind, content: Any, people: Mapping[str, str]) -> str:
    """What people wrote, or whom it is about."""
    if kind.texts:
        return " · ".join(text for _, text in texts_of(kind, content) if text.strip())
    return people.get(getattr(content, "member_id", None) or "", "")


def _meeting_of(each: Outcome, content: Any, of_entries: dict[str, str]) -> str:
    if each.kind.table == "meeting":
        return each.record.key
    if not each.kind.by_id:
        return each.record.key.split("/", 1)[0]
    if hasattr(content, "entry_id"):
        return of_entries.get(content.entry_id, "")
    return str(getattr(content, "meeting_id", ""))
