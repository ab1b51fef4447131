"""Writing down while the meeting runs: the line for notes, and the list of what was written."""
