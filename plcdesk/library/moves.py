"""What a facilitator can do and say when a meeting goes off course; read from `assets/moves`."""

from pathlib import Path

import msgspec

from plcdesk import paths
from plcdesk.library.faults import Fault, ProtocolFaults
from plcdesk.library.toml_files import read_struct
from plcdesk.text import tr


class Move(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """For one difficulty: what one sees of it, what to do, and neutral sentences to say just as they are."""

    id: str
    name: str
    notice: str
    do: str
    say: list[str]


class MoveBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All moves, the most frequent difficulty first."""

    moves: list[Move]


def facilitator_moves(file: Path | None = None) -> tuple[Move, ...]:
    """The moves of a file (ours if none is given). Raises ProtocolFaults with everything that is wrong."""
    path = file or paths.assets() / "moves" / "moves.toml"
    moves = read_struct(path, MoveBook).moves
    faults = [
        Fault(path.name, f"moves[{index}].{place}", tr("This must not be empty."))
        for index, move in enumerate(moves, 1)
        for place in _empty(move)
    ]
    if faults:
        raise ProtocolFaults(faults)
    return tuple(moves)


def _empty(move: Move) -> list[str]:
    found = [place for place in ("id", "name", "notice", "do") if not str(getattr(move, place)).strip()]
    return found if move.say and all(line.strip() for line in move.say) else [*found, "say"]
