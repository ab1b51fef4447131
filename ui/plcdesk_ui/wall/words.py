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
_A_LITTLE_TOO_WIDE = 1.2
_Sizes = tuple[float, float, float]


class WallWords(QWidget):
    """Takes the largest sizes at which everything fits; at the smallest, the end of a long text becomes '…'."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = WallText("ink", QFont.Weight.Bold, self)
        self.who = WallText("accent", QFont.Weight.DemiBold, self)
        self.show_line = WallText("ink", parent=self)
        self.lines: list[WallText] = []
        self.rest = WallText("ink2", parent=self)
        self._scene: Scene | None = None

    def show_scene(self, scene: Scene) -> None:
        """Say what the scene says; `arrange` it after."""
        self._scene = scene
        self.title.set_text(scene.title)
        self.who.set_text(scene.who)
        self.show_line.set_text(scene.show)
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
        levels = (self._level(stage, ring, level) for level in LEVELS)
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
        texts = [(self.who, who), (self.show_line, show), *((text, show) for text in self._shown_lines())]
        if any(text.widest_word_at(size) > width for text, size in texts):
            return False
        heights = [text.block_at(size, width).height for text, size in texts]
        return block.height + sum(heights) + self._gaps(stage) <= height

    def _gaps(self, stage: Stage) -> float:
        gaps = _AFTER_TITLE + _AFTER_WHO + _BETWEEN_LINES * len(self._shown_lines())
        return gaps * stage.unit

    def _shown_lines(self) -> list[WallText]:
        count = len(self._scene.lines) if self._scene is not None else 0
        return self.lines[:count]

    def _place(self, stage: Stage, sizes: _Sizes, ring: bool) -> None:
        width, height = stage.words(ring)
        title, who, show = sizes
        placed: list[tuple[WallText, float]] = []
        y = self._put(self.title, title, width, height - who, 0.0, placed, _TITLE_LINES)
        y += _AFTER_TITLE * stage.unit
        y = self._put(self.who, who, width, height, y, placed, _WHO_LINES)
        y += _AFTER_WHO * stage.unit
        y = self._put(self.show_line, show, width, height, y, placed)
        y = self._place_lines(stage, show, (width, height), y, placed)
        top = max(0.0, (height - y) / 2)
        self.setGeometry(round(stage.margin), round(stage.top), round(width) + 2, round(height))
        for text, above in placed:
            text.setGeometry(0, round(top + above), round(width) + 2, round(text.block_height) + 2)

    def _put(
        self,
        text: WallText,
        size: float,
        width: float,
        bottom: float,
        y: float,
        placed: list[tuple[WallText, float]],
        most: int = 100,
    ) -> float:
        """Place a text at `y`, in as many lines as there is room for above `bottom`; returns where it ends."""
        lines = min(most, self._lines_in(text, size, width, bottom - y))
        text.setVisible(bool(text.text) and lines > 0)
        if not text.text or lines < 1:
            return y
        placed.append((text, y))
        return y + text.fit(size, width, lines)

    def _place_lines(
        self,
        stage: Stage,
        size: float,
        room: tuple[float, float],
        y: float,
        placed: list[tuple[WallText, float]],
    ) -> float:
        width, height = room
        lines = self._shown_lines()
        self.rest.hide()
        for text in lines:
            text.show()
        gap = _BETWEEN_LINES * stage.unit
        for place, text in enumerate(lines):
            last = place == len(lines) - 1
            spare = 0.0 if last else size * 1.4 + gap
            most = self._lines_in(text, size, width, height - y - spare)
            if place > 0 and text.block_at(size, width).lines > most:
                self._leave_out(len(lines) - place, lines[place:])
                placed.append((self.rest, y))
                return y + self.rest.fit(size, width, 1)
            placed.append((text, y))
            y += text.fit(size, width, max(1, most)) + gap
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
