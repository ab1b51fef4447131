"""The question to bring back when the talk has wandered off."""

from plcdesk.text import tr
from plcdesk_ui.run.live import LiveMeeting


def question_of(live: LiveMeeting) -> tuple[str, str]:
    """What this part of the meeting is about, and the result that the meeting wants; the latter may be empty.

    What it is about: the question that was written down as its focus; else the prompt of this turn, what the
    topic is for, or what the step shows.
    """
    room, facts = live.room, live.facts
    wanted = room.meeting.result_wanted.strip()
    result = tr("By the end we will have {result}").format(result=wanted) if wanted else ""
    if facts is None:
        return result or room.meeting.title, ""
    focus = [e.text for e in room.entries if e.kind == "focus_question" and e.item_id == facts.item.id]
    shown = facts.show if facts.step is not None else ""
    question = (focus[-1] if focus else "") or facts.prompt or facts.item.purpose or shown
    if question.strip():
        return question, result
    return result or facts.title, ""
