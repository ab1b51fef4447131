"""How short an item's protocol can be, and what would make it shorter; worked out once for each fit."""

from dataclasses import dataclass

from plcdesk.library.fitted import Offer
from plcdesk.library.fitting import least_minutes
from plcdesk.planning.infos import SnapshotInfo
from plcdesk.planning.suggestions import ways_to_shorten


@dataclass(frozen=True)
class Limits:
    """The least minutes of a protocol as it runs here, and what would let it have fewer."""

    least: int = 1
    offers: tuple[Offer, ...] = ()


class FitFacts:
    """Remembers what it worked out, so that showing an agenda again costs nothing."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int | None, str | None, int], Limits] = {}

    def of(self, snapshot: SnapshotInfo | None) -> Limits:
        """The limits of an item; those of an item without a protocol are a minute and no offers."""
        if snapshot is None:
            return Limits()
        groups = snapshot.fitted.groups
        key = (snapshot.protocol_json, snapshot.people, snapshot.presenters, snapshot.form, groups)
        found = self._known.get(key)
        if found is None:
            protocol, people = snapshot.protocol, snapshot.people
            least = least_minutes(protocol, people, snapshot.presenters, snapshot.form, groups=groups)
            offers = ways_to_shorten(
                protocol, people, presenters=snapshot.presenters, form=snapshot.form, groups=groups
            )
            found = self._known[key] = Limits(least, offers)
        return found
