"""PLC Desk without a screen: everything the app knows and does."""

__version__ = "0.1.0"
