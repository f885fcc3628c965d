"""The bot under faults, kills, hostile bytes and long load: a short form of each in the suite, the whole by `make`."""
