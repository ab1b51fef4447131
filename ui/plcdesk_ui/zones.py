"""The time zone of this laptop, as an IANA name."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimeZone


def local_zone() -> str:
    """The system's zone, such as 'America/Chicago'; UTC where it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return "UTC"
    return name
