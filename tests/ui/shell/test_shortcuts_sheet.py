"""Help > Keyboard shortcuts: every line can be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from plcdesk_ui.context import Context
from plcdesk_ui.shell.app import window_commands
from plcdesk_ui.shell.commands import room_shortcuts, screen_shortcuts
from plcdesk_ui.shell.help import shortcuts_sheet, window_shortcuts
from plcdesk_ui.shell.window import Window
from plcdesk_ui.theme.theme import Theme


def test_every_shortcut_can_be_read_and_come_to_by_keyboard(window: Window, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    sheet = shortcuts_sheet(window, window._commands)
    sheet.show()
    qtbot.waitExposed(sheet)
    labels = {label.text(): label for label in sheet.findChildren(QLabel)}
    told = {
        shortcut.does
        for shortcut in (*window_shortcuts(window._commands), *room_shortcuts(), *screen_shortcuts())
    }
    assert told <= set(labels)
    assert all(labels[text].height() >= labels[text].sizeHint().height() for text in told)
    area = sheet.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_every_key_of_the_menus_is_listed(window: Window, context: Context, theme: Theme) -> None:
    keys = {command.shortcut for command in window_commands(window, context, theme)}
    listed = {shortcut.keys for shortcut in window_shortcuts(window._commands)}
    assert keys - {""} <= listed
