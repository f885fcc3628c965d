"""What the bot says unasked: each rule by itself."""
