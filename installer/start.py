"""Set up PLC Desk and start it. Needs nothing but Python 3.11 or newer.

    python3 installer/start.py                    set up what is lacking, then open the app
    python3 installer/start.py setup              only set up
    python3 installer/start.py test [ARGUMENTS]   set up, then run the tests (arguments go to pytest)
    python3 installer/start.py screens            draw each screen into build/screens
    python3 installer/start.py bench              run the benchmarks

Any other argument goes to the app: --workspace FILE, --open run:ID, or a subcommand such as 'meetings'.
Where there is no display, the app's main job is done without a window: a sample workspace and its
latest minutes, in build/.

Set-up makes the folder .venv beside this one and installs the packages of installer/lock.txt into it;
on Linux it also looks for the system libraries that Qt needs. What is done already is not done again,
so a second start needs no network.
"""

import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def python_problem(version: tuple) -> str:
    """Say what is wrong with this Python, in one sentence; nothing if it will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return ""
    sentence = "PLC Desk needs Python {}.{} or newer, and this is Python {}.{}; start it with a newer one."
    return sentence.format(*OLDEST_PYTHON, *version[:2])


# This file alone must be readable by an old Python, so that the sentence above can be said.
if __name__ == "__main__":
    problem = python_problem(sys.version_info)
    if problem:
        sys.exit(problem)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from installer.commands import main

    sys.exit(main(sys.argv[1:], about=__doc__))
