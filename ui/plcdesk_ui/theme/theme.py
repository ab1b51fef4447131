"""The theme of the running program: follows the system or the person's choice, and tells when it changed."""

from functools import cached_property
from typing import ClassVar, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from plcdesk_ui.theme.palette import palette
from plcdesk_ui.theme.sizes import Sizes, sizes_for
from plcdesk_ui.theme.style_sheet import style_sheet
from plcdesk_ui.theme.tokens import Tokens, load

ThemeChoice = Literal["system", "light", "dark"]


class Theme(QObject):
    """Colours, sizes and icons in use. Make one after the application, then call `apply`.

    A widget finds the one made last through `theme_of`.
    """

    changed = Signal()
    running: ClassVar["Theme | None"] = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.tokens: Tokens = load("light")
        self.sizes: Sizes = sizes_for(self._system_pixels(), 1.0)
        self.icons: dict[tuple[str, str, float, int, int], QIcon] = {}
        self.pixmaps: dict[tuple[str, str, float, int], QPixmap] = {}
        self._app = app
        self._choice: ThemeChoice = "light"
        self._scale = 1.0
        self._applied = False
        Theme.running = self
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._wanted() == "dark"

    def apply(self, choice: ThemeChoice = "system", scale: float = 1.0) -> None:
        """Use the theme of `choice`, with all type enlarged by `scale` (1.0 is the system's own size)."""
        self._choice, self._scale = choice, scale
        hints = self._app.styleHints()
        hints.setColorScheme(
            {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
        )
        self._refresh()

    def font(self) -> QFont:
        """The system's font at the base size, its figures all of one width."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPixelSize(self.sizes.base)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @cached_property
    def chip_font(self) -> QFont:
        """The small semi-bold type of chips."""
        font = self.font()
        font.setPixelSize(self.sizes.caption)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @cached_property
    def key_font(self) -> QFont:
        """The type of keycaps."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.sizes.caption - 1)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _refresh(self) -> None:
        wanted = load(self._wanted()), sizes_for(self._system_pixels(), self._scale)
        if self._applied and wanted == (self.tokens, self.sizes):
            return
        self._applied = True
        self.tokens, self.sizes = wanted
        self.icons.clear()
        self.pixmaps.clear()
        for made in ("chip_font", "key_font"):
            self.__dict__.pop(made, None)
        self._app.setFont(self.font())
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self.sizes))
        self.changed.emit()

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._refresh()

    def _system_pixels(self) -> float:
        return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()


def theme_of(_widget: QObject | None = None) -> Theme:
    """The theme of the running application. Raises LookupError before one was made."""
    theme = Theme.running
    if theme is None:
        raise LookupError("Make a Theme(app) before the first widget")
    return theme


def device_ratio() -> float:
    """The highest number of device pixels to a pixel among the screens."""
    return cast(QGuiApplication, QGuiApplication.instance()).devicePixelRatio()
