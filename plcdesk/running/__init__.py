"""The meeting while it runs: clock, rounds, attendance, capture."""
