"""The words for what is shared: records, their columns, and what becomes of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plcdesk.library.kinds import kind_word
from plcdesk.sharing.versions import NAMELESS
from plcdesk.text import ntr, tr
from plcdesk_ui.words import clock, day


def record_word(table: str, kind: str = "") -> str:
    """What a record is, in one or two words: 'Decision', 'Topic', 'Who was there'."""
    if table == "entry" and kind:
        return kind_word(kind)
    words = {
        "team": tr("Team"),
        "member": tr("Person"),
        "norm": tr("Norm"),
        "day_off": tr("Days off"),
        "meeting": tr("Meeting"),
        "item": tr("Topic"),
        "snapshot": tr("Protocol of a topic"),
        "clock_event": tr("Clock of the meeting"),
        "attendance": tr("Who was there"),
        "role": tr("Role"),
        "attachment": tr("Attached file"),
        "grouping": tr("Groups"),
        "entry": tr("Note"),
        "postponement": tr("Moved date"),
        "vote": tr("Vote"),
        "norm_rating": tr("How the norm was kept"),
        "feedback": tr("What we changed"),
        "minutes_version": tr("Minutes as they were closed"),
        "coach_letter": tr("Letter of team or coach"),
    }
    return words.get(table, table)


def column_word(column: str) -> str:
    """What a column is called where two sides are compared."""
    words = {
        "text": tr("Text"),
        "answer": tr("What we changed"),
        "why": tr("Why"),
        "outcome": tr("What came of it"),
        "title": tr("Title"),
        "purpose": tr("What for"),
        "name": tr("Name"),
        "initials": tr("Initials"),
        "kind": tr("What it is"),
        "word": tr("The protocol's word"),
        "minutes": tr("Minutes"),
        "status": tr("State"),
        "due_on": tr("By when"),
        "closed_on": tr("Closed on"),
        "owner_names": tr("Who"),
        "owners": tr("Who, on the team"),
        "member_id": tr("Who"),
        "brought_by": tr("Who brings it"),
        "said_by": tr("Who said it"),
        "position": tr("Place in the list"),
        "result_wanted": tr("By the end we will have"),
        "result_reached": tr("Reached"),
        "starts_at": tr("When"),
        "started_at": tr("Began"),
        "ended_at": tr("Ended"),
        "ends_at": tr("Ends at"),
        "room": tr("Room"),
        "bring": tr("To bring"),
        "best_practice": tr("Best practice"),
        "to_principal": tr("To the principal"),
        "watched_norm_id": tr("Norm to watch"),
        "becomes": tr("What becomes of it"),
        "fingers": tr("Fingers"),
        "objections": tr("Objections"),
        "reason": tr("Why"),
        "arrived_at": tr("Came at"),
        "left_at": tr("Left at"),
        "back_at": tr("Came back at"),
        "active": tr("In force"),
        "goal": tr("Goal of the year"),
        "school": tr("School"),
        "subject": tr("Subject or grade"),
        "weekday": tr("Day"),
        "time": tr("Time"),
        "question": tr("Question"),
        "went_well": tr("What went well"),
        "prepared": tr("What is prepared"),
        "protocol": tr("Protocol"),
        "fitted": tr("Steps and their minutes"),
        "events": tr("What the clock recorded"),
        "groups": tr("Groups"),
        "group_name": tr("Group"),
        "fields": tr("Fields of the step"),
        "item_id": tr("Topic"),
        "step": tr("Step"),
        "room_sees_screen": tr("The room sees the screen"),
        "wrapping_up": tr("At the wrap-up"),
        "out_of_time": tr("Ended out of time"),
    }
    return words.get(column, column.replace("_", " ").capitalize())


def value_words(column: str, content: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What a side says in a column; `names` gives people and norms by their ids."""
    value = content.get(column)
    if value is None or value in ("", [], {}):
        return "—"
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if column == "kind":
        return kind_word(str(value))
    if column in ("status", "result_reached", "becomes"):
        return _states().get(str(value), str(value))
    if column == "events":
        return ntr("{n} moment", "{n} moments", len(value)).format(n=len(value))
    if column in ("protocol", "fitted"):
        steps = value.get("steps", [])
        return ntr("{n} step", "{n} steps", len(steps)).format(n=len(steps))
    if column == "groups":
        return ", ".join(str(group.get("name", "")) for group in value)
    if column in ("starts_at", "started_at", "ended_at", "ends_at", "arrived_at", "left_at", "back_at"):
        return _moment(str(value))
    if isinstance(value, list):
        return ", ".join(names.get(str(each), str(each)) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {each}" for name, each in value.items())
    return names.get(str(value), str(value))


def outcome_word(what: str) -> str:
    """What would become of a record."""
    words = {
        "new": tr("New"),
        "changed": tr("Changed"),
        "deleted": tr("Deleted"),
        "restored": tr("Out of the trash"),
        "both": tr("Changed on both sides"),
    }
    return words.get(what, "")


def outcome_count(count: Mapping[Any, int]) -> str:
    """'3 new, 1 changed, 1 to choose from'."""
    parts = (
        ("new", ntr("{n} new", "{n} new", count.get("new", 0))),
        ("changed", ntr("{n} changed", "{n} changed", count.get("changed", 0))),
        ("deleted", ntr("{n} deleted", "{n} deleted", count.get("deleted", 0))),
        ("restored", ntr("{n} out of the trash", "{n} out of the trash", count.get("restored", 0))),
        ("both", ntr("{n} changed on both sides", "{n} changed on both sides", count.get("both", 0))),
    )
    told = [words.format(n=count[what]) for what, words in parts if count.get(what)]
    return ", ".join(told) or tr("nothing new")


def from_words(name: str) -> str:
    """Who sent something."""
    return tr("From another laptop") if name in ("", NAMELESS) else tr("From {name}").format(name=name)


def staying_words(stays: Mapping[str, int]) -> list[str]:
    """What does not go along, a line each."""
    lines = {
        "private_note": ntr("{n} private note", "{n} private notes", stays.get("private_note", 0)),
        "feedback": ntr("Feedback on {n} meeting", "Feedback on {n} meetings", stays.get("feedback", 0)),
        "hidden": ntr(
            "{n} note that is still hidden", "{n} notes that are still hidden", stays.get("hidden", 0)
        ),
        "trash": ntr("{n} note in the trash", "{n} notes in the trash", stays.get("trash", 0)),
        "gripe": ntr("{n} thing that was vented", "{n} things that were vented", stays.get("gripe", 0)),
        "draft": ntr("{n} half-typed line", "{n} half-typed lines", stays.get("draft", 0)),
        "student": ntr("The list of {n} student", "The list of {n} students", stays.get("student", 0)),
    }
    return [words.format(n=stays[name]) for name, words in lines.items() if stays.get(name)]


def when(starts_at: str) -> str:
    """A local start: 'Tue 24 Nov, 10:50'."""
    moment = datetime.fromisoformat(starts_at)
    return f"{day(moment.date())}, {clock(moment)}"


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    local = moment.astimezone() if moment.tzinfo is not None else moment
    return f"{day(local.date())}, {clock(local)}"


def _states() -> dict[str, str]:
    return {
        "planned": tr("Planned"),
        "running": tr("Running"),
        "draft": tr("Draft"),
        "final": tr("Final"),
        "open": tr("Open"),
        "done": tr("Done"),
        "dropped": tr("Dropped"),
        "present": tr("Present"),
        "absent": tr("Absent"),
        "late": tr("Late"),
        "left": tr("Left"),
        "yes": tr("Yes"),
        "partly": tr("Partly"),
        "no": tr("No"),
        "next_meeting": tr("To the next meeting"),
        "action": tr("Action"),
    }
