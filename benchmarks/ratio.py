"""A measurement beside its baseline, and how to take both in turns."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

REPOSITORY = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ratio:
    """`measured` and `baseline` in milliseconds; `limit` is the highest ratio that is good enough."""

    name: str
    measured: float
    baseline: float
    limit: float

    @property
    def value(self) -> float:
        return self.measured / self.baseline

    @property
    def holds(self) -> bool:
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "ok  " if self.holds else "OVER"
        return (
            f"{verdict} {self.name}: {self.value:.2f} (limit {self.limit:.2f};"
            f" {self.measured:.2f} ms against {self.baseline:.2f} ms)"
        )


@dataclass(frozen=True)
class Limit:
    """A measurement that must not pass a number of milliseconds, such as one frame, or of another `unit`."""

    name: str
    measured: float
    limit: float
    unit: str = "ms"

    @property
    def holds(self) -> bool:
        return self.measured <= self.limit

    def __str__(self) -> str:
        verdict = "ok  " if self.holds else "OVER"
        return f"{verdict} {self.name}: {self.measured:.2f} {self.unit} (limit {self.limit:.2f} {self.unit})"


def child_milliseconds(script: str, *words: str) -> list[float]:
    """From starting a child process to each moment that it prints (its monotonic clock in seconds)."""
    began = time.monotonic()
    return [(float(moment) - began) * 1000 for moment in child_output(script, *words)]


def child_output(script: str, *words: str) -> list[str]:
    """What a child process prints, word by word."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(REPOSITORY / "build" / "benchmark-cache")
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "benchmarks" / "children" / script), *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=REPOSITORY,
        env=environment,
    )
    return done.stdout.split()


def interleaved(rounds: int, *measures: Callable[[], T]) -> list[list[T]]:
    """Each measure once a round, in turns, so that a busy moment hits all of them."""
    results: list[list[T]] = [[] for _ in measures]
    for _ in range(rounds):
        for measure, result in zip(measures, results, strict=True):
            result.append(measure())
    return results


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all lie below, such as 0.95."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
