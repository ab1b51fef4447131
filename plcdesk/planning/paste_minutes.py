"""How long each pasted item takes: as written, by the clock times, or by what such an item usually takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plcdesk.planning.paste_lines import Parts
from plcdesk.planning.paste_times import MOST_MINUTES, When, minute_of


@dataclass(frozen=True)
class Timing:
    """Minutes of an item, None if nothing tells; `guessed` if they are only what is usual."""

    minutes: int | None
    guessed: bool


@dataclass(frozen=True)
class _Span:
    start: int | None
    end: int | None


def time_items(
    items: Sequence[Parts],
    kinds: Sequence[str],
    meets: When | None,
    ends: When | None,
    usual: Mapping[str, int],
) -> tuple[list[Timing], int | None, int | None]:
    """Minutes for each item, and when the meeting starts and ends in minutes since midnight, if that is written.

    Without minutes an item lasts until the next clock time; the last one until the meeting's end, if that is
    known. Items between two times that have no time of their own share what is left only if one of them alone
    lacks its minutes.
    """
    meeting = _span(meets, None)
    spans = _spans(items, meeting.start)
    last = max((span.start for span in spans if span.start is not None), default=meeting.start)
    end = minute_of(ends.start, last) if ends else meeting.end
    timings = [_written(item, span) for item, span in zip(items, spans, strict=True)]
    open_ended = {
        number for number, span in enumerate(spans) if span.start is not None and timings[number] is None
    }
    _fill_by_clock(timings, spans, meeting.start, end)
    first = next((span.start for span in spans if span.start is not None), None)
    starts = (
        meeting.start
        if meeting.start is not None
        else (first if spans and spans[0].start is not None else None)
    )
    result: list[Timing] = []
    for number, minutes in enumerate(timings):
        if minutes is not None:
            result.append(Timing(minutes, guessed=False))
        elif number in open_ended and number == len(timings) - 1:
            result.append(Timing(None, guessed=False))
        else:
            by_habit = usual.get(kinds[number])
            result.append(Timing(by_habit, guessed=by_habit is not None))
    return result, starts, end


def _spans(items: Sequence[Parts], start: int | None) -> list[_Span]:
    spans: list[_Span] = []
    after = start
    for item in items:
        span = _span(item.when, after)
        spans.append(span)
        after = span.end if span.end is not None else span.start if span.start is not None else after
    return spans


def _span(when: When | None, after: int | None) -> _Span:
    if when is None:
        return _Span(None, None)
    start = minute_of(when.start, after)
    return _Span(start, minute_of(when.end, start) if when.end else None)


def _written(item: Parts, span: _Span) -> int | None:
    if item.minutes is not None:
        return item.minutes
    if span.start is None or span.end is None:
        return None
    return _length(span.start, span.end)


def _length(start: int, end: int) -> int | None:
    return end - start if 0 < end - start <= MOST_MINUTES else None


def _fill_by_clock(
    timings: list[int | None], spans: Sequence[_Span], start: int | None, end: int | None
) -> None:
    """Give what is left between two clock times to the one item between them that lacks its minutes."""
    timed = [number for number, span in enumerate(spans) if span.start is not None]
    if start is not None and timed and timed[0] > 0:
        _fill_gap(timings, range(timed[0]), start, spans[timed[0]].start)
    for place, number in enumerate(timed):
        following = timed[place + 1] if place + 1 < len(timed) else len(timings)
        until = spans[following].start if following < len(timings) else end
        _fill_gap(timings, range(number, following), spans[number].start, until)


def _fill_gap(timings: list[int | None], items: range, start: int | None, until: int | None) -> None:
    lacking = [item for item in items if timings[item] is None]
    if len(lacking) == 1 and start is not None and until is not None:
        timings[lacking[0]] = _length(start + sum(timings[item] or 0 for item in items), until)
