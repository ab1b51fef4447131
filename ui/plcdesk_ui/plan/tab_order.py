"""Keeping Tab in reading order where rows are made anew: Qt puts new widgets last."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def follow(before: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab go from `before` to these, one after the other; what came after `before` comes after them."""
    for first, second in pairwise([before, *stops]):
        QWidget.setTabOrder(first, second)
