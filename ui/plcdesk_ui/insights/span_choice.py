"""Which span of time the figures are about: a term, a year, or from one day to another."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plcdesk.insights.span import Span, last_year, school_year, term
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.date_field import DateField
from plcdesk_ui.widgets.label import plain

FROM_TO = "from-to"


class SpanChoice(QWidget):
    """Tells `changed` when another span was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.which = Choice(
            [
                ("year", tr("This school year")),
                ("term", tr("This term")),
                ("last-year", tr("Last school year")),
                (FROM_TO, tr("From … to …")),
            ],
            "year",
        )
        self.which.setAccessibleName(tr("Time"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(tr("From"))
        self.last.setAccessibleName(tr("To"))
        self._to = plain(tr("to"), "secondary")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        for widget in (self.which, self.first, self._to, self.last):
            box.addWidget(widget)
        self._show_days(False)
        self.which.chosen.connect(self._chosen)
        self.first.committed.connect(lambda _day: self.changed.emit())
        self.last.committed.connect(lambda _day: self.changed.emit())

    def span(self, today: date) -> Span:
        """The span that is chosen, as of `today`; days typed the wrong way round are turned."""
        match self.which.value():
            case "term":
                return term(today)
            case "last-year":
                return last_year(today)
            case "from-to":
                days = sorted(date.fromisoformat(field.value() or "") for field in (self.first, self.last))
                return Span(*days)
            case _:
                return school_year(today)

    def title(self) -> str:
        """What the screen is called for this span."""
        words = {"term": tr("Our term"), "last-year": tr("Our last year"), FROM_TO: tr("Our meetings")}
        return words.get(str(self.which.value()), tr("Our year"))

    def begin_with(self, span: Span) -> None:
        """Fill the days of 'From … to …' before they are first chosen."""
        self.first.set_value(span.first.isoformat())
        self.last.set_value(span.last.isoformat())

    def _chosen(self, which: object) -> None:
        self._show_days(which == FROM_TO)
        self.changed.emit()

    def _show_days(self, shown: bool) -> None:
        for widget in (self.first, self._to, self.last):
            widget.setVisible(shown)
