"""Who holds which role in this meeting: proposed by turns, changed at will."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from plcdesk.minutes.names import People
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.roles import role_words
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.card import Card
from plcdesk_ui.widgets.choice import Choice
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain


class RolesCard(Card):
    """Tells `given` with a role and a member's id or None, `swapped` with all roles, `by_turns` to propose anew.

    `team_wanted` asks for the page on which people are added.
    """

    given = Signal(str, object)
    swapped = Signal(object)
    by_turns = Signal()
    team_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Roles"), parent=parent)
        self._roles: dict[str, str] = {}
        self._shown: object = None
        self.choices: dict[str, Choice] = {}
        for role, word in role_words().items():
            choice = Choice()
            choice.setAccessibleName(word)
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choice.chosen.connect(lambda member, role=role: self.given.emit(role, member))
            self.choices[role] = choice
            self.body.addWidget(choice)
        self.nobody = plain(
            tr("Add the people of your team, and the roles go round by turns."), "secondary", wrap=True
        )
        self.people = button(tr("Add people"), self.team_wanted.emit)
        self.proposed = plain("", "secondary")
        self.swap = button(
            tr("Swap"),
            lambda: self.swapped.emit(rotated(self._roles)),
            "link",
            tip=tr("Each role goes to the next"),
        )
        self.propose = button(
            tr("By turns"), self.by_turns.emit, "link", tip=tr("Propose the roles by turns")
        )
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.people)
        self.body.addWidget(flow(self.proposed, self.swap, self.propose, spacing=ROW - 2))

    def show_roles(self, team: TeamInfo, roles: dict[str, str], proposal: dict[str, str]) -> None:
        """Show who holds the roles of a meeting; `proposal` is what turns would give."""
        if (team.members, roles, proposal) == self._shown:
            return
        self._shown = (team.members, roles, proposal)
        self._roles = roles
        has_people = bool(team.active_members)
        for role, word in role_words().items():
            self._fill(role, word, team, roles.get(role))
            self.choices[role].setVisible(has_people)
        same_people = set(roles.values()) == set(proposal.values()) and len(roles) == len(proposal)
        self.nobody.setVisible(not has_people)
        self.people.setVisible(not has_people)
        self.proposed.setText(tr("Proposed by turns.") if same_people else tr("Chosen by you."))
        self.proposed.setVisible(has_people)
        self.swap.setVisible(has_people and len(set(roles.values())) > 1)
        self.propose.setVisible(has_people and not same_people)

    def _fill(self, role: str, word: str, team: TeamInfo, holder: str | None) -> None:
        people = People.of(team)
        members = [member for member in team.members if member.active or member.id == holder]
        options: list[tuple[object, str]] = [
            (member.id, tr("{role} · {name}").format(role=word, name=people.name(member.id)))
            for member in members
        ]
        options.append((None, tr("{role} · {name}").format(role=word, name=tr("nobody yet"))))
        self.choices[role].set_options(options, holder)


def rotated(roles: dict[str, str]) -> dict[str, str]:
    """Each of these roles goes to who had the one before it, the first to who had the last."""
    names = [role for role in role_words() if role in roles]
    holders = [roles[role] for role in names]
    return dict(zip(names, holders[-1:] + holders[:-1], strict=True))
