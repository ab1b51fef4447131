"""The colours of a theme as plain text, for the first thing that is painted."""

import tomllib

from plcdesk import paths


def read_colours(name: str) -> dict[str, str]:
    """The colours of 'light' or 'dark' by their names. Raises FileNotFoundError for another theme."""
    with (paths.assets() / "themes" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
