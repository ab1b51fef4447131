"""Minutes to be read, large and calm, with nothing to edit."""
