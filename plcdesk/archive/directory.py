"""Who and what there is to narrow a search by: teams, people, protocols used."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from plcdesk.archive.matching import words_of
from plcdesk.store.reader import Reader


@dataclass(frozen=True)
class Person:
    """A name, and the ids of those who have it on their teams; without ids, one who is on no team."""

    name: str
    member_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """All names. `teams` are pairs of id and name; `named` are the lists of owners' names that actions have."""

    teams: tuple[tuple[str, str], ...] = ()
    people: tuple[Person, ...] = ()
    protocols: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def team_ids(self, beginning: str) -> tuple[str, ...]:
        """The ids of the teams that are meant by an id, or by the beginning of a name; empty for none."""
        if any(team_id == beginning for team_id, _ in self.teams):
            return (beginning,)
        return tuple(team_id for team_id, name in self.teams if is_meant(name, beginning))

    def member_ids(self, beginning: str) -> tuple[str, ...]:
        """The ids of the members that are meant, on whatever team."""
        return tuple(
            member_id
            for person in self.people
            if is_meant(person.name, beginning)
            for member_id in person.member_ids
        )

    def lists_of_names(self, beginning: str) -> tuple[str, ...]:
        """The lists of owners' names, as they are stored, in which one is meant."""
        return tuple(
            names for names in self.named if any(is_meant(str(name), beginning) for name in json.loads(names))
        )

    def protocols_meant(self, beginning: str) -> tuple[str, ...]:
        """The names of the protocols that are meant."""
        return tuple(name for name in self.protocols if is_meant(name, beginning))


def is_meant(name: str, beginning: str) -> bool:
    """Whether each word of `beginning` begins a word of `name`, in their order: 'dana k' is Dana Kim."""
    rest = words_of(name)
    wanted = words_of(beginning)
    for word in wanted:
        at = next((n for n, own in enumerate(rest) if own.startswith(word)), None)
        if at is None:
            return False
        rest = rest[at + 1 :]
    return bool(wanted)


def read_directory(reader: Reader) -> Directory:
    """All names of a workspace, those of people and protocols in the order of the alphabet."""
    teams = reader.rows("SELECT id, name FROM team WHERE deleted_at IS NULL ORDER BY n")
    members = reader.rows(
        "SELECT member.id, member.name FROM member JOIN team ON team.id = member.team_id"
        " WHERE member.deleted_at IS NULL AND team.deleted_at IS NULL ORDER BY member.n"
    )
    named = tuple(
        row["owner_names"]
        for row in reader.rows("SELECT DISTINCT owner_names FROM entry WHERE owner_names <> '[]'")
    )
    protocols = reader.rows("SELECT DISTINCT name FROM snapshot ORDER BY name")
    return Directory(
        tuple((row["id"], row["name"]) for row in teams),
        _people(((row["id"], row["name"]) for row in members), named),
        tuple(row["name"] for row in protocols),
        named,
    )


def _people(members: Iterable[tuple[str, str]], named: Iterable[str]) -> tuple[Person, ...]:
    by_name: dict[str, tuple[str, list[str]]] = {}
    for member_id, name in members:
        by_name.setdefault(" ".join(words_of(name)), (name, []))[1].append(member_id)
    for names in named:
        for name in json.loads(names):
            by_name.setdefault(" ".join(words_of(str(name))), (str(name), []))
    found = (Person(name, tuple(ids)) for key, (name, ids) in by_name.items() if key)
    return tuple(sorted(found, key=lambda person: words_of(person.name)))
