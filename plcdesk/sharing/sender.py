"""Who a share file comes from: a name, and an id by which this laptop knows its own files again."""

import uuid
from dataclasses import replace
from pathlib import Path

from plcdesk.errors import EnvironmentProblem
from plcdesk.settings import Settings, load, save
from plcdesk.sharing.format import Named
from plcdesk.text import tr


def read_sender(settings_file: Path, name: str = "") -> Named:
    """This laptop, as it is named in the settings or by `name`; its id is made when it is first needed.

    Raises EnvironmentProblem when the settings cannot be written.
    """
    settings = load(settings_file)
    if not settings.laptop_id:
        settings = replace(settings, laptop_id=new_laptop_id())
        try:
            save(settings_file, settings)
        except OSError as problem:
            raise EnvironmentProblem(
                tr("The settings cannot be written: {reason}.").format(reason=problem.strerror or problem)
            ) from problem
    return sender_of(settings, name)


def sender_of(settings: Settings, name: str = "") -> Named:
    """This laptop by settings that have an id."""
    return Named(settings.laptop_id, (name or settings.sender_name).strip()[:200])


def new_laptop_id() -> str:
    """An id for a laptop; it says nothing about it."""
    return str(uuid.uuid4())
