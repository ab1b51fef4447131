"""The system libraries that Qt needs on Linux, and the Debian packages that bring them.

Read off the shared objects of PySide6 6.11 (`readelf -d`); those that it brings itself are left out.
"""

import ctypes
import shlex
import shutil
from collections.abc import Callable, Iterable

from installer.machine import Machine, Runner, Trouble, say

# File that is loaded -> package that brings it (Debian 12 and newer, Ubuntu 22.04 and newer).
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
WINDOW = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


def loads(file: str) -> bool:
    """Whether the dynamic linker finds this library and all that it needs."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def ensure_libraries(
    machine: Machine, runner: Runner, with_window: bool, probe: Callable[[str], bool] = loads
) -> None:
    """See that Qt finds its libraries, for drawing out of sight and, if asked, for windows and printers.

    Raises Trouble with the line to run when some are lacking and cannot be installed from here.
    """
    if machine.platform != "linux":
        return
    wanted = OFFSCREEN | WINDOW if with_window else OFFSCREEN
    lacking = [file for file in wanted if not probe(file)]
    if not lacking:
        return
    install(machine, runner, [wanted[file] for file in lacking], lacking)
    still = [file for file in lacking if not probe(file)]
    if still:
        raise Trouble(f"These system libraries are still lacking: {' '.join(still)}")


def install(machine: Machine, runner: Runner, packages: Iterable[str], files: Iterable[str]) -> None:
    """Install Debian packages with apt-get when that can be done; raises Trouble with the line to run if not.

    `files` is what they bring, for people whose Linux has no apt-get.
    """
    names = list(dict.fromkeys(packages))
    install_command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if shutil.which("apt-get") is None:
        raise Trouble(f"PLC Desk needs these, from your system's own packages: {' '.join(files)}")
    if not machine.is_root:
        line = f"sudo apt-get update && sudo {shlex.join(install_command)}"
        raise Trouble(f"PLC Desk needs some system packages; run this line, then start again:\n{line}")
    say(f"Installing system packages: {' '.join(names)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    # A source that cannot be reached must not stop the others: the install itself decides.
    runner.run(["apt-get", "update", "-q"], variables=quiet)
    if runner.run(install_command, variables=quiet) != 0:
        raise Trouble(f"apt-get could not install: {' '.join(names)}")
