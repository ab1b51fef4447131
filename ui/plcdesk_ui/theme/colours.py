"""The colours of a theme as plain text, for the first thing that is painted."""

import json

from plcdesk import paths


def read_colours(name: str) -> dict[str, str]:
    """The colours of 'light' or 'dark' by their names. Raises FileNotFoundError for another theme."""
    return json.loads((paths.assets() / "themes" / f"{name}.json").read_text("utf-8"))
