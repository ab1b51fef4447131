"""Where each line of a pasted agenda belongs: title, result wanted, heading, item, purpose, or unread."""

from collections.abc import Sequence

from plcdesk.planning.paste_kinds import everyday_kind
from plcdesk.planning.paste_lines import ITEM_LABEL, is_lead
from plcdesk.planning.paste_placed import Placed
from plcdesk.planning.paste_reads import Read
from plcdesk.planning.paste_shape import Shape
from plcdesk.planning.paste_words import (
    ASIDE,
    MAIL_HEADER,
    REPLY,
    RESULT,
    RESULT_HEADING,
    THE_END,
    TOTAL,
    is_agenda_heading,
    is_prose,
    is_sign_off,
    is_title_like,
    is_when_and_where,
)


def place_lines(reads: Sequence[Read]) -> Placed:
    """Give each line its one place."""
    placer = _Placer(reads)
    for number in range(len(reads)):
        placer.place(number)
    placer.finish()
    return placer.placed


class _Placer:
    """Walks down the lines and remembers what the lines above have said."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.reads = reads
        self.shape = Shape(reads)
        self.placed = Placed()
        self.aside = False  # in a list that is no part of the agenda, such as norms
        self.in_result = False  # in a list of results wanted
        self.signed_off = False
        self.pending: Read | None = None  # a time on a line of its own, whose item comes next

    def place(self, number: int) -> None:
        """Find the place of one line."""
        read = self.reads[number]
        if read.piece:
            self._place_piece(read)
        elif self._place_frame(read):
            return
        elif read.timed:
            self._place_timed(read, number)
        elif self.pending is not None and read.parts.title and not is_prose(read.line.body):
            self._join_pending(self.pending, read)
        elif self.in_result and (read.marked or not read.line.after_blank) and not self._begins_item(read):
            self.placed.add_result(read, read.line.body)
        elif self.signed_off or (self.aside and not self._ends_aside(read)):
            self.placed.put(read, "unread")
        elif read.row:
            self._place_row(read)
        elif read.marked:
            self._place_marked(read)
        elif self.placed.drafts:
            self._place_plain(read, number)
        else:
            self._place_above(read, number)

    def finish(self) -> None:
        """A time that nothing followed is shown as not read."""
        if self.pending is not None:
            self.placed.put(self.pending, "unread")
            self.pending = None

    # What frames the agenda

    def _place_frame(self, read: Read) -> bool:
        """Headings, labels and results wanted; True if the line is one of them."""
        body = read.line.body
        if read.divider or read.header or TOTAL.fullmatch(read.line.text):
            self.placed.put(read, "heading")
            return True
        if (is_agenda_heading(body) and not read.marked) or is_agenda_heading(read.parts.title):
            self.aside = self.in_result = False
            self.placed.add_frame(read)
            return True
        if self._place_mail_header(read):
            return True
        result = RESULT.match(body)
        if result and not read.timed and not self._is_deeper(read):
            self.placed.add_result(read, body[result.end() :])
            self.in_result, self.aside = True, False
            return True
        if RESULT_HEADING.fullmatch(body.rstrip(": ")) and not read.timed and not self.placed.drafts:
            self.placed.put(read, "heading")
            self.in_result = True
            return True
        return self._place_aside(read)

    def _place_mail_header(self, read: Read) -> bool:
        header = MAIL_HEADER.match(read.line.text)
        if header is None or self.placed.drafts or read.marked:
            return False
        name, rest = header.group(1).casefold(), read.line.text[header.end() :]
        if name == "subject" and self.placed.title is None:
            self.placed.set_title(read, REPLY.sub("", rest))
        elif name in ("date", "when", "where") and (read.parts.when or is_when_and_where(rest)):
            self.placed.add_frame(read)
        elif name in ("from", "to", "cc", "bcc", "sent", "reply-to"):
            self.placed.put(read, "unread")
        else:
            return False
        return True

    def _place_aside(self, read: Read) -> bool:
        """'Norms:' and the like with the list under it: part of the meeting, and no topic."""
        body = read.line.body
        label = ASIDE.match(body)
        if label is None or self._is_deeper(read) or read.row:
            return False
        rest = body[label.end() :].strip()
        if read.timed:
            frames = (
                rest.startswith(":") and not self.placed.drafts and read.parts.when and read.parts.when.end
            )
            if frames:
                self.placed.add_frame(read)
            return bool(frames)
        inline = rest.startswith((":", "–", "—", "- ")) and bool(rest.lstrip(":–—- "))
        if inline and (not read.marked or not self.placed.drafts):
            if is_when_and_where(body):
                self.placed.add_frame(read)
            else:
                self.placed.put(read, "unread")
            return True
        listed = self.shape.is_timed or (self.shape.level is not None and bool(self.placed.drafts))
        if rest == ":" or (not rest and listed and not read.marked and read.line.after_blank):
            self.aside, self.in_result = True, False
            self.placed.put(read, "unread")
            return True
        return False

    def _ends_aside(self, read: Read) -> bool:
        if read.marked or not read.line.after_blank or everyday_kind(read.parts.title) == "topic":
            return False
        self.aside = False
        return True

    # Lines with a time or minutes

    def _place_timed(self, read: Read, number: int) -> None:
        parts, drafts = read.parts, self.placed.drafts
        if read.lone_time:
            self._place_lone_time(read)
        elif not drafts and parts.when and is_when_and_where(parts.title):
            self.placed.add_frame(read)
        elif number == self.shape.meeting and self.placed.title is None:
            whole = parts.minutes is not None or parts.purpose or parts.who
            self.placed.set_title(read, read.line.body if whole else parts.title)
        elif number == self.shape.meeting:
            self.placed.add_frame(read)
        elif drafts and parts.when and parts.minutes is None and THE_END.fullmatch(parts.title):
            self.placed.ends = parts.when
            self.placed.put(read, "heading")
        elif not read.marked and not read.row and is_prose(read.line.body):
            self.placed.put(read, "unread")
        elif self._is_deeper(read) and drafts[-1].parts.timed:
            self.placed.add_purpose(read)
        else:
            if self._is_deeper(read) and not drafts[-1].purposes:
                self.placed.drop_item()  # 'Part 1' over topics with their own minutes
            self._add_item(read)

    def _place_piece(self, read: Read) -> None:
        """One of several topics on a line; under an item the whole line is about that."""
        placed = self.placed.places.get(read.line.no)
        if placed == "purpose":
            return
        if placed is None:
            self.finish()
            if self._is_deeper(read) and self.placed.drafts[-1].parts.timed:
                self.placed.add_purpose(read)
                return
        self._add_item(read)

    def _place_lone_time(self, read: Read) -> None:
        """'5 min' or '10:50' on a line of its own: of the item above if that lacks it, or else of the next."""
        self.finish()
        drafts, parts = self.placed.drafts, read.parts
        above = drafts[-1].parts if drafts and not read.line.after_blank else None
        if above and parts.minutes is not None and above.minutes is None:
            above.minutes = parts.minutes
            self.placed.put(read, "item")
        elif above and self.shape.times_follow_words and above.when is None:
            above.when = parts.when
            self.placed.put(read, "item")
        elif not drafts and parts.when and parts.when.end and self.placed.meets is None:
            self.placed.add_frame(read)
        else:
            self.pending = read

    def _join_pending(self, time: Read, read: Read) -> None:
        self.pending = None
        read.parts.when, read.parts.minutes = time.parts.when, time.parts.minutes
        self.placed.put(time, "item")
        self._add_item(read)

    # Lines without

    def _place_row(self, read: Read) -> None:
        title = read.parts.title.strip()
        label = ASIDE.match(title)
        if label and label.end() == len(title.rstrip(": ")) and not self.placed.drafts:
            self.placed.put(read, "unread")
        elif title and not (read.opens_empty and self.placed.drafts and not read.parts.who):
            self._add_item(read)
        else:
            self._place_about(read)

    def _place_marked(self, read: Read) -> None:
        if self._begins_item(read):
            self._add_item(read)
        else:
            self._place_about(read)

    def _place_about(self, read: Read) -> None:
        """A line that can only belong to the item above."""
        if self.placed.drafts:
            self.placed.add_purpose(read)
        else:
            self.placed.put(read, "unread")

    def _begins_item(self, read: Read) -> bool:
        """Whether a bullet or number without a time stands for a topic of its own."""
        if not read.marked or self._is_deeper(read) or not is_title_like(read.parts.title.rstrip(".!,;")):
            return False
        if self.shape.is_timed:
            return read.line.style in self.shape.styles and not (self.in_result and not self.placed.drafts)
        if self.shape.has_heads or self.in_result:
            return False
        return self.shape.level == (read.line.indent, read.line.style)

    def _place_plain(self, read: Read, number: int) -> None:
        """A line with neither mark nor time, below an item."""
        if is_prose(read.line.body):
            over = self.shape.is_timed and number > self.shape.last_timed and read.line.after_blank
            signs_off = is_sign_off(read.line.body) or over
            self.signed_off = self.signed_off or signs_off
            if signs_off or read.line.after_blank or self.placed.drafts[-1].read.row:
                self.placed.put(read, "unread")
            else:
                self.placed.add_purpose(read)
        elif self._is_deeper(read) or is_lead(read.line.body):
            self.placed.add_purpose(read)
        elif self.shape.is_section(number):
            self.placed.put(read, "heading")
        elif self._is_plain_item(read, number):
            self._add_item(read)
        elif read.line.after_blank:
            self.placed.put(read, "unread")
        else:
            self.placed.add_purpose(read)

    def _place_above(self, read: Read, number: int) -> None:
        """A line with neither mark nor time, above the first item."""
        text = read.line.body
        known = everyday_kind(read.parts.title) != "topic"
        names_meeting = self.placed.title is None and not known and self.shape.is_heading_title(number)
        if is_prose(text):
            self.placed.put(read, "unread")
        elif is_when_and_where(text):
            self.placed.add_frame(read)
        elif not names_meeting and self._is_plain_item(read, number):
            self._add_item(read)
        elif self.shape.has_sections and self.shape.heads_items(number) and not names_meeting:
            self.placed.put(read, "heading")
        elif self.placed.title is None and is_title_like(text):
            self.placed.set_title(read, text)
        else:
            self.placed.put(read, "heading" if self.shape.heads_items(number) else "unread")

    def _is_plain_item(self, read: Read, number: int) -> bool:
        """Whether a line without mark or time is a topic, and not a word about the topic above."""
        shape, drafts = self.shape, self.placed.drafts
        kind = everyday_kind(read.parts.title)
        if not is_title_like(read.line.body.rstrip(":" if shape.is_timed else ":.!")):
            return False
        if not shape.is_timed:
            return (shape.is_head(number) or kind != "topic") if shape.has_heads else shape.level is None
        if shape.time_is_below(number) or ITEM_LABEL.match(read.line.body):
            return True
        plain = "" in shape.styles or read.line.style in shape.styles
        above = drafts[-1].parts if drafts and not read.line.after_blank else None
        if kind != "topic" and (plain or read.line.style.startswith("#")):
            return above is None or everyday_kind(above.title) != kind
        if not plain or not drafts or number > shape.last_timed:
            return False
        return above is None or (above.when is None and not shape.words_follow_times)

    def _is_deeper(self, read: Read) -> bool:
        """Whether a line stands under the item above it: set in further, or marked by another sign."""
        if not self.placed.drafts or read.row:
            return False
        above = self.placed.drafts[-1].read
        if above.row:
            return read.marked and not read.timed
        if read.line.indent > above.line.indent + 1:
            return True
        style, style_above = read.line.style, above.line.style
        if style_above.startswith("#"):
            return style != style_above and not style.startswith("#")
        if not read.marked or read.timed or style == style_above or read.line.indent < above.line.indent:
            return False
        return (
            style_above == self.placed.drafts[0].read.line.style
        )  # another sign than the first means a level below

    def _add_item(self, read: Read) -> None:
        self.aside = self.in_result = self.signed_off = False
        self.placed.add_item(read)
