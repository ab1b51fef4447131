"""What has changed from one version of the minutes to another."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plcdesk.minutes.differences import DifferentLine
from plcdesk.text import ntr, tr
from plcdesk_ui.theme.sizes import EDGE, ROW
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet

_AROUND = 2
"""Lines that stay the same and are shown above and below a change."""
_WIDTH, _HEIGHT = 720, 560
_BESIDES, _A_LINE = 190, 26


class DifferencesSheet(Sheet):
    """Line by line: added lines have a plus and are bold, removed ones a minus and are struck out."""

    def __init__(self, title: str, lines: Sequence[DifferentLine], parent: QWidget) -> None:
        added = sum(line.sign == "added" for line in lines)
        removed = sum(line.sign == "removed" for line in lines)
        super().__init__(title, _counted(added, removed), parent)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW // 2)
        told = list(near_changes(lines))
        for shown in told:
            box.addWidget(_row(shown) if isinstance(shown, DifferentLine) else _gap(shown))
        box.addStretch(1)
        card = Card()
        card.body.addWidget(holder)
        if added or removed:
            self.body.addWidget(page_scroll(card), 1)
        self.add_accept(tr("Close"))
        larger, room = theme_of(self).sizes.base / 14, parent.window().size()
        if added or removed:
            self.resize(
                min(round(_WIDTH * larger), room.width() - 2 * EDGE),
                min(
                    round((_BESIDES + _A_LINE * len(told)) * larger),
                    round(_HEIGHT * larger),
                    room.height() - EDGE,
                ),
            )


def near_changes(lines: Sequence[DifferentLine]) -> Iterator[DifferentLine | int]:
    """The changed lines with some around them; a number stands for so many lines that stayed the same."""
    near = {
        place + step
        for place, line in enumerate(lines)
        if line.sign != "same"
        for step in range(-_AROUND, _AROUND + 1)
    }
    left = 0
    for place, line in enumerate(lines):
        if place not in near:
            left += 1
            continue
        if left:
            yield left
        left = 0
        yield line
    if left and near:
        yield left


def _counted(added: int, removed: int) -> str:
    if not added and not removed:
        return tr("Nothing has changed.")
    return " · ".join(
        (
            ntr("{n} line added", "{n} lines added", added).format(n=added),
            ntr("{n} line removed", "{n} lines removed", removed).format(n=removed),
        )
    )


def _row(line: DifferentLine) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(ROW)
    signs = {"added": Chip("+", "accent"), "removed": Chip("−", "danger"), "same": Chip(" ")}
    sign = signs[line.sign]
    names = {"added": tr("added"), "removed": tr("removed"), "same": ""}
    sign.setAccessibleName(names[line.sign])
    sign.setFixedWidth(sign.fontMetrics().averageCharWidth() * 4)
    words = plain(line.text, {"added": "strong", "removed": "secondary"}.get(line.sign), wrap=True)
    if line.sign == "removed":
        _strike_out(words)
    if line.sign == "same":
        policy = sign.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        sign.setSizePolicy(policy)
        sign.hide()
    box.addWidget(sign)
    box.addWidget(words, 1)
    return row


def _strike_out(label: QLabel) -> None:
    font = QFont(label.font())
    font.setStrikeOut(True)
    label.setFont(font)


def _gap(lines: int) -> QWidget:
    return plain(ntr("… {n} line the same", "… {n} lines the same", lines).format(n=lines), "caption")
