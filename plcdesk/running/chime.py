"""Two soft chimes, made with nothing but the standard library: one for a step's end, one for the meeting's."""

import math
import sys
import wave
from array import array
from pathlib import Path
from typing import Literal

Chime = Literal["step", "meeting"]

RATE = 22_050
PEAK = 0.6  # of full scale at the loudest, so that the tones can overlap
FADE = 0.012  # seconds of attack, without which a tone clicks
TONES: dict[Chime, tuple[tuple[float, float], ...]] = {
    "step": ((0.0, 659.26), (0.16, 783.99)),  # E, G: up, and it goes on
    "meeting": ((0.0, 783.99), (0.26, 659.26), (0.52, 523.25)),  # G, E, C: down, and home
}
"""When each tone begins, in seconds, and its frequency in Hz."""
RINGS: dict[Chime, float] = {"step": 0.9, "meeting": 1.5}
"""Seconds that the last tone rings."""


def write_chime(file: Path, chime: Chime, volume: float) -> None:
    """Write a chime as a WAV file, whole or not at all; `volume` from 0 to 1. Raises OSError."""
    new = file.with_suffix(".new")
    with wave.open(str(new), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(_samples(chime, volume))
    new.replace(file)


def _samples(chime: Chime, volume: float) -> bytes:
    last = TONES[chime][-1][0]
    mixed = [0.0] * int((last + RINGS[chime]) * RATE)
    loud = PEAK * max(0.0, min(1.0, volume)) ** 2 / 2  # the square: half the way sounds half as loud
    for begins, frequency in TONES[chime]:
        first = int(begins * RATE)
        for place in range(first, len(mixed)):
            at = (place - first) / RATE
            swell = min(1.0, at / FADE) * math.exp(-4.5 * at)
            turn = 2 * math.pi * frequency * at
            mixed[place] += loud * swell * (math.sin(turn) + 0.25 * math.sin(2 * turn))
    samples = array("h", (int(32767 * max(-1.0, min(1.0, each))) for each in mixed))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
