"""A clock for trying things out: it shows a time that passes faster than the real one, or stands still."""

from collections.abc import Callable
from datetime import datetime, timedelta

from plcdesk.running.times import Instant


class FastClock:
    """A `Now` whose time begins at `begin` (UTC) and passes at `speed` times the real one; 0 is a pause.

    `steady` gives real seconds that never go back. Its time never goes back either, and a change of speed
    makes no jump. One thread may change the speed while others read the time.
    """

    def __init__(
        self, steady: Callable[[], float], begin: datetime, speed: float = 1.0, session: str = "fast"
    ) -> None:
        self._steady = steady
        self._begin = begin
        self._session = session
        self._pace = (steady(), 0.0, _checked(speed))  # real seconds, own seconds then, speed since

    @property
    def speed(self) -> float:
        """How many of its seconds pass in a real one."""
        return self._pace[2]

    def set_speed(self, speed: float) -> None:
        """Go on from here at another speed. Raises ValueError for a negative one."""
        real = self._steady()
        self._pace = (real, self._at(real), _checked(speed))

    def seconds(self) -> float:
        """The seconds of its own since it began."""
        return self._at(self._steady())

    def utc(self) -> datetime:
        """Its time of day, in UTC."""
        return self().wall

    def __call__(self) -> Instant:
        passed = self.seconds()
        return Instant(self._begin + timedelta(seconds=passed), passed, self._session)

    def _at(self, real: float) -> float:
        since, passed, speed = self._pace
        return passed + max(0.0, real - since) * speed


def _checked(speed: float) -> float:
    if speed < 0:
        raise ValueError(f"a clock cannot run backwards, at {speed}")
    return speed
