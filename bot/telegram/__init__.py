"""The only room that speaks Telegram: what arrives becomes a Command, what is answered becomes Bot API calls."""
