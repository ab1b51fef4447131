"""make the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.String(), nullable=False),
        sa.Column("row_table", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("parent_hash", sa.String(), nullable=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("ix_change_row", ["row_id", "n"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_work_id"), ["work_id"], unique=False)

    op.create_table(
        "team",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_team")),
        sa.UniqueConstraint("id", name=op.f("uq_team_id")),
    )
    op.create_table(
        "work",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("undo_list", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("typing", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_work")),
        sa.UniqueConstraint("id", name=op.f("uq_work_id")),
    )
    with op.batch_alter_table("work", schema=None) as batch_op:
        batch_op.create_index("ix_work_undo_list_n", ["undo_list", "state", "n"], unique=False)

    op.create_table(
        "member",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_member_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_member")),
        sa.UniqueConstraint("id", name=op.f("uq_member_id")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_team_id"), ["team_id"], unique=False)

    op.create_table(
        "norm",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_norm_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_norm")),
        sa.UniqueConstraint("id", name=op.f("uq_norm_id")),
    )
    with op.batch_alter_table("norm", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_norm_team_id"), ["team_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("result_wanted", sa.String(), nullable=False),
        sa.Column("result_reached", sa.String(), nullable=True),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("watched_norm_id", sa.String(), nullable=True),
        sa.Column("room_sees_screen", sa.Boolean(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=True),
        sa.Column("started_at", sa.String(), nullable=True),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("wrapping_up", sa.Boolean(), nullable=False),
        sa.Column("out_of_time", sa.Boolean(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_meeting_team_id")),
        sa.ForeignKeyConstraint(["watched_norm_id"], ["norm.id"], name=op.f("fk_meeting_watched_norm_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_meeting")),
        sa.UniqueConstraint("id", name=op.f("uq_meeting_id")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_team_id"), ["team_id"], unique=False)
        batch_op.create_index("ix_meeting_team_start", ["team_id", "starts_at"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("arrived_at", sa.String(), nullable=True),
        sa.Column("left_at", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attendance_member_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_attendance")),
        sa.UniqueConstraint("id", name=op.f("uq_attendance_id")),
        sa.UniqueConstraint("meeting_id", "member_id", name=op.f("uq_attendance_meeting_id_member_id")),
    )
    op.create_table(
        "clock_event",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("member_id", sa.String(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("wall", sa.String(), nullable=False),
        sa.Column("monotonic", sa.Double(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_clock_event_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_clock_event")),
        sa.UniqueConstraint("id", name=op.f("uq_clock_event_id")),
        sa.UniqueConstraint("meeting_id", "seq", name=op.f("uq_clock_event_meeting_id_seq")),
    )
    op.create_table(
        "draft",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_draft_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_draft")),
        sa.UniqueConstraint("id", name=op.f("uq_draft_id")),
        sa.UniqueConstraint("meeting_id", "place", name=op.f("uq_draft_meeting_id_place")),
    )
    op.create_table(
        "feedback",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("helped", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_feedback_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_feedback")),
        sa.UniqueConstraint("id", name=op.f("uq_feedback_id")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_feedback_meeting_id")),
    )
    op.create_table(
        "item",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("brought_by", sa.String(), nullable=True),
        sa.Column("private_note", sa.String(), nullable=False),
        sa.Column("prepared", sa.JSON(), nullable=False),
        sa.Column("from_entry_id", sa.String(), nullable=True),
        sa.Column("from_item_id", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["brought_by"], ["member.id"], name=op.f("fk_item_brought_by")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_item_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_item")),
        sa.UniqueConstraint("id", name=op.f("uq_item_id")),
    )
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "norm_rating",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("norm_id", sa.String(), nullable=False),
        sa.Column("fingers", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_norm_rating_meeting_id")),
        sa.ForeignKeyConstraint(["norm_id"], ["norm.id"], name=op.f("fk_norm_rating_norm_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_norm_rating")),
        sa.UniqueConstraint("id", name=op.f("uq_norm_rating_id")),
        sa.UniqueConstraint("meeting_id", "norm_id", name=op.f("uq_norm_rating_meeting_id_norm_id")),
    )
    op.create_table(
        "pulse",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("wall", sa.String(), nullable=False),
        sa.Column("monotonic", sa.Double(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_pulse_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_pulse")),
        sa.UniqueConstraint("id", name=op.f("uq_pulse_id")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_pulse_meeting_id")),
    )
    op.create_table(
        "role",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_role_meeting_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_role_member_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_role")),
        sa.UniqueConstraint("id", name=op.f("uq_role_id")),
        sa.UniqueConstraint("meeting_id", "role", name=op.f("uq_role_meeting_id_role")),
    )
    op.create_table(
        "entry",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("owners", sa.JSON(), nullable=False),
        sa.Column("owner_names", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("closed_on", sa.String(), nullable=True),
        sa.Column("becomes", sa.String(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("carried_from", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_entry_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_entry_meeting_id")),
        sa.ForeignKeyConstraint(["said_by"], ["member.id"], name=op.f("fk_entry_said_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_entry_team_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_entry_id")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(
            "ix_entry_open_actions",
            ["team_id", "due_on"],
            unique=False,
            sqlite_where=sa.text("kind = 'action' AND status = 'open'"),
        )

    op.create_table(
        "snapshot",
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("protocol_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("own_minutes", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("presenters", sa.Integer(), nullable=True),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("protocol", sa.JSON(), nullable=False),
        sa.Column("fitted", sa.JSON(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_snapshot_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_snapshot_meeting_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("id", name=op.f("uq_snapshot_id")),
        sa.UniqueConstraint("item_id", name=op.f("uq_snapshot_item_id")),
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_meeting_id"), ["meeting_id"], unique=False)
