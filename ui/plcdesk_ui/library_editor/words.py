"""What the editor of protocols says: the choices in teachers' words, and what is still to be mended."""

import re

from plcdesk.library.faults import Where
from plcdesk.library.fitting import own_minutes
from plcdesk.library.kinds import MEETING_KINDS, kind_words
from plcdesk.library.people import usual_people
from plcdesk.library.schema import Form, Protocol, Step
from plcdesk.library.steps import round_of, walk
from plcdesk.text import ntr, tr
from plcdesk_ui.widgets.choice import Option

_FORM = re.compile(r"forms\[(\d+)\]")


def step_kinds() -> list[Option]:
    """How people work in a step."""
    return [
        ("open", tr("Talk: anyone, one at a time")),
        ("round", tr("Round: each in turn")),
        ("presenter", tr("The presenter speaks")),
        ("facilitator", tr("The facilitator speaks")),
        ("write", tr("Everyone writes in silence")),
        ("read", tr("Everyone reads or looks in silence")),
        ("silent", tr("In silence: sort, post, walk")),
        ("pairs", tr("In pairs")),
        ("groups", tr("In small groups")),
        ("fishbowl", tr("Fishbowl: some talk, the others listen")),
        ("vote", tr("Choose or vote")),
        ("move", tr("Stand up and move")),
        ("watch", tr("Watch a lesson or a video")),
        ("practice", tr("Somebody tries it out")),
        ("protocol", tr("Another protocol runs here")),
        ("pause", tr("Break")),
    ]


def kind_short(step: Step) -> str:
    """How people work in a step, in a word or two: what stands before the colon."""
    words = dict(step_kinds())
    return words.get(step.kind, "").split(":")[0]


def who_words() -> list[Option]:
    """Who may speak."""
    return [
        ("everyone", tr("Everyone")),
        ("one-each", tr("One after another")),
        ("presenter", tr("The presenter")),
        ("facilitator", tr("The facilitator")),
        ("one", tr("Somebody else alone")),
        ("some", tr("Some of them only")),
        ("others", tr("Everyone but the presenter")),
        ("pairs", tr("The pairs")),
        ("groups", tr("The groups")),
        ("host", tr("The host of each table")),
        ("inner", tr("The inner circle")),
        ("outer", tr("The outer circle")),
        ("nobody", tr("Nobody")),
    ]


_SILENT_TOO = ("one-each", "pairs", "groups", "host", "inner", "outer")


def silent_words() -> list[Option]:
    """Who has to be silent."""
    others = [
        ("others", tr("All the others")),
        ("presenter", tr("The presenter")),
        ("facilitator", tr("The facilitator")),
        ("everyone", tr("Everyone")),
    ]
    more = [option for option in who_words() if option[0] in _SILENT_TOO]
    return [(None, tr("Nobody has to")), *others, *more]


def loop_words() -> list[Option]:
    """What a part of the protocol is run again for."""
    return [
        ("presenters", tr("For each presenter")),
        ("people", tr("For each person")),
        ("prompts", tr("For each question")),
        ("items", tr("For each piece of work")),
        ("stations", tr("For each station")),
        ("turns", tr("A number of times")),
    ]


def categories() -> list[Option]:
    """What a protocol is for."""
    return [
        ("student-work", tr("Student work")),
        ("data", tr("Data")),
        ("dilemma", tr("A dilemma")),
        ("text", tr("A text")),
        ("planning", tr("Planning")),
        ("observation", tr("Visiting lessons")),
        ("community", tr("Getting to know each other")),
        ("decision", tr("Deciding")),
        ("reflection", tr("Looking back")),
    ]


def presenters() -> list[Option]:
    """Whether somebody brings something."""
    return [
        ("none", tr("Nobody")),
        ("one", tr("One person")),
        ("team", tr("Several people together")),
        ("rotating", tr("Another one each time")),
        ("everyone", tr("Everyone")),
    ]


def difficulties() -> list[Option]:
    """How hard a protocol is to lead."""
    return [
        ("easy", tr("Easy")),
        ("some-practice", tr("Takes practice")),
        ("experienced", tr("Takes experience")),
    ]


def notes_words() -> list[Option]:
    """Who sees what is written in a step."""
    return [
        ("shared", tr("Everyone sees it")),
        ("private", tr("Private")),
        ("reveal-together", tr("Hidden until all is shown together")),
        ("none", tr("Nothing is written")),
    ]


def written_kinds() -> list[Option]:
    """What a step may write down; what every meeting knows comes first."""
    words = kind_words()
    rest = sorted((kind for kind in words if kind not in MEETING_KINDS), key=lambda kind: words[kind])
    return [(kind, words[kind]) for kind in (*MEETING_KINDS, *rest)]


def step_line(step: Step) -> str:
    """What a closed step says below its title: 'Round · keeps its time'."""
    if step.repeat is not None:
        return ntr("{n} step", "{n} steps", len(step.steps)).format(n=len(step.steps))
    parts = [kind_short(step)]
    if step.protected:
        parts.append(tr("keeps its time"))
    if step.optional:
        parts.append(tr("may be left out"))
    return " · ".join(parts)


def step_minutes(step: Step) -> str:
    """'5 min', '45 s each'; nothing for what is run again, whose steps have their own."""
    how = round_of(step)
    if step.repeat is not None:
        return ""
    if how is not None and how.seconds is not None:
        return tr("{n} s each").format(n=how.seconds)
    return tr("{n} min").format(n=step.minutes.default) if step.minutes is not None else ""


def form_line(form: Form) -> str:
    """What a closed form says below its name: 'For 13 to 20 people · 2 steps left out'."""
    parts: list[str] = []
    least, most = form.people_least, form.people_most
    if least and most:
        parts.append(tr("For {least} to {most} people").format(least=least, most=most))
    elif least or most:
        words = tr("For {n} people or more") if least else tr("For {n} people or fewer")
        parts.append(words.format(n=least or most))
    if form.without:
        number = len(form.without)
        parts.append(ntr("{n} step left out", "{n} steps left out", number).format(n=number))
    if form.parallel is not None:
        parts.append(tr("groups side by side"))
    return " · ".join(parts)


def form_minutes(shape: Protocol, protocol: Protocol, form: Form) -> str:
    """'20 min': what a form takes the people that it is for; nothing while none of its steps takes time."""
    if not any(step.kind != "loop" and step.when == "always" for step in walk(shape.steps)):
        return ""
    people = max(usual_people(protocol), form.people_least or 1, 1)
    return tr("{n} min").format(
        n=own_minutes(protocol, min(people, form.people_most or people), form=form.id)
    )


def form_index(where: Where) -> int | None:
    """Which form, from 0, a place is in; None if it is in none."""
    found = _FORM.match(where.field)
    return int(found[1]) - 1 if found else None


def field_word(field: str) -> str:
    """What a field is called on the screen, by its name in the core; empty where it has no name there."""
    words = {
        "name": tr("Name"),
        "summary": tr("In one line"),
        "purpose": tr("What it is for"),
        "good_when": tr("Good when"),
        "not_when": tr("Not when"),
        "people": tr("People"),
        "origin": tr("Where it comes from"),
        "preparation": tr("Before the meeting"),
        "materials": tr("What it takes"),
        "cautions": tr("Take care"),
        "roles": tr("Roles"),
        "title": tr("Title"),
        "minutes": tr("Minutes"),
        "round": tr("Seconds each"),
        "say": tr("What to say"),
        "do": tr("What to do"),
        "show": tr("On the wall"),
        "speaker": tr("Who that is"),
        "instead": tr("What they do instead"),
        "captures": tr("What we write"),
        "stems": tr("Ways to begin"),
        "avoid": tr("Words to avoid"),
        "protocol": tr("Which protocol"),
        "prompts": tr("Questions"),
        "repeat": tr("How often"),
    }
    return words.get(field.split(".")[0].split("[")[0], "")


def fault_words(where: Where, sentence: str, protocol: Protocol) -> tuple[str, str]:
    """A fault as the editor tells it: the place, and what is to be done."""
    index = form_index(where)
    if index is not None:
        name = protocol.forms[index].name if index < len(protocol.forms) else ""
        return tr("Form “{name}”").format(name=name) if name else tr("Form without a name"), sentence
    number = ".".join(str(index + 1) for index in where.step)
    parts: list[str] = []
    if number:
        named = tr("Step {number}, “{title}”") if where.label else tr("Step {number}")
        parts.append(named.format(number=number, title=where.label))
    word = field_word(where.field)
    if word and where.field != "steps":
        parts.append(word)
    return " · ".join(parts) or tr("Steps"), _plainer(where, sentence)


def state_line(to_mend: int, was_saved: bool, is_touched: bool, is_copy: bool) -> str:
    """What the top bar says of how the protocol is kept."""
    if not is_touched and not was_saved:
        return tr("A copy, kept as soon as you change it") if is_copy else tr("Kept as soon as you write")
    return mend_line(to_mend, was_saved) if to_mend else tr("Saved")


def mend_line(number: int, was_saved: bool) -> str:
    """What the top bar says of a draft."""
    kept = ntr("Kept as a draft: {n} thing to mend", "Kept as a draft: {n} things to mend", number).format(
        n=number
    )
    return tr("{kept}. The library still has what was saved before.").format(kept=kept) if was_saved else kept


def _plainer(where: Where, sentence: str) -> str:
    """The core's sentences name its own fields where there is nothing else; here there is the screen."""
    head = where.field.split(".")[0].split("[")[0]
    if where.step and head == "steps":
        return tr("Add the steps that are run again, or delete it.")
    if where.field.endswith("captures") or (head == "captures" and where.field.endswith("name")):
        return tr("Give it a word or two, such as “Observation”.")
    return sentence
