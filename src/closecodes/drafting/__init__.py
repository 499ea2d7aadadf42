"""Draft new records: what to ask, which numbers are possible, and YAML as the project writes it. Prints nothing."""
