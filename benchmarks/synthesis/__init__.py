"""Write content folders of any size: one private family of codes that nobody uses."""
