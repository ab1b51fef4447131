"""The norms of a team, in order; some to start from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.planning.infos import NormInfo, TeamInfo
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.team.norm_ideas import choose_norm
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class NormsCard(Card):
    """What the team promised each other: few, and in its own words."""

    def __init__(self, change: Change, history: Callable[[NormInfo], None]) -> None:
        super().__init__(tr("Our norms"))
        self._change = change
        self._history = history
        self._team: TeamInfo | None = None
        self._lines: dict[str, _NormLine] = {}
        self._empty = plain(
            tr("No norms yet. Write them together in a meeting, or put here what you have."),
            "secondary",
            wrap=True,
        )
        self.body.addWidget(self._empty)
        self._box = QVBoxLayout()
        self._box.setSpacing(ROW)
        self.body.addLayout(self._box)
        row = QHBoxLayout()
        row.setSpacing(ROW)
        self.new_norm = LineField(placeholder=tr("A new norm, in your words"), limit=200)
        self.new_norm.setAccessibleName(tr("A new norm"))
        self.new_norm.returnPressed.connect(self._add)
        row.addWidget(self.new_norm, 1)
        row.addWidget(button(tr("Add"), self._add))
        row.addWidget(button(tr("Ideas…"), self._ideas, tip=tr("Norms that other teams use")))
        self.body.addLayout(row)

    def show_team(self, team: TeamInfo) -> None:
        """Show a team's norms."""
        self._team = team
        self._empty.setVisible(not team.norms)
        for norm_id in set(self._lines) - {norm.id for norm in team.norms}:
            line = self._lines.pop(norm_id)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, norm in enumerate(team.norms):
            line = self._lines.get(norm.id)
            if line is None:
                line = self._lines[norm.id] = _NormLine(self._change, self._history)
            self._box.removeWidget(line)
            self._box.insertWidget(place, line)
            line.show_norm(norm, place, len(team.norms))

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in self._lines.values():
            line.words.flush()

    def _add(self) -> None:
        text = self.new_norm.text().strip()
        if text:
            self.new_norm.clear_written()
            self._add_text(text)

    def _add_text(self, text: str) -> None:
        team = self._team
        if team is None:
            return

        def add(work: "Work") -> None:
            from plcdesk.planning.teams import add_norm

            add_norm(work, team.id, text)

        self._change(add)

    def _ideas(self) -> None:
        chosen = choose_norm(self)
        if chosen is not None:
            self._add_text(chosen)


class _NormLine(QWidget):
    """A norm as a field, with its history and the ways up, down and out."""

    def __init__(self, change: Change, history: Callable[[NormInfo], None]) -> None:
        super().__init__()
        self._change = change
        self._norm = NormInfo("", "")
        self._place = 0
        self.words = LineField(limit=200)
        self.words.committed.connect(self._reword)
        self._up = icon_button("arrow-up", "", lambda: self._move(-1), tip=tr("Move up"))
        self._down = icon_button("arrow-down", "", lambda: self._move(1), tip=tr("Move down"))
        self._remove = icon_button("trash-2", "", self._delete, tip=tr("Delete"))
        self._earlier = icon_button(
            "clock", "", lambda: history(self._norm), tip=tr("How it was worded before")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW - 4)
        row.addWidget(self.words, 1)
        for part in (self._earlier, self._up, self._down, self._remove):
            row.addWidget(part)

    def show_norm(self, norm: NormInfo, place: int, count: int) -> None:
        self._norm, self._place = norm, place
        self.words.set_value(norm.text)
        self.words.setAccessibleName(tr("Norm {n}").format(n=place + 1))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self._up.setAccessibleName(tr("Move up: {what}").format(what=norm.text))
        self._down.setAccessibleName(tr("Move down: {what}").format(what=norm.text))
        self._remove.setAccessibleName(tr("Delete {what}").format(what=norm.text))
        self._earlier.setAccessibleName(tr("How “{what}” was worded before").format(what=norm.text))

    def _reword(self, text: str) -> None:
        norm_id = self._norm.id
        if not text.strip():
            return

        def change(work: "Work") -> None:
            from plcdesk.planning.teams import change_norm

            change_norm(work, norm_id, text=text.strip())

        self._change(change)

    def _move(self, by: int) -> None:
        norm_id, to = self._norm.id, self._place + by

        def move(work: "Work") -> None:
            from plcdesk.planning.teams import move_norm

            move_norm(work, norm_id, to)

        self._change(move)

    def _delete(self) -> None:
        norm = self._norm

        def delete(work: "Work") -> None:
            from plcdesk.planning.teams import remove_norm

            remove_norm(work, norm.id)

        self._change(delete, tr("Deleted: {what}").format(what=norm.text))
