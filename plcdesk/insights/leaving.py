"""A team's figures as they leave on a page: with what was chosen in the place of students' names."""

from collections.abc import Iterator
from dataclasses import replace

from plcdesk.insights.figures import Figures, LineRecord
from plcdesk.store.reader import Reader
from plcdesk.students.kept import as_it_leaves

MOST_LINES = 5
"""The latest results, decisions and actions, of each, that a page shows."""


def texts_on_pages(figures: Figures) -> Iterator[tuple[str, str]]:
    """What people wrote that stands on a page of these figures, with the meeting of each."""
    for meeting in figures.wanted[-MOST_LINES:] + figures.reached("yes", "partly")[-MOST_LINES:]:
        yield meeting.id, meeting.result_wanted
    for line in figures.decisions[-MOST_LINES:] + figures.open[-MOST_LINES:]:
        yield line.meeting_id, line.text


def as_they_leave(reader: Reader, figures: Figures) -> Figures:
    """The same figures with names replaced in the words of their records."""

    def line_leaving(line: LineRecord) -> LineRecord:
        return replace(line, text=as_it_leaves(reader, line.meeting_id, line.text))

    return replace(
        figures,
        meetings=tuple(
            replace(meeting, result_wanted=as_it_leaves(reader, meeting.id, meeting.result_wanted))
            for meeting in figures.meetings
        ),
        decisions=tuple(map(line_leaving, figures.decisions)),
        actions=tuple(map(line_leaving, figures.actions)),
    )
