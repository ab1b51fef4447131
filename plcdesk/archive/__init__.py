"""Finding again what teams wrote down, across all their meetings."""
