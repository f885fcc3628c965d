"""What the bot is told, knows and answers, room by room."""
