"""Pages of a PDF one below the other, as wide as there is room, drawn in the background."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from shiboken6 import isValid

from plcdesk.minutes.preview import Place, Spot
from plcdesk.text import tr
from plcdesk_ui.minutes.drawing import Pages, Size, draw_page
from plcdesk_ui.minutes.page_marks import PageMarks, draw_marks
from plcdesk_ui.theme.theme import theme_of

AROUND = 24
"""Pixels of ground round a page, less where there is little room."""
BETWEEN = 16
WIDEST = 860
"""Pixels; a wider page is no easier to read."""
KEPT = 6
"""Pictures that are kept; the others are drawn again when they are scrolled to."""
_SETTLED = 80  # milliseconds without a change of width until pages are drawn anew
_SHADOW = 5


class Background(Protocol):
    """Runs a job in another thread and hands over its result in this one, as `Context.in_background` does."""

    def __call__(self, job: Callable[[], Any], then: Callable[[Any], None], /) -> object: ...


class PagesView(QAbstractScrollArea):
    """Shows `Pages`. Page Up and Down, Home, End and the arrow keys scroll; nothing here stalls for drawing."""

    def __init__(self, in_background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_background = in_background
        self._pdf = b""
        self._sizes: tuple[Size, ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._drawing = False
        self._found: tuple[Place, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._marks = PageMarks(self.viewport(), in_background)
        self._name = tr("Pages as they are printed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._name)
        self.viewport().setAutoFillBackground(False)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    @property
    def pdf(self) -> bytes:
        """The PDF whose pages are shown; empty before there is one."""
        return self._pdf

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes) if self._pdf else 0

    @property
    def picture_width(self) -> int:
        """How wide a page is drawn, in device pixels."""
        return max(1, round(self._page_width() * self.devicePixelRatioF()))

    def visible_pages(self) -> list[int]:
        """The pages of which something can be seen, numbered from 0."""
        seen = self.viewport().rect()
        return [number for number in range(len(self._sizes)) if self._rect(number).intersects(QRectF(seen))]

    def picture(self, number: int) -> QImage | None:
        """The picture of a page, if it is drawn as wide as it is shown."""
        found = self._pictures.get(number)
        return found if found is not None and found.width() == self.picture_width else None

    def show_pages(self, pages: Pages, keep_place: bool = False) -> None:
        """Show these pages from the top, or where one was before."""
        place = self.verticalScrollBar().value()
        self._pdf, self._sizes = pages.pdf, pages.sizes
        self._pictures = dict(pages.pictures)
        self._found = pages.found
        self._marks.look_for(self._pdf, self._marked)
        self._set_range()
        self.verticalScrollBar().setValue(place if keep_place else 0)
        if pages.spot is not None:
            self.go_to(pages.spot)
        self._scrolled()

    def mark(self, words: tuple[str, ...]) -> None:
        """Mark these words on the pages, and on those that are shown later."""
        self._marked = words
        self._marks.look_for(self._pdf, words)

    @property
    def found(self) -> tuple[Place, ...]:
        """The places of what was searched for."""
        return self._found

    @property
    def marked(self) -> tuple[Place, ...]:
        """The places that are marked."""
        return self._marks.places

    def show_blank(self, size: Size) -> None:
        """Show an empty sheet of this size in points until there are pages."""
        self.show_pages(Pages(b"", (size,), {}))

    def go_to(self, spot: Spot) -> None:
        """Scroll so that a place on a page stands in the upper part of the view."""
        page = self._rect(spot.page)
        at = page.top() + self.verticalScrollBar().value() + page.height() * spot.down
        self.verticalScrollBar().setValue(round(at - self.viewport().height() / 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first page and the last, Space on; the others are Qt's own."""
        bar = self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + (-bar.pageStep() if shift else bar.pageStep()),
        }
        to = moves.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same line at the top while the pages become wider or narrower."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._set_range()
        bar.setValue(round(share * bar.maximum()))
        self._settled.start()

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets in both themes, with their pictures as soon as they are there."""
        painter = QPainter(self.viewport())
        for number in self.visible_pages():
            rect = self._rect(number)
            if not rect.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW).intersects(QRectF(event.rect())):
                continue
            self._draw_sheet(painter, rect)
            picture = self._pictures.get(number)
            if picture is not None:
                painter.drawImage(rect, picture)  # of another width only while the window is being resized
                draw_marks(painter, self._found, number, rect, "accent")
                draw_marks(painter, self._marks.places, number, rect, "warm")
        painter.end()

    def _draw_sheet(self, painter: QPainter, rect: QRectF) -> None:
        shade = QColor(theme_of(self).tokens.shade)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            shade.setAlpha(7)
            painter.setBrush(shade)
            painter.drawRoundedRect(rect.adjusted(-step, 1 - step, step, step + 1), step, step)
        painter.fillRect(rect, QColor("white"))

    def _around(self) -> int:
        return min(AROUND, max(8, self.viewport().width() // 32))

    def _page_width(self) -> int:
        return max(120, min(WIDEST, self.viewport().width() - 2 * self._around()))

    def _rect(self, number: int) -> QRectF:
        """Where a page lies in the viewport, on whole device pixels."""
        width = self._page_width()
        left = max(0, (self.viewport().width() - width) // 2)
        top = self._around() + sum(self._height(before) + BETWEEN for before in range(number))
        at = QPointF(left, top - self.verticalScrollBar().value())
        return QRectF(at, QSizeF(width, self._height(number)))

    def _height(self, number: int) -> int:
        width, height = self._sizes[number]
        return round(self._page_width() * height / width)

    def _set_range(self) -> None:
        count = len(self._sizes)
        whole = sum(self._height(number) for number in range(count)) + BETWEEN * max(0, count - 1)
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, room - 2 * self._around()))
        bar.setSingleStep(48)
        bar.setRange(0, max(0, whole + 2 * self._around() - room) if count else 0)

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()
        if not self._settled.isActive():
            self._draw_next()

    def _tell_page(self) -> None:
        seen = self.visible_pages()
        of = tr("page {n} of {all}").format(n=seen[0] + 1, all=self.page_count) if seen and self._pdf else ""
        self.setAccessibleName(f"{self._name}, {of}" if of else self._name)

    def _draw_next(self) -> None:
        """Have the next page drawn that is in sight and not drawn as it is shown; one at a time."""
        missing = [number for number in self._wanted() if self.picture(number) is None]
        if self._drawing or not missing or not self._pdf:
            return
        self._drawing = True
        pdf, number, width = self._pdf, missing[0], self.picture_width

        def drawn(picture: QImage) -> None:
            if not isValid(self):
                return  # the window was closed meanwhile
            self._drawing = False
            if pdf is self._pdf:
                self._keep(number, picture)
                self.viewport().update()
            self._draw_next()

        self._in_background(lambda: draw_page(pdf, number, width), drawn)

    def _wanted(self) -> list[int]:
        """The pages in sight, and then the next one."""
        seen = self.visible_pages()
        return seen + [number for number in [seen[-1] + 1 if seen else 0] if number < len(self._sizes)]

    def _keep(self, number: int, picture: QImage) -> None:
        self._pictures[number] = picture
        near = sorted(self._pictures, key=lambda kept: abs(kept - number))
        self._pictures = {kept: self._pictures[kept] for kept in near[:KEPT]}
