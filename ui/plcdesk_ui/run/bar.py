"""The bar over the running meeting: its name, when it began, when it will end, and three buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu

from plcdesk.running.clock import ClockState
from plcdesk.running.reading import local_of
from plcdesk.text import ntr, tr
from plcdesk_ui.run.chimes import mute_or_unmute
from plcdesk_ui.run.key_button import KeyButton
from plcdesk_ui.run.live import LiveMeeting
from plcdesk_ui.run.pace_mark import PaceMark
from plcdesk_ui.run.sound_popup import SoundPopup
from plcdesk_ui.run.time_words import expected_end, lateness
from plcdesk_ui.shell.commands import (
    ATTACH_KEY,
    SOUND_KEY,
    TIMER_KEY,
    WALL_KEY,
    WALL_MENU_KEY,
    WRAP_UP_KEY,
)
from plcdesk_ui.theme.sizes import EDGE
from plcdesk_ui.widgets.buttons import button, icon_button
from plcdesk_ui.widgets.tips import set_tip, tip_with_shortcut
from plcdesk_ui.widgets.top_bar import TopBar
from plcdesk_ui.words import clock

_BETWEEN_BUTTONS = 12
_NO_KEY, _BRIEFEST = 2, 3
"""Steps of brevity from which the wall's key and the absent go, and the title as well."""


class RunBar(TopBar):
    """Its buttons wish: the wall, the people, the wrap-up, and what stands in the menu.

    `side_wished`: the other of agenda and notes, where there is room for only one of them.
    """

    side_wished = Signal()
    wall_wished = Signal()
    wall_menu_wished = Signal()
    timer_wished = Signal()
    file_wished = Signal()
    people_wished = Signal()
    wrap_up_wished = Signal()
    agenda_wished = Signal()
    mistake_told = Signal()
    step_time_wished = Signal()

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live.room.meeting.title, least_letters=14)
        self._live = live
        self._words = self._briefly = ""
        self._wall_words = (tr("Show on the wall"), tr("Wall"))
        self._muted: bool | None = None
        self.pace = PaceMark()
        self.add_left(self.pace)
        self.side = button(
            "", self.side_wished.emit, tip=tr("Agenda or notes: there is room for one of them")
        )
        self.side.hide()
        self.wall = KeyButton(tr("Show on the wall"), WALL_KEY)
        self.wall.clicked.connect(lambda _checked=False: self.wall_wished.emit())
        tip = tip_with_shortcut(tr("What is on the wall"), WALL_MENU_KEY)
        self.views = icon_button(
            "chevron-down", tr("What is on the wall"), self.wall_menu_wished.emit, tip=tip
        )
        self.people = button("", self.people_wished.emit, tip=tr("Who is here: tick who comes or leaves"))
        tip = tip_with_shortcut(tr("Leave the agenda and wrap up"), WRAP_UP_KEY)
        self.wrap_up = button(tr("Wrap up"), self.wrap_up_wished.emit, tip=tip)
        self.sound = icon_button("volume-2", tr("Chimes"), self._open_sound)
        self.more = icon_button("ellipsis", tr("More"), self._open_menu)
        for widget in (self.side, self.wall, self.views, self.people, self.wrap_up, self.sound, self.more):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the notes
            self.add(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the meeting as it is now."""
        room = self._live.room
        if self.title_label.text() != room.meeting.title:
            self.set_title(room.meeting.title)
        self._fit()
        self.show_time(self._live.state)

    def show_time(self, state: ClockState) -> None:
        """Say when we end; cheap, for every tick."""
        words = self.when_words(state)
        self._briefly = self._end_in_brief(state)
        if words != self._words:
            self._words = words
            self._fit()
        self.pace.show_behind(state.behind_minutes if state.status != "ended" else 0)
        self._show_sound()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The end stays in view, whatever else has to be cut."""
        super().resizeEvent(event)
        self._fit()

    def show_side(self, words: str) -> None:
        """Offer the agenda, or the notes, in these words; nothing to offer where both have room."""
        if words != self.side.text() or bool(words) == self.side.isHidden():
            self.side.set_text(words)
            self.side.setVisible(bool(words))
            self._fit()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """What must be there in a narrow window, whatever is shown in this one."""
        return QSize(self._needed(_BRIEFEST), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Where there is little room, the title is cut first, then the beginning goes, then words; never the end."""
        brief = next((step for step in range(_BRIEFEST) if self.width() >= self._needed(step)), _BRIEFEST)
        self.sound.setVisible(brief == 0)  # the menu has it too
        self.wall.show_key(brief < _NO_KEY)
        self.views.setVisible(brief < _BRIEFEST)  # the menu has it too
        self.title_label.setVisible(brief < _BRIEFEST)
        self.people.set_text(self._people_words(brief))
        self.people.setAccessibleName(self._people_words(0))
        words = self._wall_words[min(brief, 1)]
        if self.wall.text() != words:
            self.wall.set_text(words)
            self.wall.setAccessibleName(self._wall_words[0])
            self.wall.updateGeometry()
        metrics = self.context_label.fontMetrics()
        end = self._end_words(brief)
        beginning = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(end)
        shown = self._words if self.width() >= self._needed(0) + beginning else end
        if shown != self.context_label.text():
            self.set_context(shown)
            self.context_label.setMinimumWidth(metrics.horizontalAdvance(shown) + 2)

    def _needed(self, brief: int) -> int:
        """The width in pixels at which all buttons stand there, with the end of the meeting.

        `brief`: 0 with all words, 1 without the sound and with few words for the wall, 3 with the fewest.
        """
        buttons = [self.wall, self.people, self.wrap_up, self.more, self.pace]
        buttons += [self.sound] if brief == 0 else []
        buttons += [self.views] if brief < _BRIEFEST else []
        buttons += [] if self.side.isHidden() else [self.side]
        others = sum(widget.sizeHint().width() + _BETWEEN_BUTTONS for widget in buttons)
        others += self._wider(self._wall_words[min(brief, 1)], self.wall.text())
        others += self._wider(self._people_words(brief), self.people.text())
        others += (brief < _NO_KEY) * self.wall.key_width - self.wall.shown_key_width
        others += self.title_label.minimumSizeHint().width() if brief < _BRIEFEST else 0
        end = self.context_label.fontMetrics().horizontalAdvance(self._end_words(brief))
        return 2 * EDGE + others + end + 36

    def _end_words(self, brief: int) -> str:
        return self._briefly if brief == _BRIEFEST and self._briefly else self._words.split(" · ")[-1]

    def _wider(self, words: str, others: str) -> int:
        metrics = self.wall.fontMetrics()
        return metrics.horizontalAdvance(words) - metrics.horizontalAdvance(others)

    def when_words(self, state: ClockState) -> str:
        """'Started 10:50 · we end at 11:36, 1 min behind'."""
        if state.started_at is None:
            return ""
        zone = self._live.room.meeting.zone
        began = clock(local_of(state.started_at, zone))
        started = tr("Started {began}").format(began=began)
        if state.ended_at is not None:
            ended = clock(local_of(state.ended_at, zone))
            return f"{started} · {tr('ended {time}').format(time=ended)}"
        ends = clock(local_of(expected_end(state), zone))
        return f"{started} · {tr('we end at {end}, {late}').format(end=ends, late=lateness(state))}"

    def _end_in_brief(self, state: ClockState) -> str:
        if state.started_at is None or state.ended_at is not None:
            return ""
        ends = clock(local_of(expected_end(state), self._live.room.meeting.zone))
        return tr("end {end}, {late}").format(end=ends, late=lateness(state))

    def show_wall(self, shown: bool, blank: bool = False) -> None:
        """Say what the button of the wall does now, and that the wall is blank if it is."""
        if not shown:
            self._wall_words = (tr("Show on the wall"), tr("Wall"))
        elif blank:
            self._wall_words = (tr("Hide the blank wall"), tr("Blank wall"))
        else:
            self._wall_words = (tr("Hide from the wall"), tr("Hide wall"))
        self._fit()

    def _people_words(self, brief: int) -> str:
        room = self._live.room
        here = len(room.present)
        left = sum(1 for found in room.attendance.values() if found.status == "left")
        on_team = {member.id for member in room.agenda.team.active_members}
        absent = len(on_team - {*room.present}) - left
        words = [ntr("{n} here", "{n} here", here).format(n=here)]
        if brief >= _NO_KEY:
            return words[0]
        if absent > 0:
            words.append(ntr("{n} absent", "{n} absent", absent).format(n=absent))
        if left:
            words.append(ntr("{n} left", "{n} left", left).format(n=left))
        return ", ".join(words)

    def menu(self) -> QMenu:
        """What is seldom needed."""
        menu = QMenu(self)
        menu.addAction(tr("Change the agenda…"), self.agenda_wished.emit)
        menu.addAction(tr("Time of this step…"), self.step_time_wished.emit)
        sound = menu.addAction(tr("Chimes"), self._mute_or_unmute)
        sound.setCheckable(True)
        sound.setChecked(not self._muted)
        sound.setShortcut(QKeySequence(SOUND_KEY))
        sound.setShortcutVisibleInContextMenu(True)
        for words, wished, key in (
            (tr("What is on the wall…"), self.wall_menu_wished, WALL_MENU_KEY),
            (tr("Attach a file…"), self.file_wished, ATTACH_KEY),
            (tr("Small timer over other windows"), self.timer_wished, TIMER_KEY),
        ):
            action = menu.addAction(words, wished.emit)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
        menu.addSeparator()
        menu.addAction(tr("Started by mistake: go back to planning"), self.mistake_told.emit)
        return menu

    def _mute_or_unmute(self) -> None:
        mute_or_unmute(self._live.context)
        self._show_sound()

    def _show_sound(self) -> None:
        """The icon says whether there are chimes; cheap, for every tick."""
        settings = self._live.context.settings
        muted = settings.chime_muted or settings.chime_volume <= 0
        if muted != self._muted:
            self._muted = muted
            words = tr("Chimes: off") if muted else tr("Chimes: on")
            self.sound.set_icon("volume-x" if muted else "volume-2", words)
            set_tip(self.sound, tip_with_shortcut(words, SOUND_KEY))

    def _open_sound(self) -> None:
        popup = SoundPopup(self._live.context, self)
        popup.changed.connect(self._show_sound)
        popup.open_below(self.sound)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
