"""Students' names: noticing where they may stand in what people wrote, and leaving them out of what leaves."""
