"""Keeping the small groups of a meeting. Each function is one piece of work for the writer."""

from collections.abc import Sequence

from sqlalchemy import select

from plcdesk.running.groups import Group
from plcdesk.store.tables import Grouping
from plcdesk.store.work import Work


def keep_groups(work: Work, meeting_id: str, item_id: str, key: str, groups: Sequence[Group]) -> None:
    """Keep the groups of a place, in the stead of those that it had."""
    stored = [{"name": group.name, "members": list(group.members)} for group in groups]
    found = work.session.scalars(
        select(Grouping).where(
            Grouping.meeting_id == meeting_id, Grouping.item_id == item_id, Grouping.step == key
        )
    ).one_or_none()
    if found is None:
        work.add(Grouping(meeting_id=meeting_id, item_id=item_id, step=key, groups=stored))
    else:
        work.change(found, groups=stored)
