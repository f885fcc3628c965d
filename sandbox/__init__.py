"""The stand-in Telegram, the stand-in vendor and the chat page: what the demo runs on and what the tests talk to."""
