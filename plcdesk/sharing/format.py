"""A share file from within: its manifest, its records, and the limits that it keeps to.

The file is a zip of `manifest.json`, `content.json` and attachments named by their hash. `content.json` is one
canonical JSON document, a record to a line, so that it can be read and written one record at a time; beside
each version stand its hash and its parents' hashes, and for what came before only hashes. The manifest has
the hashes of the parts, and those of the documents that this one followed.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from plcdesk.sharing.content import Hash, Id, Name

FORMAT = 1
MANIFEST = "manifest.json"
DOCUMENT = "content.json"
ATTACHED = "attachments/"
FIRST_LINE = b'{"records":['
LAST_LINE = b"]}"

MOST_RECORDS = 40_000  # a team writes some 1,500 a year; more could not be checked in two seconds
MOST_MANIFEST = 1_000_000  # bytes, as all that follow
MOST_DOCUMENT = 48_000_000
LONGEST_LINE = 4_000_000
MOST_ATTACHMENTS = 2_000
LARGEST_ATTACHMENT = 50_000_000
MOST_ATTACHED = 400_000_000
LARGEST_FILE = 500_000_000
MOST_VERSIONS = 5_000  # of one record
MOST_PARENTS = 1_000  # of a document
DEEPEST = 40

Purpose = Literal["to_work_with", "to_read", "letters"]
Key = Annotated[str, Meta(min_length=1, max_length=1200)]


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """A team, or a laptop whose person has a name."""

    id: Id
    name: Name


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file: how many bytes it has, and their hash."""

    sha256: Hash
    size: Annotated[int, Meta(ge=0, le=MOST_ATTACHED)]


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a share file says of itself. `made_at` is for people to read; nothing goes by it.

    In a copy `to_read` something else may stand in the place of students' names; `copy_key`, in files to work
    with, hides the hashes of copies. `letters` come from where a team is only a copy.
    """

    app: Literal["plcdesk"]
    attachments: Annotated[list[Part], Meta(max_length=MOST_ATTACHMENTS)]
    copy_key: Hash | None
    document: Part
    format: int
    made_at: Annotated[str, Meta(max_length=40)]
    parents: Annotated[list[Hash], Meta(max_length=MOST_PARENTS)]
    purpose: Purpose
    records: Annotated[int, Meta(ge=0, le=MOST_RECORDS)]
    sender: Named
    team: Named


class OnlyFormat(Struct, frozen=True):
    """As much of a manifest as can be read whatever its version."""

    format: int


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """A version that no other has followed."""

    content: Raw
    deleted: bool
    hash: Hash
    parents: Annotated[list[Hash], Meta(max_length=MOST_VERSIONS)]


class Past(Struct, frozen=True, forbid_unknown_fields=True):
    """A version that another has followed: hashes alone, for its content stays where it was."""

    content_hash: Hash
    hash: Hash
    parents: Annotated[list[Hash], Meta(max_length=MOST_VERSIONS)]


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """A record: which one it is, its heads, and what they came from."""

    heads: Annotated[list[Head], Meta(min_length=1, max_length=100)]
    key: Key
    past: Annotated[list[Past], Meta(max_length=MOST_VERSIONS)]
    table: str


def read_manifest(content: bytes) -> Manifest:
    """The manifest. Raises msgspec.MsgspecError, or ValueError where it is not canonical."""
    manifest = msgspec.json.decode(content, type=Manifest)
    in_order = manifest.parents == sorted(set(manifest.parents) - {manifest.document.sha256})
    key_fits = manifest.copy_key is None or manifest.purpose == "to_work_with"
    if msgspec.json.encode(manifest, order="sorted") != content or not (in_order and key_fits):
        raise ValueError
    return manifest
