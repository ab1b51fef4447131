"""1 · Read back what we agreed: the result, the decisions with their why, the actions with owner and date."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from plcdesk.planning.infos import EntryInfo
from plcdesk.running.standing import Standing, stood
from plcdesk.text import tr
from plcdesk_ui.action_chips import ActionChips
from plcdesk_ui.change import Change
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.card import Card, hairline
from plcdesk_ui.widgets.chip import Chip
from plcdesk_ui.widgets.label import plain, set_tone
from plcdesk_ui.widgets.text_field import TextField
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class AgreedCard(Card):
    """Every line can be mended where it stands."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("1 · Read back what we agreed"))
        self._change = change
        self._meeting_id = ""
        self._wanted = plain("", wrap=True)
        self.answers = {
            answer: button(words, lambda answer=answer: self._reach(answer))
            for answer, words in (("yes", tr("Yes")), ("partly", tr("Partly")), ("no", tr("No")))
        }
        self._result = QWidget()
        row = QHBoxLayout(self._result)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        row.addWidget(self._wanted, 1)
        for made in self.answers.values():
            made.setCheckable(True)
            row.addWidget(made)
        self.body.addWidget(self._result)
        self._lines: dict[str, AgreedLine] = {}
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.body.addLayout(self._box)
        self._nothing = plain(tr("Nothing was decided, and nobody took an action."), "secondary", wrap=True)
        self.body.addWidget(self._nothing)
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.addWidget(button(tr("Add a decision"), lambda: self._add("decision"), "quiet", "plus"))
        row.addWidget(button(tr("Add an action"), lambda: self._add("action"), "quiet", "plus"))
        row.addStretch(1)
        self.body.addLayout(row)
        self._focus_new = False

    def show_wrap_up(self, facts: WrapUp, today: date) -> None:
        """Show what was agreed; lines that stay are kept."""
        meeting = facts.room.meeting
        self._meeting_id = meeting.id
        self._result.setVisible(bool(meeting.result_wanted))
        self._wanted.setText(
            tr("We wanted {result}. Did we?").format(result=meeting.result_wanted.rstrip("."))
        )
        for answer, made in self.answers.items():
            made.setChecked(meeting.result_reached == answer)
        agreed = [entry for entry in facts.room.entries if entry.kind == "decision"]
        agreed += [entry for entry in facts.room.entries if entry.kind == "action"]
        self._nothing.setVisible(not agreed)
        for entry_id in set(self._lines) - {entry.id for entry in agreed}:
            gone = self._lines.pop(entry_id)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, entry in enumerate(agreed):
            self._line(entry, place).show_entry(entry, facts, today)

    def _line(self, entry: EntryInfo, place: int) -> "AgreedLine":
        line = self._lines.get(entry.id)
        if line is None:
            line = self._lines[entry.id] = AgreedLine(entry, self._change)
            if self._focus_new:
                self._focus_new = False
                line.words.setFocus()
                line.words.selectAll()
        self._box.removeWidget(line)
        self._box.insertWidget(place, line)
        return line

    def flush(self) -> None:
        """Hand over what is half typed."""
        for line in self._lines.values():
            line.words.flush()
            line.why.flush()

    def _reach(self, answer: str) -> None:
        meeting_id, reached = self._meeting_id, answer if self.answers[answer].isChecked() else None
        for other, made in self.answers.items():
            made.setChecked(other == reached)

        def reach(work: "Work") -> None:
            from plcdesk.closing.wrap_up import set_reached

            set_reached(work, meeting_id, reached)

        self._change(reach)

    def _add(self, kind: str) -> None:
        meeting_id = self._meeting_id
        text = tr("What we decided") if kind == "decision" else tr("What is to be done")
        self._focus_new = True

        def add(work: "Work") -> None:
            from plcdesk.running.entries import NewEntry, add_entry

            add_entry(work, meeting_id, NewEntry(kind, text))

        self._change(add)


class AgreedLine(QWidget):
    """A decision with its why, or an action with owner and date."""

    def __init__(self, entry: EntryInfo, change: Change) -> None:
        super().__init__()
        self._id, self._change = entry.id, change
        is_action = entry.kind == "action"
        self.words = TextField(lines=1)
        self.words.setProperty("look", "quiet")
        self.words.setAccessibleName(tr("Action") if is_action else tr("Decision"))
        self.why = TextField(placeholder=tr("because …"), lines=1)
        self.why.setProperty("look", "quiet")
        self.why.setAccessibleName(tr("Why"))
        self.why.setVisible(not is_action)
        self.chips = ActionChips()
        self.chips.setVisible(is_action)
        self.stood = plain("", "secondary", wrap=True)
        self._delete = icon_button("trash-2", "", self._remove, tip=tr("Delete"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, ROW - 1, 0, ROW - 1)
        row.setSpacing(ROW)
        row.addWidget(Chip(tr("Action"), "accent") if is_action else Chip(tr("Decision"), "decision"))
        row.addWidget(self.words, 3)
        row.addWidget(self.why, 2)
        row.addWidget(self.chips)
        row.addWidget(self._delete)
        outer.addLayout(row)
        outer.addWidget(self.stood)
        self.words.committed.connect(lambda text: self._set("text", text=text) if text.strip() else None)
        self.why.committed.connect(lambda text: self._set("why", why=text.strip()))
        self.chips.owners_chosen.connect(lambda owners: self._set(None, owners=owners))
        self.chips.due_chosen.connect(lambda due: self._set(None, due_on=due))

    def show_entry(self, entry: EntryInfo, facts: WrapUp, today: date) -> None:
        self._entry = entry
        self.words.set_value(entry.text)
        self.why.set_value(entry.why)
        following = facts.next.starts_at.date() if facts.next else facts.proposed_start.date()
        self.chips.show_action(entry, facts.room.agenda.team.members, today, following)
        self._delete.setAccessibleName(tr("Delete {what}").format(what=entry.text))
        self._show_standing(facts.room.standings.get(entry.id))

    def _show_standing(self, standing: Standing | None) -> None:
        """How the team stood to a decision; one that not everyone can live with is told apart."""
        self.stood.setText(stood(standing) if standing is not None else "")
        self.stood.setVisible(bool(self.stood.text()))
        set_tone(self.stood, "warning" if standing is not None and standing.low else "secondary")

    def _set(self, field: str | None, **values: object) -> None:
        entry_id = self._id
        typing = f"{entry_id}:{field}" if field else None

        def change(work: "Work") -> None:
            from plcdesk.running.entries import change_entry

            change_entry(work, entry_id, typing=typing, **values)

        self._change(change)

    def _remove(self) -> None:
        entry_id = self._id

        def delete(work: "Work") -> None:
            from plcdesk.running.entries import delete_entries

            delete_entries(work, [entry_id])

        self._change(delete, tr("Deleted: {what}").format(what=self._entry.text))
