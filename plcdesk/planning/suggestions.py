"""Which protocols suit a number of minutes, and what would make one shorter."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from plcdesk.library.fitted import Offer, TooShort
from plcdesk.library.fitting import fit, least_minutes, own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.infos import TeamInfo

SHOWN = 4
FEWEST_PEOPLE = 2  # a team that has not named its people yet is fitted as if it were two


def people_of(team: TeamInfo) -> int:
    """How many people of a team take part, for fitting: two at least."""
    return max(FEWEST_PEOPLE, len(team.active_members))


@dataclass(frozen=True)
class Candidate:
    """A protocol, or one of its forms (`form` is then its id), with the minutes it takes a team: own and least."""

    protocol_id: str
    name: str
    summary: str
    own: int
    least: int
    form: str | None = None
    form_name: str = ""
    suits_team: bool = True
    also: str = ""  # other names that people know it by

    def minutes_in(self, slot: int) -> int:
        """The minutes that it would have in a slot: its own, fewer if the slot is shorter."""
        return max(self.least, min(self.own, slot))


def candidates(protocols: Iterable[Protocol], people: int) -> tuple[Candidate, ...]:
    """All protocols, and all their forms that `people` can run, for a team of so many."""
    found: list[Candidate] = []
    for protocol in protocols:
        suits = protocol.people.least <= people <= protocol.people.most
        found.append(_candidate(protocol, people, suits))
        for form in protocol.forms:
            if (form.people_least or 0) <= people <= (form.people_most or people):
                found.append(_candidate(protocol, people, suits, form.id, form.name))
    return tuple(found)


def _candidate(
    protocol: Protocol, people: int, suits: bool, form: str | None = None, form_name: str = ""
) -> Candidate:
    return Candidate(
        protocol.id,
        protocol.name,
        protocol.summary,
        own_minutes(protocol, people, form=form),
        least_minutes(protocol, people, form=form),
        form,
        form_name,
        suits,
        " ".join(protocol.also_known_as),
    )


def for_minutes(
    found: Sequence[Candidate], slot: int, on_agenda: Collection[str] = (), most: int = SHOWN
) -> tuple[Candidate, ...]:
    """Those that fit `slot` minutes, the best first: of each protocol the form that is changed least.

    What is on the agenda already is left out, and a team of another size stands behind.
    """
    best: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.least > slot or candidate.protocol_id in on_agenda:
            continue
        known = best.get(candidate.protocol_id)
        if known is None or _rank(candidate, slot) < _rank(known, slot):
            best[candidate.protocol_id] = candidate
    return tuple(sorted(best.values(), key=lambda each: _rank(each, slot))[:most])


def _rank(candidate: Candidate, slot: int) -> tuple[bool, float, bool, str]:
    """How well it fits: by the part of the slot that stays empty, or the part of itself that has to go."""
    if candidate.own <= slot:
        loss = (slot - candidate.own) / slot
    else:
        loss = (candidate.own - slot) / candidate.own
    return not candidate.suits_team, round(loss, 2), candidate.form is not None, candidate.name.casefold()


def ways_to_shorten(
    protocol: Protocol,
    people: int,
    *,
    minutes: int | None = None,
    presenters: int | None = None,
    form: str | None = None,
    groups: int = 1,
) -> tuple[Offer, ...]:
    """What would let it run in fewer minutes than its least, or in `minutes`: presenters, groups, a form."""
    least = least_minutes(protocol, people, presenters, form, groups=groups)
    slot = least - 1 if minutes is None else minutes
    if slot < 1:
        return ()
    outcome = fit(protocol, slot, people, presenters, form, groups=groups)
    return outcome.offers if isinstance(outcome, TooShort) else ()
