"""Share files that lie, each in one way, with every other hash of theirs right."""

import io
import json
import struct
import warnings
import zipfile
from hashlib import sha256

import msgspec

from plcdesk.sharing import format as f
from plcdesk.sharing.versions import content_hash, version_hash


def parts_of(file):
    with zipfile.ZipFile(file) as zip_:
        return json.loads(zip_.read(f.MANIFEST)), [
            line.rstrip(b",") for line in zip_.read(f.DOCUMENT).split(b"\n")[1:-1]
        ]


def packed(entries, **about):
    to = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as zip_:
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in about.get(name, {}).items():
                setattr(info, key, value)
            zip_.writestr(info, content)
    return to.getvalue()


def bent(told_before, lines, *more, **about):
    """A file of these records with every hash of the file right."""
    document = b'{"records":[\n' + b",\n".join(lines) + b"\n]}"
    told = {
        "document": {"sha256": sha256(document).hexdigest(), "size": len(document)},
        "records": len(lines),
    }
    manifest = {**told_before, **told, **about.pop("manifest", {})}
    content = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return packed([(f.DOCUMENT, document), (f.MANIFEST, content), *more], **about)


def line_of(table, key, content, raw=None):
    """A record as a line, with its hashes right whatever is in it."""
    held = raw if raw is not None else msgspec.json.encode(content, order="sorted")
    hash_of_it = version_hash(table, key, content_hash(held, False), [])
    head = b'{"content":%s,"deleted":false,"hash":"%s","parents":[]}' % (held, hash_of_it.encode())
    return b'{"heads":[%s],"key":%s,"past":[],"table":"%s"}' % (
        head,
        json.dumps(key).encode(),
        table.encode(),
    )


def content_in(lines, table):
    line = next(json.loads(each) for each in lines if json.loads(each)["table"] == table)
    return line["key"], line["heads"][0]["content"]


def changed(lines, table, raw=None, key=None, **values):
    """The records with one of a table changed, its hashes made right."""
    old_key, content = content_in(lines, table)
    new = line_of(table, key or old_key, {**content, **values}, raw(content) if raw else None)
    place = next(
        i
        for i, each in enumerate(lines)
        if json.loads(each)["key"] == old_key and json.loads(each)["table"] == table
    )
    return [*lines[:place], new, *lines[place + 1 :]]


def hostile(manifest, lines):
    """Each way of lying, by its name."""
    entry_key, entry = content_in(lines, "entry")

    def raw_text(text):
        return lambda held: msgspec.json.encode({**held, "text": "@"}, order="sorted").replace(b'"@"', text)

    deep = "[" * 20_000 + "]" * 20_000
    honest_document = b'{"records":[\n' + b",\n".join(lines) + b"\n]}"
    yield "slip", bent(manifest, lines, ("../../evil", b"x"))
    yield "absolute", bent(manifest, lines, ("/etc/passwd", b"x"))
    yield "drive", bent(manifest, lines, ("C:\\x", b"x"))
    yield "link", bent(manifest, lines, **{f.DOCUMENT: {"external_attr": 0o120777 << 16}})
    yield "twice", packed([(f.DOCUMENT, honest_document), (f.DOCUMENT, honest_document), (f.MANIFEST, b"{}")])
    yield "no manifest", packed([(f.DOCUMENT, honest_document)])
    yield "extra attachment", bent(manifest, lines, (f.ATTACHED + "0" * 64, b"x"))
    yield (
        "attachment of another hash",
        bent(
            manifest,
            lines,
            (f.ATTACHED + "0" * 64, b"x"),
            manifest={"attachments": [{"sha256": "0" * 64, "size": 1}]},
        ),
    )
    yield (
        "wrong hash",
        bent(manifest, lines, manifest={"document": {"sha256": "0" * 64, "size": len(honest_document)}}),
    )
    yield "bomb", bent(manifest, lines, ("content.json.bomb", b"0" * 1_000_000))
    yield "bomb in a line", bent(manifest, [b'"' + b" " * 6_000_000 + b'"'])
    yield "million records", bent(manifest, [b"{}"] * 150_000, manifest={"records": f.MOST_RECORDS})
    yield "million records told", bent(manifest, [b"{}"] * 150_000)
    yield "future", bent(manifest, lines, manifest={"format": 2})
    yield "parents that are none", bent(manifest, lines, manifest={"parents": ["x"]})
    yield "a parent twice", bent(manifest, lines, manifest={"parents": ["0" * 64, "0" * 64]})
    yield "other app", bent(manifest, lines, manifest={"app": "other"})
    yield "unknown field", bent(manifest, lines, manifest={"extra": 1})
    yield "unknown table", bent(manifest, [*lines, line_of("sqlite_schema", "x", {})])
    yield "private table", bent(manifest, [*lines, line_of("student", "x", {"name": "N"})])
    yield "private column", bent(manifest, changed(lines, "item", private_note="x"))
    yield "unknown kind", bent(manifest, changed(lines, "entry", kind="bomb"))
    yield "unknown status", bent(manifest, changed(lines, "meeting", status="never"))
    yield "no such day", bent(manifest, changed(lines, "meeting", starts_at="2026-02-30T10:00"))
    yield "no such zone", bent(manifest, changed(lines, "meeting", zone="../../etc/passwd"))
    yield "huge number", bent(manifest, changed(lines, "item", minutes=10**30))
    yield "nan", bent(manifest, changed(lines, "entry", raw=raw_text(b"NaN")))
    yield "surrogate", bent(manifest, changed(lines, "entry", raw=raw_text(b'"\\ud83d"')))
    yield "bytes that are no text", bent(manifest, changed(lines, "entry", raw=raw_text(b'"\xff"')))
    yield "key twice", bent(manifest, changed(lines, "entry", raw=raw_text(b'"a","text":"b"')))
    yield "blanks", bent(manifest, changed(lines, "entry", raw=raw_text(b' "a"')))
    yield (
        "deep",
        bent(
            manifest,
            changed(
                lines,
                "entry",
                raw=lambda c: msgspec.json.encode({**c, "fields": "@"}, order="sorted").replace(
                    b'"@"', b'{"a":' + deep.encode() + b"}"
                ),
            ),
        ),
    )
    yield (
        "rather deep",
        bent(manifest, changed(lines, "entry", fields={"a": json.loads("[" * 100 + "]" * 100)})),
    )
    yield (
        "points outside",
        bent(manifest, changed(lines, "entry", meeting_id="00000000-0000-0000-0000-000000000000")),
    )
    yield "another team too", bent(manifest, [line_of("team", "0", content_in(lines, "team")[1]), *lines])
    yield "other team", bent(manifest, lines, manifest={"team": {"id": "0", "name": "X"}})
    yield "wrong order", bent(manifest, lines[::-1])
    yield "record twice", bent(manifest, [*lines, line_of("entry", entry_key, entry)])
    yield "key that is a path", bent(manifest, [*lines, line_of("entry", "../x", entry)])
    line = json.loads(lines[-1])
    line["heads"][0]["hash"] = "0" * 64
    yield "hash of a version", bent(manifest, [*lines[:-1], msgspec.json.encode(line, order="sorted")])
    line = json.loads(lines[-1])
    line["heads"][0]["parents"] = ["0" * 64]
    yield "unknown parent", bent(manifest, [*lines[:-1], msgspec.json.encode(line, order="sorted")])
    yield "more than letters", bent(manifest, lines, manifest={"purpose": "letters", "copy_key": None})
    yield "a copy with its key", bent(manifest, lines, manifest={"purpose": "to_read"})
    yield "unknown purpose", bent(manifest, lines, manifest={"purpose": "to_spy"})
    whole = bent(manifest, lines)
    yield "something before", b"#!/bin/sh\n" + whole
    yield "something behind", whole + b"x" * 100
    yield "overlap", _overlapping(whole)
    yield "empty zip", packed([])
    yield "nothing", b""
    yield "another file", b"%PDF-1.7"
    yield "many entries", packed([(f"attachments/{i:064x}", b"") for i in range(2_500)])
    yield "pretends to be sealed", b"PLCDESK-SEALED-1\n" + b"\0" * 30


def _overlapping(whole):
    """Two entries of the directory that mean the same bytes."""
    end = whole.rindex(b"PK\x05\x06")
    count, length, offset = struct.unpack_from("<HLL", whole, end + 10)
    directory = whole[offset : offset + length]
    first = directory[: 46 + struct.unpack_from("<H", directory, 28)[0]]
    doubled = directory + first
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count + 1, count + 1, len(doubled), offset, 0)
    return whole[:offset] + doubled + tail
