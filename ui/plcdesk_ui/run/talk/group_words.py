"""Small groups in words, for desk and wall."""

from collections.abc import Callable

from plcdesk.running.groups import Group
from plcdesk.text import tr


def turn_in_group(group: Group, turn: int) -> str | None:
    """Whose turn it is in a group in the given turn of a loop, from 1; None outside one."""
    return group.members[(turn - 1) % len(group.members)] if turn > 0 and group.members else None


def group_line(group: Group, turn: int, role: str, name_of: Callable[[str], str]) -> str:
    """'Dana (Client), Minh, Jo': everyone in the group, the one whose turn it is marked in words."""
    whose = turn_in_group(group, turn)
    marked = tr("{name} ({role})")
    return ", ".join(
        marked.format(name=name_of(member), role=role) if member == whose else name_of(member)
        for member in group.members
    )
