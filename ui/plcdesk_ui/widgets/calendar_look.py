"""The pop-up calendar in the theme's colours, where the style sheet does not reach."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.icons import icon


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Take the red out of the weekends (red means late here), and use our arrows. Call again on a new theme."""
    tokens = theme_of(calendar).tokens
    for day, colour in ((Qt.DayOfWeek.Saturday, tokens.ink2), (Qt.DayOfWeek.Sunday, tokens.ink2)):
        look = QTextCharFormat()
        look.setForeground(QColor(colour))
        calendar.setWeekdayTextFormat(day, look)
    header = QTextCharFormat()
    header.setForeground(QColor(tokens.ink2))
    calendar.setHeaderTextFormat(header)
    calendar.setGridVisible(False)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, picture in (
        ("qt_calendar_prevmonth", "chevron-left"),
        ("qt_calendar_nextmonth", "chevron-right"),
    ):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icon(picture))
