"""Agendas of the sample: items, the protocols that they really run, and the stops that the clock comes to."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from plcdesk.library.catalogue import Catalogue
from plcdesk.library.fitted import Fitted, TooShort
from plcdesk.library.fitting import fit, least_minutes, own_minutes
from plcdesk.library.schema import Protocol, steps_by_id
from plcdesk.library.steps import in_form
from plcdesk.running.lateness import fit_agenda
from plcdesk.running.plan import ItemKind
from plcdesk.sample.people import People
from plcdesk.sample.rows import Rows
from plcdesk.sample.scripts import ItemScript, MeetingScript
from plcdesk.sample.timing import Stop
from plcdesk.sample.words import Words
from plcdesk.store.tables import Item, Snapshot

OPENING = ItemScript(
    kind="opening", title="Opening", minutes=5, purpose="Connections. Read the norms. Actions that are due."
)
WRAP_UP = ItemScript(
    kind="wrap_up", title="Wrap up", minutes=5, purpose="Read back what we agreed, norms, next meeting."
)
SPARE = 2  # minutes that a good agenda leaves free


class Agendas:
    """Writes agendas. Each protocol is read and fitted only once for the same minutes and people."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._protocol = cache(catalogue.get)
        self._plain = cache(self._as_builtins)
        self._fit = cache(self._fitted)

    def write(
        self,
        rows: Rows,
        meeting_id: str,
        script: MeetingScript,
        people: People,
        words: Words,
        left_open: dict[str, str],
        slot: int,
    ) -> list[Stop]:
        """Write a meeting's items; returns what the clock comes to.

        `left_open` has the ids of entries by their text. A usual meeting is brought to the minutes of `slot`.
        """
        items = [replace(OPENING, lines=script.opening), *script.items, WRAP_UP]
        if words.drawn:
            items = self._in_slot(items, slot, len(people.ids))
        stops: list[Stop] = []
        for place, item in enumerate(items):
            item_id = rows.add(
                Item,
                {
                    "meeting_id": meeting_id,
                    "position": float(place),
                    "kind": item.kind,
                    "title": words.fill(item.title),
                    "minutes": item.minutes,
                    "purpose": words.fill(item.purpose),
                    "brought_by": people.id_of(item.brings.split(",")[0]) if item.brings else None,
                    "private_note": words.fill(item.note),
                    "prepared": item.prepared,
                    "from_entry_id": left_open.get(item.carries),
                },
            )
            coming = list(self._stops(rows, meeting_id, item_id, item, len(people.ids)))
            if item.reached:
                stops += coming
        return stops

    def _in_slot(self, items: list[ItemScript], slot: int, people: int) -> list[ItemScript]:
        """Items of a usual meeting that fill the slot but for a few minutes, and no more than it."""
        wanted: list[tuple[str, ItemKind, int, int]] = [
            (str(place), item.kind, item.minutes, self._least(item, people))
            for place, item in enumerate(items)
        ]
        fitted = fit_agenda(wanted, slot)
        if fitted is None:
            raise ValueError(f"{items[1].title} does not fit {slot} minutes")
        longest = max(fitted, key=lambda place: fitted[place])
        fitted[longest] += max(0, slot - SPARE - sum(fitted.values()))
        return [replace(item, minutes=fitted[str(place)]) for place, item in enumerate(items)]

    def _least(self, item: ItemScript, people: int) -> int:
        if not item.protocol:
            return min(item.minutes, 3)
        return least_minutes(self._protocol(item.protocol), people, item.presenters, item.form)

    def _stops(
        self, rows: Rows, meeting_id: str, item_id: str, item: ItemScript, people: int
    ) -> Iterator[Stop]:
        if not item.protocol:
            last = item.kind == "wrap_up"
            yield Stop(item_id, item_id, item.minutes, protected=last, wrap_up=last, said=item.lines)
            return
        protocol = self._protocol(item.protocol)
        fitted = self._fit(item.protocol, item.minutes, people, item.presenters, item.form)
        rows.add(Snapshot, self._snapshot(meeting_id, item_id, item, people, protocol, fitted))
        schema = steps_by_id(in_form(protocol, fitted.form or None).steps)
        said = dict(item.steps)
        for step in fitted.steps:
            kinds = {capture.kind: capture.name for capture in schema[step.step_id].captures}
            yield Stop(
                f"{item_id}/{step.key}",
                item_id,
                step.minutes,
                protected=step.protected,
                is_round=step.kind == "round",
                kinds=dict(kinds),
                said=said.pop(step.key, []) or said.pop(step.step_id, []),
            )
        if said:
            raise LookupError(f"{item.title}: no step {', '.join(said)}")

    def _snapshot(
        self,
        meeting_id: str,
        item_id: str,
        item: ItemScript,
        people: int,
        protocol: Protocol,
        fitted: Fitted,
    ) -> dict[str, Any]:
        return {
            "item_id": item_id,
            "meeting_id": meeting_id,
            "protocol_id": protocol.id,
            "name": protocol.name,
            "own_minutes": own_minutes(protocol, people, presenters=item.presenters, form=item.form),
            "people": people,
            "presenters": item.presenters,
            "form": item.form,
            "protocol": self._plain(item.protocol),
            "fitted": msgspec.to_builtins(fitted),
        }

    def _as_builtins(self, protocol_id: str) -> Any:
        return msgspec.to_builtins(self._protocol(protocol_id))

    def _fitted(
        self, protocol_id: str, minutes: int, people: int, presenters: int | None, form: str | None
    ) -> Fitted:
        outcome = fit(self._protocol(protocol_id), minutes, people, presenters=presenters, form=form)
        if isinstance(outcome, TooShort):
            raise ValueError(f"{protocol_id} needs {outcome.needed} minutes and has {minutes}")
        return outcome
