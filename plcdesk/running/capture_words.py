"""The words by which a captured line says what it is: kinds, and what people promise to do."""

import re
from collections.abc import Sequence
from functools import lru_cache

from plcdesk.library.kinds import MEETING_KINDS, kind_words
from plcdesk.running.capture_names import fold, word_set

# Kinds that somebody does until some day.
DOING_KINDS = frozenset({"action", "next_step", "commitment"})

# As people write them, besides the words shown on the chips.
_EVERYDAY = {
    "note": "note",
    "notes": "note",
    "decision": "decision",
    "decided": "decision",
    "we decided": "decision",
    "agreed": "decision",
    "we agreed": "decision",
    "action": "action",
    "action item": "action",
    "actions": "action",
    "todo": "action",
    "to do": "action",
    "to-do": "action",
    "task": "action",
    "q": "question",
    "question": "question",
    "park": "parked",
    "parked": "parked",
    "park it": "parked",
    "park this": "parked",
    "parking": "parked",
    "parking lot": "parked",
}
_SEPARATOR = re.compile(r"\s*[:：]\s*|\s+[-–—]\s+")
_LONGEST_WORD = 40  # characters of a kind's word, with its separator


def kind_prefix(text: str, start: int, chips: Sequence[tuple[str, str]]) -> tuple[str, int, int] | None:
    """The kind named first in the text, as (kind, end of the word, start of what is said); None if none is.

    The step's own words win over the everyday ones.
    """
    separator = _SEPARATOR.search(text, start, start + _LONGEST_WORD)
    if separator is None:
        return None
    word = fold(text[start : separator.start()])
    if not word:
        return None
    for kind, name in chips:
        if word == fold(name):
            return kind, separator.start(), separator.end()
    kind = _EVERYDAY.get(word) or _words_in_use(tuple(kind_words()[kind] for kind in MEETING_KINDS)).get(word)
    return (kind, separator.start(), separator.end()) if kind else None


@lru_cache(maxsize=4)
def _words_in_use(words: tuple[str, ...]) -> dict[str, str]:
    return {fold(word): kind for kind, word in zip(MEETING_KINDS, words, strict=True)}


# What people do after a meeting. 'Dana to print the strips' is an action, 'Dana to Minh' is not.
DOING_VERBS = word_set(
    """add adjust administer align analyse analyze announce apply arrange ask assemble assign attend batch bring
    build buy calculate calibrate call cancel chair change chase check choose circulate clean code collate collect
    combine compare compile complete confirm connect contact copy correct count create cut decide define deliver
    describe design develop discuss display distribute document download draft draw edit email e-mail enter
    evaluate explain export facilitate figure file fill finalise finalize find finish fix follow gather get
    give go grade hand hang help highlight hold host identify implement import include inform install
    interview introduce invite investigate join keep label laminate launch lead learn let list locate look make
    mark measure meet mention message model monitor move name note notify observe open order organise organize
    outline pair phone pick pilot plan post prepare present print produce proofread propose provide publish pull
    purchase put raise read record redo remind remove rename reorder repeat replace reply report request research
    reschedule reserve reteach re-teach return revise review revisit rewrite run save scan schedule score search
    select send set share show sign sit sketch solicit sort speak split start store submit suggest summarise
    summarize survey swap take talk teach tell test text track train transcribe translate try turn type update upload
    use verify visit watch write"""
)

# What follows 'will' in a forecast or a remark rather than a promise.
NOT_DOING = word_set(
    """always be become believe depend feel forget hate have know lack like likely love maybe miss need never no
    not notice only possibly prefer probably realise realize remain remember seem soon stay still struggle
    surely think understand usually want wonder"""
)
