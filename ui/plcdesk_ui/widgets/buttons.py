"""Buttons with a word, and buttons with only an icon."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from plcdesk_ui.theme.sizes import CONTROL_CORNER
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import icon as find_icon
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut

_GAP = 2
_AROUND_NAME = 2
_ICON_COLOURS = {"primary": "on_accent", "quiet": "ink2", "danger": "danger", "link": "accent"}


class Button(QPushButton):
    """A button with a word. Make it with `button`."""

    def __init__(self, text: str, role: str = "plain", icon: str | None = None) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("role", role)
        self._icon = icon
        self._show_icon()

    @property
    def role(self) -> str:
        """'primary', 'plain', 'quiet', 'danger' or 'link'."""
        return str(self.property("role"))

    def set_text(self, text: str) -> None:
        """Change the word; an '&' in it is shown as it is."""
        shown = text.replace("&", "&&")
        if shown == self.text():
            return
        shortcut = self.shortcut()
        self.setText(shown)
        self.setShortcut(shortcut)  # Qt drops it when the text changes

    def set_icon(self, name: str | None) -> None:
        """Change the icon, or take it away."""
        self._icon = name
        self._show_icon()

    def set_menu(self, menu: QMenu) -> None:
        """Open `menu` on a press, and say so with an arrow."""
        self.setMenu(menu)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_icon("chevron-down")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, whichever button of a sheet Enter else presses."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the theme or the screen changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._show_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button shows the keyboard's ring inside itself, where it stands out."""
        super().paintEvent(event)
        if self.hasFocus() and (self.role == "primary" or self.isChecked()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme_of(self).tokens.on_accent), 1.5))
            ring = QRectF(self.rect()).adjusted(3.25, 3.25, -3.25, -3.25)
            painter.drawRoundedRect(ring, CONTROL_CORNER - 3, CONTROL_CORNER - 3)
            painter.end()

    def _show_icon(self) -> None:
        if self._icon is None:
            return
        side = theme_of(self).sizes.icon - 1
        gap = _GAP if self.text() else 0
        self.setIconSize(QSize(side + gap, side))
        arrow_behind = self.menu() is not None
        wanted = find_icon(self._icon, _ICON_COLOURS.get(self.role), -gap if arrow_behind else gap, side)
        if wanted.cacheKey() != self.icon().cacheKey():  # setting it again would lay out all around it
            self.setIcon(wanted)


class NameButton(Button):
    """A link whose words are a name of any length: where it does not fit, its middle becomes '…'."""

    def __init__(self, name: str, on_click: Callable[[], object], tip: str) -> None:
        super().__init__(name, "link")
        self.name = name
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where somebody types
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        _wire(self, on_click, f"{name}\n{tip}", None, None)

    def sizeHint(self) -> QSize:
        """Wide enough for the whole name."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.name) + 4 * _AROUND_NAME
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as fits, its ending above all."""
        super().resizeEvent(event)
        room = self.width() - 2 * _AROUND_NAME
        self.set_text(self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideMiddle, room))


class IconButton(QToolButton):
    """A button with only an icon. Make it with `icon_button`, which asks for its name."""

    def __init__(
        self, icon: str, accessible_name: str, colour: str = "ink2", grade: str | None = None
    ) -> None:
        super().__init__()
        if grade is not None:
            self.setProperty("grade", grade)
        self._icon, self._colour = icon, colour
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_icon()

    def set_icon(self, name: str, accessible_name: str) -> None:
        """Change what the button shows and what it is called."""
        self._icon = name
        self.setAccessibleName(accessible_name)
        self._show_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the theme or the screen changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._show_icon()

    def _show_icon(self) -> None:
        side = theme_of(self).sizes.icon - (3 if self.property("grade") == "small" else 0)
        self.setIconSize(QSize(side, side))
        wanted = find_icon(self._icon, self._colour, side=side)
        if wanted.cacheKey() != self.icon().cacheKey():
            self.setIcon(wanted)


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    role: str = "plain",
    icon: str | None = None,
    tip: str | None = None,
    shortcut: str | None = None,
    grade: str | None = None,
    parent: QWidget | None = None,
) -> Button:
    """A button with a word. Roles: plain, primary (one a screen), quiet, danger, link. Grades: small, large.

    `shortcut` in portable text ('Ctrl+N') is bound to the button and named in its tool tip.
    """
    made = Button(text, role, icon)
    made.setAutoDefault(False)
    if grade is not None:
        made.setProperty("grade", grade)
    _wire(made, on_click, tip or (text if shortcut else ""), shortcut, parent)
    return made


def icon_button(
    icon: str,
    accessible_name: str,
    on_click: Callable[[], object] | None = None,
    tip: str | None = None,
    shortcut: str | None = None,
    colour: str = "ink2",
    grade: str | None = None,
    parent: QWidget | None = None,
) -> IconButton:
    """A button that shows only an icon; its name is read aloud and, without another tip, is its tool tip."""
    made = IconButton(icon, accessible_name, colour, grade)
    _wire(made, on_click, tip or accessible_name, shortcut, parent)
    return made


def _wire(
    made: QPushButton | QToolButton,
    on_click: Callable[[], object] | None,
    tip: str,
    shortcut: str | None,
    parent: QWidget | None,
) -> None:
    if parent is not None:
        made.setParent(parent)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
    set_tip(made, tip_with_shortcut(tip, shortcut))
