"""Compare closecodes with other ways of making the same site, and with the disk itself."""
