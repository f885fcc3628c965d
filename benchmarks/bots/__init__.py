"""Bots that do the same job, each a process of its own: `python -m benchmarks.bots.ours URL DIRECTORY TOKEN`."""
