"""The question to bring back when the talk has wandered off."""

from plcdesk.running.reading import Room
from plcdesk_ui.run.step_facts import StepFacts


def question_of(room: Room, facts: StepFacts | None) -> str:
    """What this part of the meeting is about, in one or two sentences.

    The question that was written down for this item as its focus; else the prompt of the turn, what the step
    shows, or the result that the meeting wants.
    """
    if facts is None:
        return room.meeting.result_wanted
    written = [
        entry.text
        for entry in room.entries
        if entry.kind == "focus_question" and entry.item_id == facts.item.id
    ]
    if written:
        return written[-1]
    return facts.prompt or facts.show or room.meeting.result_wanted
