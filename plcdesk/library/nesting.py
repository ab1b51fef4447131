"""Protocols that run inside others: each must be there, and none may come to run itself."""

from collections.abc import Mapping, Sequence

from plcdesk.text import tr

Runs = Mapping[str, Sequence[str]]
"""By the id of each protocol, the ids of those that run inside it."""


def reached(start: Sequence[str], runs: Runs) -> set[str]:
    """The ids of all protocols that run when those in `start` do."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += runs.get(name, ())
    return found


def wrong_nesting(runs: Runs) -> dict[str, list[str]]:
    """The protocols that cannot run for what runs inside them, each with sentences that say why."""
    wrong: dict[str, list[str]] = {}
    for protocol_id, inner in runs.items():
        found = [tr("There is no protocol “{id}”.").format(id=name) for name in inner if name not in runs]
        if protocol_id in reached(inner, runs):
            found.append(tr("This protocol would run inside itself."))
        if found:
            wrong[protocol_id] = found
    sentence = tr("The protocol “{id}”, which runs inside it, cannot be used.")
    spoilt: dict[str, list[str]] = {}
    for protocol_id, inner in runs.items():
        blamed = [name for name in inner if not wrong.keys().isdisjoint(reached([name], runs))]
        if blamed and protocol_id not in wrong:
            spoilt[protocol_id] = [sentence.format(id=name) for name in blamed]
    return wrong | spoilt
