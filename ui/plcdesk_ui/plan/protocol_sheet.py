"""The protocol of an item, to read while planning."""

from PySide6.QtWidgets import QWidget

from plcdesk.planning.infos import ItemInfo
from plcdesk.text import tr
from plcdesk_ui.plan.protocol_view import ProtocolView
from plcdesk_ui.plan.wide_sheet import WideSheet
from plcdesk_ui.widgets.scroll import reading_scroll


class ProtocolSheet(WideSheet):
    """Shows it as it will run in this meeting."""

    def __init__(self, item: ItemInfo, parent: QWidget | None = None) -> None:
        super().__init__(tr("How it goes"), (38, 38), parent)
        assert item.snapshot is not None
        self.view = ProtocolView()
        snapshot = item.snapshot
        self.view.show_protocol(snapshot.protocol, snapshot.people, item.minutes, snapshot.form)
        self.view.setContentsMargins(0, 0, 12, 0)
        self.area = reading_scroll(self.view, tr("How it goes"))
        self.body.addWidget(self.area, 1)
        self.add_accept(tr("Close"))
        self.area.setFocus()
