"""What the library says: what there is to choose from, how a protocol fits, how it went for this team."""

from plcdesk.library.choosing import Match, Wish
from plcdesk.library.history import History
from plcdesk.library.schema import LooksAt, Trust
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.chip import Tone
from plcdesk_ui.words import day, joined, minutes_word

NEAR = 20
"""Minutes by which a protocol may be too long and still tell how many it needs at least."""


def looks_at_words() -> tuple[tuple[LooksAt | None, str], ...]:
    """What a team may have in front of it."""
    return (
        (None, tr("Anything")),
        ("student-work", tr("Student work")),
        ("data", tr("Data")),
        ("dilemma", tr("A dilemma")),
        ("text", tr("A text")),
        ("plans", tr("Our plans")),
        ("ourselves", tr("Ourselves")),
        ("practice", tr("Our practice")),
    )


def looks_at_inside() -> dict[LooksAt | None, str]:
    """The same inside a sentence."""
    return {
        None: tr("anything"),
        "student-work": tr("student work"),
        "data": tr("data"),
        "dilemma": tr("a dilemma"),
        "text": tr("a text"),
        "plans": tr("your plans"),
        "ourselves": tr("yourselves"),
        "practice": tr("your practice"),
    }


def trust_words() -> tuple[tuple[Trust, str], ...]:
    """How well a team may know each other."""
    return (
        ("just-met", tr("Just met")),
        ("settled", tr("Settled")),
        ("very-well", tr("Very well")),
    )


def trust_sentences() -> tuple[tuple[Trust, str], ...]:
    """The same where no title stands above it."""
    return (
        ("just-met", tr("We have just met")),
        ("settled", tr("We are settled")),
        ("very-well", tr("We know each other well")),
    )


def people_word(number: int) -> str:
    """'6 people'."""
    return ntr("{n} person", "{n} people", number).format(n=number)


def found_line(matches: tuple[Match, ...], of_all: int, wish: Wish) -> str:
    """'7 of 97 fit data, 25 min, 6 people'."""
    fitting = sum(1 for match in matches if match.fits)
    wanted = [looks_at_inside()[wish.looks_at]] if wish.looks_at is not None else []
    wanted += [minutes_word(wish.minutes or 0), people_word(wish.people or 0)]
    sentence = ntr("{n} of {all} fits {wish}", "{n} of {all} fit {wish}", fitting)
    return sentence.format(n=fitting, all=of_all, wish=joined(wanted))


def match_chip(match: Match, wish: Wish) -> tuple[str, Tone]:
    """'25 fits', '30 at least', 'too long', 'for 12 and more', 'needs more trust'."""
    summary = match.summary
    if match.fits:
        return tr("{n} fits").format(n=match.minutes), "accent"
    if match.why == "too_long":
        near = match.minutes - (wish.minutes or 0) <= NEAR
        return (tr("{n} at least").format(n=match.minutes) if near else tr("too long")), "warning"
    if match.why == "too_few":
        return tr("for {n} and more").format(n=summary.people_least), "warning"
    if match.why == "too_many":
        return tr("for {n} at most").format(n=summary.people_most), "warning"
    return tr("needs more trust"), "warning"


def why_not(match: Match, wish: Wish) -> str:
    """Why a protocol does not fit, in a sentence; empty where it fits."""
    summary = match.summary
    sentences = {
        "too_long": tr("It needs {n} min at least.").format(n=match.minutes),
        "too_few": tr("It is for {n} people and more; you are {here}.").format(
            n=summary.people_least, here=wish.people
        ),
        "too_many": tr("It is for {n} people at most; you are {here}.").format(
            n=summary.people_most, here=wish.people
        ),
        "trust": tr("It asks for more trust than a team has that knows each other so little."),
    }
    return sentences.get(match.why, "")


def people_range(least: int, most: int) -> str:
    """'4–10 people'; '6 people' where there is no choice."""
    if least == most:
        return people_word(least)
    return tr("{least}–{most} people").format(least=least, most=most)


def took_line(history: History) -> str:
    """'took us 31 of 25, twice'; 'we used it twice' where no clock ran."""
    times = times_word(history.times)
    if history.used is None or history.planned is None:
        return tr("we used it {times}").format(times=times)
    return tr("took us {used} of {planned}, {times}").format(
        used=history.used, planned=history.planned, times=times
    )


def took_sentence(history: History) -> str:
    """'It took us 31 of 25 min, twice; last on Tue 20 Oct.'"""
    times, last = times_word(history.times), day(history.last_on)
    if history.used is None or history.planned is None:
        return tr("We used it {times}; last on {day}.").format(times=times, day=last)
    return tr("It took us {used} of {planned} min, {times}; last on {day}.").format(
        used=history.used, planned=history.planned, times=times, day=last
    )


def times_word(number: int) -> str:
    """'once', 'twice', '3 times'."""
    if number == 1:
        return tr("once")
    if number == 2:
        return tr("twice")
    return ntr("{n} time", "{n} times", number).format(n=number)
