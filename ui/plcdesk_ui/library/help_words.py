"""What help with choosing says: the questions' answers, and why a protocol is suggested."""

from plcdesk.library.history import History
from plcdesk.library.suggesting import Aim, Answers, Suggestion
from plcdesk.text import tr
from plcdesk_ui.library.words import looks_at_inside, looks_at_words, times_word
from plcdesk_ui.plan.wording import listed

MOST_NOTES = 3


def in_front_words() -> tuple[tuple[object, str], ...]:
    """What may lie in front of the team."""
    return tuple(
        (value, words if value is not None else tr("Nothing yet")) for value, words in looks_at_words()
    )


def aim_words() -> tuple[tuple[Aim, str], ...]:
    """What a team may want."""
    return (
        ("understand", tr("Understand something")),
        ("feedback", tr("Get feedback")),
        ("decide", tr("Decide")),
        ("trust", tr("Build trust")),
    )


def reason_sentence(suggestion: Suggestion, answers: Answers, history: History | None) -> str:
    """Why a protocol is suggested, in a few short sentences."""
    sentences = (_sentence(reason, suggestion, answers, history) for reason in suggestion.reasons)
    return " ".join(sentence for sentence in sentences if sentence)


def _sentence(reason: str, suggestion: Suggestion, answers: Answers, history: History | None) -> str:
    match = suggestion.match
    looks_at = looks_at_inside()
    if reason == "aim":
        return _aim(answers.aim, suggestion.notes[:MOST_NOTES])
    if reason == "other":
        theirs = listed(tuple(looks_at[value] for value in match.summary.looks_at))
        return tr("It is meant for {theirs}.").format(theirs=theirs)
    if reason == "own_time":
        return tr("It takes {n} of your {all} min.").format(n=match.minutes, all=answers.minutes)
    if reason == "shorter":
        sentence = tr("It can be shortened from {own} to your {n} min.")
        return sentence.format(own=match.summary.minutes, n=match.minutes)
    if reason == "used":
        return tr("You have run it {times}.").format(times=times_word(history.times)) if history else ""
    return {
        "looks_at": tr("It is made for {what}.").format(what=looks_at[answers.looks_at]),
        "too_long": tr("But it needs {n} min at least.").format(n=match.minutes),
        "easy": tr("It is easy to lead."),
        "favourite": tr("It is one of your favourites."),
    }.get(reason, "")


def _aim(aim: Aim, notes: tuple[str, ...]) -> str:
    bare = {
        "understand": tr("Good for understanding."),
        "feedback": tr("Good for feedback."),
        "decide": tr("Good for deciding."),
        "trust": tr("Good for trust."),
    }
    if not notes:
        return bare[aim]
    with_notes = {
        "understand": tr("Good for understanding; you write down: {notes}."),
        "feedback": tr("Good for feedback; you write down: {notes}."),
        "decide": tr("Good for deciding; you write down: {notes}."),
        "trust": tr("Good for trust; you write down: {notes}."),
    }
    return with_notes[aim].format(notes=", ".join(notes))
