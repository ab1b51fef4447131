"""The words around an agenda: headings, labels, results wanted, greetings."""

import re

DIVIDER = re.compile(r"[\s\-–—_=*~#+|.:•]+")
AGENDA = re.compile(
    r"(?:(?:the|our|today[’']s|meeting|plc|team|tentative|draft|proposed)\s+){0,3}agenda(?:\s+items)?\s*:?",
    re.IGNORECASE,
)
AGENDA_LABEL = re.compile(
    r"(?:(?:the|our|today[’']s|meeting|plc|team)\s+){0,3}agenda\s*:\s*(?=\S)", re.IGNORECASE
)
TOTAL = re.compile(
    r"[\s|*]*(?:total|sum)(?:\s+time|\s+minutes)?\b[\s|:*=–—-]*(?:\d[\d:.,]*\s*(?:minutes?|mins?|m|h|hours?)?\.?)?[\s|*]*",
    re.IGNORECASE,
)
THE_END = re.compile(
    r"(?:the\s+)?(?:end(?:\s+of\s+(?:the\s+)?(?:meeting|plc))?|meeting\s+ends|adjourn(?:ed|ment)?|dismiss(?:al|ed)?"
    r"|done|finish|bell(?:\s+rings)?|students\s+arrive)\s*[.!]?",
    re.IGNORECASE,
)

RESULT = re.compile(
    r"by\s+the\s+end\b[^.:]{0,60}?\b(?:we\s+will|we[’']ll|we|teachers\s+will|the\s+team\s+will|you\s+will)"
    r"(?:\s+have\b)?\s*:?\s*"
    r"|(?:we\s+will\s+leave\s+with|when\s+we\s+leave\s+we\s+will\s+have)\s*:?\s*"
    r"|(?:(?:meeting|today[’']s|desired|expected|intended|our|the|plc|main|team|smart|session)\s+){0,3}"
    r"(?:goals?|objectives?(?:/s)?|outcomes?|results?(?:\s+wanted)?|purpose|aims?|focus|targets?)"
    r"(?:\s+(?:for|of)\s+(?:the\s+|this\s+|our\s+)?(?:meeting|today|session))?\s*(?::|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
RESULT_HEADING = re.compile(
    r"(?:(?:meeting|today[’']s|desired|expected|intended|our)\s+){1,2}(?:goals?|objectives?|outcomes?|results?|purpose)"
    r"|(?:goals?|objectives?|outcomes?)",
    re.IGNORECASE,
)

# Lists of these belong to the meeting, and are no topics.
ASIDE = re.compile(
    r"(?:(?:the|our|team|meeting|group|plc|please|things?\s+to|what\s+to|to)\s+){0,3}(?:norms|working\s+agreements|agreements"
    r"|ground\s+rules|roles|attendees|attendance|present|absent|participants|members|invited|who[’']s\s+coming|materials"
    r"|bring|links|resources|attachments|homework|pre-?work|pre-?reading|preparation|before\s+the\s+meeting|before\s+we\s+meet"
    r"|to\s+prepare|notes|minutes|parking\s+lot|next\s+meeting|next\s+agenda|date|location|place|room|where|facilitator"
    r"|recorder|time\s?keeper|note\s?taker|norm\s+(?:keeper|monitor|watcher)|chair|school|grade|team|zoom|zoom\s+link|action\s+items|actions|to-?\s?dos)\b",
    re.IGNORECASE,
)
MAIL_HEADER = re.compile(r"(from|to|cc|bcc|sent|date|subject|reply-to|when|where)\s*:\s*", re.IGNORECASE)
REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
MEETING_WORD = re.compile(
    r"\b(?:plc|plt|meeting|agenda|team|department|dept|grade(?:\s+level)?|retreat|data\s+day|collaboration|ccc)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
DATE_WORD = re.compile(
    rf"\b(?:{_WEEKDAY}\b\.?,?\s+(?:{_MONTH}|\d)|{_MONTH}\.?\s+\d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH}\b"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|20\d\d-\d\d-\d\d)",
    re.IGNORECASE,
)
_WHEN_AND_WHERE = re.compile(
    rf"(?:{_WEEKDAY}|{_MONTH}|starts?|ends?|begins?|\d{{1,4}}(?:st|nd|rd|th)?|date|time|when|where|place|location|room|rm|library|zoom|online|in|at|on"
    r"|from|to|the|media|center|period|periods|week|of|am|pm|meet|google|teams|cafeteria|office|lab|conference|min|minutes"
    r"|school|after|before|[a-z]?\d{1,4}[a-z]?|[^\w\s])",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"(?:discussion\s+)?(?:topics|items)\s*:?|schedule\s*:?|order\s+of\s+business\s*:?", re.IGNORECASE
)
_SOON = ("for today", "for tomorrow", "for our meeting", "for this week", "for next week")
_GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|dear|good\s+(?:morning|afternoon|evening)|happy\s+\w+day|greetings|team|all|everyone|folks)\b"
    r"[\w\s’'.&]{0,40}[,!:–—-]*\s*",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:thanks|thank\s+you|many\s+thanks|thx|best|best\s+wishes|cheers|regards|kind\s+regards|warmly|sincerely|see\s+you"
    r"|talk\s+soon|have\s+a\s+(?:good|great)|yours|take\s+care|sent\s+from|looking\s+forward|--\s*$)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"(?:we|i|you|they|it|there|please|pls|let\s+me|let[’']s\s+(?:meet|try|see)|here(?:\s+is|\s+are|[’']s)|attached|below"
    r"|as\s+(?:you|we|always)|remember\s+to|don[’']t|if\s+you|can\s+you|could\s+you|just\s+a|p\.?s\.?|i[’'](?:m|ll|ve)"
    r"|we[’'](?:ll|re|ve)|on\s.{1,80}\swrote:)(?:\s|$|,|:)",
    re.IGNORECASE,
)


def is_agenda_heading(text: str) -> bool:
    """'Agenda', 'Meeting agenda:', 'Agenda for Tuesday', 'Topics'."""
    if AGENDA.fullmatch(text) or _TOPICS.fullmatch(text):
        return True
    label = AGENDA.match(text)
    rest = text[label.end() :].strip(" :") if label else ""
    return rest.casefold().startswith("for ") and (is_when_and_where(rest[4:]) or rest.casefold() in _SOON)


def is_sign_off(text: str) -> bool:
    return bool(_SIGN_OFF.match(text)) and len(text.split()) < 12


def is_prose(text: str) -> bool:
    """Whether a line is something said to people rather than a topic."""
    words = text.split()
    if len(text) > 120 or (len(words) > 12 and text.endswith((".", "!", "?"))):
        return True
    greeting = _GREETING.match(text)
    if greeting and greeting.end() == len(text) and text.endswith((",", "!", ":", "–", "—", "-")):
        return True
    if greeting and words[0].casefold().strip(",!") in ("hi", "hello", "hey", "hiya", "dear"):
        return True
    return bool(_PROSE.match(text)) or is_sign_off(text)


def is_title_like(text: str) -> bool:
    """Whether a line could be the title of a topic: short, and no sentence to somebody."""
    return (
        len(text) <= 90
        and len(text.split()) <= 14
        and not is_prose(text)
        and not text.endswith((".", "!", ","))
    )


def is_when_and_where(text: str) -> bool:
    """Whether a line only says on which day and in which place: 'Tuesday, Nov 24, Room 214'."""
    words = re.findall(r"\w+|[^\w\s]", text[:200])
    return bool(words) and len(text) <= 200 and all(_WHEN_AND_WHERE.fullmatch(word) for word in words)
