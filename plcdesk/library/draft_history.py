"""What somebody who writes a protocol can take back: a list of its states, one after the other."""

from plcdesk.library.schema import Protocol

MOST_STATES = 500
TOGETHER = 3.0
"""Seconds within which changes of the same field count as one."""


class DraftHistory:
    """The states of a draft and the one that is shown. Typing in one field without a longer pause is one step."""

    def __init__(self, first: Protocol) -> None:
        self._states = [first]
        self._here = 0
        self._field = ""
        self._at = float("-inf")

    @property
    def now(self) -> Protocol:
        """The state that is shown."""
        return self._states[self._here]

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return self._here > 0

    @property
    def can_redo(self) -> bool:
        """Whether a state was taken back."""
        return self._here + 1 < len(self._states)

    def change(self, state: Protocol, field: str = "", at: float = 0.0) -> bool:
        """Go on to `state`; False if it is the one that is shown.

        `field` says what is typed in, empty for all but typing; `at` is a time in seconds on any clock.
        """
        if state == self.now:
            return False
        del self._states[self._here + 1 :]
        if field and field == self._field and at - self._at <= TOGETHER and self._here > 0:
            self._states[self._here] = state
        else:
            self._states.append(state)
            del self._states[:-MOST_STATES]
            self._here = len(self._states) - 1
        self._field, self._at = field, at
        return True

    def undo(self) -> Protocol:
        """Back to the state before, if there is one."""
        self._here = max(0, self._here - 1)
        self._field = ""
        return self.now

    def redo(self) -> Protocol:
        """Forth again to the state that was taken back, if there is one."""
        self._here = min(len(self._states) - 1, self._here + 1)
        self._field = ""
        return self.now
