"""Figures over time, from a team's own records: for the team itself, for its coach and its principal.

No figure ranks teams or people. Each figure holds the records that it counts, so that anybody can look.
"""
