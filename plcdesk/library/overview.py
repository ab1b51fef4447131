"""The steps of a protocol in one list, for people who script and for handouts."""

from dataclasses import dataclass

from plcdesk.library.parts import CHANGE_OVER, Choice, lay_out
from plcdesk.library.people import Setting, usual_people
from plcdesk.library.schema import Protocol


@dataclass(frozen=True)
class OverviewStep:
    """A step with its whole minutes over all its turns; `times` says how many these are."""

    id: str
    title: str
    kind: str
    minutes: int
    times: int = 1


def steps_overview(protocol: Protocol, people: int | None = None) -> tuple[OverviewStep, ...]:
    """Each step once, at its own time, for the team that the protocol is written for unless `people` says.

    The minutes add up to `own_minutes` of the protocol as it is written. Steps of a first time, and reading
    for those who come unprepared, are not among them.
    """
    setting = Setting(usual_people(protocol) if people is None else people)
    parts = lay_out(protocol, setting, Choice()).parts
    return tuple(
        OverviewStep(
            part.step_id.removesuffix(f"/{CHANGE_OVER}"),
            part.title,
            part.kind,
            part.own * part.times,
            part.times,
        )
        for part in parts
    )
