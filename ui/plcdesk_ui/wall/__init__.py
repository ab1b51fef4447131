"""The wall: what the whole room sees."""
