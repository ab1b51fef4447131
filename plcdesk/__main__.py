"""`python -m plcdesk`: the command line alone, without the app's window."""

import os
import sys

from plcdesk.cli import main

if __name__ == "__main__":
    if os.name == "posix":
        os.umask(0o077)  # what a team writes is for the owner of the files only
    sys.exit(main())
