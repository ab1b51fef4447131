"""The kinds of record that a share file holds, in the order in which they can be put into a workspace.

A record is found again on another laptop by its key: its uuid, or, where there can be only one such row
(who was at a meeting, who held a role), what makes it the only one. So two laptops that wrote down the same
person's attendance mean the same record, and no row ever stands in the way of another.
"""

from dataclasses import dataclass, field
from functools import cached_property
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from plcdesk.sharing import content as c

ByColumns = tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `key` names the columns that make its key; `to_trash` says whether a deleted one is kept in the trash;
    `kept` are the columns of which a mark of deletion consists, so that what points to it points to
    something; `texts` are what people wrote, which the names guard and the search read; `within` is how a
    record is found by its owner, a team or a meeting; `there` says which rows are one at all.
    """

    table: str
    content: type[c.Content]
    owner: str
    key: ByColumns = ("id",)
    to_trash: bool = False
    kept: ByColumns = ()
    texts: ByColumns = ()
    within: str = ""
    there: str = ""
    blanks: dict[str, Any] = field(default_factory=dict[str, Any])

    @cached_property
    def columns(self) -> ByColumns:
        """The columns that travel, in the order of the content's fields."""
        return tuple(each.name for each in msgspec.structs.fields(self.content))

    @cached_property
    def json_columns(self) -> frozenset[str]:
        return frozenset(name for name in self.columns if _plain(self.content, name) in (list, dict))

    @cached_property
    def truth_columns(self) -> frozenset[str]:
        return frozenset(name for name in self.columns if _plain(self.content, name) is bool)

    @cached_property
    def dates(self) -> ByColumns:
        """The columns whose dates have to be real ones."""
        return tuple(name for name in self.columns if name.endswith(("_on", "_at")) or name == "at")

    @cached_property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The columns that point to another record, with the table that they point into."""
        return tuple((name, REFERENCES[name]) for name in self.columns if name in REFERENCES)

    @cached_property
    def mark(self) -> type[msgspec.Struct]:
        """What a mark of deletion holds."""
        hints = get_type_hints(self.content, include_extras=True)
        fields = [(name, hints[name]) for name in self.kept]
        return msgspec.defstruct(f"{self.table}_mark", fields, frozen=True, forbid_unknown_fields=True)

    def blank(self, name: str, of_type: dict[type, Any]) -> Any:
        """What a column holds in a row of which only the mark of its deletion is known."""
        if name in self.blanks:
            return self.blanks[name]
        hint: Any = get_type_hints(self.content)[name]
        if get_origin(hint) in (Union, UnionType):
            return None
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        return of_type[get_origin(hint) or hint]

    @property
    def by_id(self) -> bool:
        return self.key == ("id",)


REFERENCES = {
    "team_id": "team",
    "meeting_id": "meeting",
    "item_id": "item",
    "member_id": "member",
    "entry_id": "entry",
    "norm_id": "norm",
    "brought_by": "member",
    "said_by": "member",
    "watched_norm_id": "norm",
    "opened_meeting_id": "meeting",
}


def _plain(content: type[c.Content], name: str) -> Any:
    """The bare type of a field: str of `Annotated[str, …] | None`."""
    hint: Any = get_type_hints(content)[name]
    if get_origin(hint) in (Union, UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    return get_origin(hint) or hint


_LIVE_MEETING = "meeting_id = ? AND EXISTS (SELECT 1 FROM {0} p WHERE p.id = {1} AND p.deleted_at IS NULL)"
_ON_ITEM = _LIVE_MEETING.format("item", "item_id")
_ON_ENTRY = "EXISTS (SELECT 1 FROM entry p WHERE p.id = entry_id AND p.meeting_id = ? AND p.deleted_at IS NULL AND p.hidden = 0)"
_SHARED = "EXISTS (SELECT 1 FROM version WHERE row_key = {0}.id)"
_TRASHED = "({0}.deleted_at IS NULL OR " + _SHARED + ")"

TEAM = Kind(
    "team",
    c.Team,
    "team",
    to_trash=True,
    texts=("name", "goal", "school", "subject", "room"),
    within="id = ?",
)
MEMBER = Kind(
    "member", c.Member, "team", to_trash=True, kept=("team_id",), texts=("name",), within="team_id = ?"
)
NORM = Kind("norm", c.Norm, "team", to_trash=True, kept=("team_id",), texts=("text",), within="team_id = ?")
DAY_OFF = Kind(
    "day_off",
    c.DayOff,
    "team",
    to_trash=True,
    kept=("team_id", "first_on", "last_on"),
    texts=("name",),
    within="team_id = ? AND " + _TRASHED.format("day_off"),
)
MEETING = Kind(
    "meeting",
    c.Meeting,
    "meeting",
    to_trash=True,
    kept=("team_id", "starts_at", "zone", "minutes"),
    texts=("title", "result_wanted", "bring", "best_practice", "to_principal", "room"),
    within="id = ? AND " + _TRASHED.format("meeting"),
    blanks={"status": "planned"},
)
ITEM = Kind(
    "item",
    c.Item,
    "meeting",
    to_trash=True,
    kept=("meeting_id", "kind", "minutes"),
    texts=("title", "purpose"),
    within="meeting_id = ? AND (" + _TRASHED.format("item") + " OR EXISTS (SELECT 1 FROM entry p"
    " WHERE p.meeting_id = item.meeting_id AND p.item_id = item.id) OR EXISTS (SELECT 1 FROM attachment p"
    " WHERE p.meeting_id = item.meeting_id AND p.item_id = item.id))",
)
SNAPSHOT = Kind(
    "snapshot", c.Snapshot, "meeting", ("meeting_id", "item_id"), texts=("name",), within=_ON_ITEM
)
CLOCK = Kind("clock_event", c.ClockContent, "meeting", ("meeting_id",), within="meeting_id = ?")
ATTENDANCE = Kind("attendance", c.Attendance, "meeting", ("meeting_id", "member_id"), within="meeting_id = ?")
ROLE = Kind("role", c.Role, "meeting", ("meeting_id", "role"), within="meeting_id = ?")
ATTACHMENT = Kind(
    "attachment",
    c.Attachment,
    "meeting",
    to_trash=True,
    kept=("meeting_id", "size", "added_at"),
    texts=("name",),
    within="meeting_id = ? AND " + _TRASHED.format("attachment") + " AND (deleted_at IS NOT NULL OR EXISTS"
    " (SELECT 1 FROM attached_bytes b WHERE b.sha256 = attachment.sha256 AND length(b.content) <= 50000000))",
)
GROUPING = Kind("grouping", c.Grouping, "meeting", ("meeting_id", "item_id", "step"), within=_ON_ITEM)
ENTRY = Kind(
    "entry",
    c.Entry,
    "meeting",
    to_trash=True,
    kept=("team_id", "meeting_id", "kind", "created_at"),
    texts=("text", "why", "outcome"),
    within="meeting_id = ? AND hidden = 0 AND " + _TRASHED.format("entry"),
    blanks={"status": "open"},
)
POSTPONEMENT = Kind("postponement", c.Postponement, "meeting", texts=("reason",), within=_ON_ENTRY)
VOTE = Kind(
    "vote",
    c.Vote,
    "meeting",
    ("meeting_id", "entry_id"),
    texts=("objections",),
    within=_ON_ENTRY,
)
NORM_RATING = Kind("norm_rating", c.NormRating, "meeting", ("meeting_id", "norm_id"), within="meeting_id = ?")
ANSWER = Kind(
    "feedback",
    c.Answer,
    "meeting",
    ("meeting_id",),
    texts=("answer",),
    within="meeting_id = ?",
    there="answer <> ''",
)
MINUTES_VERSION = Kind(
    "minutes_version",
    c.MinutesVersion,
    "meeting",
    texts=("reason", "addendum", "document"),
    within="meeting_id = ?",
)
LETTER = Kind(
    "coach_letter",
    c.CoachLetter,
    "team",
    to_trash=True,
    kept=("team_id", "direction", "at"),
    texts=("went_well", "question"),
    within="team_id = ? AND " + _TRASHED.format("coach_letter"),
)

KINDS: tuple[Kind, ...] = (
    TEAM,
    MEMBER,
    NORM,
    DAY_OFF,
    MEETING,
    ITEM,
    SNAPSHOT,
    CLOCK,
    ATTENDANCE,
    ROLE,
    ATTACHMENT,
    GROUPING,
    ENTRY,
    POSTPONEMENT,
    VOTE,
    NORM_RATING,
    ANSWER,
    MINUTES_VERSION,
    LETTER,
)
BY_TABLE = {kind.table: kind for kind in KINDS}
ORDER = {kind.table: place for place, kind in enumerate(KINDS)}

# What the travelling tables keep to themselves, beside n, id and deleted_at, and what a new row has there.
# A test compares.
STAYS: dict[str, dict[str, Any]] = {
    "item": {"private_note": ""},
    "entry": {"hidden": 0},
    "feedback": {"helped": "", "change": ""},
}
