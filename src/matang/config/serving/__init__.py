"""The web application and the jobs' worker as children of one process that keeps them alive."""

from matang.config.serving.server import serve

__all__ = ["serve"]
