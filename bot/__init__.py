"""What the bot is told, knows and answers. The picture of the rooms and their one-way arrows is in CONTRIBUTING.md."""
