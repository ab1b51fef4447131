"""Write your own: the facts at the left, the steps in the middle, how it fits and what to mend at the right."""

import time
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from plcdesk import paths
from plcdesk.errors import UserError
from plcdesk.library import draft as drafts
from plcdesk.library import own
from plcdesk.library.draft_history import DraftHistory
from plcdesk.library.faults import Where
from plcdesk.library.nesting import reached
from plcdesk.library.schema import Protocol
from plcdesk.library.steps import find_step
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.library_editor.facts import FactsCards
from plcdesk_ui.library_editor.form import UndoKeys, flush
from plcdesk_ui.library_editor.forms_list import FormsList
from plcdesk_ui.library_editor.keeper import Keeper
from plcdesk_ui.library_editor.mend_card import MendCard
from plcdesk_ui.library_editor.opening import Opened, open_about
from plcdesk_ui.library_editor.step_change import changed_step
from plcdesk_ui.library_editor.steps_list import StepsList
from plcdesk_ui.library_editor.times_card import TimesCard
from plcdesk_ui.library_editor.words import form_index, state_line
from plcdesk_ui.navigator import Place
from plcdesk_ui.plan.columns import PlanColumns, ScrollColumn
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.banner import Banner
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.rows import show_in_scroll_area
from plcdesk_ui.widgets.top_bar import TopBar

REDO_KEY = "Ctrl+Shift+Z"


class ProtocolEditorScreen(Screen):
    """A place's `about` is the id of a protocol: one's own is changed, another one is copied; empty for a new one.

    With the `line` 'copy' one's own is copied too.
    """

    rail_key = "library"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._folder = paths.own_protocols()
        self._is_copy = False
        self._history = DraftHistory(drafts.new_protocol(()))
        self._faults: list[tuple[Where, str]] = []
        self._known: set[str] = set()
        self._open_step = ""
        self._keys = UndoKeys(self)
        self.keeper = Keeper(context, self._folder, self)
        self.bar = TopBar("", back=tr("Protocols"))
        self.undo_button = icon_button("undo-2", tr("Undo"), lambda: self.take_back(again=False))
        self.redo_button = icon_button("redo-2", tr("Redo"), lambda: self.take_back(again=True))
        self.done_button = button(tr("Show in the library"), self._to_library)
        for part in (self.undo_button, self.redo_button, self.done_button):
            self.bar.add(part)
        self.banner = Banner()
        self.facts = FactsCards()
        self.steps = StepsList(self._keys.watch)
        self.forms = FormsList(self._keys.watch)
        self.times, self.mend = TimesCard(), MendCard()
        self._middle = ScrollColumn(self.banner, self.steps, self.forms)
        self.columns = PlanColumns(self.facts.cards, self._middle, [self.times, self.mend])
        self.page.addWidget(self.bar)
        self.page.addWidget(self.columns, 1)
        for card in self.facts.cards:
            self._keys.watch(card)
        self._wire()

    @property
    def protocol(self) -> Protocol:
        """The protocol as it stands."""
        return self._history.now

    def enter(self, place: Place) -> None:
        self.keeper.finish()
        try:
            opened = open_about(
                place.about, self.context.catalogue, self._folder, as_copy=place.line == "copy"
            )
        except UserError as problem:
            self.context.bus.problem_arose.emit(str(problem))
            QTimer.singleShot(0, lambda: self.context.go.to("library"))
            return
        self._begin(opened)

    def leave(self) -> None:
        flush(self)
        self.keeper.finish()

    def take_back(self, again: bool) -> bool:
        """Undo in the editor, or redo with `again`; True, for nothing else is undone from here."""
        flush(self)
        before = self.protocol
        self._history.redo() if again else self._history.undo()
        if self.protocol != before:
            self._show()
            self._keep()
        return True

    def _begin(self, opened: Opened) -> None:
        self._history = DraftHistory(opened.protocol)
        self.keeper.begin(opened.protocol.id, opened.file)
        self._is_copy = opened.is_copy
        self._open_step = ""
        runs = self.context.catalogue.runs()
        others = [
            one
            for one in self.context.catalogue.summaries()
            if opened.protocol.id not in reached([one.id], runs)
        ]
        self.steps.protocols = [(one.id, one.name) for one in others]
        self._known = {one.id for one in others}
        self.forms.begin()
        self.times.begin(opened.protocol)
        self._show()
        self._show_banner(opened)
        if not opened.protocol.name:
            QTimer.singleShot(0, lambda: self._focus_fact("name"))

    def _wire(self) -> None:
        self.bar.back_requested.connect(self._to_library)
        self.facts.form.typed.connect(
            lambda name, value, is_text: self.change(
                self.facts.changed(self.protocol, name, value), name if is_text else ""
            )
        )
        self.steps.typed.connect(self._type_step)
        self.steps.wished.connect(self._wish)
        self.forms.changed.connect(self.change)
        self.forms.opened.connect(self._show_form)
        self.mend.chosen.connect(self.lead_to)
        self.keeper.kept.connect(self._show_state)
        if (
            QKeySequence(QKeySequence.StandardKey.Redo).toString() != REDO_KEY
        ):  # the window has the platform's
            QShortcut(QKeySequence(REDO_KEY), self, lambda: self.take_back(again=True))

    def change(self, protocol: Protocol, field: str = "") -> None:
        """Go on to another state, show it and keep it. `field` says what is typed in."""
        if self._history.change(protocol, field, time.monotonic()):
            self._show()
            self._keep()

    def lead_to(self, where: Where) -> None:
        """Bring the keyboard to what is to be mended."""
        step = drafts.step_at(self.protocol, where.step) if where.step else None
        if step is not None:
            self._open_step = step.id
            self._show()
            QTimer.singleShot(0, lambda: self.steps.focus(step.id, where.field))
        elif form_index(where) is not None:
            self.forms.lead_to(where)
        elif where.field.startswith("steps"):
            self.steps.add_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._focus_fact(where.field)

    def _type_step(self, step_id: str, name: str, value: Any, is_text: bool) -> None:
        step = find_step(self.protocol, step_id)
        if step is not None:
            changed = changed_step(step, name, value)
            field = f"{step_id}/{name}" if is_text else ""
            self.change(drafts.with_step(self.protocol, changed), field)

    def _wish(self, what: str, step_id: str) -> None:
        """What was asked for by a button or a key of a step."""
        flush(self.steps)
        if what == "open":
            self._open_step = "" if self._open_step == step_id else step_id
            self._show()
            self.steps.focus(step_id, "title" if self._open_step else "")
        elif what in ("up", "down"):
            self.change(drafts.moved(self.protocol, step_id, -1 if what == "up" else 1))
        elif what == "delete":
            self._delete(step_id)
        elif what == "duplicate":
            changed, twin = drafts.duplicated(self.protocol, step_id)
            self._open_new(changed, twin)
        else:
            self._add(what, step_id)

    def _add(self, what: str, step_id: str) -> None:
        taken = drafts.step_ids(self.protocol)
        step = drafts.new_loop(taken) if what == "add_loop" else drafts.new_step(taken)
        after = step_id if what == "add_after" else None
        inside = step_id if what == "add_inside" else None
        self._open_new(drafts.added(self.protocol, step, after, inside), step.id)

    def _open_new(self, protocol: Protocol, step_id: str) -> None:
        self._open_step = step_id
        self.change(protocol)
        QTimer.singleShot(0, lambda: self.steps.focus(step_id, "title"))

    def _delete(self, step_id: str) -> None:
        ids = drafts.step_ids(self.protocol)
        self.change(drafts.without_step(self.protocol, step_id))
        left = [each for each in ids if each in self.steps.cards]
        before = [each for each in ids[: ids.index(step_id)] if each in left]
        near = before[-1] if before else left[0] if left else ""
        if near:
            self.steps.focus(near)
        else:
            self.steps.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        """Show the state as it is now; the keyboard and half-typed words stay."""
        protocol = self.protocol
        self._faults = own.faults_of(protocol, self._known)
        self.facts.show_protocol(protocol)
        self.steps.show_protocol(protocol, self._open_step, self._faults)
        self.forms.show_protocol(protocol, self._faults)
        self.times.show_protocol(protocol)
        self.mend.show_faults(self._faults, protocol)
        self.undo_button.setEnabled(self._history.can_undo)
        self.redo_button.setEnabled(self._history.can_redo)
        self.bar.set_title(protocol.name or tr("A new protocol"))
        self._show_state()

    def _show_form(self, form_id: str) -> None:
        """Show a form's fields and its timeline; with an empty id those of the protocol itself."""
        flush(self.steps)
        flush(self.forms)
        self._open_step = "" if form_id else self._open_step
        self._show()
        self.times.show_form(form_id)

    def _keep(self) -> None:
        self.keeper.keep(self.protocol, not self._faults)
        self._show_state()

    def _show_state(self) -> None:
        """How it is kept: 'Saved' only once it is."""
        if self.keeper.is_busy or self.keeper.has_failed:
            self.bar.set_context(tr("Not kept yet") if self.keeper.has_failed else tr("Saving…"))
            return
        self.bar.set_context(
            state_line(
                len(self._faults),
                was_saved=self.keeper.place.file is not None,
                is_touched=self._history.can_undo or bool(self.protocol.name and not self._is_copy),
                is_copy=self._is_copy,
            )
        )

    def _show_banner(self, opened: Opened) -> None:
        begun = [one for one in own.unfinished(self._folder) if not one.has_file]
        if opened.saved is not None and opened.saved != opened.protocol:
            saved = opened.saved

            def back() -> None:
                self.banner.show_message("")
                self.change(saved)

            self.banner.show_message(
                tr("This is a draft that is not finished"),
                tr("The library has what was saved before."),
                "info",
                ((tr("Back to what was saved"), back),),
            )
        elif begun and opened.file is None and not opened.is_copy and opened.protocol.name == "":
            first = begun[0]
            name = first.name or tr("one without a name")
            self.banner.show_message(
                tr("You have begun {name} and not finished it").format(name=name),
                "",
                "info",
                ((tr("Go on with it"), lambda: self.context.go.to("protocol_editor", first.id)),),
            )
        else:
            self.banner.show_message("")

    def _focus_fact(self, field: str) -> None:
        target = self.facts.form.field_for(field)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            show_in_scroll_area(target)

    def _to_library(self) -> None:
        self.leave()
        self.context.go.to("library", line=self.keeper.place.protocol_id)
