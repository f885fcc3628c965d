"""The stand-in vendor."""
