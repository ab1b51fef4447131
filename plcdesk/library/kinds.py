"""The kinds of thing that a team writes down, with the word and the tone each is shown in.

Five kinds belong to every meeting; the others come with protocols, where a step may give one its own word.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from plcdesk.text import language_in_use, tr

Tone = Literal["neutral", "accent", "decision", "question", "warm", "cool", "parking"]

TONES: dict[str, Tone] = {
    "note": "neutral",
    "decision": "decision",
    "action": "accent",
    "question": "question",
    "parked": "parking",
    "observation": "cool",
    "interpretation": "parking",
    "hypothesis": "parking",
    "assumption": "parking",
    "prediction": "parking",
    "evidence": "cool",
    "context": "neutral",
    "focus_question": "question",
    "clarifying_question": "question",
    "probing_question": "question",
    "wondering": "question",
    "heard": "neutral",
    "warm": "warm",
    "cool": "cool",
    "suggestion": "accent",
    "what_if": "parking",
    "valued": "warm",
    "concern": "question",
    "quote": "neutral",
    "implication": "accent",
    "takeaway": "accent",
    "next_step": "accent",
    "commitment": "accent",
    "theme": "decision",
    "vote": "decision",
    "score": "neutral",
    "cause": "parking",
    "strength": "warm",
    "challenge": "question",
    "priority": "decision",
    "goal": "decision",
    "norm": "decision",
    "hope": "warm",
    "fear": "question",
    "plus": "warm",
    "delta": "cool",
    "celebration": "warm",
    "definition": "neutral",
    "resource": "neutral",
    "process_note": "neutral",
}
MEETING_KINDS = ("note", "decision", "action", "question", "parked")


def kind_word(kind: str) -> str:
    """The word on the chip of an entry of this kind; an unknown kind shows its own name."""
    return _words_in(language_in_use()).get(kind, kind.replace("_", " ").capitalize())


@lru_cache(maxsize=4)
def _words_in(_language: object) -> dict[str, str]:
    return kind_words()


def kind_words() -> dict[str, str]:
    """Each kind with its word in the language in use."""
    return {
        "note": tr("Note"),
        "decision": tr("Decision"),
        "action": tr("Action"),
        "question": tr("Question"),
        "parked": tr("Parking lot"),
        "observation": tr("Observation"),
        "interpretation": tr("Interpretation"),
        "hypothesis": tr("Hypothesis"),
        "assumption": tr("Assumption"),
        "prediction": tr("Prediction"),
        "evidence": tr("Evidence"),
        "context": tr("Context"),
        "focus_question": tr("Focus question"),
        "clarifying_question": tr("Clarifying question"),
        "probing_question": tr("Probing question"),
        "wondering": tr("I wonder"),
        "heard": tr("What we heard"),
        "warm": tr("Warm feedback"),
        "cool": tr("Cool feedback"),
        "suggestion": tr("Suggestion"),
        "what_if": tr("What if"),
        "valued": tr("Valued"),
        "concern": tr("Concern"),
        "quote": tr("Quote"),
        "implication": tr("Implication"),
        "takeaway": tr("Takeaway"),
        "next_step": tr("Next step"),
        "commitment": tr("Commitment"),
        "theme": tr("Theme"),
        "vote": tr("Vote"),
        "score": tr("Score"),
        "cause": tr("Cause"),
        "strength": tr("Strength"),
        "challenge": tr("Challenge"),
        "priority": tr("Priority"),
        "goal": tr("Goal"),
        "norm": tr("Norm"),
        "hope": tr("Hope"),
        "fear": tr("Fear"),
        "plus": tr("Plus"),
        "delta": tr("Change"),
        "celebration": tr("Celebration"),
        "definition": tr("Definition"),
        "resource": tr("Resource"),
        "process_note": tr("About our talk"),
    }


class KindChip(NamedTuple):
    """A kind as it is offered in a step: the kind itself and the word to show for it."""

    kind: str
    name: str
    tone: Tone


def chip_for(kind: str, name: str | None = None) -> KindChip:
    """The chip of `kind`, under the protocol's own word if it gives one."""
    return KindChip(kind, name or kind_word(kind), TONES.get(kind, "neutral"))
