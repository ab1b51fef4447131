"""How the cards of a screen have something changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from plcdesk.store.work import Work


class Change(Protocol):
    """Carries out a service; `told` offers Undo."""

    def __call__(self, service: "Callable[[Work], object]", told: str | None = None) -> None: ...
