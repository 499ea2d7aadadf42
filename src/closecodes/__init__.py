"""The generator of the bilingual reference of WebSocket close codes."""

import os


__all__ = ["__version__"]

__version__ = "0.1.0"

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Plugins would change what a record may be, and looking for them takes a tenth of the start."""
