"""The team: its people, its norms, its usual slot."""
