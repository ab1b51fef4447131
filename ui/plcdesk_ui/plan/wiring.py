"""Who does what on the plan screen: the wishes of its cards, each tied to what is done."""

from typing import TYPE_CHECKING

from plcdesk.library.fitted import Offer
from plcdesk.text import tr

if TYPE_CHECKING:
    from plcdesk_ui.plan.screen import PlanScreen


def wire(screen: "PlanScreen") -> None:
    """Tie the cards of the screen to its actions and dialogs. `screen.desk` is another one for each meeting."""
    _wire_bar(screen)
    _wire_agenda(screen)
    _wire_detail(screen)
    roles = screen.parts.roles
    roles.given.connect(lambda role, member: screen.desk.set_roles({role: member}))
    roles.swapped.connect(lambda swapped: screen.desk.set_roles(swapped))
    roles.by_turns.connect(lambda: _by_turns(screen))
    roles.team_wanted.connect(lambda: screen.agenda and screen.context.go.to("team", screen.agenda.team.id))


def _wire_bar(screen: "PlanScreen") -> None:
    bar, summary = screen.parts.bar, screen.parts.summary
    bar.back_requested.connect(
        lambda: screen.context.go.to("meetings", screen.agenda.team.id if screen.agenda else "")
    )
    bar.retitled.connect(lambda title: screen.desk.type_meeting("title", title))
    bar.when_wanted.connect(screen.dialogs.when)
    bar.print_wanted.connect(screen.dialogs.print)
    screen.parts.sheet.clicked.connect(lambda: screen.dialogs.print(to_write_on=True))
    bar.rehearsal_wanted.connect(screen.rehearse)
    bar.start_wanted.connect(lambda: _start(screen))
    summary.result_typed.connect(lambda text: screen.desk.type_meeting("result_wanted", text.strip()))
    summary.bring_typed.connect(lambda text: screen.desk.type_meeting("bring", text.strip()))
    summary.fit_wanted.connect(lambda: screen.desk.fit_to_slot())


def _wire_agenda(screen: "PlanScreen") -> None:
    agenda = screen.parts.agenda
    agenda.selected.connect(lambda _item: screen.show_chosen())
    agenda.retitled.connect(lambda item, title: screen.desk.type_item(item, "title", title))
    agenda.minutes_given.connect(lambda item, minutes: screen.desk.give_minutes(item, minutes))
    agenda.fit_wanted.connect(lambda item, offer: _take_offer(screen, item, offer))
    agenda.other_wanted.connect(screen.dialogs.choose_for)
    agenda.move_wanted.connect(lambda item, to: screen.desk.move(item, to))
    agenda.delete_wanted.connect(lambda item: _delete(screen, item))
    agenda.copy_wanted.connect(lambda item: _copy(screen, item))


def _wire_detail(screen: "PlanScreen") -> None:
    detail = screen.parts.detail
    detail.typed.connect(lambda item, column, text: screen.desk.type_item(item, column, text))
    detail.given.connect(lambda item, column, value: _give(screen, item, column, value))
    what = {
        "up": lambda _item: screen.parts.agenda.move_chosen(-1),
        "down": lambda _item: screen.parts.agenda.move_chosen(1),
        "copy": lambda item: _copy(screen, item),
        "delete": lambda item: _delete(screen, item),
        "about": screen.dialogs.about,
        "protocol": screen.dialogs.choose_for,
        "attach": lambda item: screen.parts.files.files.ask_and_add(screen, item),
    }
    detail.done.connect(lambda item, done: what[done](item))


def _start(screen: "PlanScreen") -> None:
    screen.leave()
    screen.context.go.run(screen.meeting_id)


def _take_offer(screen: "PlanScreen", item_id: str, offer: Offer) -> None:
    item = screen.agenda.item(item_id) if screen.agenda is not None else None
    if item is not None and screen.agenda is not None:
        screen.desk.take_offer(item, offer, max(0, -screen.agenda.spare_minutes))


def _delete(screen: "PlanScreen", item_id: str) -> None:
    item = screen.agenda.item(item_id) if screen.agenda is not None else None
    if item is not None:
        screen.parts.flush()
        screen.desk.delete(item)


def _copy(screen: "PlanScreen", item_id: str) -> None:
    screen.parts.flush()
    screen.desk.copy(item_id, lambda copied: screen.parts.agenda.choose(copied, focus=True))


def _give(screen: "PlanScreen", item_id: str, column: str, value: object) -> None:
    item = screen.agenda.item(item_id) if screen.agenda is not None else None
    if item is None:
        return
    if column != "kind":
        screen.desk.give(item_id, column, value)
    elif value == "protocol":
        if item.snapshot is None:
            screen.parts.detail.kind.set_value(item.kind)
            screen.dialogs.choose_for(item_id)
    elif value != item.kind:
        screen.desk.change_kind(item, str(value))


def _by_turns(screen: "PlanScreen") -> None:
    if screen.agenda is not None:
        screen.desk.set_roles(dict(screen.proposal(screen.agenda)), told=tr("Roles proposed by turns"))
