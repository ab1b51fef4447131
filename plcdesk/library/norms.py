"""Norms that a team can start from, with what each looks and sounds like; read from `assets/norms`."""

from pathlib import Path

import msgspec

from plcdesk import paths
from plcdesk.library.toml_files import read_struct


class Norm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A norm in a sentence, what one sees when a team keeps it, and what one hears."""

    text: str
    looks: str
    sounds: str


class NormTopic(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What several norms are about, such as time."""

    id: str
    name: str
    norms: list[Norm]


class NormBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All norms that are offered, by topic."""

    topics: list[NormTopic]


def norm_topics(file: Path | None = None) -> tuple[NormTopic, ...]:
    """The norms of a file (ours if none is given) by topic. Raises ProtocolFaults if the file is wrong."""
    return tuple(read_struct(file or paths.assets() / "norms" / "norms.toml", NormBook).topics)
