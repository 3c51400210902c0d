"""Lucide icons as inline SVG, each drawn once."""

from functools import lru_cache

import lucide
from markupsafe import Markup


@lru_cache(maxsize=512)
def icon(name: str, size: int = 20, label: str = "") -> Markup:
    """Return the icon as SVG. It is hidden from screen readers unless ``label`` names what it says."""
    spoken = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    drawn = lucide._render_icon(name, size, **{"class": "icon"}, focusable="false", stroke_width="1.75", **spoken)
    return Markup(" ".join(drawn.split()).replace("> <", "><").replace(" />", "/>"))  # noqa: S704 -- our own wheel's SVG
