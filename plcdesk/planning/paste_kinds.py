"""What kind of item a title names, by its words."""

import re
from collections.abc import Callable
from typing import Literal

ItemKind = Literal["opening", "topic", "decision", "news", "protocol", "wrap_up"]
ProtocolNamed = Callable[[str], str | None]

_AND_MORE = r"(?=\s*(?:$|[,:;&+/–—(!.-]|and\b))"
_OPENING = re.compile(
    rf"(?:opening|open|welcome|intro(?:ductions?)?|greetings?|ice\s?-?breaker|warm\s?-?up|call\s+to\s+order|roll\s+call"
    rf"|connections?|celebrat(?:e|ions?)|good\s+things|gratitudes?|glows|attendance|grounding|settle\s+in|check(?:ing)?[\s-]?ins?"
    rf"|(?:team\s+|our\s+)?norms?){_AND_MORE}"
    r"|(?:opening|welcome)\b(?!\s+(?:day|week|night|unit|lesson|task|letter))"
    r"|(?:opening|check[\s-]?in|connections?)\s+(?:round|circle|question|activity|moves?)\b"
    r"|(?:review|revisit|read|go\s+over|set|remember)\s+(?:of\s+)?(?:the\s+|our\s+|team\s+)*norms?\b"
    r"|norms?\s+(?:review|check|reminder)\b",
    re.IGNORECASE,
)
_WRAP_UP = re.compile(
    rf"(?:wrap(?:ping)?[\s-]?up|clos(?:e|ing|ure)|adjourn(?:ment)?|check(?:ing)?[\s-]?out|plus\s?/\s?delta|exit)(?:{_AND_MORE}|\s+with\b)"
    r"|(?:the\s+)?next\s+steps?\b|wrap[\s-]?up\s+(?:the\s+)?meeting\b|closing\s+(?:round|circle|remarks|thoughts|moves?)\b"
    r"|(?:review|recap|summari[sz]e|assign|list)\s+(?:of\s+|the\s+|our\s+)*(?:action\s+items|actions|next\s+steps|decisions)\b"
    r"|(?:recap|summary|who\s+does\s+what(?:\s+by\s+when)?|action\s+items|commitments)\s*$"
    r"|meeting\s+(?:evaluation|feedback|reflection|recap)\b|evaluate\s+(?:the\s+)?meeting\b",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"(?:decide|choose|select|pick|vote|approve|approval|finali[sz]e|determine|agree\s+(?:on|to|upon)|settle\s+on)\b"
    r"|decisions?\s*(?:[:–—-]|$|on\b|about\b|to\b|needed\b)|.{0,80}\b(?:decide|vote\s+on|decision\s+(?:on|about|needed))\b"
    r"|.{0,80}\b(?:decision|vote)\s*[)\]!]?\s*$",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"(?:news|f\.?y\.?i|announcements?|reminders?|housekeeping|logistics|notices?|bulletins?|info(?:rmation)?)"
    r"(?=\s*(?:$|[,:;&+/–—(-]|and\b|from\b|about\b|of\b|items\b))"
    r"|inform\s*:|updates?(?=\s*(?:$|[,:;&+/–—(-]|and\b|from\b|about\b|on\b))"
    r"|.{0,80}\b(?:announcements?|housekeeping|news|updates?|reminders?|fyi)\s*(?:$|[,;&+/(]|and\b)",
    re.IGNORECASE,
)
_WITH_PROTOCOL = re.compile(r"\b(?:using|with|via|through|by\s+way\s+of)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_LABEL = re.compile(r"(?:protocol|activity|structure)\s*[:–—-]\s*", re.IGNORECASE)
_WORD_PROTOCOL = re.compile(r"\s*\bprotocol\b\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[:(|]\s*|\s+[–—-]\s+|\)\s*")
_ARTICLE = re.compile(r"(?:the|an?|our|do|run|use)\s+", re.IGNORECASE)


def protocol_in(title: str, protocol_named: ProtocolNamed) -> str | None:
    """The id of the protocol that a title names: as a whole, before a colon, or after 'using the'."""
    words = title[:200]
    candidates = [words, *_PARTS.split(words)[:4]]
    candidates += [words[match.end() :] for match in list(_WITH_PROTOCOL.finditer(words))[:3]]
    for candidate in list(candidates):
        label = _LABEL.match(candidate)
        candidates.append(_ARTICLE.sub("", candidate[label.end() if label else 0 :], count=1))
    tried: set[str] = set()
    for candidate in candidates:
        for name in (candidate.strip(" .,:;–—-"), _WORD_PROTOCOL.sub(" ", candidate).strip(" .,:;–—-")):
            if name and name not in tried:
                tried.add(name)
                if found := protocol_named(name):
                    return found
    return None


def kind_of(title: str, protocol_named: ProtocolNamed) -> tuple[ItemKind, str | None]:
    """The kind of item that a title names, and the protocol's id if it is one.

    'Norms' and 'Check-in' stay openings even where a protocol bears that name, unless it says 'protocol'.
    """
    plain = title.strip(" \t\"'“”‘’*_")
    kind = everyday_kind(plain)
    if kind in ("opening", "wrap_up") and "protocol" not in plain.casefold():
        return kind, None
    if found := protocol_in(plain, protocol_named):
        return "protocol", found
    return kind, None


_METHODS: dict[str, ItemKind] = {
    **dict.fromkeys(("decide", "decision", "for decision", "vote", "to decide"), "decision"),
    **dict.fromkeys(("fyi", "inform", "information", "for information", "news", "announcement"), "news"),
}


_SIGNS = "".join(
    map(chr, (*range(0x21, 0x30), *range(0x2190, 0x2BFF), *range(0x1F300, 0x1FAFF), 0xFE0F, 0x20))
)


def kind_of_method(words: str) -> ItemKind | None:
    """The kind that a table's column of methods or purposes names: 'Decide', 'FYI'; None for other words."""
    return _METHODS.get(words.strip(" .:").casefold())


def everyday_kind(title: str) -> ItemKind:
    """The kind of item by its everyday words alone; 'topic' if none fits."""
    words = title[:200].lstrip(_SIGNS)
    if _OPENING.match(words):
        return "opening"
    if _WRAP_UP.match(words):
        return "wrap_up"
    if _DECISION.match(words):
        return "decision"
    if _NEWS.match(words):
        return "news"
    return "topic"
