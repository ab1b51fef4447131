"""What the wall shows on request in place of the step: the agenda, ways to begin, what was written so far, nothing.

Like the scene it decides which words of a meeting the room sees. Of what was written it shows none that belongs
to private writing, unless it was revealed together, and initials in the place of what may be a student's name.
"""

from dataclasses import replace
from typing import Literal

from plcdesk.library.kinds import kind_word
from plcdesk.library.schema import steps_by_id
from plcdesk.planning.infos import EntryInfo
from plcdesk.running.items import ItemTime, item_times
from plcdesk.text import ntr, tr
from plcdesk_ui.run.capture.notebook import notebook_of
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.wall.scene import Scene, dial_of, scene_of

View = Literal["step", "agenda", "stems", "notes", "blank"]

_DONE_SHOWN = 2
"""Topics behind us that the agenda still names; earlier ones are counted."""
_PRIVATE = frozenset({"private"})


def view_words() -> dict[View, str]:
    """Each view as it is offered."""
    return {
        "step": tr("The step"),
        "agenda": tr("The agenda"),
        "stems": tr("Ways to begin a sentence"),
        "notes": tr("What we wrote so far"),
        "blank": tr("Nothing: blank"),
    }


def scene_in(live: LiveMeeting, view: View) -> Scene:
    """The scene of a meeting as it stands, in a view. Before and after the meeting there is only one."""
    scene = scene_of(live)
    running = live.is_on and live.state.status == "running" and live.state.step is not None
    if view in ("step", "blank") or not running:
        return scene
    scene = Scene(scene.about, scene.end, scene.title, "", "", dial_of(live.state), scene.norm, scene.place)
    if view == "agenda":
        lines, current = _agenda(live)
        return _with_lines(scene, tr("Our agenda"), "", lines, current)
    if view == "stems":
        stems = _stems(live)
        who = tr("Ways to begin") if stems else tr("Say it in your own words")
        return _with_lines(scene, scene.title, who, stems)
    notes = _notes(live)
    who = tr("So far, the newest first") if notes else tr("Nothing is written yet")
    return _with_lines(scene, scene.title, who, notes)


def _with_lines(scene: Scene, title: str, who: str, lines: tuple[str, ...], watched: str = "") -> Scene:
    return replace(scene, title=title, who=who, lines=lines, watched=watched)


def _agenda(live: LiveMeeting) -> tuple[tuple[str, ...], str]:
    items = item_times(live.state)
    here = next((place for place, item in enumerate(items) if item.standing == "current"), 0)
    first = max(0, here - _DONE_SHOWN)
    lines = [_item_line(item) for item in items[first:]]
    if first:
        lines.insert(0, ntr("✓ {n} done", "✓ {n} done", first).format(n=first))
    current = next((_item_line(item) for item in items if item.standing == "current"), "")
    return tuple(lines), current


def _item_line(item: ItemTime) -> str:
    if item.standing == "current":
        return f"› {item.title}"
    if item.standing != "ahead":
        return f"✓ {item.title}" if item.standing == "done" else f"– {item.title}"
    minutes = max(1, round(item.remaining_seconds / 60))
    words = ntr("{title} · {n} min", "{title} · {n} min", minutes)
    return words.format(title=item.title, n=minutes)


def _stems(live: LiveMeeting) -> tuple[str, ...]:
    step = live.facts.step if live.facts is not None else None
    return tuple(step.stems) if step is not None else ()


def _notes(live: LiveMeeting) -> tuple[str, ...]:
    """What was written in this step, or in its topic while the step has none; the newest first."""
    facts = live.facts
    if facts is None:
        return ()
    entries = [entry for entry in live.room.entries if _may_be_seen(live, entry)]
    here = [entry for entry in entries if entry.step == facts.key]
    shown = here or [entry for entry in entries if entry.item_id == facts.item.id]
    several = len({(entry.kind, entry.word) for entry in shown}) > 1
    names = notebook_of(live).names
    clean = [(entry, names.without_names(entry.text)) for entry in reversed(shown)]
    return tuple(_note_line(live, entry, text, several) for entry, text in clean if text is not None)


def _note_line(live: LiveMeeting, entry: EntryInfo, text: str, several: bool) -> str:
    names = [*(live.name_of(owner) for owner in entry.owners), *entry.owner_names]
    text = tr("{names}: {text}").format(names=", ".join(names), text=text) if names else text
    word = entry.word or kind_word(entry.kind)
    return tr("{kind} – {text}").format(kind=word, text=text) if several else text


def _may_be_seen(live: LiveMeeting, entry: EntryInfo) -> bool:
    item, plan_step = live.room.agenda.item(entry.item_id), live.state.plan.step(entry.step)
    if item is None or item.snapshot is None or plan_step is None or plan_step.step_id is None:
        return True
    step = steps_by_id(item.snapshot.protocol.steps).get(plan_step.step_id)
    return step is None or step.notes not in _PRIVATE
