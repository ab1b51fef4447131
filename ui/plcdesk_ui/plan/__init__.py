"""Planning: a meeting's agenda, its protocols, who does what, and its print."""
