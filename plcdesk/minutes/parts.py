"""Which parts of the minutes are wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parts:
    """What of the minutes is wanted. Feedback and who said what are asked for, never assumed."""

    decisions_and_actions: bool = True
    notes_by_step: bool = True
    time_used: bool = True
    norm_watched: bool = True
    feedback: bool = False
    exit_forms: bool = False
    who_said_what: bool = False


USUAL = Parts()
"""What minutes hold unless somebody wants it otherwise."""
