"""Making a PDF and drawing its pages, all away from the GUI thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from plcdesk.minutes.preview import Place, Spot, find_all, find_words, page_count, page_size, render_page
from plcdesk.store.reader import Reader

Maker = Callable[[Reader], bytes]
Size = tuple[float, float]


@dataclass(frozen=True)
class Pages:
    """A PDF with the sizes of its pages in points, and pictures of those that are looked at first.

    `spot` is what to scroll to, `found` where all of it stands.
    """

    pdf: bytes
    sizes: tuple[Size, ...]
    pictures: dict[int, QImage]
    spot: Spot | None = None
    found: tuple[Place, ...] = ()


def make_pages(pdf: bytes, looked_at: Iterable[int], width: int, words: str = "") -> Pages:
    """The pages of a PDF; those looked at are drawn `width` device pixels wide. `words` are searched for."""
    sizes = tuple(page_size(pdf, number) for number in range(page_count(pdf)))
    spot = find_words(pdf, words) if words else None
    first = {spot.page} if spot is not None else set(looked_at)
    drawn = {number for number in first if number < len(sizes)} or {0}
    pictures = {number: draw_page(pdf, number, width) for number in drawn}
    return Pages(pdf, sizes, pictures, spot, find_all(pdf, (words,)) if words else ())


def draw_page(pdf: bytes, number: int, width: int) -> QImage:
    """One page, `width` device pixels wide, ready to be painted."""
    page = render_page(pdf, number, width)
    picture = QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
    return picture.convertToFormat(QImage.Format.Format_RGB32)
