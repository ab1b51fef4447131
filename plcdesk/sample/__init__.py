"""The sample workspace: teams with a school year of meetings, made up, and always the same."""
