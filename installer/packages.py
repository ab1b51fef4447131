"""Installing what only the system itself can bring, on Linux."""

import shlex
from collections.abc import Mapping

from installer.machine import Machine, Runner, Trouble, say


def install_packages(machine: Machine, runner: Runner, lacking: Mapping[str, str]) -> None:
    """Install Debian packages when this is root and has apt-get; raises Trouble with the line to run if not.

    `lacking` names what is lacking and the package that brings it; people whose Linux has no apt-get are
    told the former.
    """
    names = list(dict.fromkeys(lacking.values()))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if not machine.has_program("apt-get"):
        raise Trouble(f"PLC Desk needs these, from your system's own packages: {', '.join(lacking)}")
    if not machine.is_root:
        line = f"sudo apt-get update && sudo {shlex.join(install)}"
        raise Trouble(f"PLC Desk needs some system packages; run this line, then start again:\n{line}")
    say(f"Installing system packages: {' '.join(names)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    # One source that cannot be reached must not stop the others: the install itself decides.
    runner.run(["apt-get", "update", "-q"], variables=quiet)
    if runner.run(install, variables=quiet) != 0:
        raise Trouble(f"apt-get could not install: {' '.join(names)}")
