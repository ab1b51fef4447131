"""Making the sample workspace: what `plcdesk demo` writes, and what 'Look around first' opens."""

import contextlib
import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from plcdesk import paths
from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.library.catalogue import Catalogue
from plcdesk.sample import casting
from plcdesk.sample.agendas import Agendas
from plcdesk.sample.rows import Rows, write_rows
from plcdesk.sample.scripts import TeamScript, UsualMeetings, read_usual_meetings
from plcdesk.sample.storyteller import Storyteller
from plcdesk.store.workspace import open_workspace
from plcdesk.text import tr

Progress = Callable[[int, int], None]


def make_sample(
    file: Path,
    teams: int = 3,
    meetings: int = 12,
    seed: int = 1,
    *,
    today: date,
    zone: str = "UTC",
    progress: Progress = lambda done, of: None,
) -> None:
    """Write a sample workspace to a new file, which appears only once it is whole.

    Each of the `teams` has held so many `meetings` and has two planned. The same arguments give the same
    contents, ids too. `today` is the day on which the first team is about to meet, `zone` the IANA zone of
    all teams. `progress` is told after each team how many are done, of how many. Raises UserError if there
    is such a file already, EnvironmentProblem if it cannot be written.
    """
    _refuse_to_overwrite(file)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.new-sample")
    usual, agendas = read_usual_meetings(), Agendas(Catalogue([paths.protocols()]))
    try:
        with open_workspace(unfinished) as workspace:
            for place, team in enumerate(casting.teams(teams, seed)):
                rows = Rows(random.Random(f"{seed}/{team.name}"))
                _tell(rows, team, usual, agendas, meetings, today, zone)
                workspace.writer.write(write_rows, rows).result()
                progress(place + 1, teams)
        _refuse_to_overwrite(file)
        unfinished.rename(file)
    except OSError as refused:
        raise EnvironmentProblem(
            tr("{file} could not be written. Choose another folder.").format(file=file)
        ) from refused
    finally:
        for ending in ("", ".lock", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _tell(
    rows: Rows,
    team: TeamScript,
    usual: UsualMeetings,
    agendas: Agendas,
    meetings: int,
    today: date,
    zone: str,
) -> None:
    teller = Storyteller(rows, team, agendas, today, zone)
    for telling in casting.meetings(team, usual, meetings, today):
        teller.tell(telling)


def _refuse_to_overwrite(file: Path) -> None:
    if file.exists():
        raise UserError(
            tr("{file} exists already and was left as it is. Choose another name.").format(file=file)
        )
