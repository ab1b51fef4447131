"""The palette that Qt's own parts (menus, calendars, dialogs) draw with."""

from PySide6.QtGui import QColor, QPalette

from plcdesk_ui.theme.tokens import Tokens, mix

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(tokens: Tokens) -> QPalette:
    """All roles in all three groups, so that nothing of the system's own palette shows through."""
    made = QPalette()
    for role, colour in _active(tokens).items():
        for group in (_Group.Active, _Group.Inactive, _Group.Disabled):
            made.setColor(group, role, QColor(colour))
    for role in (
        _Role.WindowText,
        _Role.Text,
        _Role.ButtonText,
        _Role.PlaceholderText,
        _Role.HighlightedText,
    ):
        made.setColor(_Group.Disabled, role, QColor(tokens.disabled))
    made.setColor(_Group.Disabled, _Role.Base, QColor(tokens.paper))
    made.setColor(_Group.Disabled, _Role.Button, QColor(tokens.paper))
    made.setColor(_Group.Disabled, _Role.Highlight, QColor(tokens.track))
    made.setColor(_Group.Disabled, _Role.Link, QColor(tokens.disabled))
    return made


def _active(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.paper,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.card,
        _Role.AlternateBase: tokens.sunk,
        _Role.ToolTipBase: tokens.ink,
        _Role.ToolTipText: tokens.paper,
        _Role.PlaceholderText: tokens.ink2,
        _Role.Text: tokens.ink,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.danger,
        _Role.Light: mix(tokens.card, tokens.ink, 0.02),
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.shade,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.parking,
        _Role.Accent: tokens.accent,
    }
