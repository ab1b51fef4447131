"""The meeting chosen in the list, in short: what was wanted and agreed, with what was looked for marked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.archive.matching import Marked
from plcdesk.archive.previews import Line, PreviewOf
from plcdesk.library.kinds import TONES
from plcdesk.text import ntr, tr
from plcdesk_ui.meetings.words import facts_line, line_about, line_word, reached_word
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button, icon_button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.marked_label import MarkedLabel
from plcdesk_ui.widgets.rows import ClickRow, RowList


class PreviewCard(Card):
    """Each line opens the minutes there. Its requests tell the id of the meeting."""

    open_requested = Signal(str, str)
    print_requested = Signal(str)
    read_requested = Signal(str)
    copy_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("The meeting chosen"))
        self.shown: PreviewOf | None = None
        self._content: QWidget | None = None

    def show_meeting(self, shown: PreviewOf, today: date) -> None:
        """Show a meeting in place of the one before."""
        self.shown = shown
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW)
        top = QHBoxLayout()
        top.addWidget(MarkedLabel(shown.title.text, shown.title.marks, "title"), 1)
        if shown.meeting.status == "planned":
            delete = icon_button("trash-2", tr("Delete the meeting"), self._tell(self.delete_requested))
            top.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        box.addWidget(plain(facts_line(shown), "secondary", wrap=True))
        if shown.wanted.text.strip():
            box.addWidget(_wanted(shown))
        if shown.lines:
            rows = RowList()
            for line in shown.lines:
                rows.add(self._line(line, today))
            box.addWidget(rows)
        elif shown.meeting.was_held:
            box.addWidget(
                plain(tr("Nothing was decided, and no actions were taken down."), "secondary", wrap=True)
            )
        else:
            box.addWidget(plain(tr("Nothing is on the agenda yet."), "secondary", wrap=True))
        if shown.more:
            more = ntr("and {n} more in the minutes", "and {n} more in the minutes", shown.more)
            box.addWidget(plain(more.format(n=shown.more), "secondary"))
        box.addSpacing(ROW)
        box.addWidget(flow(*self._buttons(shown)))
        self._replace(content)

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.body.addWidget(content)

    def _line(self, line: Line, today: date) -> QWidget:
        chip = Chip(
            line_word(line), "neutral" if line.kind in ("item", "file") else TONES.get(line.kind, "neutral")
        )
        about = line_about(line, today)
        aside = [] if line.minutes is None else [tr("{n} min").format(n=line.minutes)]
        secondary = " · ".join(part for part in (line.why.text if not line.why.marks else "", about) if part)
        row = ClickRow(
            line.text.text,
            secondary,
            leading=None if line.kind == "item" else chip,
            trailing=aside,
            marks=line.text.marks,
        )
        if line.why.marks:
            row.content.add_below(MarkedLabel(line.why.text, line.why.marks, "secondary"))
        row.activated.connect(lambda: self._open(line.id))
        return row

    def _buttons(self, shown: PreviewOf) -> list[Button]:
        held = shown.meeting.was_held
        names = {"running": tr("Go to the meeting"), "planned": tr("Open agenda")}
        opener = button(names.get(shown.meeting.status, tr("Open minutes")), lambda: self._open(""))
        made = [opener]
        if held:
            made.append(
                button(tr("Read"), self._tell(self.read_requested), tip=tr("Large, without anything to edit"))
            )
        if shown.meeting.status != "running":
            made.append(button(tr("Print"), self._tell(self.print_requested)))
        made.append(
            button(
                tr("Plan one like it"),
                self._tell(self.copy_requested),
                tip=tr("The same agenda, at the team's next free slot"),
            )
        )
        return made

    def _open(self, line: str) -> None:
        if self.shown is not None:
            self.open_requested.emit(self.shown.meeting.id, line)

    def _tell(self, signal: SignalInstance) -> Callable[[], None]:
        def tell() -> None:
            if self.shown is not None:
                signal.emit(self.shown.meeting.id)

        return tell


def _wanted(shown: PreviewOf) -> MarkedLabel:
    """'We wanted a re-teach plan. Reached.'"""
    held = shown.meeting.was_held
    before = tr("We wanted") if held else tr("By the end we will have")
    reached = reached_word(shown.meeting.result_reached) if held else ""
    text = shown.wanted.text.strip().rstrip(".")
    moved = len(before) + 1
    whole = Marked(
        f"{before} {text}. {reached}".strip(),
        tuple((start + moved, min(end, len(text)) + moved) for start, end in shown.wanted.marks),
    )
    return MarkedLabel(whole.text, whole.marks)
