"""The steps of a fitted protocol at a glance."""

from plcdesk.library.fitted import Fitted


def steps_at_a_glance(fitted: Fitted) -> tuple[tuple[str, int], ...]:
    """Title and whole minutes of each step, once: the turns of a loop are added up."""
    titles: dict[str, str] = {}
    minutes: dict[str, int] = {}
    for step in fitted.steps:
        key = f"{step.step_id}/{step.kind}"
        titles.setdefault(key, step.title)
        minutes[key] = minutes.get(key, 0) + step.minutes
    return tuple((title, minutes[key]) for key, title in titles.items())
