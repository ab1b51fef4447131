"""Protocols and meeting templates: what the app ships and how it fits the minutes."""
