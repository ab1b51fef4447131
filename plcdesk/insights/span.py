"""The span of time that figures are about."""

from dataclasses import dataclass
from datetime import date, timedelta

YEAR_BEGINS = 8  # August: the month in which most school years of the north begin
A_TERM = 4  # months


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both counted in."""

    first: date
    last: date

    @property
    def end(self) -> date:
        """The day after the last."""
        return self.last + timedelta(days=1)

    def before(self) -> "Span":
        """The span of the same length that came before."""
        return Span(self.first - (self.end - self.first), self.first - timedelta(days=1))


def school_year(today: date, begins: int = YEAR_BEGINS) -> Span:
    """The school year that `today` is in, up to the day before the next begins."""
    year = today.year if today.month >= begins else today.year - 1
    return Span(date(year, begins, 1), date(year + 1, begins, 1) - timedelta(days=1))


def term(today: date, begins: int = YEAR_BEGINS) -> Span:
    """The third of the school year that `today` is in: four months."""
    months = (today.year * 12 + today.month - begins) // A_TERM * A_TERM + begins - 1
    first, after = (date(m // 12, m % 12 + 1, 1) for m in (months, months + A_TERM))
    return Span(first, after - timedelta(days=1))


def last_year(today: date, begins: int = YEAR_BEGINS) -> Span:
    """The school year before the one that `today` is in."""
    this = school_year(today, begins)
    return school_year(this.first - timedelta(days=1), begins)
