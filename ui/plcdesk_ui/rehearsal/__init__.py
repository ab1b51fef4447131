"""Trying a protocol out in the real meeting room, on a fast clock; nothing of it is kept."""
