"""The exit feedback forms of a meeting, as its minutes may tell them: sums only, and only once all have answered."""

from plcdesk.closing.anonymous import NORMS, Result, read_results, read_round
from plcdesk.closing.questions import form_questions
from plcdesk.minutes.content import ExitForm, SummedAnswers
from plcdesk.store.reader import Reader


def read_exit_forms(reader: Reader, meeting_id: str) -> tuple[ExitForm, ...]:
    """The forms that were answered in numbers, in the order of the forms."""
    rows = reader.rows(
        "SELECT form FROM anonymous_round WHERE meeting_id = ? AND form <> ?", [meeting_id, NORMS]
    )
    if not rows:
        return ()
    from plcdesk.library.forms import feedback_forms

    asked = {row["form"] for row in rows}
    found: list[ExitForm] = []
    for form in feedback_forms():
        state = read_round(reader, meeting_id, form.id) if form.id in asked else None
        results = read_results(reader, meeting_id, form.id, form_questions(form)) if state else None
        answers = tuple(_summed(result) for result in results or () if result.mean is not None)
        if state and answers:
            found.append(ExitForm(form.name, state.answered, answers))
    return tuple(found)


def _summed(result: Result) -> SummedAnswers:
    return SummedAnswers(result.asked.text, result.mean or 0.0, result.counts)
