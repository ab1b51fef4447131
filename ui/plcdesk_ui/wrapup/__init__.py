"""Wrapping up: what was agreed, what is open, when next, how we worked."""
