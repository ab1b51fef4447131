"""Reading which files a meeting has, and what is in one."""

import sqlite3
from dataclasses import dataclass

from plcdesk.errors import UserError
from plcdesk.store.reader import Reader
from plcdesk.text import tr


@dataclass(frozen=True)
class AttachmentInfo:
    """A file of a meeting, or of one of its items. `size` in bytes."""

    id: str
    item_id: str | None
    name: str
    size: int


def read_attachments(reader: Reader, meeting_id: str) -> tuple[AttachmentInfo, ...]:
    """The files of a meeting in the order they came; one whose item was deleted is the meeting's."""
    return reader.each(
        _info,
        "SELECT attachment.id, item.id AS item_id, attachment.name, attachment.size FROM attachment"
        " LEFT JOIN item ON item.id = attachment.item_id AND item.deleted_at IS NULL"
        " WHERE attachment.meeting_id = ? AND attachment.deleted_at IS NULL ORDER BY attachment.n",
        [meeting_id],
    )


def read_content(reader: Reader, attachment_id: str) -> tuple[str, bytes]:
    """The name of a file and what is in it. Raises UserError when it is not there."""
    row = reader.row(
        "SELECT attachment.name, attached_bytes.content FROM attachment"
        " JOIN attached_bytes ON attached_bytes.sha256 = attachment.sha256"
        " WHERE attachment.id = ? AND attachment.deleted_at IS NULL",
        [attachment_id],
    )
    if row is None:
        raise UserError(tr("That file is not there any more; it may have been deleted."))
    return row["name"], bytes(row["content"])


def _info(row: sqlite3.Row) -> AttachmentInfo:
    return AttachmentInfo(row["id"], row["item_id"], row["name"], row["size"])
