"""How a team stands to a decision: fist to five, or thumbs; what it means, and how it is told.

Fist to five counts fingers, 0 for a fist up to 5; three and more can live with it. Thumbs count 1 for down,
2 for sideways, 3 for up; only a thumb down cannot live with it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plcdesk.closing.fingers import read_fingers, read_thumbs
from plcdesk.store.reader import Reader
from plcdesk.text import ntr, tr

Way = Literal["fist", "thumbs"]
LIVES_WITH_IT: dict[Way, int] = {"fist": 3, "thumbs": 2}
"""The least number that can live with the decision."""
ANSWERS: dict[Way, tuple[int, ...]] = {"fist": (0, 1, 2, 3, 4, 5), "thumbs": (1, 2, 3)}


@dataclass(frozen=True)
class Standing:
    """How the team stood: a number for each hand, and one line for each objection."""

    way: Way
    fingers: tuple[int, ...]
    objections: tuple[str, ...] = ()

    @property
    def low(self) -> tuple[int, ...]:
        """The hands that cannot live with it, lowest first."""
        return tuple(sorted(hand for hand in self.fingers if hand < LIVES_WITH_IT[self.way]))

    @property
    def carried(self) -> bool:
        """Whether everyone can live with it."""
        return bool(self.fingers) and not self.low


def read_hands(text: str, way: Way) -> tuple[int, ...] | None:
    """What is typed as it is seen: '54435', or 'uusd' for thumbs. None if nothing is typed.

    Raises UserError for anything else.
    """
    return read_fingers(text, fist=True) if way == "fist" else read_thumbs(text)


def hands_as_typed(fingers: Sequence[int], way: Way) -> str:
    """The same hands as somebody would type them."""
    signs = "012345" if way == "fist" else " dsu"
    return "".join(signs[hand] for hand in fingers)


def answer_word(hand: int, way: Way) -> str:
    """What a hand says, for those who choose one."""
    if way == "thumbs":
        return {1: tr("Thumb down"), 2: tr("Thumb sideways"), 3: tr("Thumb up")}[hand]
    return {
        0: tr("No: I would stop it"),
        1: tr("I object"),
        2: tr("I have doubts to talk about"),
        3: tr("I can live with it"),
        4: tr("I am for it"),
        5: tr("I am all for it and will help"),
    }[hand]


def stood(standing: Standing) -> str:
    """'All at 3 or more fingers.', or '1 at 2. Objection: …'; empty where nothing was shown or said."""
    parts: list[str] = []
    if standing.fingers:
        parts.append(_told(standing))
    parts += [tr("Objection: {words}").format(words=_ended(line)) for line in standing.objections]
    return " ".join(parts)


def _told(standing: Standing) -> str:
    if standing.way == "thumbs":
        words = {3: tr("{n} up"), 2: tr("{n} sideways"), 1: tr("{n} down")}
        counted = [
            text.format(n=standing.fingers.count(hand))
            for hand, text in words.items()
            if hand in standing.fingers
        ]
        return tr("Thumbs: {counted}.").format(counted=", ".join(counted))
    if standing.carried:
        return ntr("At {n} or more fingers.", "All at {n} or more fingers.", len(standing.fingers)).format(
            n=max(3, min(standing.fingers))
        )
    low = sorted(set(standing.low), reverse=True)
    counted = [tr("{count} at {hand}").format(count=standing.low.count(hand), hand=hand) for hand in low]
    return tr("{counted}.").format(counted=", ".join(counted))


def _ended(line: str) -> str:
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def read_standings(reader: Reader, meeting_id: str) -> dict[str, Standing]:
    """How the team stood to the decisions of a meeting, by the id of the decision."""
    rows = reader.rows(
        "SELECT entry_id, way, fingers, objections FROM vote WHERE meeting_id = ?", [meeting_id]
    )
    return {
        row["entry_id"]: Standing(
            row["way"], tuple(json.loads(row["fingers"])), tuple(json.loads(row["objections"]))
        )
        for row in rows
    }
