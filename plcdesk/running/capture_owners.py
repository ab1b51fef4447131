"""Who has taken something on: 'Dana and Minh will …', 'Jo to …', 'Dana, Minh: …'."""

import re
from dataclasses import dataclass

from plcdesk.running.capture_names import NameBook, Named, fold, names_at, word_set
from plcdesk.running.capture_words import DOING_VERBS, NOT_DOING

_PROMISE = re.compile(
    r"\s+(?:will|shall|is\s+going\s+to|are\s+going\s+to|agreed\s+to|promised\s+to|offered\s+to|volunteered\s+to)\s+"
    r"|[’']ll\s+",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\s+(?:should|must|needs?\s+to|has\s+to|have\s+to)\s+", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s*(?=\S)")
_SPACE = re.compile(r"\s+")
_PAUSE = re.compile(r"\s*,\s+|\s+[–—-]\s+")
_ADVERB = re.compile(r"(?:both|each|also|then|please|together)\s+", re.IGNORECASE)
_VERB = re.compile(r"[^\W\d_][\w-]*")
_QUESTION = re.compile(r"\?\s*$")
_OWNER_AT_END = re.compile(r"\s*(?:[(\[]\s*(?=[\w@])|\s[–—-]\s+(?=[\w@])|(?:→|->)\s*(?=[\w@])|\s(?=@))")
_AFTER_OWNER = re.compile(r"\s*[)\]]?\s*[.!]?\s*$")


@dataclass(frozen=True)
class Owners:
    """The people named, and which words from `start` to `end` name them."""

    people: tuple[Named, ...]
    start: int
    end: int


def owners_first(text: str, start: int, book: NameBook, *, doing: bool, due: bool) -> Owners | None:
    """Who a sentence says will do something; None if it leaves a doubt.

    `doing`: it is known to be something to do, so that shorter forms and strangers' names count. `due`: a due
    date is in it. Otherwise only members count, and 'X to' and 'X:' want a verb of doing behind them. What
    ends as a question is no promise.
    """
    people = names_at(text, start, book, strangers=True)
    known = any(named.person for named in people)
    if not people or not (known or doing):
        return None
    if not doing and _QUESTION.search(text[-20:]):
        return None
    end = people[-1].end
    form = _form(text, end, doing=doing, due=due, several=len(people) > 1)
    if form is None and doing and all(named.at_sign for named in people):
        form = _SPACE.match(text, end)
    if form is not None:
        return Owners(people, start, form.end())
    if doing and known and _says_what_they_do(text, end):
        return Owners(people, start, start)  # the sentence needs them: 'Jo copies the tickets'
    return None


def _says_what_they_do(text: str, end: int) -> bool:
    """Whether a verb of doing follows in the form that it has after a name: 'copies', 'prints', 'teaches'."""
    space = _SPACE.match(text, end)
    verb = _verb(text, space.end()) if space else ""
    bases = (verb[:-1], verb[:-2], f"{verb[:-3]}y") if verb.endswith("s") else ()
    return any(base in DOING_VERBS for base in bases)


def _form(text: str, end: int, *, doing: bool, due: bool, several: bool) -> re.Match[str] | None:
    if (match := _PROMISE.match(text, end)) or (doing and (match := _DUTY.match(text, end))):
        verb = _verb(text, match.end())
        promised = verb not in NOT_DOING or doing or (due and verb == "have")
        return match if verb and promised else None
    if match := _TO.match(text, end):
        return match if _is_doing(text, match.end(), due or doing) else None
    if match := _COLON.match(text, end):
        return match if doing or several or due or _verb(text, match.end()) in DOING_VERBS else None
    if doing and (match := _PAUSE.match(text, end) or _SPACE.match(text, end)):
        return match if _verb(text, match.end()) in DOING_VERBS else None
    return None


def _verb(text: str, start: int) -> str:
    adverb = _ADVERB.match(text, start)
    word = _VERB.match(text, adverb.end() if adverb else start)
    return fold(word[0]) if word else ""


def _is_doing(text: str, start: int, due: bool) -> bool:
    verb = _verb(text, start)
    if verb in DOING_VERBS:
        return True
    after = text[start : start + 1]
    return due and after.islower() and verb not in NOT_DOING and verb not in _NO_VERB


_NO_VERB = word_set(
    "a all an and any class each every first five four her his its last my our school section some ten that the their"
    " these this those three two us which your"
)


def owners_last(text: str, start: int, end: int, book: NameBook) -> Owners | None:
    """Who is named behind what is to be done, from `start` to `end`: '… (Dana)', '… – Dana and Minh', '… @Jo'."""
    for opening in _OWNER_AT_END.finditer(text, max(start, end - 80), end):
        people = names_at(text[:end], opening.end(), book, strangers=False)
        if not people or opening.start() <= start:
            continue
        if _AFTER_OWNER.match(text[:end], people[-1].end):
            return Owners(people, opening.start(), end)
    return None
