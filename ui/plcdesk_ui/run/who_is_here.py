"""Who is here, as boxes to untick."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.infos import MemberInfo
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox

_FEW = 8


class WhoIsHere(QWidget):
    """Everyone is ticked at first; in columns, down and then across."""

    def __init__(self, members: tuple[MemberInfo, ...]) -> None:
        super().__init__()
        self.boxes = {member.id: CheckBox(member.name, checked=True) for member in members}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Who is here?"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not members:
            outer.addWidget(plain(tr("Nobody is on the team yet."), "secondary", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * ROW)
        grid.setVerticalSpacing(2)
        columns = 2 if len(members) <= _FEW else 3
        down = -(-len(members) // columns)
        for index, box in enumerate(self.boxes.values()):
            grid.addWidget(box, index % down, index // down)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        outer.addLayout(grid)

    def here(self) -> tuple[str, ...]:
        """The ids of those who are ticked."""
        return tuple(member_id for member_id, box in self.boxes.items() if box.isChecked())
