"""The words by which a student's name is told from other words; read from `assets/names` when first needed."""

from dataclasses import dataclass, fields
from functools import cache

from plcdesk import paths
from plcdesk.running.capture_names import fold


@dataclass(frozen=True)
class NameWords:
    """Lower case without accents, one word each; what each set is for stands in the file."""

    given: frozenset[str]
    also_words: frozenset[str]
    places: frozenset[str]
    doings: frozenset[str]
    belongings: frozenset[str]
    children: frozenset[str]
    courtesies: frozenset[str]
    short_forms: frozenset[str]
    calendar: frozenset[str]


@cache
def name_words() -> NameWords:
    """The words that are shipped. Raises OSError if they are missing."""
    import tomllib

    read = tomllib.loads((paths.assets() / "names" / "names.toml").read_text(encoding="utf-8"))
    dotted = {"short_forms": frozenset(read["short_forms"].split())}
    folded = {
        field.name: frozenset(map(fold, read[field.name].split()))
        for field in fields(NameWords)
        if field.name not in dotted
    }
    return NameWords(**(folded | dotted))
