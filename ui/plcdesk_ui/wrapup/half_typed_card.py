"""What was half typed in the meeting and never written down: it becomes a note, or goes."""

from typing import TYPE_CHECKING, NamedTuple

from plcdesk.running.reading import Room
from plcdesk.text import tr
from plcdesk_ui.change import Change
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.rows import Row, RowList
from plcdesk_ui.wrapup.facts import WrapUp

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class HalfTyped(NamedTuple):
    """A text that was left in the line of a step, by the step's key (`place`)."""

    place: str
    text: str
    item_id: str
    item_title: str


class HalfTypedCard(Card):
    """Hidden when nothing was left half typed. Private writing is not shown: others may see this screen."""

    def __init__(self, change: Change) -> None:
        super().__init__(tr("Half typed"))
        self._change = change
        self._meeting_id = ""
        self._shown: tuple[HalfTyped, ...] = ()
        self._dropped: set[HalfTyped] = set()
        self._rows = RowList()
        self.body.addWidget(self._rows)
        self.hide()

    def show_wrap_up(self, facts: WrapUp) -> None:
        """A row for each text."""
        self._meeting_id = facts.room.meeting.id
        self._show(tuple(left for left in left_half_typed(facts.room) if left not in self._dropped))

    def _show(self, found: tuple[HalfTyped, ...]) -> None:
        self.setVisible(bool(found))
        if found != self._shown:
            self._shown = found
            self._rows.set_rows([self._row(left) for left in found])

    def _row(self, left: HalfTyped) -> Row:
        keep = button(tr("Keep as a note"), lambda: self._keep(left))
        drop = button(tr("Drop"), lambda: self._drop(left), "quiet")
        keep.setAccessibleName(tr("Keep as a note: {what}").format(what=left.text))
        drop.setAccessibleName(tr("Drop: {what}").format(what=left.text))
        return Row(left.text, left.item_title, trailing=[keep, drop])

    def _keep(self, left: HalfTyped) -> None:
        meeting_id = self._meeting_id

        def keep(work: "Work") -> None:
            from plcdesk.running.entries import NewEntry, add_entry

            note = NewEntry("note", left.text, left.item_id, left.place)
            add_entry(work, meeting_id, note, draft_place=left.place)

        self._change(keep)

    def _drop(self, left: HalfTyped) -> None:
        meeting_id = self._meeting_id

        def drop(work: "Work") -> None:
            from plcdesk.running.entries import save_draft

            save_draft(work, meeting_id, left.place, "")

        self._change(drop)
        self._dropped.add(left)
        self._show(tuple(other for other in self._shown if other != left))


def left_half_typed(room: Room) -> tuple[HalfTyped, ...]:
    """What stands half typed in the lines of steps that are not for private writing, as the agenda goes."""
    items = {item.id: item for item in room.agenda.items}
    found: list[HalfTyped] = []
    for step in room.plan.steps:
        text, item = room.drafts.get(step.key, ""), items.get(step.item_id)
        if not text.strip() or item is None:
            continue
        steps = item.snapshot.steps if item.snapshot is not None else {}
        writing = steps.get(step.step_id or "")
        if writing is None or not writing.writes_privately:
            found.append(HalfTyped(step.key, text, item.id, item.title))
    return tuple(found)
