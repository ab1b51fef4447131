"""How figures are said: for the screen and for the pages that are printed."""

from datetime import date

from plcdesk.insights.figures import Figures, NormSeries
from plcdesk.insights.span import Span
from plcdesk.insights.time_spent import FRAME, ProtocolUse, TimeUse
from plcdesk.minutes.dates import DEFAULT, decimal, month_and_year, month_name
from plcdesk.minutes.document import BarChart, ChartRow, Charts, LineChart, plain_runs
from plcdesk.text import ntr, tr

LOWEST, HIGHEST = 1, 5  # fingers


def span_words(span: Span, locale: str = DEFAULT) -> str:
    """'August – November 2026'; both years where they differ, one month where it is one."""
    last = month_and_year(span.last, locale)
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        return last
    if span.first.year == span.last.year:
        return f"{month_name(span.first, locale)} – {last}"
    return f"{month_and_year(span.first, locale)} – {last}"


def about_word(about: str) -> str:
    """What time went into, as teachers call it."""
    words = {
        "student-work": tr("Student work"),
        "data": tr("Data"),
        "dilemma": tr("Dilemmas"),
        "text": tr("Texts"),
        "plans": tr("Planning"),
        "practice": tr("Our practice"),
        "ourselves": tr("Working together"),
        "topic": tr("Other topics"),
        "decision": tr("Deciding"),
        "news": tr("News"),
        FRAME: tr("Opening and wrap-up"),
    }
    return words.get(about, tr("Other"))


def hours(minutes: int) -> str:
    """'2 h 50', '55 min'."""
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes:02}").format(hours=minutes // 60, minutes=minutes % 60)


def protocol_words(use: ProtocolUse) -> str:
    """'3 times · 52 of 45 min': the mean minutes used of those planned."""
    times = ntr("once", "{n} times", len(use.runs)).format(n=len(use.runs))
    if use.used is None or use.planned is None:
        return times
    return times + " · " + tr("{used} of {planned} min").format(used=use.used, planned=use.planned)


def held_words(figures: Figures) -> str:
    """'11 of 12 meetings held'."""
    held, planned = len(figures.held), len(figures.meetings)
    return ntr("{held} of {n} meeting held", "{held} of {n} meetings held", planned).format(
        held=held, n=planned
    )


def time_charts(uses: tuple[TimeUse, ...]) -> Charts:
    """A bar for each thing that time went into; the longest fills its track."""
    most = max((use.seconds for use in uses), default=0.0) or 1.0
    return Charts(
        tuple(
            ChartRow(
                plain_runs(about_word(use.about)),
                BarChart(use.seconds / most),
                plain_runs(hours(use.minutes), "quiet"),
            )
            for use in uses
        )
    )


def norm_charts(norms: tuple[NormSeries, ...], span: Span, until: date, locale: str = DEFAULT) -> Charts:
    """A line for each norm over the span, as far as it has come, with the mean and the number of ratings."""
    last = min(span.last, until)
    return Charts(tuple(_norm_row(norm, Span(span.first, last), locale) for norm in norms))


def _norm_row(norm: NormSeries, span: Span, locale: str) -> ChartRow:
    days = max(1, (span.last - span.first).days)
    points = tuple(
        (min(1.0, max(0.0, (rating.on - span.first).days / days)), rating.mean) for rating in norm.ratings
    )
    ends = (month_name(span.first, locale, short=True), month_name(span.last, locale, short=True))
    return ChartRow(
        plain_runs(norm.text),
        LineChart(points, LOWEST, HIGHEST, *ends),
        plain_runs(norm_words(norm, locale), "quiet"),
    )


def norm_words(norm: NormSeries, locale: str = DEFAULT) -> str:
    """'mean 4.2 · 3 meetings': the mean of five fingers, and in how many meetings it was rated."""
    rated = ntr("{n} meeting", "{n} meetings", len(norm.ratings)).format(n=len(norm.ratings))
    return tr("mean {mean}").format(mean=decimal(norm.mean, locale)) + " · " + rated
