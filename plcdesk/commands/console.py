"""Writing to the terminal: results to stdout, notes to stderr, both in UTF-8 wherever they go."""

import io
import os
import sys


class ReaderGone(Exception):
    """Whoever read our output has closed the pipe; there is nothing more to do and nothing to complain of."""


def use_utf8() -> None:
    """Write UTF-8, also into a file, a pipe or a console of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Write a line of the result. Raises ReaderGone when nobody reads it any more."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError as closed:
        raise ReaderGone from closed


def flush() -> None:
    """Hand over what is still in the buffer. Raises ReaderGone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as closed:
        raise ReaderGone from closed


def note(text: str) -> None:
    """Write a line that is not part of the result."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        pass  # there is nobody to tell


def give_up_stdout() -> None:
    """Send what is left in the buffer nowhere, so that Python does not complain of the closed pipe at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
