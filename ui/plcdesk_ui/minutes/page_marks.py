"""Marks over the words on pages that somebody should look at. They are on the screen only, never in the PDF."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from plcdesk.minutes.document import Tone
from plcdesk.minutes.inks import INKS
from plcdesk.minutes.preview import Place, find_all

_SHADE = 44  # of 255: the letters below stay as easy to read
_LINE = 2.0


class PageMarks:
    """Finds the places of words in a PDF, in the background; `view` is painted again then."""

    def __init__(
        self, view: QWidget, in_background: Callable[[Callable[[], Any], Callable[[Any], None]], Any]
    ) -> None:
        self._view = view
        self._in_background = in_background
        self._pdf = b""
        self._words: tuple[str, ...] = ()
        self.places: tuple[Place, ...] = ()

    def look_for(self, pdf: bytes, words: tuple[str, ...]) -> None:
        """Mark these words in this PDF, in place of what was marked before."""
        if pdf is self._pdf and words == self._words:
            return
        self._pdf, self._words, self.places = pdf, words, ()
        self._view.update()
        if not (pdf and words):
            return

        def found(places: tuple[Place, ...]) -> None:
            if isValid(self._view) and pdf is self._pdf and words == self._words:
                self.places = places
                self._view.update()

        self._in_background(lambda: find_all(pdf, words), found)


def draw_marks(painter: QPainter, places: Iterable[Place], number: int, page: QRectF, tone: Tone) -> None:
    """A shade and a line below each place that is on page `number`, which lies at `page`."""
    line = QColor(INKS[tone])
    shade = QColor(line)
    shade.setAlpha(_SHADE)
    for place in places:
        if place.page != number:
            continue
        left, right = (page.left() + share * page.width() for share in (place.left, place.right))
        top, foot = (page.top() + share * page.height() for share in (place.top, place.foot))
        painter.fillRect(QRectF(left - 1, top - 1, right - left + 2, foot - top + 2), shade)
        painter.fillRect(QRectF(left - 1, foot + 1, right - left + 2, _LINE), line)
