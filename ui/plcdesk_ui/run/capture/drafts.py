"""Half-typed text, kept with the step it was typed in, also through a crash."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from plcdesk_ui.context import Context
from plcdesk_ui.widgets.committer import Committer

if TYPE_CHECKING:
    from plcdesk.store.work import Work


FIELD = "#"
"""Between a step's key and the name of a field that is half typed there."""


class Drafts(QObject):
    """What is half typed, by place (the key of a step, or one of its fields). Stored 300 ms after a pause, after 1 s at most.

    `changed(place, by)`: the text of a place is another one now; `by` is who put it there.
    """

    changed = Signal(str, object)

    def __init__(self, context: Context, meeting_id: str, stored: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._meeting_id = meeting_id
        self._texts = {place: text for place, text in stored.items() if text}
        self._stored = dict(self._texts)
        self._committer = Committer(lambda: dict(self._texts), self)
        self._committer.due.connect(self._store)

    def text(self, place: str) -> str:
        """What is half typed there."""
        return self._texts.get(place, "")

    def places(self) -> tuple[str, ...]:
        """The steps in whose line something is half typed that is worth keeping."""
        return tuple(place for place, text in self._texts.items() if text.strip() and FIELD not in place)

    def fields(self, place: str) -> dict[str, str]:
        """What is half typed in the fields there, by their names."""
        opening = place + FIELD
        return {
            key.removeprefix(opening): text for key, text in self._texts.items() if key.startswith(opening)
        }

    def put_field(self, place: str, name: str, text: str, by: object = None) -> None:
        """This is half typed in a field there now."""
        self.put(place + FIELD + name, text, by)

    def put(self, place: str, text: str, by: object = None) -> None:
        """This is half typed there now."""
        if text == self.text(place):
            return
        self._set(place, text)
        self._committer.touch()
        self.changed.emit(place, by)

    def used(self, place: str, by: object = None) -> None:
        """What was half typed there was written down: the work that did so took it out of the store."""
        for key in (place, *(place + FIELD + name for name in self.fields(place))):
            self._set(key, "")
            self._stored.pop(key, None)
        self.changed.emit(place, by)

    def give_back(self, place: str, text: str, fields: Mapping[str, str]) -> None:
        """What was to be written down could not be: it stands before what was typed since."""
        since = self.text(place)
        for name, value in fields.items():
            self.put_field(place, name, value)
        self.put(place, f"{text}\n{since}" if since.strip() else text)
        self.flush()

    def flush(self) -> None:
        """Store now what is not stored yet."""
        self._committer.flush()

    def _set(self, place: str, text: str) -> None:
        if text:
            self._texts[place] = text
        else:
            self._texts.pop(place, None)

    def _store(self, texts: object) -> None:
        del texts
        changed = {
            place: self.text(place)
            for place in {*self._texts, *self._stored}
            if self.text(place) != self._stored.get(place, "")
        }
        self._stored = dict(self._texts)
        if not changed:
            return
        meeting_id = self._meeting_id

        def save(work: "Work") -> None:
            from plcdesk.running.entries import save_draft

            for place, text in changed.items():
                save_draft(work, meeting_id, place, text)

        def failed(sentence: str) -> None:
            for place in changed:
                self._stored.pop(place, None)  # so that the next keystroke tries again
            self._context.bus.problem_arose.emit(sentence)

        self._context.do(save, by=self, failed=failed)
