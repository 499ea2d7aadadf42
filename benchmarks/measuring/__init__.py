"""Measure builds: time, memory, and what is left of them on disk."""
