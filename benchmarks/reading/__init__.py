"""How the site looks and reads in a browser: screenshots of every kind of page, and what Lighthouse says."""
