"""The files of a meeting: attaching, opening, saving and removing them, while it is planned and while it runs."""
