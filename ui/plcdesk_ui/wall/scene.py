"""What is on the wall at one moment: the only place that decides which words of a meeting the room sees.

Never among them: private notes, tips and sentences for the facilitator, what was written down, feedback and
ratings, who is late, why the meeting pauses unless it is a break.
"""

from dataclasses import dataclass, replace
from math import ceil

from plcdesk.planning.infos import ItemInfo
from plcdesk.running.clock import ClockState
from plcdesk.running.groups import Group
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.pause_part import break_word
from plcdesk_ui.run.step_facts import StepFacts
from plcdesk_ui.run.talk.group_words import group_line
from plcdesk_ui.run.time_words import expected_end
from plcdesk_ui.run.who_speaks import meanwhile, turn_line, wall_line
from plcdesk_ui.words import clock


@dataclass(frozen=True, slots=True)
class Dial:
    """The ring: the share of the time that is left, and the figures in it."""

    left: float
    big: str
    small: str
    over: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of the wall. `place` says where in a protocol we are: the step, or the turn of a loop.

    `lines` is a list, such as the norms or the small groups, in so many `columns`; `watched` the one of them
    that is watched. `meanwhile` is what somebody does who is silent.

    Without a `dial` there is no ring.
    """

    about: str
    end: str
    title: str
    who: str
    show: str
    dial: Dial | None
    norm: str
    place: str
    lines: tuple[str, ...] = ()
    watched: str = ""
    columns: int = 1
    meanwhile: str = ""


_BESIDE_RING = 6
"""So many small groups stand beside the ring; more of them take its place."""
_COLUMNS = 3


def scene_of(live: LiveMeeting) -> Scene:
    """The scene of the meeting as it stands."""
    state, facts = live.state, live.facts
    zone = live.room.meeting.zone
    if not live.is_on or state.status in ("planned", "ended") or facts is None or state.step is None:
        return _before_or_after(live)
    norm = live.room.agenda.team.norm(live.room.meeting.watched_norm_id)
    end = tr("we end at {time}").format(time=clock(local_of(expected_end(state), zone)))
    about = facts.protocol_name or live.room.meeting.title
    place = turn_line(facts, live.name_of) or _place_of(facts)
    watched = norm.text if norm is not None else ""
    if state.status == "paused":
        title = break_word() if state.pause_reason == break_word() else tr("Pause")
        return Scene(
            about,
            end,
            title,
            pause_words(state, zone),
            _goes_on(facts),
            _dial_of_pause(state),
            watched,
            place,
        )
    if facts.groups:
        return _with_groups(live, facts, Scene(about, end, facts.title, "", "", None, watched, place))
    norms = _norms(live) if facts.item.kind == "opening" else ()
    return Scene(
        about,
        end,
        facts.title,
        tr("Our norms") if norms else wall_line(facts, live.name_of),
        "" if norms else _show(facts),
        dial_of(state),
        watched,
        place,
        norms,
        watched if norms else "",
        meanwhile=meanwhile(facts),
    )


def _with_groups(live: LiveMeeting, facts: StepFacts, scene: Scene) -> Scene:
    """The scene with its small groups; where they are many, they take the place of the ring and of the words."""
    place, dial = facts.group_place, dial_of(live.state)
    turn = facts.loops[-1].index if place is not None and place.in_turn and facts.loops else 0
    role = place.roles[0] if place is not None and place.roles else tr("presents")
    many = len(facts.groups) > _BESIDE_RING
    lines = tuple(
        tr("{group}: {people}").format(
            group=_number_of(group) if many else group.name,
            people=group_line(group, turn, role, live.name_of),
        )
        for group in facts.groups
    )
    who = wall_line(facts, live.name_of)
    if not many:
        return replace(scene, who=who, show=_show(facts), dial=dial, lines=lines, meanwhile=meanwhile(facts))
    left = tr("{who}, {n} {minutes_left}").format(who=who, n=dial.big, minutes_left=dial.small)
    return replace(scene, who=left, lines=lines, columns=_COLUMNS)


def _number_of(group: Group) -> str:
    """'7' for 'Group 7', so that many groups find room; the name where it has no number."""
    number = group.name.rpartition(" ")[2]
    return number if number.isdigit() else group.name


def dial_of(state: ClockState) -> Dial:
    """Whole minutes until the last one, then seconds; beyond the end, whole minutes over."""
    paused = state.status == "paused"
    if state.left <= 0:
        minutes = int(-state.left // 60)
        if minutes == 0:
            return Dial(0.0, "0", tr("time is up"), over=True, paused=paused)
        small = ntr("minute over", "minutes over", minutes)
        return Dial(0.0, f"+{minutes}", small, over=True, paused=paused)
    return _dial_left(state.left, state.fraction_left, paused)


def _dial_left(left: float, fraction: float, paused: bool) -> Dial:
    if left > 60:
        minutes = ceil(left / 60)
        return Dial(fraction, str(minutes), ntr("minute left", "minutes left", minutes), paused=paused)
    seconds = ceil(left)
    return Dial(fraction, str(seconds), ntr("second left", "seconds left", seconds), paused=paused)


def pause_words(state: ClockState, zone: str) -> str:
    """When we go on, if that was said, else how long the pause has lasted, in whole minutes."""
    back_at = state.pauses[-1].back_at if state.pauses else None
    if back_at is not None and (state.pause_left or 0.0) > 0:
        return tr("Back at {time}").format(time=clock(local_of(back_at, zone)))
    minutes = int(state.pause_elapsed // 60)
    if minutes < 1 or back_at is not None:
        return tr("We go on soon")
    return ntr("{n} minute so far", "{n} minutes so far", minutes).format(n=minutes)


def _dial_of_pause(state: ClockState) -> Dial | None:
    """The minutes until we go on, if that was said; else none: the room would take the step's for them."""
    if state.pause_left is None:
        return None
    left, length = max(0.0, state.pause_left), state.pauses[-1].length or 1
    dial = _dial_left(left, left / length, paused=True)
    return replace(dial, small=tr("until we go on")) if left <= 0 else dial


@dataclass(frozen=True, slots=True)
class Question:
    """What the talk is brought back to: `large`, and `below` it the result that the meeting wants."""

    heading: str
    large: str
    below: str = ""


def question_of_wall(live: LiveMeeting) -> Question:
    """The question of the step, with the result wanted; where the step has none, the result wanted alone."""
    facts, meeting = live.facts, live.room.meeting
    wanted = meeting.result_wanted.strip()
    result = tr("By the end we will have {result}").format(result=wanted) if wanted else ""
    asked = (facts.prompt or (facts.show if facts.step is not None else "")) if facts is not None else ""
    if asked:
        return Question(tr("Back to our question"), asked, result)
    focus = (facts.item.purpose or facts.title) if facts is not None else meeting.title
    return Question(tr("What we are here for"), result or focus)


def _place_of(facts: StepFacts) -> str:
    if facts.count < 2:
        return ""
    return tr("{number} of {count}").format(number=facts.number, count=facts.count)


def _show(facts: StepFacts) -> str:
    return "\n".join(part for part in (facts.prompt, facts.show) if part)


def _goes_on(facts: StepFacts) -> str:
    return tr("Then we go on with “{step}”").format(step=facts.title)


def _norms(live: LiveMeeting) -> tuple[str, ...]:
    return tuple(norm.text for norm in live.room.agenda.team.active_norms)


def _before_or_after(live: LiveMeeting) -> Scene:
    meeting = live.room.meeting
    over = meeting.was_held or live.state.status == "ended"
    if over:
        return Scene(meeting.title, "", tr("Thank you"), tr("The meeting is over"), "", None, "", "")
    start = tr("we begin at {time}").format(time=clock(meeting.starts_at))
    items = live.room.agenda.items
    first = tr("First: {title}").format(title=items[0].title) if items else ""
    return Scene(live.room.agenda.team.name, start, meeting.title, _welcome(items), first, None, "", "")


def _welcome(items: tuple[ItemInfo, ...]) -> str:
    return tr("Welcome") if items else tr("There is nothing on the agenda yet")
