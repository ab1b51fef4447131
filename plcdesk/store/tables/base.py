"""What all tables of a workspace have in common."""

from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def new_id() -> str:
    """A fresh uuid for a row."""
    return str(uuid4())


class Table(DeclarativeBase):
    """The base of all tables. Constraints have names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {list[str]: JSON, list[int]: JSON, dict[str, Any]: JSON, list[dict[str, Any]]: JSON}


class Row(Table):
    """What every recorded row has.

    `logged` rows are written to the change table and can be undone; `travels` rows may go into a share file.
    What is private to this laptop, and what is anonymous, does not travel.
    """

    __abstract__ = True
    logged = True
    travels = True
    n: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True, default=new_id)


class Deletable:
    """A row that goes to the trash instead of away."""

    deleted_at: Mapped[str | None] = mapped_column(default=None)
