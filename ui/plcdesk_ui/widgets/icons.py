"""Icons: SVG files tinted with the theme's colours, sharp on every screen."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plcdesk import paths
from plcdesk_ui.theme.theme import device_ratio, theme_of

_SIDES = (14, 16, 18, 20, 24, 32, 48)


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon called `name` (a Lucide name such as 'chevron-down').

    `colour` is the name of a token ('accent') or '#RRGGBB'; None takes the colour of text.
    Kept by the theme until it changes. Raises FileNotFoundError when there is no such icon.
    """
    theme = theme_of()
    paint = _colour(colour)
    key = (name, paint, device_ratio())
    found = theme.icons.get(key)
    if found is None:
        found = theme.icons[key] = _draw(name, paint, theme.tokens.disabled, key[2])
    return found


def pixmap(name: str, side: int, colour: str | None = None) -> QPixmap:
    """The icon as a picture of `side` × `side` pixels, for widgets that draw it themselves."""
    return icon(name, colour).pixmap(QSize(side, side), device_ratio())


def _colour(colour: str | None) -> str:
    if colour is not None and colour.startswith("#"):
        return colour
    return getattr(theme_of().tokens, colour or "ink")


def _draw(name: str, colour: str, disabled: str, ratio: float) -> QIcon:
    made = QIcon()
    source = (paths.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, paint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        drawing = QSvgRenderer(QByteArray(_tinted(source, paint).encode()))
        for side in _SIDES:
            made.addPixmap(_pixmap(drawing, side, ratio), mode)
    return made


def _tinted(source: str, colour: str) -> str:
    return re.sub(r"currentColor|#000000|#000\b", colour, source)


def _pixmap(drawing: QSvgRenderer, side: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
