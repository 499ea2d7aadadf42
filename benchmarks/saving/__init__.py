"""From saving one record to the changed page being visible in an open browser."""
