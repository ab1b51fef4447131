"""What a row of the list shows of something written down, and where each part stands at a width."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from plcdesk.library.kinds import chip_for
from plcdesk.planning.infos import EntryInfo
from plcdesk.running.capture_words import DOING_KINDS
from plcdesk.text import tr
from plcdesk_ui.run.capture.typed_fields import shown_with
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.chip import Tone, chip_size
from plcdesk_ui.widgets.text_block import TextBlock
from plcdesk_ui.words import day

NameOf = Callable[[str | None], str]
ABOVE = 9
INSET = 6
"""Pixels at both ends of a row, in which the ring of the keyboard lies."""
_SHORT = ("page", "place", "score", "level", "group")
"""The fields that stand on chips; what it rests on is a sentence and stands below the text."""
_NARROW = 2.5
"""A row less than so many times as wide as its first chip has the chip above the text."""


@dataclass(frozen=True, slots=True)
class Pill:
    """A chip of the row: what it is (kind, field, who, when, stand, said_by, tag), its word and its tone."""

    what: str
    text: str
    tone: Tone


@dataclass(frozen=True)
class Places:
    """Where things stand in a row of one width; pixels."""

    pills: tuple[tuple[Pill, QRectF], ...]
    text: QRectF
    block: TextBlock
    why: TextBlock
    height: int


def kind_pill(entry: EntryInfo) -> Pill:
    """The chip that says what it is, in the protocol's own word if it has one."""
    chip = chip_for(entry.kind, entry.word)
    return Pill("kind", chip.name, chip.tone)


def how_we_stand() -> str:
    """What is asked of a decision."""
    return tr("How do we stand?")


def further_pills(entry: EntryInfo, name_of: NameOf) -> tuple[Pill, ...]:
    """Where it stands, who does it and until when, who said it, and tags; for something to do, gaps are asked for.

    A decision is asked how the team stands to it.
    """
    asked: list[Pill] = []
    names = [*(name_of(owner) for owner in entry.owners), *entry.owner_names]
    asked += [Pill("who", name, "neutral") for name in names]
    if entry.due_on is not None:
        asked.append(Pill("when", day(entry.due_on), "neutral"))
    if entry.kind in DOING_KINDS:
        if not names:
            asked.insert(0, Pill("who", tr("who?"), "warning"))
        if entry.due_on is None:
            asked.append(Pill("when", tr("by when?"), "warning"))
    if entry.kind == "decision":
        asked.append(Pill("stand", how_we_stand(), "decision"))
    group = [Pill("field", entry.group_name, "neutral")] if entry.group_name else []
    found = group + [Pill("field", words, "neutral") for _, words in shown_with(entry.fields, _SHORT)] + asked
    if entry.said_by is not None:
        found.append(Pill("said_by", tr("said by {name}").format(name=name_of(entry.said_by)), "neutral"))
    tags = (entry.fields or {}).get("tags", ())
    return (*found, *(Pill("tag", f"#{tag}", "neutral") for tag in tags))


def spoken(entry: EntryInfo, name_of: NameOf) -> str:
    """The row as a screen reader says it."""
    parts = [
        kind_pill(entry).text,
        entry.text,
        _because(entry),
    ]
    parts += [pill.text for pill in further_pills(entry, name_of)]
    return ", ".join(part for part in parts if part)


def places(
    widget: QWidget, entry: EntryInfo, name_of: NameOf, width: int, column: int, text_height: int | None
) -> Places:
    """Lay a row out. `column` is the width of the first chips; `text_height` that of a field in place of the text."""
    first = kind_pill(entry)
    size = chip_size(widget, first.text)
    inner = width - 2 * INSET
    stacked = inner < _NARROW * column
    left = INSET + (0.0 if stacked else column + ROW + 2.0)
    room = width - INSET - left
    top = ABOVE + (size.height() + 4.0 if stacked else 0.0)
    block = TextBlock(entry.text, QFont(widget.font()), room)
    why = TextBlock(_because(entry), small_font(widget), room)
    text = QRectF(left, top, room, block.height if text_height is None else text_height)
    y = text.bottom() + (why.height + 2 if why.lines else 0)
    pills, bottom = _flow(widget, further_pills(entry, name_of), QRectF(left, y + 4, room, 0))
    bottom = max(bottom if pills else y, top + (0 if stacked else size.height()))
    chip_top = ABOVE if stacked else max(ABOVE, ABOVE + (text.height() - size.height()) / 2)
    chip = QRectF(INSET, chip_top, min(size.width(), inner) if stacked else column, size.height())
    return Places(((first, chip), *pills), text, block, why, round(bottom + ABOVE))


def small_font(widget: QWidget) -> QFont:
    """Secondary type."""
    font = QFont(widget.font())
    font.setPixelSize(theme_of(widget).sizes.small)
    return font


def _because(entry: EntryInfo) -> str:
    lines = [tr("because {why}").format(why=entry.why)] if entry.why else []
    return "\n".join((*lines, *(words for _, words in shown_with(entry.fields, ("evidence",)))))


def _flow(widget: QWidget, pills: tuple[Pill, ...], room: QRectF) -> tuple[list[tuple[Pill, QRectF]], float]:
    placed: list[tuple[Pill, QRectF]] = []
    x, y, bottom = room.left(), room.top(), room.top()
    for pill in pills:
        size = chip_size(widget, pill.text)
        wide = min(float(size.width()), room.width())
        if x > room.left() and x + wide > room.right():
            x, y = room.left(), bottom + 4
        placed.append((pill, QRectF(x, y, wide, size.height())))
        x += wide + 6
        bottom = y + size.height()
    return placed, bottom
