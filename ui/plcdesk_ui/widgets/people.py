"""The people of a meeting as circles with their initials, in the order in which they speak."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.theme.tokens import Tokens
from plcdesk_ui.widgets.flow import FlowLayout
from plcdesk_ui.widgets.roving import next_by_arrow, one_stop
from plcdesk_ui.widgets.tips import set_tip

PersonState = Literal["waiting", "speaking", "spoken", "passed", "absent"]
_RING = 4
_TIGHT_RING = 2


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the row: who, what stands in the circle, and where they are in the round."""

    member_id: str
    name: str
    initials: str
    state: PersonState = "waiting"


class PersonButton(QAbstractButton):
    """One circle. Its shape tells the state: a ring speaks, a tick has spoken, a bar passed, dashes are absent."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self.is_small = False
        self._font: QFont | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        """Show `person`."""
        self.person = person
        self._font = None
        said = tr("{name}, {state}").format(name=person.name, state=_say(person.state))
        self.setAccessibleName(said)
        set_tip(self, said)
        self.update()

    def sizeHint(self) -> QSize:
        """A circle with room for the ring."""
        side = round(theme_of(self).sizes.base * (1.3 if self.is_small else 2)) + 2 * self._ring
        return QSize(side, side)

    def use_small(self, small: bool) -> None:
        """Be small, where many have to find room."""
        if small != self.is_small:
            self.is_small = small
            self._font = None
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type, larger initials."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._font = None
            self.updateGeometry()

    @property
    def _ring(self) -> int:
        return _TIGHT_RING if self.is_small else _RING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; arrow keys belong to the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle, the initials and what marks the state."""
        del event
        tokens = theme_of(self).tokens
        state = self.person.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._ring
        circle = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        text, ground = _colours(tokens, state)
        if state == "speaking":
            painter.setPen(QPen(QColor(tokens.accent), 3))
            circle.adjust(-1, -1, 1, 1)
        elif state == "absent":
            painter.setPen(QPen(QColor(tokens.edge), 1.2, Qt.PenStyle.DashLine))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(circle)
        self._font = self._font or self._initials_font()  # made anew each time it is a fifth of the drawing
        painter.setFont(self._font)
        painter.setPen(QColor(text))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.person.initials)
        self._draw_marks(painter, circle, tokens)
        painter.end()

    def _draw_marks(self, painter: QPainter, circle: QRectF, tokens: Tokens) -> None:
        if self.person.state == "passed":
            painter.setPen(QPen(QColor(tokens.edge), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(
                circle.bottomLeft() + (circle.center() - circle.bottomLeft()) * 0.3,
                circle.topRight() + (circle.center() - circle.topRight()) * 0.3,
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink), 1.5))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        elif self.underMouse() and self.isEnabled():
            painter.setPen(QPen(QColor(tokens.edge), 1.2))
            painter.drawEllipse(circle.adjusted(-1, -1, 1, 1))

    def _initials_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(
            theme_of(self).sizes.caption - (1 if len(self.person.initials) < 3 else 3) - self.is_small * 2
        )
        font.setWeight(QFont.Weight.DemiBold)
        return font


class PeopleRow(QWidget):
    """Tells `clicked` with the member's id. Wraps; Tab stops once, arrow keys go from one to the next.

    A click leaves the keyboard where it is: with the notes.
    """

    clicked = Signal(str)

    def __init__(self, people: Sequence[Person] = (), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[PersonButton] = []
        self._small = False
        self._flow = FlowLayout(self, spacing=2, align=Qt.AlignmentFlag.AlignHCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name or tr("People"))
        self.set_people(people)

    def set_people(self, people: Sequence[Person]) -> None:
        """Show `people` in this order; circles that are there already stay, and with them the focus."""
        while len(self._buttons) > len(people):
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for button, person in zip(self._buttons, people, strict=False):
            if person != button.person:
                button.show_person(person)
        for person in people[len(self._buttons) :]:
            button = PersonButton(person, self)
            button.use_small(self._small)
            button.clicked.connect(
                lambda _checked=False, made=button: self.clicked.emit(made.person.member_id)
            )
            self._buttons.append(button)
            self._flow.addWidget(button)
        focused = next((button for button in self._buttons if button.hasFocus()), None)
        speaking = next((button for button in self._buttons if button.person.state == "speaking"), None)
        one_stop(self._buttons, focused or speaking, by_click=False)

    def use_small(self, small: bool) -> None:
        """Draw small circles, where there is little room."""
        self._small = small
        for button in self._buttons:
            button.use_small(small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key goes to the neighbour."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        button = next_by_arrow(event.key(), self._buttons, rtl)
        if button is None:
            super().keyPressEvent(event)
            return
        button.setFocus(Qt.FocusReason.TabFocusReason)
        one_stop(self._buttons, button, by_click=False)


def _colours(tokens: Tokens, state: PersonState) -> tuple[str, str]:
    if state in ("waiting", "speaking"):
        return tokens.accent, tokens.accent_soft
    return (tokens.neutral, tokens.neutral_soft) if state != "absent" else (tokens.ink2, tokens.card)


def _say(state: PersonState) -> str:
    return {
        "waiting": tr("waiting to speak"),
        "speaking": tr("speaking"),
        "spoken": tr("has spoken"),
        "passed": tr("passed"),
        "absent": tr("absent"),
    }[state]
