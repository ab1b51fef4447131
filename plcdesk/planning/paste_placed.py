"""The lines of a pasted agenda in their places, as they are found one after another."""

from dataclasses import dataclass, field
from typing import Literal

from plcdesk.planning.paste_lines import Parts, is_lead
from plcdesk.planning.paste_people import LEAD
from plcdesk.planning.paste_reads import Read
from plcdesk.planning.paste_times import When, range_in
from plcdesk.planning.paste_words import AGENDA_LABEL

Place = Literal["title", "result", "heading", "item", "purpose", "unread"]


@dataclass
class Draft:
    """An item as far as it is read."""

    read: Read
    parts: Parts
    purposes: list[str] = field(default_factory=list[str])


@dataclass
class Placed:
    """Each line's one place by its number, and what the lines say together."""

    places: dict[int, Place] = field(default_factory=dict[int, Place])
    drafts: list[Draft] = field(default_factory=list[Draft])
    title: str | None = None
    results: list[str] = field(default_factory=list[str])
    meets: When | None = None
    ends: When | None = None

    def put(self, read: Read, place: Place) -> None:
        self.places[read.line.no] = place

    def add_item(self, read: Read) -> None:
        self.drafts.append(Draft(read, read.parts))
        self.put(read, "item")

    def drop_item(self) -> None:
        """The last item turns out to be a heading."""
        self.put(self.drafts.pop().read, "heading")

    def add_purpose(self, read: Read) -> None:
        """A line about the last item; 'Lead: Dana' says who brings it."""
        draft, parts = self.drafts[-1], read.parts
        text = (
            "; ".join(part for part in (parts.title, parts.purpose) if part) if read.row else read.line.body
        )
        lead = LEAD.match(text)
        if lead and is_lead(text) and draft.parts.who is None:
            draft.parts.who = text[lead.end() :].strip()
        else:
            draft.purposes.append(text.strip())
            if read.row:
                draft.parts.who = draft.parts.who or parts.who
        self.put(read, "purpose")

    def add_result(self, read: Read, text: str) -> None:
        if text.strip():
            self.results.append(text.strip())
        self.put(read, "result")

    def set_title(self, read: Read, text: str) -> None:
        label = AGENDA_LABEL.match(text)
        self.title = " ".join(text[label.end() if label else 0 :].split()).strip(" :–—-,") or read.line.text
        self.meets = self.meets or read.parts.when or range_in(read.line.body)
        self.put(read, "title")

    def add_frame(self, read: Read) -> None:
        """A line about when and where the meeting is."""
        self.meets = self.meets or read.parts.when or range_in(read.line.body)
        self.put(read, "heading")
