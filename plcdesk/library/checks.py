"""What a protocol must keep beyond the types of its fields: sound ids, minutes, references and sizes."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from plcdesk.library.faults import Where, label_of
from plcdesk.library.schema import Change, Form, Protocol, Step
from plcdesk.library.step_checks import LONGEST_STEP, LONGEST_WORD, SLUG, check_groups, check_step
from plcdesk.library.steps import changed
from plcdesk.library.text_checks import LONGEST_TEXT, check_texts
from plcdesk.text import tr

Found = Iterator[tuple[Where, str]]

MOST_STEPS = 200
DEEPEST_LOOP = 3
LONGEST_NAME = 80  # what a card of the agenda and the wall can hold
LONGEST_LINE = 120
MOST_PEOPLE = 1000
LONGEST_LEAD = 365  # days
_LINK = re.compile(r"^https?://[^\s/]+\.[^\s]+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check(protocol: Protocol, known_ids: Collection[str] | None = None) -> list[tuple[Where, str]]:
    """Everything that is wrong with a protocol whose types are right, in the order of the file.

    `known_ids`, if given, are the ids that `protocol` in a step may name.
    """
    placed = list(_placed(protocol.steps, Where()))
    found = [*_names(protocol), *_people(protocol), *_origin(protocol), *_sizes(protocol, placed)]
    if len(placed) > MOST_STEPS:
        return found
    steps = {step.id: step for _, step in placed}
    found += _materials(protocol, steps)
    for where, step in placed:
        found += check_step(where, step)
    found += _same_ids(placed)
    found += _nested(protocol, placed, known_ids)
    forms = Counter(form.id for form in protocol.forms)
    for index, form in enumerate(protocol.forms):
        where = Where(field=f"forms[{index + 1}]")
        if forms[form.id] > 1:
            found.append((where.at("id"), tr("Another form has the same id.")))
        found += _form(where, form, protocol, steps)
    found += check_texts(protocol)
    return found


def _placed(steps: Sequence[Step], around: Where) -> Iterator[tuple[Where, Step]]:
    for index, step in enumerate(steps):
        where = around.inner(index, label_of(step.title, step.id))
        yield where, step
        yield from _placed(step.steps, where)


def _names(protocol: Protocol) -> Found:
    if not SLUG.fullmatch(protocol.id):
        yield Where(field="id"), tr("An id has small letters, digits and hyphens only, such as “my-tuning”.")
    required = {"name": LONGEST_NAME, "summary": LONGEST_LINE, "purpose": LONGEST_TEXT}
    for field, longest in required.items():
        value: str = getattr(protocol, field)
        if not value.strip():
            yield Where(field=field), tr("This must not be empty.")
        elif len(value) > longest:
            yield Where(field=field), tr("This is longer than {n} characters.").format(n=longest)
    if len(protocol.presenter_called) > LONGEST_WORD or not protocol.presenter_called.isprintable():
        sentence = tr("This must be a word or two, at most {n} characters.")
        yield Where(field="presenter_called"), sentence.format(n=LONGEST_WORD)
    if "\n" in protocol.name or "\n" in protocol.summary:
        yield Where(field="name"), tr("Name and summary are one line each.")


def _people(protocol: Protocol) -> Found:
    people = protocol.people
    if people.least < 1:
        yield Where(field="people.least"), tr("It takes at least one person.")
    if people.least > people.most:
        yield Where(field="people.most"), tr("The most people must not be fewer than the least.")
    if people.most > MOST_PEOPLE:
        yield Where(field="people.most"), tr("There can be {n} people at most.").format(n=MOST_PEOPLE)
    for index, role in enumerate(protocol.roles):
        if role.count < 1 or not role.name.strip():
            yield Where(field=f"roles[{index + 1}]"), tr("A role has a name and at least one person.")
    for index, task in enumerate(protocol.preparation):
        if not 0 <= task.lead_days <= LONGEST_LEAD:
            where = Where(field=f"preparation[{index + 1}].lead_days")
            yield where, tr("This must be from 0 to {n} days.").format(n=LONGEST_LEAD)


def _origin(protocol: Protocol) -> Found:
    origin = protocol.origin
    if not origin.credit.strip():
        yield Where(field="origin.credit"), tr("This must not be empty; write “unknown” if it is.")
    for index, source in enumerate(origin.sources):
        where = Where(field=f"origin.sources[{index + 1}]")
        if not source.strip():
            yield where, tr("A source must not be empty.")
        elif _SCHEME.match(source) and "//" in source and not _LINK.match(source):
            yield where, tr("A link must begin with http:// or https:// and name a site.")
        elif source.lower().startswith(("javascript:", "data:", "file:")):
            yield where, tr("A source is a web address or the name of a book or page.")
    if origin.grade in ("A", "B") and not origin.sources:
        yield Where(field="origin.sources"), tr("Grade {grade} needs a source.").format(grade=origin.grade)


def _sizes(protocol: Protocol, placed: list[tuple[Where, Step]]) -> Found:
    everything = Where(field="steps")
    if not placed:
        yield everything, tr("A protocol needs at least one step.")
    elif len(placed) > MOST_STEPS:
        yield (
            everything,
            tr("There are {n} steps; {most} is the most.").format(n=len(placed), most=MOST_STEPS),
        )
    elif not _something_runs(protocol.steps):
        yield everything, tr("At least one step must run every time: not optional, not only at times.")
    for where, _ in placed:
        if len(where.step) == DEEPEST_LOOP + 1:
            yield where, tr("Steps may be nested {n} deep at most.").format(n=DEEPEST_LOOP)


def _something_runs(steps: Sequence[Step], without: Collection[str] = ()) -> bool:
    """Whether a step that takes time runs whatever the team and the time: it, and each loop around it."""
    steady = (
        step for step in steps if step.when == "always" and not step.optional and step.id not in without
    )
    return any(step.kind != "loop" or _something_runs(step.steps, without) for step in steady)


def _same_ids(placed: list[tuple[Where, Step]]) -> Found:
    seen: set[str] = set()
    for where, step in placed:
        if step.id in seen:
            yield (
                where.at("id"),
                tr("Another step has the id “{id}” already.").format(id=label_of(step.id, "")),
            )
        seen.add(step.id)


def _materials(protocol: Protocol, steps: Collection[str]) -> Found:
    for index, material in enumerate(protocol.materials):
        where = Where(field=f"materials[{index + 1}]")
        if not material.what.strip():
            yield where.at("what"), tr("This must not be empty.")
        if material.withheld_until is not None and material.withheld_until not in steps:
            yield where.at("withheld_until"), _no_step(material.withheld_until)


def _nested(protocol: Protocol, placed: list[tuple[Where, Step]], known: Collection[str] | None) -> Found:
    for where, step in placed:
        if step.protocol is None:
            continue
        if step.protocol == protocol.id:
            yield where.at("protocol"), tr("This protocol would run inside itself.")
        elif known is not None and step.protocol not in known:
            name = label_of(step.protocol, "")
            yield where.at("protocol"), tr("There is no protocol “{id}”.").format(id=name)


def _form(where: Where, form: Form, protocol: Protocol, steps: Mapping[str, Step]) -> Found:
    if not SLUG.fullmatch(form.id):
        yield where.at("id"), tr("An id has small letters, digits and hyphens only, such as “short”.")
    if not form.name.strip() or len(form.name) > LONGEST_NAME:
        yield where.at("name"), tr("This must be a name of at most {n} characters.").format(n=LONGEST_NAME)
    if (
        form.people_least is not None
        and form.people_most is not None
        and form.people_least > form.people_most
    ):
        yield where.at("people_most"), tr("The most people must not be fewer than the least.")
    for step_id in form.without:
        if step_id not in steps:
            yield where.at("without"), _no_step(step_id)
    for step_id, minutes in form.minutes.items():
        place = where.at("minutes").at(label_of(step_id, ""))
        if step_id not in steps:
            yield place, _no_step(step_id)
        elif steps[step_id].kind == "loop":
            yield place, tr("A loop has no minutes of its own; give them to its steps.")
        elif not 1 <= minutes <= LONGEST_STEP:
            yield place, tr("Minutes must be from 1 to {n}.").format(n=LONGEST_STEP)
    if _something_runs(protocol.steps) and not _something_runs(protocol.steps, form.without):
        yield where.at("without"), tr("This form leaves no step that runs every time.")
    if form.parallel is not None:
        yield from check_groups(where.at("parallel"), form.parallel)
    alone = {step.id for step in protocol.steps}
    for step_id in form.together:
        if step_id not in steps:
            yield where.at("together"), _no_step(step_id)
        elif step_id not in alone:
            yield where.at("together"), tr("Groups cannot come together inside a loop.")
    if form.together and form.parallel is None:
        yield where.at("together"), tr("This is only for a form with “parallel” groups.")
    for step_id, change in form.changes.items():
        place = where.at("changes").at(label_of(step_id, ""))
        if step_id in steps:
            yield from _change(place, change, steps[step_id])
        else:
            yield place, _no_step(step_id)


def _change(where: Where, change: Change, step: Step) -> Found:
    """What a form makes of a step must be as sound as the step itself."""
    if change.kind is not None and "loop" in (change.kind, step.kind) and change.kind != step.kind:
        yield where.at("kind"), tr("A form makes no loop of a step, nor a step of a loop.")
        return
    if change.turns is not None and step.repeat is None:
        yield where.at("turns"), tr("Only a step of the kind “loop” repeats.")
    elif change.turns is not None and step.repeat is not None and step.repeat.over == "people":
        yield where.at("turns"), tr("This loop has a turn for each person.")
    before = {(place.field, sentence) for place, sentence in check_step(Where(), step)}
    for place, sentence in check_step(Where(), changed(step, change)):
        if (place.field, sentence) not in before:
            yield where.at(place.field.replace("repeat.count", "turns")), sentence


def _no_step(step_id: str) -> str:
    return tr("There is no step with the id “{id}”.").format(id=label_of(step_id, ""))
