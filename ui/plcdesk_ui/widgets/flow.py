"""A layout that puts things side by side and goes on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from plcdesk_ui.theme.sizes import ROW


class FlowLayout(QLayout):
    """Things in lines, each line as high as its highest thing. `spacing` is in pixels, both ways."""

    def __init__(
        self,
        parent: QWidget | None = None,
        spacing: int = ROW,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._hints: list[tuple[QLayoutItem, QSize]] | None = None  # of what is shown
        self._heights: dict[int, int] = {}  # by width
        self._align = align
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put `item` last."""
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        """Something has another size, came or went."""
        self._hints = None
        self._heights.clear()
        super().invalidate()

    def count(self) -> int:
        """How many things are laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at `index`, or None past the end, as Qt asks for it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the thing at `index` out of the layout."""
        if not 0 <= index < len(self._items):
            return None
        taken = self._items.pop(index)
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower flow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels that the lines take at `width`."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Move the things to their places."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [hint for _item, hint in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0)) + self._frame()

    def minimumSize(self) -> QSize:
        """Room for the widest thing."""
        size = QSize()
        for item, _hint in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size + self._frame()

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        if self._hints is None:
            self._hints = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._hints

    def _frame(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay_out(self, rect: QRect, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.y()
        for line in self._lines(inner.width()):
            height = max(hint.height() for _item, hint in line)
            if move:
                self._place(line, QRect(inner.x(), top, inner.width(), height))
            top += height + self.spacing()
        spare = self.spacing() if top > inner.y() else 0
        return top - spare - rect.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            wide = item[1].width()
            if not lines or used + self.spacing() + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self.spacing() + wide
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        used = sum(hint.width() for _item, hint in line) + self.spacing() * (len(line) - 1)
        x = rect.x()
        if self._align == Qt.AlignmentFlag.AlignHCenter:
            x += max(0, (rect.width() - used) // 2)
        elif self._align == Qt.AlignmentFlag.AlignRight:
            x += max(0, rect.width() - used)
        for item, hint in line:
            size = QSize(min(hint.width(), rect.width()), hint.height())
            item.setGeometry(QRect(QPoint(x, rect.y() + (rect.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()


def flow(
    *widgets: QWidget, spacing: int = ROW, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QWidget:
    """A widget that holds `widgets` in a flow."""
    holder = QWidget()
    layout = FlowLayout(holder, spacing, align)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
