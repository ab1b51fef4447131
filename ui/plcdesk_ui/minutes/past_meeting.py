"""What a person says of a meeting that was held on paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plcdesk.planning.infos import TeamInfo

if TYPE_CHECKING:
    from plcdesk.library.catalogue import Catalogue
    from plcdesk.planning.paste import PastedAgenda


@dataclass(frozen=True)
class PastMeeting:
    """`starts_at` is local 'YYYY-MM-DDTHH:MM'; `present` and `absent` are members' ids, both empty if nobody
    said who was there; `agenda` is text as it was pasted."""

    title: str
    starts_at: str
    minutes: int
    result_wanted: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    agenda: str = ""


def read_pasted(catalogue: "Catalogue", team: TeamInfo, text: str) -> "PastedAgenda":
    """The agenda in a text. Raises UserError if it is far more than an agenda."""
    from plcdesk.planning.paste import read_agenda

    names = [member.name for member in team.active_members]
    return read_agenda(text, catalogue.find_by_name, names=names)
