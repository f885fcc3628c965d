"""What survives a restart, on real files."""
