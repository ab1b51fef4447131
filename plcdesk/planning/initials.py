"""Initials for the circles in which people are shown."""

from collections.abc import Container


def initials_of(name: str, taken: Container[str] = ()) -> str:
    """Two letters for a name, such as 'DK' for Dana Kim; other letters or a digit when somebody has them."""
    words = [word for word in name.split() if word[0].isalnum()] or [name.strip() or "?"]
    first, last = words[0], words[-1] if len(words) > 1 else words[0][1:] or words[0]
    candidates = [first[0] + letter for letter in last] + [first[0] + letter for letter in first[1:]]
    candidates += [f"{first[0]}{digit}" for digit in range(2, 1000)]
    return next(pair.upper() for pair in candidates if pair.upper() not in taken)
