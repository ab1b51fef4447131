"""The meetings of a team: coming and past."""
