"""Whole messages, as people read them."""
