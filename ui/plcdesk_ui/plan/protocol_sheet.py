"""The protocol of an item, to read while planning."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from plcdesk.planning.infos import ItemInfo
from plcdesk.text import tr
from plcdesk_ui.plan.protocol_view import ProtocolView
from plcdesk_ui.widgets.scroll import page_scroll
from plcdesk_ui.widgets.sheet import Sheet


class ProtocolSheet(Sheet):
    """Shows it as it will run in this meeting."""

    def __init__(self, item: ItemInfo, parent: QWidget | None = None) -> None:
        super().__init__(item.title, parent=parent)
        assert item.snapshot is not None
        self.view = ProtocolView()
        snapshot = item.snapshot
        self.view.show_protocol(snapshot.protocol, snapshot.people, item.minutes, snapshot.form)
        self.body.addWidget(page_scroll(self.view), 1)
        self.add_accept(tr("Close"))

    def sizeHint(self) -> QSize:
        """Room to read in, as far as the window has it."""
        above = self.parentWidget()
        most = above.window().size() if above is not None else QSize(700, 640)
        base = self.fontMetrics().height()
        return QSize(min(36 * base, most.width() - 40), min(36 * base, most.height() - 60))
