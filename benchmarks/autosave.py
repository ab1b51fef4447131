"""Half-typed text kept as it is typed, against a raw write with fdatasync."""

import os
import time
from datetime import date
from pathlib import Path

from benchmarks.ratio import Ratio, interleaved, percentile
from plcdesk.running.entries import save_draft
from plcdesk.sample.making import make_sample
from plcdesk.store.workspace import open_workspace

ROUNDS = 600


def run(folder: Path) -> list[Ratio]:
    """p95 of one autosave, from asking for it to the commit, against p95 of 4 KiB written and synced."""
    file = folder / "autosave.plcdb"
    make_sample(file, teams=1, meetings=12, today=date.today())
    raw = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY, 0o600)
    block = b"x" * 4096
    count = iter(range(10**9))

    def write_raw() -> float:
        began = time.perf_counter()
        os.pwrite(raw, block, 0)
        os.fdatasync(raw)
        return (time.perf_counter() - began) * 1000

    with open_workspace(file) as workspace:
        with workspace.reader() as reader:
            meeting = reader.value("SELECT id FROM meeting LIMIT 1")

        def autosave() -> float:
            text = f"The ticket never asked them to compare two objects {next(count)}"
            began = time.perf_counter()
            workspace.writer.write(save_draft, meeting, "step", text).result()
            return (time.perf_counter() - began) * 1000

        for _ in range(50):
            autosave()
        saves, raws = interleaved(ROUNDS, autosave, write_raw)
    os.close(raw)
    return [
        Ratio(
            "autosave p95 / raw write with fdatasync p95", percentile(saves, 0.95), percentile(raws, 0.95), 4
        )
    ]
