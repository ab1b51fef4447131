"""One page for a colleague who was not there: what was agreed, what they are to do and bring, what is open."""

import math
from collections.abc import Iterable

from plcdesk.minutes.content import ActionLine, MeetingFacts
from plcdesk.minutes.dates import DEFAULT, language_tag, short_date
from plcdesk.minutes.document import (
    DOT,
    Block,
    CheckBox,
    Document,
    Heading,
    Paragraph,
    Run,
    Space,
    joined,
    plain_runs,
    words_in,
)
from plcdesk.minutes.phrases import (
    addenda,
    bring,
    decision_list,
    ended,
    footer,
    next_day,
    next_meeting,
    still_open,
    subtitle,
    wanted_and_reached,
)
from plcdesk.text import ntr, tr

WORDS_A_MINUTE = 220  # Silent reading of plain prose by adults: 238 (Brysbaert 2019), less for lists.


def catch_up_document(facts: MeetingFacts, name: str, locale: str = DEFAULT) -> Document:
    """The catch-up page for the colleague `name`, as their name stands among the owners of actions."""
    blocks = (
        *wanted_and_reached(facts),
        Heading(tr("What we decided"), 1, "decision"),
        *decision_list(facts.decisions),
        *_actions(facts, name, locale),
        Heading(tr("Next meeting")),
        Paragraph(next_meeting(facts, locale)),
        *still_open(facts.still_open),
        *addenda(facts, locale),
        *_whom_to_ask(facts),
    )
    return Document(
        title=tr("Catch-up for {name}").format(name=name),
        author=facts.team,
        language=language_tag(locale),
        blocks=(Paragraph(_opening(facts, blocks)), *blocks),
        subtitle=subtitle(facts, locale),
        footer=footer(facts, locale),
        one_page=True,
    )


def _opening(facts: MeetingFacts, blocks: Iterable[Block]) -> tuple[Run, ...]:
    number = max(1, math.ceil(words_in(blocks) / WORDS_A_MINUTE))
    time = ntr("{n} minute to read", "{n} minutes to read", number).format(n=number)
    title = facts.title.strip() or tr("Meeting without a title")
    return (Run(title, strong=True), Run(DOT + time, tone="quiet"))


def _actions(facts: MeetingFacts, name: str, locale: str) -> Iterable[Block]:
    still = [action for action in facts.actions if action.status == "open"]
    mine = [action for action in still if _is_for(action, name)]
    yield Heading(tr("For you to do"))
    if not mine and not bring(facts):
        yield Paragraph(plain_runs(tr("Nothing has your name on it."), "quiet"))
    for action in mine:
        yield CheckBox(_todo(action, name, facts, locale))
    if facts.next_meeting and bring(facts):
        day = tr("on {date}").format(date=next_day(facts.next_meeting, facts, locale))
        yield CheckBox((Run(bring(facts).removesuffix(".")), Run(DOT + day, tone="quiet")))
    nobodys = [action for action in still if not action.owners]
    if nobodys:
        yield Space(0.3)
        yield Paragraph((Run(tr("Nobody has these yet"), strong=True),), leads=True)
    for action in nobodys:
        yield CheckBox(_todo(action, name, facts, locale))


def _is_for(action: ActionLine, name: str) -> bool:
    wanted = {name.strip().casefold(), tr("everyone").casefold()}
    return any(owner.strip().casefold() in wanted for owner in action.owners)


def _todo(action: ActionLine, name: str, facts: MeetingFacts, locale: str) -> tuple[Run, ...]:
    day = short_date(action.due, facts.starts_local.date(), locale) if action.due else ""
    by = tr("by {date}").format(date=day) if day else tr("no date")
    others = [owner for owner in action.owners if owner.strip().casefold() != name.strip().casefold()]
    along = tr("with {names}").format(names=", ".join(others)) if others else ""
    return (Run(action.text.strip()), Run(DOT + joined(by, along), tone="quiet"))


def _whom_to_ask(facts: MeetingFacts) -> Iterable[Block]:
    names = [person.name for person in facts.present if person.role][:2]
    if names:
        yield Space(0.6)
        asked = tr(" or ").join(names)
        yield Paragraph(plain_runs(ended(tr("Questions? Ask {names}").format(names=asked)), "quiet"))
