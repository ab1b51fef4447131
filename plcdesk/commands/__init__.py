"""The subcommands of `plcdesk`, one module each. What is heavy is imported only when a command needs it."""
