"""The first screen: the next meeting, what is open, what was agreed last."""
