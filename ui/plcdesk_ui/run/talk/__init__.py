"""What the desk has to help the talk: moves and gripes, small groups, private lines, how the team stands."""
