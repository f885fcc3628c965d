"""What the bot says without being asked."""
