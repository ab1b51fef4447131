"""What a pasted agenda would become, with the decisions that are a person's to make."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.planning.paste import PastedAgenda
from plcdesk.planning.reading import Agenda
from plcdesk.text import ntr, tr
from plcdesk_ui.plan.paste_found import Found, Way
from plcdesk_ui.plan.paste_row import PasteRow
from plcdesk_ui.plan.wording import spare_chip
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.card import hairline
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.toggles import CheckBox

UNREAD_MINUTES = 5


@dataclass(frozen=True)
class Chosen:
    """What is to be written: items with how they are run, lines as topics, title and result if they are taken."""

    items: tuple[tuple[Found, Way | None], ...]
    lines: tuple[tuple[int, str], ...]
    title: str = ""
    result_wanted: str = ""


class PastePreview(QWidget):
    """Decisions are kept by the words of a line, so that typing on does not lose them."""

    def __init__(self, agenda: Agenda, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = agenda
        self._decided: dict[str, Way | None] = {}
        self._ticked: dict[str, bool] = {}
        self.rows: list[PasteRow] = []
        self.unread: list[tuple[int, str, CheckBox]] = []
        self.title: CheckBox | None = None
        self.result: CheckBox | None = None
        self._pasted: PastedAgenda | None = None
        self.total = plain("", "secondary", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROW - 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def has_items(self) -> bool:
        """Whether there is something to write."""
        return bool(self.rows) or any(box.isChecked() for _, _, box in self.unread)

    def show_found(self, pasted: PastedAgenda, found: tuple[Found, ...]) -> None:
        """Show what was read."""
        self._clear()
        self._pasted = pasted
        if pasted.title:
            self.title = self._tick("title", _heading(tr("Title"), pasted.title), self._title_is_usual())
        if pasted.result_wanted:
            words = _heading(tr("By the end we will have"), pasted.result_wanted)
            self.result = self._tick("result", words, not self._agenda.meeting.result_wanted)
        for each in found:
            self._add_row(each)
        self._show_unread(pasted)
        if not found and not pasted.unread:
            self._add(
                plain(tr("What you paste at the left is shown here as topics."), "secondary", wrap=True)
            )
        self._count()

    def show_problem(self, sentence: str) -> None:
        """Show why nothing can be read."""
        self._clear()
        self._add(plain(sentence, "warning", wrap=True))
        self.total.setText("")

    def chosen(self) -> Chosen:
        """All that is to be written, as decided."""
        pasted = self._pasted
        take_title = self.title is not None and self.title.isChecked()
        take_result = self.result is not None and self.result.isChecked()
        return Chosen(
            tuple((row.found, row.way) for row in self.rows),
            tuple((number, text) for number, text, box in self.unread if box.isChecked()),
            (pasted.title or "") if pasted is not None and take_title else "",
            (pasted.result_wanted or "") if pasted is not None and take_result else "",
        )

    def _title_is_usual(self) -> bool:
        return self._agenda.meeting.title.strip() in ("", tr("Team meeting"))

    def _add_row(self, found: Found) -> None:
        if self.rows:
            self._add(hairline())
        first = found.ways[0] if found.ways else None
        row = PasteRow(found, self._decided.get(found.item.title, first))
        row.changed.connect(lambda: self._decide(row))
        self.rows.append(row)
        self._add(row)

    def _show_unread(self, pasted: PastedAgenda) -> None:
        if not pasted.unread:
            return
        self._add(hairline())
        title = ntr(
            "This line was not read as a topic", "These lines were not read as topics", len(pasted.unread)
        )
        self._add(plain(title, "secondary-strong"))
        self._add(plain(tr("Tick what is to be a topic of {n} min.").format(n=UNREAD_MINUTES), "secondary"))
        for number, text in pasted.unread:
            box = self._tick(text, text, False)
            self.unread.append((number, text, box))

    def _tick(self, key: str, words: str, checked: bool) -> CheckBox:
        box = CheckBox(words, self._ticked.get(key, checked))
        box.toggled.connect(lambda on: self._remember(key, on))
        self._add(box)
        return box

    def _remember(self, key: str, on: bool) -> None:
        self._ticked[key] = on
        self._count()

    def _decide(self, row: PasteRow) -> None:
        self._decided[row.found.item.title] = row.way
        self._count()

    def _count(self) -> None:
        ticked = sum(1 for _, _, box in self.unread if box.isChecked())
        number = len(self.rows) + ticked
        minutes = sum(row.minutes for row in self.rows) + UNREAD_MINUTES * ticked
        topics = ntr("{n} topic", "{n} topics", number).format(n=number)
        slot = self._agenda.meeting.minutes
        of = tr("{planned} of {minutes} min").format(planned=minutes, minutes=slot)
        self.total.setText(" · ".join((topics, of, spare_chip(slot - minutes)[0])) if number else "")

    def _clear(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.unread = [], []
        self.title = self.result = None
        self._pasted = None

    def _add(self, widget: QWidget) -> None:
        self._box.addWidget(widget)


def _heading(word: str, text: str) -> str:
    return tr("{what}: {text}").format(what=word, text=text)
