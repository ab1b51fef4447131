"""Icons: SVG files tinted with the theme's colours, sharp on every screen."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plcdesk import paths
from plcdesk_ui.theme.theme import device_ratio, theme_of

_SIDES = (14, 16, 18, 20, 24, 32, 48)
_FILLED = frozenset({"play", "pause", "skip-forward"})
"""Drawn full, as on the buttons of every player."""


def icon(name: str, colour: str | None = None, gap: int = 0) -> QIcon:
    """The icon called `name` (a Lucide name such as 'chevron-down').

    `colour` is the name of a token ('accent') or '#RRGGBB'; None takes the colour of text.
    `gap` leaves so many pixels free at its right, or at its left when negative. Kept by the theme until
    it changes. Raises FileNotFoundError when there is no such icon.
    """
    theme = theme_of()
    paint = _colour(colour)
    key = (name, paint, device_ratio(), gap)
    found = theme.icons.get(key)
    if found is None:
        found = theme.icons[key] = _draw(name, (paint, theme.tokens.disabled), device_ratio(), gap)
    return found


def pixmap(name: str, side: int, colour: str | None = None) -> QPixmap:
    """The icon as a picture of `side` × `side` pixels, for widgets that draw it themselves."""
    return icon(name, colour).pixmap(QSize(side, side), device_ratio())


def _colour(colour: str | None) -> str:
    if colour is not None and colour.startswith("#"):
        return colour
    return getattr(theme_of().tokens, colour or "ink")


def _draw(name: str, colours: tuple[str, str], ratio: float, gap: int) -> QIcon:
    made = QIcon()
    source = (paths.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, paint in zip((QIcon.Mode.Normal, QIcon.Mode.Disabled), colours, strict=True):
        drawing = QSvgRenderer(QByteArray(_tinted(source, paint, name in _FILLED).encode()))
        for side in _SIDES:
            made.addPixmap(_pixmap(drawing, side, ratio, gap), mode)
    return made


def _tinted(source: str, colour: str, filled: bool) -> str:
    if filled:
        source = source.replace('fill="none"', 'fill="currentColor"')
    return re.sub(r"currentColor|#000000|#000\b", colour, source)


def _pixmap(drawing: QSvgRenderer, side: int, ratio: float, gap: int) -> QPixmap:
    drawn = QPixmap(round((side + abs(gap)) * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = max(0, -gap) * ratio
    drawing.render(painter, QRectF(left, 0, drawn.height(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
