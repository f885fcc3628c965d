"""`python -m bot` is `bytesflows-bot`."""

from bot.cli import main

main()
