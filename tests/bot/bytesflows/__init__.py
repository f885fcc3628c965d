"""The vendor's room: nonsense in, drawn errors out."""
