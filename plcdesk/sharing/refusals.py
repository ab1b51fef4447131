"""Why a share file is not taken: one sentence each."""

from pathlib import PurePath

from plcdesk.errors import UserError
from plcdesk.text import tr


class Refused(UserError):
    """A share file that cannot be used. Nothing was changed."""


class NotWhole(Refused):
    """A file that is not whole: half copied, still being written, or damaged. It may be whole later."""


class NeedsPassphrase(Refused):
    """A file that opens with a passphrase, and none or another one was given."""


def not_ours(name: str) -> Refused:
    return Refused(tr("“{file}” is not a file shared from PLC Desk.").format(file=PurePath(name).name))


def not_whole(name: str) -> NotWhole:
    return NotWhole(
        tr("“{file}” is not whole or was damaged on its way. Copy it again, or ask for it again.").format(
            file=PurePath(name).name
        )
    )


def too_large(name: str) -> Refused:
    return Refused(
        tr("“{file}” holds more than a team can write, so it was not opened.").format(
            file=PurePath(name).name
        )
    )


def altered(name: str) -> Refused:
    return Refused(
        tr("“{file}” holds something that PLC Desk did not write, so it was not opened.").format(
            file=PurePath(name).name
        )
    )


def newer(name: str) -> Refused:
    return Refused(
        tr("“{file}” was made by a newer PLC Desk. Update PLC Desk to open it; nothing was changed.").format(
            file=PurePath(name).name
        )
    )
