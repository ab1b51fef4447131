"""Which rows of the list are chosen, so that several are moved, changed or deleted at once."""

from collections.abc import Callable

from plcdesk.planning.infos import EntryInfo
from plcdesk_ui.run.capture.entry_row import EntryRow


class ChosenRows:
    """`rows` gives the rows from top to bottom. One row alone is not shown as chosen: it has the keyboard's ring."""

    def __init__(self, rows: Callable[[], list[EntryRow]]) -> None:
        self._rows = rows
        self._ids: set[str] = set()
        self._start: str | None = None

    def together_with(self, row: EntryRow) -> tuple[EntryInfo, ...]:
        """The entries chosen, in their order, if `row` is among them; else its own."""
        if row.entry.id not in self._ids:
            return (row.entry,)
        return tuple(each.entry for each in self._rows() if each.entry.id in self._ids)

    def choose(self, row: EntryRow, how: str) -> None:
        """Choose it 'only', 'toggle' it, or choose the 'range' from where choosing began."""
        here = row.entry.id
        if how == "range":
            ids = [each.entry.id for each in self._rows()]
            start = ids.index(self._start) if self._start in ids else ids.index(here)
            first, last = sorted((start, ids.index(here)))
            self._ids = set(ids[first : last + 1])
        elif how == "toggle":
            if not self._ids and self._start is not None and self._start != here:
                self._ids = {self._start}  # the row that was pressed before is meant as well
            self._ids ^= {here}
            self._start = here
        else:
            self._ids, self._start = set(), here
        self._show()

    def start_at(self, row: EntryRow) -> None:
        """A range begins here, if none has begun."""
        if not self._ids:
            self._start = row.entry.id

    def choose_all(self) -> None:
        """Choose every row."""
        self._ids = {row.entry.id for row in self._rows()}
        self._show()

    def clear(self) -> bool:
        """Choose none; False when none was chosen."""
        was, self._ids, self._start = bool(self._ids), set(), None
        if was:
            self._show()
        return was

    def forget(self, entry_id: str) -> None:
        """It is shown no more."""
        self._ids.discard(entry_id)

    def _show(self) -> None:
        for row in self._rows():
            row.set_selected(row.entry.id in self._ids)
