"""Minutes as one document tree, and the forms it is written in."""
