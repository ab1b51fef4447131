"""A date and a time of day, typed or picked."""

from typing import cast

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QStyle, QStyleOptionComboBox, QTimeEdit, QWidget

from plcdesk.text import tr
from plcdesk_ui.theme.theme import theme_of
from plcdesk_ui.widgets.calendar_look import dress_calendar
from plcdesk_ui.widgets.committer import Committer
from plcdesk_ui.widgets.icons import pixmap

_NO_DATE = QDate(1900, 1, 1)


class DateField(QDateEdit):
    """Tells `committed` with 'YYYY-MM-DD', or None for no date where `optional`. Delete takes the date away."""

    committed = Signal(object)

    def __init__(
        self, value: str | None = None, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # Qt would give it the keyboard for a turn of the wheel
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setMinimumDate(_NO_DATE)
        self.setSpecialValueText(tr("No date") if optional else "")
        self._show(value)
        self._committer = Committer(self.value, self)
        self._committer.due.connect(self.committed.emit)
        self.dateChanged.connect(self._committer.touch)
        dress_calendar(self.calendarWidget())
        self.calendarWidget().installEventFilter(self)

    def value(self) -> str | None:
        """'YYYY-MM-DD', or None for no date."""
        if self.date() == _NO_DATE:
            return None
        return cast(str, self.date().toString(Qt.DateFormat.ISODate))

    def set_value(self, value: str | None) -> None:
        """Show `value` ('YYYY-MM-DD' or None) as what is written."""
        if self._committer.pending or value == self.value():
            return
        self._show(value)
        self._committer.settle()

    def flush(self) -> None:
        """Tell now what was changed, if anything."""
        self._committer.flush()

    def _show(self, value: str | None) -> None:
        today = QDate.currentDate()
        shown = QDate.fromString(value, Qt.DateFormat.ISODate) if value else QDate()
        self.setDate(shown if shown.isValid() else _NO_DATE if self._optional else today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes away a date that may be missing; an arrow key on 'No date' starts from today."""
        if self._optional and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setDate(_NO_DATE)
        elif self.date() == _NO_DATE and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setDate(QDate.currentDate())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar by its icon. Elsewhere only take the keyboard: Qt takes the frame for a step button."""
        look = QStyleOptionComboBox()
        look.initFrom(self)
        look.editable, look.frame = True, self.hasFrame()
        look.subControls = QStyle.SubControl.SC_All
        place = event.position().toPoint()
        on = self.style().hitTestComplexControl(QStyle.ComplexControl.CC_ComboBox, look, place, self)
        if on == QStyle.SubControl.SC_ComboBoxArrow:
            super().mousePressEvent(event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar in today's colours, and at this month when there is no date yet."""
        if event.type() == QEvent.Type.Show:
            dress_calendar(self.calendarWidget())
        if event.type() == QEvent.Type.Show and self.date() == _NO_DATE:
            QTimer.singleShot(0, self.calendarWidget(), self.calendarWidget().showToday)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the keyboard's focus; else the page scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field writes it."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does leaving the page."""
        super().hideEvent(event)
        self.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own field, with the calendar of our icons."""
        super().paintEvent(event)
        _draw_icon(self, "calendar-days")


class TimeField(QTimeEdit):
    """Tells `committed` with 'HH:MM'; shown as the system shows times of day."""

    committed = Signal(str)

    def __init__(self, value: str = "09:00", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # Qt would give it the keyboard for a turn of the wheel
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(" t", ""))
        # The style sheet cannot pad the text of a field without a calendar.
        self.lineEdit().setTextMargins(9, 0, 26, 0)
        self.setTime(QTime.fromString(value, "HH:mm"))
        self._committer = Committer(self.value, self)
        self._committer.due.connect(self.committed.emit)
        self.timeChanged.connect(self._committer.touch)

    def value(self) -> str:
        """'HH:MM', by the 24 hour clock."""
        return cast(str, self.time().toString("HH:mm"))

    def set_value(self, value: str) -> None:
        """Show `value` ('HH:MM') as what is written."""
        if self._committer.pending or value == self.value():
            return
        self.setTime(QTime.fromString(value, "HH:mm"))
        self._committer.settle()

    def stepBy(self, steps: int) -> None:
        """The arrow keys go by five minutes, and over the full hour."""
        if self.currentSection() == QTimeEdit.Section.MinuteSection:
            self.setTime(self.time().addSecs(steps * 300))
            self.setSelectedSection(QTimeEdit.Section.MinuteSection)
        else:
            super().stepBy(steps)

    def flush(self) -> None:
        """Tell now what was changed, if anything."""
        self._committer.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the keyboard's focus; else the page scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field writes it."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does leaving the page."""
        super().hideEvent(event)
        self.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own field, with the clock of our icons."""
        super().paintEvent(event)
        _draw_icon(self, "clock")


def _draw_icon(field: QWidget, name: str) -> None:
    side = theme_of(field).sizes.icon - 2
    painter = QPainter(field)
    x = 9 if field.isRightToLeft() else field.width() - side - 9
    colour = "ink2" if field.isEnabled() else "disabled"
    painter.drawPixmap(x, (field.height() - side) // 2, pixmap(name, side, colour))
    painter.end()
