"""A norm was broken: a short script for the talk, in private and soon. Our own words.

That somebody has to speak up, and that this is the step most often left out, is what practitioners of
professional learning communities report (All Things PLC).
"""

from dataclasses import dataclass

from plcdesk.text import tr


@dataclass(frozen=True)
class TalkStep:
    """A step of the talk: what to do, and a sentence to say just as it is (may be empty)."""

    do: str
    say: str = ""


def norm_talk(norm: str) -> tuple[TalkStep, ...]:
    """The talk about one norm, step by step; five minutes, two people, no audience."""
    return (
        TalkStep(
            tr(
                "Talk today or tomorrow, alone, not in front of the team and not by e-mail. Take five minutes."
            ),
            tr("Do you have five minutes for something about our meeting?"),
        ),
        TalkStep(
            tr("Name the norm and what you saw. Say what happened, not what kind of person does so."),
            tr(
                "We agreed on “{norm}”. Today I saw something else, and I would like to understand it."
            ).format(norm=norm),
        ),
        TalkStep(
            tr("Listen. There is often a reason that the team can do something about."),
            tr("How was it for you?"),
        ),
        TalkStep(
            tr("Ask for one thing, small enough to do next time."),
            tr("What would help you to keep it next time, and what can I do?"),
        ),
        TalkStep(
            tr("If it happens again, bring the norm to the whole team, without names: does it still fit?")
        ),
    )
