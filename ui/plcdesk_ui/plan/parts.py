"""The parts of the plan screen, made and put in their places."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.planning.suggestions import Candidate
from plcdesk.text import tr
from plcdesk_ui.attachments.files_card import FilesCard
from plcdesk_ui.change import Change
from plcdesk_ui.plan.add_card import AddCard, Adding
from plcdesk_ui.plan.agenda_list import MOVE_DOWN, MOVE_UP, AgendaList
from plcdesk_ui.plan.carried_card import CarriedCard
from plcdesk_ui.plan.columns import PlanColumns, ScrollColumn
from plcdesk_ui.plan.detail_card import DetailCard
from plcdesk_ui.plan.empty_agenda import EmptyAgenda
from plcdesk_ui.plan.protocols_card import ProtocolsCard
from plcdesk_ui.plan.roles_card import RolesCard
from plcdesk_ui.plan.said_card import SaidCard
from plcdesk_ui.plan.summary_card import SummaryCard
from plcdesk_ui.plan.top import PlanBar
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.key_hint import KeyHint
from plcdesk_ui.widgets.label import plain


@dataclass(frozen=True)
class Wishes:
    """What the left column and the empty agenda ask the screen for."""

    adding: Adding
    take_protocol: Callable[[Candidate, int], None]
    all_protocols: Callable[[], None]
    take_entry: Callable[[str], None]
    take_item: Callable[[str], None]
    frame: Callable[[], None]
    change: Change


class PlanParts:
    """All cards of the screen, by name."""

    def __init__(self, wishes: Wishes, files: FilesCard) -> None:
        self.bar = PlanBar()
        self.add = AddCard(wishes.adding)
        self.protocols = ProtocolsCard(wishes.take_protocol, wishes.all_protocols, self.add.last_stop)
        self.carried = CarriedCard(wishes.take_entry, wishes.take_item, self.protocols.last_stop)
        self.summary = SummaryCard()
        self.agenda = AgendaList(before=self.summary.fit)
        self.empty = EmptyAgenda(
            lambda: wishes.adding.topic("topic", tr("Topic to discuss"), 10),
            wishes.adding.paste,
            wishes.frame,
        )
        tip = tr("The agenda with room for notes by hand, decisions and actions")
        self.sheet = button(tr("Print a sheet to write on"), role="link", tip=tip)
        self.hint = _hint(self.sheet)
        self.detail = DetailCard()
        self.roles = RolesCard()
        self.files = files
        self.said = SaidCard(wishes.change)
        self.middle = ScrollColumn(self.agenda, self.empty, self.hint, head=self.summary)
        self.columns = PlanColumns(
            [self.add, self.protocols, self.carried],
            self.middle,
            [self.detail, self.roles, self.said, self.files],
        )

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.bar.title.stop()
        self.summary.result.flush()
        self.summary.bring.flush()
        self.agenda.flush()
        self.detail.flush()
        self.said.flush()


def _hint(sheet: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ROW - 3)
    row.addWidget(plain(tr("Drag to reorder, or"), "secondary"))
    row.addWidget(KeyHint(MOVE_UP))
    row.addWidget(KeyHint(MOVE_DOWN))
    row.addStretch(1)
    row.addWidget(sheet)
    return holder
