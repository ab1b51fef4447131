"""Leaving the app by its command."""

from PySide6.QtGui import QAction

from plcdesk_ui.shell.frame import Frame


def test_quit_closes_the_whole_window_not_only_what_is_in_it(window):
    frame = Frame("")
    frame.show_app(window)
    frame.show()
    quit_action = next(action for action in window.findChildren(QAction) if action.text() == "Quit")
    quit_action.trigger()
    assert not frame.isVisible()
    window.setParent(None)  # the fixture closes it
