"""Icons: SVG files tinted with the theme's colours, sharp on every screen."""

import re

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plcdesk import paths
from plcdesk_ui.theme.theme import device_ratio, theme_of

_FILLED = frozenset({"play", "pause", "skip-forward"})
"""Drawn full, as on the buttons of every player."""


def icon(name: str, colour: str | None = None, gap: int = 0, side: int = 0) -> QIcon:
    """The icon called `name` (a Lucide name such as 'chevron-down') for a button or a menu.

    `colour` is the name of a token ('accent') or '#RRGGBB'; None takes the colour of text.
    `gap` leaves so many pixels free at its right, or at its left when negative. `side` is how many pixels
    wide it will be shown, 0 for the usual size of icons. Kept by the theme until it changes. Raises FileNotFoundError when there is no such icon.
    """
    theme = theme_of()
    paint, ratio, side = _colour(colour), device_ratio(), side or theme.sizes.icon
    found = theme.icons.get((name, paint, ratio, gap, side))
    if found is None:
        found = theme.icons[name, paint, ratio, gap, side] = QIcon()
        for mode, ink in ((QIcon.Mode.Normal, paint), (QIcon.Mode.Disabled, theme.tokens.disabled)):
            found.addPixmap(_draw(_drawing(name, ink), side, ratio, gap), mode)
    return found


def pixmap(name: str, side: int, colour: str | None = None) -> QPixmap:
    """The icon as a picture of `side` × `side` pixels, for widgets that draw it themselves."""
    theme = theme_of()
    key = (name, _colour(colour), device_ratio(), side)
    found = theme.pixmaps.get(key)
    if found is None:
        found = theme.pixmaps[key] = _draw(_drawing(name, key[1]), side, key[2], 0)
    return found


def _colour(colour: str | None) -> str:
    if colour is not None and colour.startswith("#"):
        return colour
    return getattr(theme_of().tokens, colour or "ink")


def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = (paths.icons() / f"{name}.svg").read_text(encoding="utf-8")
    if name in _FILLED:
        source = source.replace('fill="none"', 'fill="currentColor"')
    tinted = re.sub(r"currentColor|#000000|#000\b", colour, source)
    return QSvgRenderer(QByteArray(tinted.encode()))


def _draw(drawing: QSvgRenderer, side: int, ratio: float, gap: int) -> QPixmap:
    drawn = QPixmap(round((side + abs(gap)) * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = max(0, -gap) * ratio
    drawing.render(painter, QRectF(left, 0, drawn.height(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
