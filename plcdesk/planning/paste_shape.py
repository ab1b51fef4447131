"""What a pasted agenda looks like as a whole: with times or without, as a list, with headings over lists."""

from collections.abc import Sequence

from plcdesk.planning.paste_reads import Read
from plcdesk.planning.paste_words import (
    AGENDA,
    ASIDE,
    DATE_WORD,
    MEETING_WORD,
    RESULT,
    TOTAL,
    is_agenda_heading,
    is_prose,
    is_title_like,
    is_when_and_where,
)


class Shape:
    """What must be known of all lines before one of them can be placed."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.reads = reads
        self.meeting = self._meeting()
        timed = [n for n, read in enumerate(reads) if n != self.meeting and _is_timed_item(read)]
        self.is_timed = bool(timed)
        self.last_timed = timed[-1] if timed else -1
        self.styles = {reads[number].line.style for number in timed if not reads[number].row}
        self.level = None if timed else self._list_level()
        self.has_heads = not timed and sum(map(self.is_head, range(len(reads)))) > 1
        self.has_sections = sum(map(self.heads_items, range(len(reads)))) > 1
        self.opens_with_section = self._opens_with_section()
        self.words_follow_times = self._words_follow_times()
        self.times_follow_words = self._times_follow_words()

    def _meeting(self) -> int | None:
        """The line that names the meeting with its time, above the items: 'Grade 7 PLC, Nov 24, 10:50–11:35'."""
        first = next((number for number, read in enumerate(self.reads) if _is_timed_item(read)), None)
        if first is None or self.reads[first].marked or self.reads[first].row:
            return None
        if self.reads[first].lone_time or self.reads[first].piece:
            return None
        when, minutes, title = (parts := self.reads[first].parts).when, parts.minutes, parts.title
        dated = DATE_WORD.search(title)
        whole = (when and (when.end or dated)) or (minutes and minutes >= 30)
        below = self.reads[first + 1 :]
        if (
            whole
            and (dated or MEETING_WORD.search(title))
            and any(read.timed or read.marked for read in below)
        ):
            return first
        return None

    def _list_level(self) -> tuple[int, str] | None:
        """How far the topics of an agenda without times are set in, and by what they are marked."""
        start = next(
            (number for number, read in enumerate(self.reads) if AGENDA.fullmatch(read.line.body)), -1
        )
        aside = False
        for read in self.reads[start + 1 :]:
            if not read.marked:
                aside = bool(ASIDE.match(read.line.body) or RESULT.match(read.line.body))
            elif not aside:
                return read.line.indent, read.line.style
        return None

    def is_head(self, number: int) -> bool:
        """Whether a plain line has a list right under it."""
        if number + 1 >= len(self.reads):
            return False
        read, below = self.reads[number], self.reads[number + 1]
        if (
            read.marked
            or read.row
            or read.header
            or not (below.marked or below.line.indent > read.line.indent + 1)
        ):
            return False
        label = (
            ASIDE.match(read.line.body) or RESULT.match(read.line.body) or AGENDA.fullmatch(read.line.body)
        )
        return not label and not below.line.after_blank and is_title_like(read.line.body.rstrip(":"))

    def heads_items(self, number: int) -> bool:
        """Whether a plain line without a time is the heading of bullets or rows with times below it."""
        if number + 1 >= len(self.reads):
            return False
        read, below = self.reads[number], self.reads[number + 1]
        if read.marked or read.row or read.timed or not (below.marked or below.row):
            return False
        return below.timed and (read.line.body.endswith(":") or read.line.style not in self.styles)

    def is_section(self, number: int) -> bool:
        """Whether a plain line among the items is the heading of the next ones, and not about the last one."""
        line = self.reads[number].line
        return self.heads_items(number) and (
            line.after_blank or line.body.endswith(":") or self.opens_with_section
        )

    def _opens_with_section(self) -> bool:
        timed = (n for n, read in enumerate(self.reads) if n != self.meeting and _is_timed_item(read))
        first = next(timed, 0)
        return first > 0 and self.heads_items(first - 1) and not self.is_heading_title(first - 1)

    def time_is_below(self, number: int) -> bool:
        """Whether the time of a plain line stands alone on the line under it."""
        below = self.reads[number + 1] if number + 1 < len(self.reads) else None
        return (
            self.times_follow_words and below is not None and below.lone_time and not below.line.after_blank
        )

    def is_heading_title(self, number: int) -> bool:
        """Whether a plain line with lines below it names the meeting."""
        body = self.reads[number].line.body
        more = any(not self.reads[below].divider for below in range(number + 1, len(self.reads)))
        return more and bool(MEETING_WORD.search(body) or DATE_WORD.search(body))

    def _words_follow_times(self) -> bool:
        """Whether most lines with a time have a plain line under them: those tell about the item."""
        pairs = followed = 0
        for above, below in zip(self.reads, self.reads[1:], strict=False):
            if above.timed and not (above.marked or above.row or above.lone_time):
                pairs += 1
                followed += not (below.timed or below.marked or below.row or below.line.after_blank)
        return pairs > 1 and followed * 2 >= pairs

    def _times_follow_words(self) -> bool:
        """Of times on lines of their own: whether each belongs to the line above it."""
        said = [read for read in self.reads if not (read.divider or read.header or is_prose(read.line.body))]
        return any(read.lone_time for read in said) and said[-1].lone_time and not said[0].lone_time


def _is_timed_item(read: Read) -> bool:
    title = read.parts.title
    if (
        not read.timed
        or is_when_and_where(title)
        or is_agenda_heading(title)
        or TOTAL.fullmatch(read.line.text)
    ):
        return False
    return read.marked or read.row or not is_prose(read.line.body)
