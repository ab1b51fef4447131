"""The meeting room: the facilitator's desk, and what the wall shares with it."""
