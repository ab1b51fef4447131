"""The people of a team: add, rename, leave and come back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.planning.infos import MemberInfo, TeamInfo
from plcdesk.text import ntr, tr
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.line_field import LineField
from plcdesk_ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class PeopleCard(Card):
    """One line each: name, initials, and whether she is still on the team."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("People"))
        self._change = change
        self._team: TeamInfo | None = None
        self._lines: dict[str, _PersonLine] = {}
        self._counted = plain("", "secondary")
        self.add_trailing(self._counted)
        self._box = QVBoxLayout()
        self._box.setSpacing(ROW)
        self.body.addLayout(self._box)
        row = QHBoxLayout()
        row.setSpacing(ROW)
        self.new_name = LineField(placeholder=tr("Name of a new person"))
        self.new_name.setAccessibleName(tr("Name of a new person"))
        self.new_name.returnPressed.connect(self._add)
        row.addWidget(self.new_name, 1)
        row.addWidget(button(tr("Add"), self._add))
        self.body.addLayout(row)

    def show_team(self, team: TeamInfo) -> None:
        """Show a team's people; a line that stays is kept, so that nobody is thrown out of a field."""
        self._team = team
        active = len(team.active_members)
        self._counted.setText(ntr("{n} person", "{n} people", active).format(n=active))
        for member_id in set(self._lines) - {member.id for member in team.members}:
            line = self._lines.pop(member_id)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, member in enumerate(sorted(team.members, key=lambda member: not member.active)):
            line = self._lines.get(member.id)
            if line is None:
                line = self._lines[member.id] = _PersonLine(member, self._change)
            self._box.removeWidget(line)
            self._box.insertWidget(place, line)
            line.show_member(member)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in self._lines.values():
            line.name.flush()
            line.initials.flush()

    def _add(self) -> None:
        name, team = self.new_name.text().strip(), self._team
        if not name or team is None:
            return
        self.new_name.clear_written()

        def add(work: "Work") -> None:
            from plcdesk.planning.teams import add_member

            add_member(work, team.id, name)

        self._change(add)


class _PersonLine(QWidget):
    """A person: the name and initials as fields, and the way out of the team and back."""

    def __init__(self, member: MemberInfo, change: Change) -> None:
        super().__init__()
        self._change = change
        self._member = member
        self.name = LineField(member.name)
        self.name.setAccessibleName(tr("Name"))
        self.initials = LineField(member.initials, limit=3)
        self.initials.setAccessibleName(tr("Initials of {name}").format(name=member.name))
        self.initials.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)
        self._left = button("", self._leave_or_return, "quiet")
        self._remove = icon_button(
            "trash-2", "", self._delete, tip=tr("Delete: for a person added by mistake")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(self.name, 1)
        for part in (self.initials, self._left, self._remove):
            row.addWidget(part)
        self.name.committed.connect(lambda text: self._set(name=text.strip()) if text.strip() else None)
        self.initials.committed.connect(
            lambda text: self._set(initials=text.strip()) if text.strip() else None
        )

    def show_member(self, member: MemberInfo) -> None:
        self._member = member
        self.name.set_value(member.name)
        self.initials.set_value(member.initials)
        self.name.setEnabled(member.active)
        self.initials.setEnabled(member.active)
        self._left.set_text(tr("Leaves") if member.active else tr("Comes back"))
        set_tip(self._left, tr("Leaves the team; what they did stays") if member.active else "")
        self._left.setAccessibleName(
            (tr("{name} leaves the team") if member.active else tr("{name} comes back")).format(
                name=member.name
            )
        )
        self._remove.setAccessibleName(tr("Delete {what}").format(what=member.name))

    def _set(self, **values: str | bool) -> None:
        member_id = self._member.id

        def change(work: "Work") -> None:
            from plcdesk.planning.teams import change_member

            change_member(work, member_id, **values)

        self._change(change)

    def _leave_or_return(self) -> None:
        self._set(active=not self._member.active)

    def _delete(self) -> None:
        member = self._member

        def delete(work: "Work") -> None:
            from plcdesk.planning.teams import remove_member

            remove_member(work, member.id)

        self._change(delete, tr("Deleted: {what}").format(what=member.name))
