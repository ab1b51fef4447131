"""Answers without names: passing the laptop round the team, or typing in what stands on paper."""
