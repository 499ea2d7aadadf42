"""The fifth stage: planned pages in, bytes out. Only this stage knows Jinja."""

from closecodes.render.renderer import Renderer


__all__ = ["Renderer"]
