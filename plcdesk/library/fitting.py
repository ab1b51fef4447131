"""Fitting a protocol to the minutes, the people and the presenters that a meeting has.

The rules come from section 2 of the research on protocols. Short of time, optional steps are shortened or go
first, the last one before others; then steps whose sources give a range go to its lower end; then open steps
shrink by one factor; then rounds give seconds of each person; then there are fewer prompts, items or turns of
a loop, the last ones first. Protected steps keep their time and no step goes below its floor: below that it
would be another protocol. With time to spare a loop over items or turns gets more of them, then all steps grow
by up to a half, then to their ceilings; open talk without a ceiling takes all the rest. Only if every step has
a ceiling does a fitted protocol end before its slot, and `Fitted.spare` says how many minutes it leaves.
"""

from plcdesk.library.cuts import Cuts
from plcdesk.library.fitted import Fewer, Fitted, FittedStep, Offer, TooShort, Turn
from plcdesk.library.offers import offers
from plcdesk.library.people import Setting, usual_people
from plcdesk.library.refitting import refit
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import form_for

__all__ = [
    "Fewer",
    "Fitted",
    "FittedStep",
    "Offer",
    "TooShort",
    "Turn",
    "fit",
    "least_minutes",
    "own_minutes",
    "refit",
]

LONGEST_SLOT = 24 * 60  # minutes


def own_minutes(
    protocol: Protocol,
    people: int | None = None,
    presenters: int | None = None,
    form: str | None = None,
    *,
    groups: int = 1,
    first_time: bool = False,
    prepared: bool = True,
) -> int:
    """The total when each step has its own time; `people` None is the team it is written for."""
    setting = _setting(protocol, people, presenters, form, groups, first_time, prepared)
    return Cuts(protocol, setting).natural.own


def least_minutes(
    protocol: Protocol,
    people: int | None = None,
    presenters: int | None = None,
    form: str | None = None,
    *,
    groups: int = 1,
    first_time: bool = False,
    prepared: bool = True,
) -> int:
    """The least total that leaves the protocol its nature."""
    setting = _setting(protocol, people, presenters, form, groups, first_time, prepared)
    return Cuts(protocol, setting).least.floor


def fit(
    protocol: Protocol,
    minutes: int,
    people: int,
    presenters: int | None = None,
    form: str | None = None,
    *,
    groups: int = 1,
    first_time: bool = False,
    prepared: bool = True,
) -> Fitted | TooShort:
    """Fit a protocol to `minutes`, or say by how much it is too long and what would help.

    `presenters` is the number in each group, None the protocol's own; `form` the id of a form, "" the protocol
    as it is written, None the form that is meant for so many people; `groups` how many groups work side by
    side; `first_time` brings the steps meant for a team new to it; not `prepared` those for reading what
    should have been read before. Raises LookupError for an unknown form, ValueError for no people.
    """
    if people < 1 or groups < 1 or minutes > LONGEST_SLOT:
        raise ValueError(f"cannot fit to {minutes} minutes, {people} people, {groups} groups")
    setting = _setting(protocol, people, presenters, form, groups, first_time, prepared)
    cuts = Cuts(protocol, setting)
    needed = cuts.least.floor
    if needed > minutes:
        return TooShort(needed, needed - minutes, offers(protocol, setting, minutes))
    return cuts.within(minutes)


def _setting(
    protocol: Protocol,
    people: int | None,
    presenters: int | None,
    form: str | None,
    groups: int,
    first_time: bool,
    prepared: bool,
) -> Setting:
    if people is None:
        return Setting(usual_people(protocol), presenters, form or None, groups, first_time, prepared)
    chosen = form_for(protocol, people) if form is None else form or None
    return Setting(people, presenters, chosen, groups, first_time, prepared)
