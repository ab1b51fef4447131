"""What the room, the minutes and the letters between team and coach need."""

import sqlalchemy as sa
from alembic import op

from plcdesk.store.migrations import full_text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW_TEXTS = {
    "entry": ("outcome",),
    "feedback": ("answer",),
    "meeting": ("bring", "best_practice", "to_principal"),
    "team": ("goal",),
}


def upgrade() -> None:
    op.create_table(
        "attached_bytes",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_attached_bytes")),
        sa.UniqueConstraint("sha256", name=op.f("uq_attached_bytes_sha256")),
    )
    op.create_table(
        "day_off",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("first_on", sa.String(), nullable=False),
        sa.Column("last_on", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_day_off_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_day_off")),
        sa.UniqueConstraint("id", name=op.f("uq_day_off_id")),
    )
    with op.batch_alter_table("day_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_day_off_team_id"), ["team_id"], unique=False)

    op.create_table(
        "student",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_student_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_student")),
        sa.UniqueConstraint("id", name=op.f("uq_student_id")),
    )
    with op.batch_alter_table("student", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_student_team_id"), ["team_id"], unique=False)

    op.create_table(
        "anonymous_round",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_anonymous_round_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_anonymous_round")),
        sa.UniqueConstraint("id", name=op.f("uq_anonymous_round_id")),
        sa.UniqueConstraint("meeting_id", "form", name=op.f("uq_anonymous_round_meeting_id_form")),
    )
    op.create_table(
        "coach_letter",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("went_well", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("from_name", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("opened_meeting_id", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opened_meeting_id"], ["meeting.id"], name=op.f("fk_coach_letter_opened_meeting_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_coach_letter_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_coach_letter")),
        sa.UniqueConstraint("id", name=op.f("uq_coach_letter_id")),
    )
    with op.batch_alter_table("coach_letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coach_letter_team_id"), ["team_id"], unique=False)

    op.create_table(
        "minutes_version",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("addendum", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_version_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_minutes_version")),
        sa.UniqueConstraint("id", name=op.f("uq_minutes_version_id")),
    )
    with op.batch_alter_table("minutes_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_version_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "name_choice",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_name_choice_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_name_choice")),
        sa.UniqueConstraint("id", name=op.f("uq_name_choice_id")),
        sa.UniqueConstraint("meeting_id", "name", name=op.f("uq_name_choice_meeting_id_name")),
    )
    op.create_table(
        "attachment",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_attachment_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attachment_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_attachment")),
        sa.UniqueConstraint("id", name=op.f("uq_attachment_id")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "grouping",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_grouping_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_grouping_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_grouping")),
        sa.UniqueConstraint("id", name=op.f("uq_grouping_id")),
        sa.UniqueConstraint(
            "meeting_id", "item_id", "step", name=op.f("uq_grouping_meeting_id_item_id_step")
        ),
    )
    op.create_table(
        "gripe",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("circle", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_gripe_entry_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_gripe_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_gripe")),
        sa.UniqueConstraint("id", name=op.f("uq_gripe_id")),
    )
    with op.batch_alter_table("gripe", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gripe_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "postponement",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("from_on", sa.String(), nullable=True),
        sa.Column("to_on", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_postponement_entry_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_postponement")),
        sa.UniqueConstraint("id", name=op.f("uq_postponement_id")),
    )
    with op.batch_alter_table("postponement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_postponement_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "vote",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("fingers", sa.JSON(), nullable=False),
        sa.Column("objections", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_vote_entry_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_vote_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_vote")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_vote_entry_id")),
        sa.UniqueConstraint("id", name=op.f("uq_vote_id")),
    )
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "version",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("row_table", sa.String(), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("parents", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("head", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("from_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_version")),
    )
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_version_row_key"), ["row_key"], unique=False)
        batch_op.create_index(
            "ix_version_other_heads",
            ["row_key"],
            unique=False,
            sqlite_where=sa.text("head = 1 AND shown = 0"),
        )

    # In place, not as a batch: a batch would copy a table of a million entries.
    op.add_column("attendance", sa.Column("back_at", sa.String(), nullable=True))
    op.add_column("entry", sa.Column("group_name", sa.String(), nullable=True))
    op.add_column("entry", sa.Column("hidden", sa.Boolean(), nullable=False, server_default="0"))
    for table, columns in NEW_TEXTS.items():
        for column in columns:
            op.add_column(table, sa.Column(column, sa.String(), nullable=False, server_default=""))

    # What keeps home, the meetings and the actions quick on twenty years of them.
    op.create_index("ix_meeting_start", "meeting", ["starts_at"])
    op.create_index(op.f("ix_snapshot_name"), "snapshot", ["name"])
    for column in ("from_entry", "from_item"):
        there = sa.text(f"{column}_id IS NOT NULL")
        op.create_index(f"ix_item_{column}", "item", [f"{column}_id"], sqlite_where=there)
    closed = sa.text("kind = 'action' AND closed_on IS NOT NULL")
    op.create_index("ix_entry_closed_actions", "entry", ["closed_on"], sqlite_where=closed)
    named = sa.text("owner_names <> '[]'")
    op.create_index("ix_entry_owner_names", "entry", ["owner_names"], sqlite_where=named)

    # Last, for it is filled from what is in the tables by then.
    for statement in full_text.statements():
        op.execute(statement)
