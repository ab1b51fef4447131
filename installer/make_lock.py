"""Pin the packages anew in lock.txt, after a change in pyproject.toml or for newer versions.

    .venv/bin/python -m pip install uv
    .venv/bin/python -m installer.make_lock [--upgrade]

The hashes are the registry's own, for the files of every platform. No address is written: which
registry is asked, and by which way, is each machine's own affair.
"""

import re
import subprocess
import sys

from installer.environment import ROOT

LOCK = ROOT / "installer" / "lock.txt"
BUILD_NEEDS = "hatchling\neditables\n"
HEADER = """\
# Every package that PLC Desk runs with, is tested with and is built with, for all platforms.
# Not written by hand: see installer/make_lock.py.
"""
OPTIONS = [
    *("--universal", "--python-version=3.11", "--extra=dev", "--generate-hashes", "--quiet"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
]
ADDRESS = re.compile(r"://|@ |^\s*-(?!-hash=)", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write lock.txt, starting from the versions that it holds; `--upgrade` takes the newest."""
    compile_lock = [sys.executable, "-m", "uv", "pip", "compile", *OPTIONS, "--output-file", str(LOCK)]
    command = [*compile_lock, *arguments, "pyproject.toml", "-"]
    status = subprocess.run(command, cwd=ROOT, input=BUILD_NEEDS, text=True, check=False).returncode
    if status != 0:
        return status
    pins = LOCK.read_text(encoding="utf-8")
    if ADDRESS.search(pins):
        print("The lock would hold an address or an option; look at it.", file=sys.stderr)
        return 1
    LOCK.write_text(HEADER + pins, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
