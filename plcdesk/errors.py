"""The two kinds of trouble that a person can do something about; anything else is a fault of ours."""


class UserError(Exception):
    """Something asked for cannot be done; the message is one translated sentence that says what to do."""


class EnvironmentProblem(Exception):
    """The machine stands in the way: disk full, file locked, damaged or newer. One translated sentence."""
