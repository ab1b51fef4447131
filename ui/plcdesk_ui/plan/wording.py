"""What the plan screen says: kinds, minutes, how a protocol was fitted, and what would make it shorter."""

from plcdesk.library.fitted import Fitted, Offer
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import find_form
from plcdesk.planning.infos import ItemInfo, MeetingInfo
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.words import day, joined, span


def kind_words() -> dict[str, str]:
    """The kinds of topic that a person can choose, with their words."""
    return {
        "opening": tr("Opening"),
        "topic": tr("Topic"),
        "decision": tr("Decision"),
        "news": tr("News"),
        "protocol": tr("Protocol"),
        "wrap_up": tr("Wrap up"),
    }


def kind_chip(kind: str) -> tuple[str, Tone] | None:
    """The chip behind a title, where the title alone does not say what it is."""
    chips: dict[str, tuple[str, Tone]] = {
        "protocol": (tr("protocol"), "neutral"),
        "decision": (tr("decide"), "neutral"),
        "news": (tr("news"), "neutral"),
    }
    return chips.get(kind)


def when_line(meeting: MeetingInfo) -> str:
    """'Tue 24 Nov, 10:50 – 11:35, Room 214'."""
    room = meeting.room.strip()
    if not room:
        return day_and_time(meeting)
    named = tr("Room {number}").format(number=room) if room.isdigit() else room
    return joined([day_and_time(meeting), named])


def day_and_time(meeting: MeetingInfo) -> str:
    """'Tue 24 Nov, 10:50 – 11:35'."""
    return joined([day(meeting.starts_at.date()), span(meeting.starts_at, meeting.minutes)])


def spare_chip(spare: int) -> tuple[str, Tone]:
    """'3 min spare', 'just right' or '4 min too many'."""
    if spare == 0:
        return tr("just right"), "accent"
    if spare > 0:
        return ntr("{n} min spare", "{n} min spare", spare).format(n=spare), "accent"
    return ntr("{n} min too many", "{n} min too many", -spare).format(n=-spare), "warning"


def what_for(item: ItemInfo, brings: str | None) -> str:
    """The line under a title: what it is for, and who brings it, unless that is said already."""
    purpose = item.purpose.strip()
    if not purpose and item.snapshot is not None:
        purpose = item.snapshot.protocol.summary
    who = ""
    if brings and brings.split()[0].casefold() not in purpose.casefold().split():
        who = tr("{name} brings it").format(name=brings)
    return " · ".join(part for part in (purpose, who) if part)


def fit_sentence(fitted: Fitted, protocol: Protocol) -> str:
    """How a protocol was fitted to its minutes; empty when it runs as it is written, in its own time."""
    parts: list[str] = []
    form = find_form(protocol, fitted.form) if fitted.form else None
    if form is not None:
        parts.append(tr("{form}.").format(form=form.name))
    if fitted.groups > 1:
        parts.append(ntr("In {n} group.", "In {n} groups.", fitted.groups).format(n=fitted.groups))
    if fitted.shortened:
        parts.append(tr("Shortened from {n} min.").format(n=fitted.own_minutes))
    elif fitted.stretched:
        parts.append(tr("Longer than its own {n} min.").format(n=fitted.own_minutes))
    if fitted.shortened and fitted.kept:
        parts.append(_kept(fitted.kept))
    if fitted.left_out:
        parts.append(
            ntr("{steps} is left out.", "{steps} are left out.", len(fitted.left_out)).format(
                steps=listed(fitted.left_out)
            )
        )
    for turns in fitted.other_turns:
        parts.append(
            tr("{step}: {now} times, not {own}.").format(step=turns.title, now=turns.now, own=turns.own)
        )
    if fitted.spare:
        parts.append(
            ntr("It leaves {n} min over.", "It leaves {n} min over.", fitted.spare).format(n=fitted.spare)
        )
    return " ".join(parts)


def _kept(kept: tuple[str, ...]) -> str:
    sentence = ntr("{steps} keeps its time.", "{steps} keep their time.", len(kept))
    return sentence.format(steps=listed(kept))


def listed(names: tuple[str, ...]) -> str:
    """'Get ready and Debrief', 'Read, Write and Debrief'."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def offer_words(offer: Offer, protocol: Protocol) -> str:
    """What an offer would change, and the least it then needs: 'Tuning, short form: from 27 min'."""
    return tr("{words}: from {n} min").format(words=offer_name(offer, protocol), n=offer.minutes)


def offer_name(offer: Offer, protocol: Protocol) -> str:
    """What an offer would change: 'Tuning, short form', 'In 2 groups'."""
    if offer.kind == "groups":
        return ntr("In {n} group", "In {n} groups", offer.groups).format(n=offer.groups)
    if offer.kind == "presenters":
        number = offer.presenters or 1
        return ntr("{n} person presents", "{n} people present", number).format(n=number)
    form = find_form(protocol, offer.form) if offer.form else None
    return form.name if form is not None else tr("As it is written")


def least_sentence(least: int) -> str:
    """Said when a protocol cannot be any shorter."""
    return tr("It cannot be shorter than {n} min.").format(n=least)
