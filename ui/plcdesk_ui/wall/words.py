"""The words in the middle of the wall: the step, who speaks, what to do, or a list such as the norms."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from plcdesk.text import ntr
from plcdesk_ui.wall.scene import Scene
from plcdesk_ui.wall.stage import LEVELS, Stage
from plcdesk_ui.wall.text import WallText

_TITLE_LINES = 3
_WHO_LINES = 5
_AFTER_TITLE = 4
_AFTER_WHO = 20
_BETWEEN_LINES = 10
_UNBROKEN = 1e6
_LEVELS_OF_COLUMNS = 4
"""So many of the smallest sizes are tried for a list in columns, which is long."""
_A_LITTLE_TOO_WIDE = 1.2
_Sizes = tuple[float, float, float]
_Placed = tuple[WallText, float, float]
"""A text, and where it begins: from the left and from above, in pixels."""


class WallWords(QWidget):
    """Takes the largest sizes at which everything fits; at the smallest, the end of a long text becomes '…'."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = WallText("ink", QFont.Weight.Bold, self)
        self.who = WallText("accent", QFont.Weight.DemiBold, self)
        self.show_line = WallText("ink", parent=self)
        self.meanwhile = WallText("ink2", parent=self)
        self.lines: list[WallText] = []
        self.rest = WallText("ink2", parent=self)
        self._scene: Scene | None = None

    def show_scene(self, scene: Scene) -> None:
        """Say what the scene says; `arrange` it after."""
        self._scene = scene
        self.title.set_text(scene.title)
        self.who.set_text(scene.who)
        self.show_line.set_text(scene.show)
        self.meanwhile.set_text(scene.meanwhile)
        while len(self.lines) < len(scene.lines):
            self.lines.append(WallText("ink", parent=self))
        for place, text in enumerate(self.lines):
            shown = place < len(scene.lines)
            text.set_text(scene.lines[place] if shown else "")
            watched = shown and scene.lines[place] == scene.watched
            text.set_look("accent" if watched else "ink", _weight(watched))
            text.setVisible(shown)

    def fits(self, stage: Stage, ring: bool) -> bool:
        """Whether everything can be said in full."""
        return self._sizes(stage, ring) is not None

    def arrange(self, stage: Stage, ring: bool) -> None:
        """Choose the sizes and put everything in its place, in the middle of the height."""
        self._place(stage, self._sizes(stage, ring) or self._level(stage, ring, LEVELS[-1]), ring)

    def _sizes(self, stage: Stage, ring: bool) -> _Sizes | None:
        possible = LEVELS[-_LEVELS_OF_COLUMNS:] if self._columns > 1 else LEVELS
        levels = (self._level(stage, ring, level) for level in possible)
        return next((sizes for sizes in levels if self._fit(stage, sizes, ring)), None)

    def _level(self, stage: Stage, ring: bool, level: tuple[int, int, int]) -> _Sizes:
        """The sizes of a level in pixels; the title no larger than its longest word allows."""
        title, who, show = (stage.type(size) for size in level)
        width, _height = stage.words(ring)
        widest = self.title.widest_word_at(title)
        if widest > width:
            title = max(stage.least, title * width / widest)
        own_lines = self.show_line.block_at(show, _UNBROKEN).width
        if width < own_lines <= width * _A_LITTLE_TOO_WIDE:
            show = max(
                stage.least, show * (width - 1) / own_lines
            )  # rather than one word on a line of its own
        return title, who, show

    def _fit(self, stage: Stage, sizes: _Sizes, ring: bool) -> bool:
        width, height = stage.words(ring)
        title, who, show = sizes
        block = self.title.block_at(title, width)
        if block.lines > _TITLE_LINES or self.title.widest_word_at(title) > width + 1:
            return False
        texts = [(self.who, who), (self.show_line, show), (self.meanwhile, show)]
        narrow = self._column(stage, width)
        lines = self._shown_lines()
        if any(text.widest_word_at(size) > width for text, size in texts):
            return False
        if any(text.widest_word_at(show) > narrow for text in lines):
            return False
        heights = [text.block_at(size, width).height for text, size in texts if text.text]
        heights += [max(text.block_at(show, narrow).height for text in row) for row in self._rows()]
        return block.height + sum(heights) + self._gaps(stage) <= height

    @property
    def _columns(self) -> int:
        return self._scene.columns if self._scene is not None else 1

    def _column(self, stage: Stage, width: float) -> float:
        """The width of a column of the list."""
        return (width - stage.gap / 2 * (self._columns - 1)) / self._columns

    def _rows(self) -> list[list[WallText]]:
        """The list, line by line across its columns."""
        lines = self._shown_lines()
        return [lines[place : place + self._columns] for place in range(0, len(lines), self._columns)]

    def _gaps(self, stage: Stage) -> float:
        gaps = (
            _AFTER_TITLE + _AFTER_WHO + _BETWEEN_LINES * (len(self._rows()) + 1 + bool(self.meanwhile.text))
        )
        return gaps * stage.unit

    def _shown_lines(self) -> list[WallText]:
        count = len(self._scene.lines) if self._scene is not None else 0
        return self.lines[:count]

    def _place(self, stage: Stage, sizes: _Sizes, ring: bool) -> None:
        width, height = stage.words(ring)
        title, who, show = sizes
        placed: list[_Placed] = []
        y = self._put(self.title, title, width, height - who, 0.0, placed, _TITLE_LINES)
        y += _AFTER_TITLE * stage.unit
        y = self._put(self.who, who, width, height, y, placed, _WHO_LINES)
        y += _AFTER_WHO * stage.unit
        y = self._put(self.show_line, show, width, height, y, placed)
        if self.meanwhile.text:
            y += _BETWEEN_LINES * stage.unit
        y = self._put(self.meanwhile, show, width, height, y, placed)
        if self._rows():
            y += _BETWEEN_LINES * stage.unit
        y = self._place_lines(stage, show, (width, height), y, placed)
        top = max(0.0, (height - y) / 2)
        self.setGeometry(round(stage.margin), round(stage.top), round(width) + 2, round(height))
        for text, x, above in placed:
            text.setGeometry(round(x), round(top + above), round(width - x) + 2, round(text.block_height) + 2)

    def _put(
        self,
        text: WallText,
        size: float,
        width: float,
        bottom: float,
        y: float,
        placed: list[_Placed],
        most: int = 100,
    ) -> float:
        """Place a text at `y`, in as many lines as there is room for above `bottom`; returns where it ends."""
        lines = min(most, self._lines_in(text, size, width, bottom - y))
        text.setVisible(bool(text.text) and lines > 0)
        if not text.text or lines < 1:
            return y
        placed.append((text, 0.0, y))
        return y + text.fit(size, width, lines)

    def _place_lines(
        self,
        stage: Stage,
        size: float,
        room: tuple[float, float],
        y: float,
        placed: list[_Placed],
    ) -> float:
        width, height = room
        rows = self._rows()
        self.rest.hide()
        for text in self._shown_lines():
            text.show()
        gap = _BETWEEN_LINES * stage.unit
        narrow = self._column(stage, width)
        for place, row in enumerate(rows):
            last = place == len(rows) - 1
            spare = 0.0 if last else size * 1.4 + gap
            most = self._lines_in(row[0], size, narrow, height - y - spare)
            if place > 0 and max(text.block_at(size, narrow).lines for text in row) > most:
                rest = [text for later in rows[place:] for text in later]
                self._leave_out(len(rest), rest)
                placed.append((self.rest, 0.0, y))
                return y + self.rest.fit(size, width, 1)
            for column, text in enumerate(row):
                placed.append((text, column * (narrow + stage.gap / 2), y))
            y += max(text.fit(size, narrow, max(1, most)) for text in row) + gap
        return y

    def _leave_out(self, count: int, texts: list[WallText]) -> None:
        for text in texts:
            text.hide()
        self.rest.set_text(ntr("and {n} more", "and {n} more", count).format(n=count))
        self.rest.show()

    def _lines_in(self, text: WallText, size: float, width: float, height: float) -> int:
        one = text.block_at(size, width, 1).height
        return max(0, int((height + 1) // one)) if one else 0


def _weight(watched: bool) -> QFont.Weight:
    return QFont.Weight.DemiBold if watched else QFont.Weight.Normal
