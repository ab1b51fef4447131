"""All actions, across meetings and teams."""
