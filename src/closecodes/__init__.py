"""The generator of the bilingual reference of WebSocket close codes."""

__all__ = ["__version__"]

__version__ = "0.1.0"
