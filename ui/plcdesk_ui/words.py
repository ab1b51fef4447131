"""Dates, times and lengths as the screens say them, in the language and order of the system."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from plcdesk.text import ntr, tr


def day(value: date) -> str:
    """'Tue 24 Nov'."""
    return QLocale().toString(_qdate(value), "ddd d MMM")


def short_day(value: date) -> str:
    """'24 Nov'."""
    return QLocale().toString(_qdate(value), "d MMM")


def long_day(value: date) -> str:
    """'Tuesday 24 November'."""
    return QLocale().toString(_qdate(value), "dddd d MMMM")


def clock(value: datetime) -> str:
    """'10:50', or '3:05 PM' where people write so; on the hour and half-day of the system's locale."""
    return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def span(start: datetime, minutes: int) -> str:
    """'10:50 – 11:35'."""
    return f"{clock(start)} – {clock(start + timedelta(minutes=minutes))}"


def near_day(value: date, today: date) -> str:
    """'Today', 'Tomorrow', or the day."""
    if value == today:
        return tr("Today")
    if value == today + timedelta(days=1):
        return tr("Tomorrow")
    if value == today - timedelta(days=1):
        return tr("Yesterday")
    return day(value) if abs((value - today).days) < 300 else day(value) + f" {value.year}"


def minutes_word(minutes: int) -> str:
    """'45 min'."""
    return tr("{n} min").format(n=minutes)


def late_word(days: int) -> str:
    """'4 days late'."""
    return ntr("{n} day late", "{n} days late", days).format(n=days)


def joined(parts: "list[str] | tuple[str, ...]") -> str:
    """'Dana, Minh'."""
    return ", ".join(parts)


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
