"""The only room that speaks to the vendor. What the vendor documents, and nothing else, is assumed to exist."""
