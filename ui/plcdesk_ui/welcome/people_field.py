"""Reading the names that somebody typed or pasted into one box."""

import re


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text: one a line, or apart by commas or semicolons; each once, without list signs."""
    found: dict[str, str] = {}
    for part in re.split(r"[\n,;\t]+", text):
        name = " ".join(re.sub(r"^[\s\-*•\d.)]+", "", part).split())
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
