"""What the agenda list and the list of protocols show of an agenda."""

from plcdesk.minutes.names import People
from plcdesk.planning.infos import ItemInfo
from plcdesk.planning.reading import Agenda
from plcdesk_ui.plan.agenda_list import Line
from plcdesk_ui.plan.fit_facts import FitFacts

WORTH_FILLING = 10  # spare minutes from which on a protocol may fit into them
USUAL_SHARE = 0.55  # of a meeting, for its main part


def lines_of(agenda: Agenda, facts: FitFacts) -> tuple[Line, ...]:
    """Each item with the time at which it begins, who brings it, and how short it can be."""
    people = People.of(agenda.team)
    return tuple(
        Line(item, starts, people.maybe(item.brought_by), facts.of(item.snapshot))
        for item, starts in zip(agenda.items, agenda.clock_times(), strict=True)
    )


def slot_for(agenda: Agenda, chosen: ItemInfo | None) -> int:
    """The minutes to suggest protocols for: those that are spare; else those of the chosen topic; else the usual."""
    if agenda.spare_minutes >= WORTH_FILLING:
        frame = {item.kind for item in agenda.items}
        for_frame = sum(5 for kind in ("opening", "wrap_up") if kind not in frame)
        left = agenda.spare_minutes - for_frame
        return left if left >= WORTH_FILLING else agenda.spare_minutes
    if chosen is not None and chosen.minutes >= WORTH_FILLING and chosen.kind not in ("opening", "wrap_up"):
        return chosen.minutes
    return max(WORTH_FILLING, round(agenda.meeting.minutes * USUAL_SHARE))
