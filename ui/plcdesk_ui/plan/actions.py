"""What the plan screen has written: each call is one step that can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plcdesk.library.fitted import Offer
from plcdesk.library.fitting import own_minutes
from plcdesk.library.schema import Protocol
from plcdesk.planning.infos import ItemInfo
from plcdesk.planning.suggestions import Candidate
from plcdesk.text import tr
from plcdesk_ui.context import Context

if TYPE_CHECKING:
    from plcdesk.store.work import Work

Then = Callable[[str], None]


class AgendaActions:
    """Writes for one meeting. `typist` is named as the initiator of what is typed."""

    def __init__(self, context: Context, meeting_id: str, typist: object) -> None:
        self._context = context
        self._meeting_id = meeting_id
        self._typist = typist

    def type_meeting(self, column: str, text: str) -> None:
        """Keep what is typed as the meeting's title or result wanted."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting

            change_meeting(work, meeting_id, typing=f"{meeting_id}:{column}", **{column: text})

        self._context.do(write, by=self._typist)

    def change_meeting(self, **values: Any) -> None:
        """Change when, how long or where it is."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_meeting

            change_meeting(work, meeting_id, **values)

        self._context.do(write)

    def add(self, kind: str, title: str, minutes: int, then: Then | None = None) -> None:
        """Put a topic on the agenda: an opening first, all else before the wrap-up."""
        meeting_id, at = self._meeting_id, 0 if kind == "opening" else None

        def write(work: "Work") -> str:
            from plcdesk.planning.agendas import NewItem, add_item

            return add_item(work, meeting_id, NewItem(kind, title, minutes), at)

        self._context.do(write, then=then)

    def add_frame(self, then: Then | None = None) -> None:
        """Put an opening and a wrap-up on an empty agenda, in one step."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> str:
            from plcdesk.planning.agendas import NewItem, add_item

            add_item(work, meeting_id, NewItem("wrap_up", tr("Wrap up"), 5))
            return add_item(work, meeting_id, NewItem("opening", tr("Opening"), 5), 0)

        self._context.do(write, then=then)

    def add_protocol(
        self, candidate: Candidate, protocol: Protocol, minutes: int, then: Then | None = None
    ) -> None:
        """Put a protocol on the agenda, before the wrap-up."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> str:
            from plcdesk.planning.agendas import NewItem, add_item

            new = NewItem("protocol", candidate.name, minutes, protocol=protocol, form=candidate.form)
            return add_item(work, meeting_id, new)

        self._context.do(write, then=then)

    def run_protocol(self, item_id: str, candidate: Candidate, protocol: Protocol, minutes: int) -> None:
        """Have a topic run a protocol, or another one than before."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import run_protocol

            run_protocol(work, item_id, protocol, minutes=minutes, form=candidate.form)

        self._context.do(write)

    def take_entry(self, entry_id: str, then: Then | None = None) -> None:
        """Put something left open on the agenda."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> str:
            from plcdesk.planning.agendas import take_over

            return take_over(work, meeting_id, entry_id)

        self._context.do(write, then=then)

    def take_item(self, item_id: str, then: Then | None = None) -> None:
        """Put a topic that the last meeting did not come to on the agenda."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> str:
            from plcdesk.planning.agenda_sources import take_over_item

            return take_over_item(work, meeting_id, item_id)

        self._context.do(write, then=then)

    def type_item(self, item_id: str, column: str, text: str) -> None:
        """Keep what is typed as an item's title, purpose or private note."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_item

            change_item(work, item_id, typing=f"{item_id}:{column}", **{column: text})

        self._context.do(write, by=self._typist)

    def give(self, item_id: str, column: str, value: Any) -> None:
        """Change who brings an item or what of it is prepared."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_item

            change_item(work, item_id, **{column: value})

        self._context.do(write)

    def change_kind(self, item: ItemInfo, kind: str) -> None:
        """Make it another kind of topic; one that ran a protocol no longer does."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_item, run_protocol

            if item.snapshot is not None:
                run_protocol(work, item.id, None)
            change_item(work, item.id, kind=kind)

        told = tr("“{title}” no longer runs a protocol").format(title=item.title) if item.snapshot else None
        self._context.do(write, told=told, undo_list=self._meeting_id)

    def give_minutes(self, item_id: str, minutes: int) -> None:
        """Give an item other minutes."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import give_minutes

            give_minutes(work, item_id, minutes)

        self._context.do(write)

    def take_offer(self, item: ItemInfo, offer: Offer, too_many: int = 0) -> None:
        """Run an item's protocol as an offer says; `too_many` minutes of the agenda are saved by it if they can be."""
        snapshot = item.snapshot
        if snapshot is None:
            return
        own = own_minutes(
            snapshot.protocol, snapshot.people, offer.presenters, offer.form, groups=offer.groups
        )
        minutes = max(offer.minutes, min(own, item.minutes - too_many))

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import change_fit

            change_fit(
                work, item.id, minutes, presenters=offer.presenters, form=offer.form, groups=offer.groups
            )

        self._context.do(write)

    def move(self, item_id: str, to: int) -> None:
        """Put an item at another place."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import move_item

            move_item(work, item_id, to)

        self._context.do(write)

    def copy(self, item_id: str, then: Then | None = None) -> None:
        """Put a copy of an item behind it."""

        def write(work: "Work") -> str:
            from plcdesk.planning.agendas import duplicate_item

            return duplicate_item(work, item_id)

        self._context.do(write, then=then)

    def delete(self, item: ItemInfo) -> None:
        """Take an item off the agenda; the bar at the foot offers it back."""

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import delete_item

            delete_item(work, item.id)

        self._context.do(
            write, told=tr("“{title}” deleted").format(title=item.title), undo_list=self._meeting_id
        )

    def fit_to_slot(self) -> None:
        """Shorten the items so that they fit the meeting."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> None:
            from plcdesk.planning.agenda_sources import fit_to_slot

            fit_to_slot(work, meeting_id)

        self._context.do(write, told=tr("The agenda was shortened"), undo_list=meeting_id)

    def set_roles(
        self, roles: dict[str, str | None], *, silently: bool = False, told: str | None = None
    ) -> None:
        """Say who holds roles. `silently` is for a proposal, which Undo does not take back."""
        meeting_id = self._meeting_id

        def write(work: "Work") -> None:
            from plcdesk.planning.agendas import set_role

            work.undoable = not silently
            for role, member_id in roles.items():
                set_role(work, meeting_id, role, member_id)

        self._context.do(write, told=told, undo_list=meeting_id)
