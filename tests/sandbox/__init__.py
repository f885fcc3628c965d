"""The stand-ins, held to what they stand for."""
