"""What is wrong in a protocol file, said so that its author can mend it: file, place and one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from plcdesk.errors import UserError
from plcdesk.text import ntr, tr

LABEL_LENGTH = 40


@dataclass(frozen=True)
class Where:
    """A place in a protocol: the step by its numbers from 0 (2, 0 is the first step in the third), and a field."""

    step: tuple[int, ...] = ()
    label: str = ""  # the step's title or id
    field: str = ""

    def at(self, field: str) -> "Where":
        """A field inside this place."""
        return Where(self.step, self.label, f"{self.field}.{field}" if self.field else field)

    def item(self, index: int) -> "Where":
        """An item (from 0) of the list at this place; people count from 1."""
        return Where(self.step, self.label, f"{self.field}[{index + 1}]")

    def inner(self, index: int, label: str) -> "Where":
        """A step inside this step or protocol."""
        return Where((*self.step, index), label)

    @property
    def words(self) -> str:
        """The place in words, such as 'step 3 “Describe”, minutes.floor'; empty for the whole file."""
        number = ".".join(str(index + 1) for index in self.step)
        step = ""
        if number:
            named = tr("step {number} “{title}”") if self.label else tr("step {number}")
            step = named.format(number=number, title=self.label)
        return ", ".join(part for part in (step, self.field) if part)

    @property
    def subject(self) -> tuple[tuple[int, ...], str]:
        """What a sentence at this place is about: a step and its field, without what lies inside the field.

        In a form that is each of its fields, and each step that it changes.
        """
        parts = self.field.split(".")
        if parts[0].startswith("forms["):
            return self.step, ".".join(parts[: 3 if parts[1:2] == ["changes"] else 2])
        return self.step, parts[0].split("[")[0]

    @property
    def step_alone(self) -> tuple[tuple[int, ...], str]:
        """The subject of a sentence about the whole step."""
        return self.step, ""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `line` is known only where the file is no readable TOML."""

    file: str
    place: str
    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        place = tr("line {line}").format(line=self.line) if self.line is not None else self.place
        return ": ".join(part for part in (self.file, place, self.sentence) if part)


class ProtocolFaults(UserError):
    """A protocol cannot be used; `faults` lists everything that is wrong in its file."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        first, more = str(self.faults[0]), len(self.faults) - 1
        others = ntr("({n} more fault.)", "({n} more faults.)", more).format(n=more)
        super().__init__(f"{first} {others}" if more else first)


def label_of(title: object, step_id: object) -> str:
    """What to call a step in a sentence: its title, else its id, cut short and without control characters."""
    name = next((each for each in (title, step_id) if isinstance(each, str) and each.strip()), "")
    clean = "".join(letter if letter.isprintable() else " " for letter in name)
    return clean if len(clean) <= LABEL_LENGTH else clean[: LABEL_LENGTH - 1] + "…"
