"""Files dropped on a part of the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from plcdesk.file_names import SHARED
from plcdesk_ui.theme.sizes import CARD_CORNER
from plcdesk_ui.theme.theme import theme_of


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged; none when it is anything else."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def are_shared(files: Sequence[Path]) -> bool:
    """Whether all of them are share files, which are opened and not attached to anything."""
    return all(file.suffix == SHARED for file in files)


def to_attach(files: Sequence[Path]) -> bool:
    """Whether files are to be attached where they are dropped."""
    return not are_shared(files)


class FileDrop(QObject):
    """Lets files be dropped on `target`; `words` says meanwhile what becomes of them.

    Those that are not `wanted` there are left to what lies below.
    """

    def __init__(
        self,
        target: QWidget,
        dropped: Callable[[Sequence[Path]], object],
        words: Callable[[], str],
        wanted: Callable[[Sequence[Path]], bool] = to_attach,
    ) -> None:
        super().__init__(target)
        self._target = target
        self._dropped = dropped
        self._words = words
        self._wanted = wanted
        self.veil = _Veil(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and nothing else."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            if self._files(event):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.veil.lift(self._words())
                return True
        elif kind == QEvent.Type.DragLeave:
            self.veil.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.veil.hide()
            if files := self._files(event):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._dropped(files)
                return True
        return super().eventFilter(watched, event)

    def _files(self, event: QDropEvent) -> list[Path]:
        files = files_in(event.mimeData())
        return files if files and self._wanted(files) else []


class _Veil(QWidget):
    """What is shown over the place while files are held over it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, words: str) -> None:
        parent = self.parentWidget()
        if self.isVisible() or parent is None:
            return
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed edge, and the words in the middle."""
        del event
        tokens = theme_of(self).tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.accent_soft)
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 6, -6, -6), CARD_CORNER, CARD_CORNER)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(20, 20, -20, -20), flags, self._words)
        painter.end()
