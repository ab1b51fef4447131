"""Words as people may spell them: one with a capital, an accent or an s more is the same word."""

import re
import unicodedata

FILLERS = frozenset({"protocol", "the", "a", "an"})
_SHORT = 3  # letters; an s at the end of so short a word belongs to it
_QUOTES = re.compile("['’‘“”\"]")  # inside a word: Rosa's, “A”s
_NOT_WORDS = re.compile(r"[^\w]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents, punctuation and fillers such as 'protocol'."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    if not apart.isascii():
        apart = "".join(letter for letter in apart if not unicodedata.combining(letter))
    spelt = _QUOTES.sub("", apart).replace("&", " and ").replace("_", " ")
    words = tuple(word for word in _NOT_WORDS.split(spelt) if word)
    return tuple(_singular(word) for word in words if word not in FILLERS) or words


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss") else word
