"""Opens each share file of a folder as somebody would who got it, against an empty workspace.

Prints the processor milliseconds that the slowest one took, its name, and the most memory in MB that the
process held beyond what it held before the first.
"""

import json
import resource
import sys
import time
from pathlib import Path

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.sharing.coming import compare
from plcdesk.sharing.looking import nothing_yet
from plcdesk.sharing.opening import open_share


def memory() -> float:
    """The most that this process held so far; elsewhere than on Linux as far as the system tells."""
    told = Path("/proc/self/status")
    if told.exists():
        line = next(each for each in told.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def opened(file: Path) -> float:
    """Milliseconds until the file is refused. Raises AssertionError if it is not."""
    began = time.process_time()
    with nothing_yet() as reader:
        try:
            with open_share(file, "a passphrase") as share:
                compare(reader, share)
        except (UserError, EnvironmentProblem):
            return (time.process_time() - began) * 1000
    raise AssertionError(file.name)


files = sorted(Path(sys.argv[1]).glob("*.plcdesk"))
nothing_yet().close()  # loads what is loaded in any case
before = memory()
took, slowest = max((opened(file), file.stem) for file in files)
print(json.dumps({"took": took, "slowest": slowest, "memory": memory() - before, "files": len(files)}))
