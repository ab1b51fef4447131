"""Answers without names: the norms and exit feedback, when the laptop is passed round or papers are counted.

Nothing is written until a person is done. What is kept then are sums, and lines in the order of the alphabet:
no author, no order, no time. No change is recorded, so nothing can be undone back into view. Results are there
only once all have answered; of fewer than four answers only the team's mean is told.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plcdesk.errors import UserError
from plcdesk.store.reader import Reader
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk.store.tables import AnonymousRound
    from plcdesk.store.work import Work

NORMS = "norms"
"""The form that asks for each norm of the team."""
NOTE = "note"
"""The key of the line to the facilitator, which is in no result and never in minutes."""
FEW = 4
"""Below so many answers only the mean is told: each single one could be guessed."""
MOST = 200
LONGEST_LINE = 2000
QuestionKind = Literal["rating", "fingers", "words", "word"]
_LEAST: dict[str, int] = {"rating": 1, "fingers": 0}
_HIGHEST = 5


@dataclass(frozen=True)
class Asked:
    """A question of a form: a rating (1 to 5), fingers (0 to 5), or words."""

    key: str
    text: str
    kind: QuestionKind

    @property
    def is_number(self) -> bool:
        return self.kind in _LEAST

    @property
    def choices(self) -> range:
        """The numbers to choose from."""
        return range(_LEAST.get(self.kind, 1), _HIGHEST + 1)


@dataclass(frozen=True)
class Result:
    """What all together answered to a question.

    `counts` says how often each number was given and `lines` holds what was written; both are empty where
    too few answered.
    """

    asked: Asked
    mean: float | None
    counts: tuple[tuple[int, int], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoundState:
    """How far a round is."""

    form: str
    expected: int
    answered: int

    @property
    def is_complete(self) -> bool:
        return 0 < self.expected <= self.answered


def read_round(reader: Reader, meeting_id: str, form: str) -> RoundState | None:
    """How far the round of a form is, or None if it was not begun."""
    row = reader.row(
        "SELECT expected, answered FROM anonymous_round WHERE meeting_id = ? AND form = ?", [meeting_id, form]
    )
    return RoundState(form, row["expected"], row["answered"]) if row else None


def read_results(
    reader: Reader, meeting_id: str, form: str, questions: Sequence[Asked]
) -> tuple[Result, ...] | None:
    """What was answered, or None until all have answered."""
    row = reader.row(
        "SELECT expected, answered, counts, texts FROM anonymous_round WHERE meeting_id = ? AND form = ?",
        [meeting_id, form],
    )
    if row is None or not RoundState(form, row["expected"], row["answered"]).is_complete:
        return None
    counts, texts = json.loads(row["counts"]), json.loads(row["texts"])
    few = row["answered"] < FEW
    return tuple(
        _result(asked, counts.get(asked.key, {}), texts.get(asked.key, []), few) for asked in questions
    )


def read_notes(reader: Reader, meeting_id: str) -> tuple[str, ...]:
    """The notes to the facilitator, from rounds that are complete: for nobody else's eyes."""
    rows = reader.rows(
        "SELECT texts FROM anonymous_round WHERE meeting_id = ? AND expected > 0 AND answered >= expected",
        [meeting_id],
    )
    return tuple(sorted(line for row in rows for line in json.loads(row["texts"]).get(NOTE, [])))


def _result(asked: Asked, counts: Mapping[str, int], lines: Sequence[str], few: bool) -> Result:
    numbers = {int(number): count for number, count in counts.items()}
    hands = sum(numbers.values())
    mean = sum(number * count for number, count in numbers.items()) / hands if hands else None
    if few or (asked.is_number and hands < FEW):
        return Result(asked, mean)
    return Result(asked, mean, tuple(sorted(numbers.items())), tuple(lines))


def begin_round(work: "Work", meeting_id: str, form: str, expected: int) -> None:
    """Begin to pass a form round among so many, or say anew how many there are; earlier answers stay.

    Raises UserError for nobody, for more than 200, or for fewer than have answered already.
    """
    from plcdesk.store.tables import AnonymousRound

    work.undoable = False
    if not 1 <= expected <= MOST:
        raise UserError(tr("Say how many will answer: 1 to {most}.").format(most=MOST))
    found = _round(work, meeting_id, form)
    if found is None:
        work.add(AnonymousRound(meeting_id=meeting_id, form=form, expected=expected))
    elif expected < found.answered:
        raise UserError(tr("{n} have answered already.").format(n=found.answered))
    else:
        work.change(found, expected=expected)
        _settle_norms(work, found)


def answer(
    work: "Work", meeting_id: str, form: str, questions: Sequence[Asked], answers: Mapping[str, int | str]
) -> None:
    """Take in what one person answered, when that person is done. A question may be left out.

    Raises UserError if the round was not begun, is complete, or for an answer that is none of the choices.
    """
    work.undoable = False
    found = _round(work, meeting_id, form)
    if found is None or found.answered >= found.expected:
        raise UserError(tr("This round is over."))
    numbers = {asked.key: asked for asked in questions if asked.is_number}
    counts: dict[str, dict[str, int]] = {key: dict(of) for key, of in found.counts.items()}
    texts: dict[str, list[str]] = {key: list(of) for key, of in found.texts.items()}
    for key, value in answers.items():
        if key in numbers:
            of = counts.setdefault(key, {})
            number = str(_checked(numbers[key], value))
            of[number] = of.get(number, 0) + 1
        elif line := str(value).strip()[:LONGEST_LINE]:
            texts[key] = sorted([*texts.get(key, []), line])
    work.change(found, counts=counts, texts=texts, answered=found.answered + 1)
    _settle_norms(work, found)


def end_round(work: "Work", meeting_id: str, form: str) -> None:
    """Nobody else will answer: those who did are all. A round that nobody answered is gone."""
    work.undoable = False
    found = _round(work, meeting_id, form)
    if found is None:
        return
    if found.answered == 0:
        work.session.delete(found)
        return
    work.change(found, expected=found.answered)
    _settle_norms(work, found)


def count_papers(
    work: "Work",
    meeting_id: str,
    form: str,
    numbers: Mapping[str, Sequence[int]],
    lines: Mapping[str, Sequence[str]],
) -> None:
    """Keep what was answered on paper, in place of what was kept of this form before.

    `numbers` holds for each question one number a sheet, `lines` what was written. Without any of them the
    round is taken away.
    """
    from plcdesk.store.tables import AnonymousRound

    work.undoable = False
    found = _round(work, meeting_id, form)
    texts = {key: sorted(line.strip() for line in written if line.strip()) for key, written in lines.items()}
    sheets = max((len(given) for given in (*numbers.values(), *texts.values())), default=0)
    if sheets == 0:
        if found is not None:
            work.session.delete(found)
        return
    counts = {key: {str(number): given.count(number) for number in given} for key, given in numbers.items()}
    values = {"expected": sheets, "answered": sheets, "counts": counts, "texts": texts}
    if found is None:
        work.add(AnonymousRound(meeting_id=meeting_id, form=form, **values))
    else:
        work.change(found, **values)


def _round(work: "Work", meeting_id: str, form: str) -> "AnonymousRound | None":
    from sqlalchemy import select

    from plcdesk.store.tables import AnonymousRound

    return work.session.scalars(
        select(AnonymousRound).where(AnonymousRound.meeting_id == meeting_id, AnonymousRound.form == form)
    ).one_or_none()


def _checked(asked: Asked, value: int | str) -> int:
    if not isinstance(value, int) or value not in asked.choices:
        raise UserError(
            tr("Choose {least} to {most} for “{question}”.").format(
                least=asked.choices[0], most=_HIGHEST, question=asked.text
            )
        )
    return value


def _settle_norms(work: "Work", found: "AnonymousRound") -> None:
    """Once all have answered, the norms are rated: with the highest first, in no order of people."""
    if found.form != NORMS or found.answered < found.expected:
        return
    from plcdesk.closing.wrap_up import rate_norm

    for norm_id, counts in found.counts.items():
        hands = sorted((int(number) for number, count in counts.items() for _ in range(count)), reverse=True)
        rate_norm(work, found.meeting_id, norm_id, hands)
