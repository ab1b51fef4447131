"""The parts that every screen is made of. They take plain data and know nothing of the store."""
