"""Wrapping up: what was agreed, what stays open, norms and feedback."""
