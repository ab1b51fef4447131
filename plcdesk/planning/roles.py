"""The roles of a meeting, in words."""

from plcdesk.text import tr


def role_words() -> dict[str, str]:
    """The roles in order, each with its word."""
    return {"facilitator": tr("Facilitator"), "recorder": tr("Recorder"), "timekeeper": tr("Timekeeper")}
