"""The small timer that stays over other windows, for a wall that shows student work."""
