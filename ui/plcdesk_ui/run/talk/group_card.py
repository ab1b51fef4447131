"""One small group on the desk: its name and its people, who can be dragged to another group or sent by a menu."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.chip_button import ChipButton
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.tips import set_tip

MEMBER_MIME = "application/x-plcdesk-member"
MenuOf = Callable[[str], QMenu]
"""Makes the menu of where a member can be sent."""


class MemberChip(ChipButton):
    """A person in a group. Pressed, or by the menu key, it offers the other groups; it can be dragged there."""

    def __init__(self, member_id: str, words: str, turn: bool, menu_of: MenuOf) -> None:
        super().__init__(words, "accent" if turn else "neutral", checkable=False)
        self.member_id = member_id
        self._menu_of = menu_of
        self._pressed_at = QPoint()
        set_tip(self, tr("Send to another group"))
        self.clicked.connect(lambda _checked=False: self.open_menu())

    def open_menu(self, at: QPoint | None = None) -> None:
        """Offer the groups to go to."""
        menu = self._menu_of(self.member_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at or self.mapToGlobal(self.rect().bottomLeft()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            self.setDown(False)
            drag, carried = QDrag(self), QMimeData()
            carried.setData(MEMBER_MIME, self.member_id.encode())
            drag.setMimeData(carried)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)
            return
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same offers."""
        self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the menu, as a press does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.open_menu()
        else:
            super().keyPressEvent(event)


class GroupCard(QWidget):
    """Tells `dropped` with the id of somebody who was dragged here."""

    dropped = Signal(str)

    def __init__(self, name: str, people: list[tuple[str, str, bool]], menu_of: MenuOf) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        self.chips = [MemberChip(member, words, turn, menu_of) for member, words, turn in people]
        holder = QWidget()
        flow = FlowLayout(holder, spacing=0)
        for chip in self.chips:
            flow.addWidget(chip)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, ROW - 2)
        box.setSpacing(0)
        box.addWidget(plain(name, "secondary-strong"))
        box.addWidget(holder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A person can be dropped here."""
        if event.mimeData().hasFormat(MEMBER_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """She is in this group now."""
        member = bytes(event.mimeData().data(MEMBER_MIME).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(member)
