"""The room that speaks Telegram, file by file, against the stand-in over real HTTP."""
