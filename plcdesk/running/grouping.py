"""Making the small groups of a meeting, and reading who was with whom before."""

import json
from collections.abc import Sequence

from plcdesk.running.group_places import GroupPlace
from plcdesk.running.groups import (
    Group,
    group_sizes,
    groups_now,
    join_groups,
    make_circles,
    make_groups,
    met_before,
    moved_on,
)
from plcdesk.store.reader import Reader
from plcdesk.text import tr

EARLIER = 12
"""So many groupings of the team are remembered when new ones are made."""

Groupings = dict[tuple[str, str], tuple[Group, ...]]
"""The groups of a meeting by item and place (see `GroupPlace.key`)."""


def form_groups(
    place: GroupPlace,
    present: Sequence[str],
    *,
    earlier: Sequence[Sequence[Sequence[str]]] = (),
    here: Sequence[Group] = (),
    seed: str,
    size: int | None = None,
) -> tuple[Group, ...]:
    """New groups for a place. `earlier`: those that were made before, the latest first; `here`: those of the
    turn before, of the pairs that come together, or of this place; `size`: how many a group is to have."""
    if place.circles:
        inside_before = [member for circles in earlier[:1] for member in circles[0]]
        inner, outer = make_circles(present, place.least, place.most, inside_before, seed)
        named = ((tr("Inner circle"), inner), (tr("Outer circle"), outer))
        return tuple(Group(name, members) for name, members in named if members)
    if place.moves == "outer-circle" and place.before is not None and len(here) > 1:
        return moved_on(groups_now(here, present))
    heads: tuple[str, ...] = ()
    if place.moves == "others-travel" and place.before is not None and place.roles:
        heads = tuple(group.members[0] for group in groups_now(here, present))
    sizes = group_sizes(len(present), size or place.least, size or place.most, size or place.wanted)
    if place.moves == "pairs-join" and here:
        joined = join_groups([group.members for group in groups_now(here, present)], sizes, seed)
        return tuple(Group(group_name(number), members) for number, members in enumerate(joined, 1))
    made = make_groups(present, sizes, met_before(earlier), seed, heads)
    return tuple(Group(group_name(number), members) for number, members in enumerate(made, 1))


def group_name(number: int) -> str:
    """What a group is called, from 1."""
    return tr("Group {n}").format(n=number)


def read_groupings(reader: Reader, meeting_id: str) -> Groupings:
    """All groups of a meeting."""
    rows = reader.rows('SELECT item_id, step, "groups" FROM "grouping" WHERE meeting_id = ?', [meeting_id])
    return {
        (row["item_id"], row["step"]): tuple(
            Group(group["name"], tuple(group["members"])) for group in json.loads(row["groups"])
        )
        for row in rows
    }


def read_earlier(reader: Reader, meeting_id: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Who was in a group with whom, in this meeting and before, the latest first."""
    rows = reader.rows(
        'SELECT "grouping"."groups" FROM "grouping" JOIN meeting ON meeting.id = "grouping".meeting_id'
        " WHERE meeting.deleted_at IS NULL"
        " AND meeting.team_id = (SELECT team_id FROM meeting WHERE id = ?1)"
        " AND meeting.starts_at <= (SELECT starts_at FROM meeting WHERE id = ?1)"
        ' ORDER BY meeting.starts_at DESC, "grouping".n DESC LIMIT ?2',
        [meeting_id, EARLIER],
    )
    return tuple(tuple(tuple(group["members"]) for group in json.loads(row["groups"])) for row in rows)
