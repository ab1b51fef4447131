"""The insights screen: a team's figures over time, and its letters with its coach."""
