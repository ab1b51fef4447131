"""A row of the list of protocols: a protocol and how it fits, or a file that cannot be used."""

from dataclasses import dataclass

from plcdesk.library.choosing import Match, Wish
from plcdesk.library.faults import Fault
from plcdesk.library.history import History
from plcdesk.text import ntr, tr
from plcdesk_ui.library.words import match_chip, people_range, took_line
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.words import joined, minutes_word


@dataclass(frozen=True)
class BookRow:
    """What a row says. `key` is the protocol's id, or the file's name for one that cannot be used."""

    key: str
    name: str
    summary: str
    chip: str
    tone: Tone
    people: str = ""
    minutes: str = ""
    note: str = ""
    favourite: bool = False
    own: bool = False
    wrong: bool = False
    heads: str = ""  # what stands above the first of those that are found otherwise, or cannot be used

    @property
    def label(self) -> str:
        """Its name."""
        return self.name

    @property
    def spoken(self) -> str:
        """All of it for screen readers."""
        parts = [self.heads, self.name, self.summary, self.people, self.minutes, self.chip, self.note]
        parts.append(tr("yours") if self.own else "")
        parts.append(tr("favourite") if self.favourite else "")
        return joined([part for part in parts if part])


def book_row(match: Match, wish: Wish, history: History | None, favourite: bool) -> BookRow:
    """The row of a protocol."""
    summary = match.summary
    chip, tone = match_chip(match, wish)
    return BookRow(
        summary.id,
        summary.name,
        summary.summary,
        chip,
        tone,
        people_range(summary.people_least, summary.people_most),
        minutes_word(summary.minutes),
        took_line(history) if history is not None else "",
        favourite,
        summary.own,
    )


def wrong_rows(faults: tuple[Fault, ...]) -> list[BookRow]:
    """A row for each file that cannot be used, with its first fault."""
    by_file: dict[str, list[Fault]] = {}
    for fault in faults:
        by_file.setdefault(fault.file, []).append(fault)
    heading = ntr("A file that cannot be used", "Files that cannot be used", len(by_file))
    rows: list[BookRow] = []
    for file, found in by_file.items():
        more = len(found) - 1
        note = ntr("and {n} more fault", "and {n} more faults", more).format(n=more) if more else ""
        heads = heading if not rows else ""
        rows.append(
            BookRow(
                file, file, fault_line(found[0]), tr("wrong"), "danger", note=note, wrong=True, heads=heads
            )
        )
    return rows


def fault_line(fault: Fault) -> str:
    """'step 3 “Describe”, minutes: …'; with the line where the file is no readable TOML."""
    place = fault.place or (tr("line {n}").format(n=fault.line) if fault.line is not None else "")
    if not place:
        return fault.sentence
    return tr("{place}: {sentence}").format(place=place, sentence=fault.sentence)
