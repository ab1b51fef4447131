"""The one style sheet, built from the tokens and the sizes of type.

Widgets choose their look by a property: QPushButton[role="primary"], QLabel[tone="secondary"]. Paddings are
around the text, never fixed heights, so that larger type makes larger controls.
"""

from plcdesk_ui.theme.sizes import CARD_CORNER, CONTROL_CORNER, Sizes
from plcdesk_ui.theme.tokens import Tokens


def style_sheet(tokens: Tokens, sizes: Sizes) -> str:
    """The whole style sheet for the application."""
    parts = (_grounds, _labels, _buttons, _tool_buttons, _fields, _lists, _menus, _scroll_bars, _calendar)
    return "\n".join(part(tokens, sizes) for part in parts)


def _grounds(t: Tokens, s: Sizes) -> str:
    del s
    return f"""
    QMainWindow, QDialog, QWidget[ground="paper"] {{ background: {t.paper}; }}
    QWidget[ground="card"] {{ background: {t.card}; }}
    QWidget[ground="sunk"] {{ background: {t.sunk}; }}
    Card {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {CARD_CORNER}px; }}
    Card[look="selected"] {{ border: 2px solid {t.accent}; }}
    Card[look="warning"] {{ background: {t.question_soft}; border-color: {t.question_line}; }}
    Card[look="danger"] {{ background: {t.danger_soft}; border-color: {t.danger_line}; }}
    Card[look="info"] {{ background: {t.accent_soft}; border-color: {t.accent_soft}; }}
    Card[look="sunk"] {{ background: {t.sunk}; }}
    QFrame[hairline="true"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QToolTip {{ background: {t.ink}; color: {t.paper}; border: 1px solid {t.ink}; padding: 4px 7px; }}
    QDialog[look="palette"] {{ background: {t.card}; border: 1px solid {t.edge}; }}
    QFrame[look="floating"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {CARD_CORNER}px; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _labels(t: Tokens, s: Sizes) -> str:
    return f"""
    QLabel {{ background: transparent; color: {t.ink}; }}
    QLabel:disabled {{ color: {t.disabled}; }}
    QLabel[tone="strong"] {{ font-weight: 600; }}
    QLabel[tone="secondary"] {{ color: {t.ink2}; font-size: {s.small}px; }}
    QLabel[tone="secondary-strong"] {{ color: {t.ink2}; font-size: {s.small}px; font-weight: 600; }}
    QLabel[tone="caption"] {{ color: {t.ink2}; font-size: {s.caption}px; }}
    QLabel[tone="title"] {{ font-size: {s.title}px; font-weight: 600; }}
    QLabel[tone="heading"] {{ font-size: {s.heading}px; font-weight: 600; }}
    QLabel[tone="card-title"] {{ font-weight: 600; }}
    QLabel[tone="step"] {{ font-size: {s.step}px; font-weight: 600; }}
    QLabel[tone="say"] {{ font-size: {s.say}px; }}
    QLabel[tone="say-accent"] {{ font-size: {s.say}px; font-weight: 600; color: {t.accent}; }}
    QLabel[tone="timer"] {{ font-size: {s.timer}px; font-weight: 700; }}
    QLabel[tone="figure"] {{ font-size: {s.step}px; font-weight: 700; }}
    QLabel[tone="accent"] {{ color: {t.accent}; font-weight: 600; }}
    QLabel[tone="warning"] {{ color: {t.question}; }}
    QLabel[tone="on-warning"] {{ color: {t.question}; font-size: {s.small}px; }}
    QLabel[tone="on-danger"] {{ color: {t.danger}; font-size: {s.small}px; }}
    QLabel[tone="danger"] {{ color: {t.danger}; font-weight: 600; }}
    QLabel[tone="brand"] {{ color: {t.accent}; font-size: {s.say}px; font-weight: 600; }}
    """


def _buttons(t: Tokens, s: Sizes) -> str:
    small = s.base - 1
    return f"""
    QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; font-weight: 600;
        border-radius: {CONTROL_CORNER}px; padding: 8px 14px; font-size: {small}px; }}
    QPushButton:hover {{ background: {t.hover}; }}
    QPushButton:pressed, QPushButton:open {{ background: {t.pressed}; }}
    QPushButton:checked {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
    QPushButton:disabled {{ color: {t.disabled}; background: {t.paper}; }}
    QPushButton:focus {{ border: 2px solid {t.focus}; padding: 7px 13px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
    QPushButton[role="primary"]:hover {{ background: {t.accent_hover}; }}
    QPushButton[role="primary"]:pressed {{ background: {t.accent_pressed}; }}
    QPushButton[role="primary"]:disabled {{ background: {t.track}; color: {t.disabled};
        border-color: {t.track}; }}
    QPushButton[role="quiet"] {{ background: transparent; border-color: transparent; color: {t.ink2}; }}
    QPushButton[role="quiet"]:hover {{ background: {t.hover}; color: {t.ink}; }}
    QPushButton[role="quiet"]:pressed {{ background: {t.pressed}; }}
    QPushButton[role="quiet"]:focus {{ border-color: {t.focus}; }}
    QPushButton[role="quiet"]:disabled {{ color: {t.disabled}; background: transparent; }}
    QPushButton[role="danger"] {{ color: {t.danger}; }}
    QPushButton[role="danger"]:hover {{ background: {t.danger_soft}; border-color: {t.danger_line}; }}
    QPushButton[role="danger"]:disabled {{ color: {t.disabled}; }}
    QPushButton[role="link"] {{ background: transparent; border: 0; color: {t.accent}; padding: 2px 0;
        text-align: left; }}
    QPushButton[role="link"]:hover {{ text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ background: {t.accent_soft}; text-decoration: underline; border: 0;
        border-radius: 4px; padding: 2px 0; }}
    QPushButton[role="link"]:disabled {{ color: {t.disabled}; }}
    QPushButton[grade="large"] {{ font-size: {s.base}px; padding: 10px 20px; }}
    QPushButton[grade="large"]:focus {{ padding: 9px 19px; }}
    QPushButton[grade="small"] {{ padding: 5px 11px; }}
    QPushButton[grade="snug"] {{ padding: 6px 7px; }}
    QPushButton[grade="snug"]:focus {{ padding: 5px 6px; }}
    QPushButton[grade="room"] {{ padding: 8px 11px; }}
    QPushButton[grade="room"]:focus {{ padding: 7px 10px; }}
    QPushButton[grade="small"]:focus {{ padding: 4px 10px; }}
    """


def _tool_buttons(t: Tokens, s: Sizes) -> str:
    del s
    return f"""
    QToolButton {{ background: transparent; border: 1px solid transparent; padding: 6px;
        border-radius: {CONTROL_CORNER}px; color: {t.ink}; }}
    QToolButton:hover {{ background: {t.hover}; }}
    QToolButton:pressed, QToolButton:open {{ background: {t.pressed}; }}
    QToolButton:checked {{ background: {t.accent_soft}; }}
    QToolButton:focus {{ border: 2px solid {t.focus}; padding: 5px; }}
    QToolButton[role="bordered"] {{ background: {t.card}; border-color: {t.line}; }}
    QToolButton[role="bordered"]:hover {{ background: {t.hover}; }}
    QToolButton[role="bordered"]:focus {{ border-color: {t.focus}; }}
    QToolButton[grade="small"] {{ padding: 4px 6px; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    """


def _fields(t: Tokens, s: Sizes) -> str:
    kinds = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QDateTimeEdit")
    every = ", ".join(kinds)
    hover = ", ".join(f"{kind}:hover" for kind in kinds)
    focus = ", ".join(f"{kind}:focus" for kind in kinds)
    disabled = ", ".join(f"{kind}:disabled" for kind in kinds)
    return f"""
    {every} {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; font-size: {s.base}px;
        border-radius: {CONTROL_CORNER}px; padding: 6px 10px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; placeholder-text-color: {t.ink2}; }}
    {hover} {{ border-color: {t.edge}; }}
    {focus} {{ border: 2px solid {t.focus}; padding: 5px 9px; }}
    {disabled} {{ color: {t.disabled}; background: {t.paper}; }}
    QLineEdit[look="quiet"], QPlainTextEdit[look="quiet"] {{
        border-color: transparent; background: transparent; }}
    QLineEdit[look="quiet"]:hover, QPlainTextEdit[look="quiet"]:hover {{ border-color: {t.line}; }}
    QLineEdit[look="quiet"]:focus, QPlainTextEdit[look="quiet"]:focus {{
        border-color: {t.accent}; background: {t.card}; }}
    QLineEdit[look="bare"], QPlainTextEdit[look="bare"] {{
        border: 0; padding: 0; background: transparent; }}
    QPlainTextEdit[look="line"] {{ border: 0; border-radius: 0; padding: 0; background: {t.card}; }}
    QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {{
        border: 0; border-radius: 0; padding: 0; background: transparent; }}
    QTextEdit[look="prose"] {{ border: 0; padding: 0; background: transparent; border-radius: 0; }}
    QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border-color: {t.danger}; }}
    QComboBox {{ padding-right: 2px; combobox-popup: 0; }}
    QComboBox:focus {{ padding-right: 1px; }}
    QComboBox[grade="small"] {{ padding: 3px 2px 3px 9px; }}
    QComboBox[grade="small"]:focus {{ padding: 2px 1px 2px 8px; }}
    QComboBox::drop-down {{ border: 0; width: 26px; }}
    QComboBox::down-arrow {{ image: none; }}
    QDateTimeEdit {{ padding: 5px 28px 5px 8px; }}
    QDateTimeEdit:focus {{ padding: 4px 27px 4px 7px; }}
    QDateEdit::drop-down {{ border: 0; width: 26px; }}
    QDateEdit::down-arrow {{ image: none; }}
    QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: 0; }}
    """


def _lists(t: Tokens, s: Sizes) -> str:
    del s
    return f"""
    QAbstractItemView {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; outline: 0;
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
    QListView[look="bare"] {{ background: transparent; border: 0; }}
    QAbstractItemView::item {{ padding: 6px 8px; border: 0; }}
    QAbstractItemView::item:hover {{ background: {t.hover}; color: {t.ink}; }}
    QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QComboBox QAbstractItemView {{ padding: 4px; }}
    QHeaderView::section {{ background: {t.card}; color: {t.ink2}; border: 0; padding: 6px 8px; }}
    """


def _menus(t: Tokens, s: Sizes) -> str:
    return f"""
    QMenu {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; padding: 5px;
        font-size: {s.base}px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; background: transparent; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QMenu::item:disabled {{ color: {t.disabled}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenuBar {{ background: {t.paper}; color: {t.ink}; border-bottom: 1px solid {t.line}; }}
    QMenuBar::item {{ padding: 5px 10px; border-radius: 6px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.hover}; }}
    QProgressBar {{ background: {t.track}; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
    """


def _scroll_bars(t: Tokens, s: Sizes) -> str:
    del s
    return f"""
    QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] {{ background: transparent; border: 0; }}
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 10px; }}
    QScrollBar:horizontal {{ height: 10px; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 4px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: 30px; }}
    QScrollBar::handle:horizontal {{ min-width: 30px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed, PagesView QScrollBar::handle {{ background: {t.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _calendar(t: Tokens, s: Sizes) -> str:
    return f"""
    QCalendarWidget QWidget {{ alternate-background-color: {t.sunk}; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.sunk}; }}
    QCalendarWidget QToolButton {{ color: {t.ink}; font-weight: 600; padding: 5px 9px; }}
    QCalendarWidget QSpinBox {{ min-width: {4 * s.base}px; }}
    QCalendarWidget QAbstractItemView::item {{ padding: 0; }}
    QCalendarWidget {{ min-width: {22 * s.base}px; min-height: {16 * s.base}px; }}
    QCalendarWidget QAbstractItemView {{ border: 0; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    """
