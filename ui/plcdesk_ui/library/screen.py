"""The library: what the team has at the left, the protocols that fit in the middle, one to read at the right."""

from dataclasses import replace
from functools import cached_property
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plcdesk.library.choosing import Wish, choose
from plcdesk.planning.infos import TeamInfo
from plcdesk.planning.reading import read_teams
from plcdesk.planning.suggestions import people_of
from plcdesk.store.changes import Changes
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.library.adding import Adding
from plcdesk_ui.library.book_card import BookCard
from plcdesk_ui.library.book_list import FAVOURITE_KEY
from plcdesk_ui.library.finding import Found, Only, Search, find
from plcdesk_ui.library.helping import Helping
from plcdesk_ui.library.reading_card import ReadingCard
from plcdesk_ui.library.reading_desk import ReadingDesk
from plcdesk_ui.library.shelf import Shelf
from plcdesk_ui.library.wish_bar import WishBar
from plcdesk_ui.library.wish_card import WishCard
from plcdesk_ui.library.wish_fields import WishFields
from plcdesk_ui.library_editor.own_books import OwnBooks
from plcdesk_ui.navigator import Place
from plcdesk_ui.screen import Screen
from plcdesk_ui.widgets.buttons import button
from plcdesk_ui.widgets.choice import Option
from plcdesk_ui.widgets.search_field import SearchField
from plcdesk_ui.widgets.three_columns import ThreeColumns
from plcdesk_ui.widgets.top_bar import TopBar

USUAL_SHARE = 0.55  # of a meeting, for its main part
SETTLED = 40  # milliseconds; so long a row must stay chosen before it is read, so that arrow keys never stall


class LibraryScreen(Screen):
    """One team's library. A place's `about` may be a team's id, its `line` the id of a protocol to read."""

    rail_key = "library"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._team: TeamInfo | None = None
        self._wish = Wish(trust="settled")
        self._only: Only = "all"
        self._found = Found()
        self._wanted, self._typed = "", ""
        self.shelf = Shelf(context, self)
        self.helping = Helping(context, self.shelf, self._take_suggestion, self)
        self.bar = TopBar(tr("Protocols"))
        self.search = SearchField(tr("Find a protocol"))
        self.help = button(
            tr("Help me choose"),
            lambda: self.helping.ask(self._wish),
            tip=tr("Three questions, three suggestions"),
        )
        self.bar.add(self.search)
        self.own = OwnBooks(context, self)
        for part in (self.help, self.own.write_button, self.own.more_button):
            self.bar.add(part)
        self.books = BookCard()
        self._beside, self._above, self._right = _Place(), _Place(), _Place()
        self._teams: list[Option] = []
        self._fields: list[WishFields] = []
        self._is_whole = False
        self.adding = Adding(context)
        self.columns = ThreeColumns(self._beside, self._above, self.books, self._right)
        self.page.addWidget(self.bar)
        self.page.addWidget(self.columns, 1)
        self.setFocusProxy(self.search)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._read)
        self._wire()

    @cached_property
    def wish_card(self) -> WishCard:
        """Made after the list has been painted."""
        card = WishCard()
        self._put_fields(card.fields)
        self._beside.put(card)
        return card

    @cached_property
    def wish_bar(self) -> WishBar:
        """Made when the window is narrow for the first time."""
        bar = WishBar()
        self._put_fields(bar.fields)
        self._above.put(bar)
        return bar

    @cached_property
    def card(self) -> ReadingCard:
        """Made after the list has been painted, and hidden until there is something to read."""
        card = ReadingCard(self.own.change_button, self.own.own_button)
        card.hide()
        card.star_pressed.connect(self._toggle_chosen)
        card.reading.minutes_wanted.connect(
            lambda minutes: self._change_wish(replace(self._wish, minutes=minutes))
        )
        self._right.put(card)
        return card

    @cached_property
    def desk(self) -> ReadingDesk:
        """What happens at the card."""
        return ReadingDesk(self.context, self.shelf, self.card, self.own, self.adding, self)

    def enter(self, place: Place) -> None:
        if place.line:
            self._wanted, self._only = place.line, "all"
            self._wish = replace(self._wish, looks_at=None)
            self.search.set_words("")
        known = self._team.id if self._team is not None else self.context.settings.last_team or ""
        self._use_team(place.about or known)
        if not self._is_whole:
            QTimer.singleShot(0, self, self._make_the_rest)

    def _make_the_rest(self) -> None:
        """What the first painting does not need, one part after the other so that none holds up the window long."""
        self.wish_card.show()
        QTimer.singleShot(0, self, self._make_desk_and_read)

    def _make_desk_and_read(self) -> None:
        self.card.hide()
        self._is_whole = True
        if self._team is not None:
            self.shelf.read(self._team.id)

    def heard(self, changes: Changes, initiator: object) -> None:
        if self._team is None:
            return
        if changes.touches("team", "member", "meeting"):
            self._use_team(self._team.id)

    def leave(self) -> None:
        self._soon.stop()

    def take_back(self, again: bool) -> bool:
        """While its Undo is offered, a deleted protocol comes back."""
        return not again and self.own.undo_bar.isVisible() and self.own.bring_back()

    @property
    def undo_list(self) -> str:
        return self.adding.meeting.id if self.adding.meeting is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.books.books.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.shelf.changed.connect(self._show)
        self.own.changed.connect(self._own_changed)
        self.search.textChanged.connect(lambda _words: self._show())
        self.search.returnPressed.connect(lambda: self.books.books.setFocus(Qt.FocusReason.TabFocusReason))
        self.columns.arranged.connect(lambda narrow: self.wish_bar if narrow else None)
        self.books.books.chosen.connect(lambda _key: self._soon.start())
        self.books.books.star_pressed.connect(self._toggle_favourite)
        self.books.widened.connect(self._widen)
        self.books.only_chosen.connect(self._show_only)
        QShortcut(QKeySequence(FAVOURITE_KEY), self, self._toggle_chosen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_search)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, lambda: self.desk.open_paper("handout"))

    def _put_fields(self, fields: WishFields) -> None:
        self._fields.append(fields)
        fields.show_wish(self._wish)
        fields.show_teams(self._teams, self._team.id if self._team is not None else "")
        fields.changed.connect(self._change_wish)
        fields.team_chosen.connect(self._choose_team)

    def _use_team(self, team_id: str) -> None:
        """Read the team anew; another team has other minutes and people."""
        teams = read_teams(self.context.reader)
        if not teams:
            QTimer.singleShot(0, lambda: self.context.go.to("welcome"))
            return
        before, self._team = self._team, next((team for team in teams if team.id == team_id), teams[0])
        self._teams = [(team.id, team.name) for team in teams]
        for fields in self._fields:
            fields.show_teams(self._teams, self._team.id)
        self.adding.use_team(self._team)
        if self._is_whole:
            self.shelf.read(self._team.id)
        if before is None or before.id != self._team.id:
            minutes = max(5, 5 * round(self._team.minutes * USUAL_SHARE / 5))
            self._wish = replace(self._wish, minutes=minutes, people=people_of(self._team))
        self._show_wish()
        self._show()

    def _own_changed(self, protocol_id: str) -> None:
        """One's own was brought in, deleted or brought back."""
        self._wanted = protocol_id
        if self._team is not None:
            self.shelf.read(self._team.id)

    def _choose_team(self, team_id: str) -> None:
        self.context.remember(last_team=team_id)
        self._use_team(team_id)

    def _change_wish(self, wish: Wish) -> None:
        self._wish = wish
        self._show_wish()
        self._show()

    def _show_wish(self) -> None:
        for fields in self._fields:
            fields.show_wish(self._wish)

    def _show(self) -> None:
        """The list, for what is wished and typed now."""
        if not self.shelf.ready:
            return
        favourites = tuple(self.context.settings.favourites)
        self._found = find(self.shelf, Search(self._wish, self.search.text(), self._only, favourites))
        self.bar.set_context(self._found.line)
        self.books.show_only(self._found.counts, self._only)
        typed = self.search.text() != self._typed
        self._typed = self.search.text()
        self.books.show_rows(self._found.rows, first=typed)
        if self._wanted and self.books.books.choose(self._wanted) and self._is_settled():
            self._wanted = ""
        self._soon.start()

    def _is_settled(self) -> bool:
        """Whether the order of the list is the one for as many people as there are."""
        return self.shelf.for_people(self._wish.people or 0) is not None

    def _show_only(self, only: str) -> None:
        self._only = cast("Only", only)
        self._show()

    def _widen(self) -> None:
        """Look among all protocols: what is typed stays, unless that alone finds nothing."""
        self._only = "all"
        self._wish = replace(self._wish, looks_at=None)
        if not choose(self.shelf.summaries(self._wish.people or 0), Wish(words=self.search.text())):
            self.search.set_words("")
        self._show_wish()
        self._show()

    def _read(self) -> None:
        """Show the chosen row at the right."""
        row = self.books.books.row
        self.card.setVisible(row is not None)
        if row is not None:
            self.desk.show_row(row, self._found.matches.get(row.key), self._wish)

    def _toggle_chosen(self) -> None:
        self._toggle_favourite(self.books.books.key)

    def _toggle_favourite(self, protocol_id: str) -> None:
        if protocol_id not in self._found.matches:
            return  # nothing is chosen, or a file that cannot be used
        now = self.context.settings.favourites
        others = [each for each in now if each != protocol_id]
        self.context.remember(favourites=others if protocol_id in now else [*now, protocol_id])
        self._show()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _take_suggestion(self, wish: Wish, protocol_id: str) -> None:
        """Show what was suggested, among the protocols for what was answered."""
        self._only, self._wanted = "all", protocol_id
        self.search.set_words("")
        self._change_wish(wish)
        if self._wanted:  # it is meant for something else than what lies in front
            self._change_wish(replace(wish, looks_at=None))
        self.books.books.setFocus(Qt.FocusReason.OtherFocusReason)


class _Place(QWidget):
    """Where a part will stand that is made later, so that it does not hold up the opening."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def put(self, part: QWidget) -> None:
        """Put the part there."""
        self._box.addWidget(part)
