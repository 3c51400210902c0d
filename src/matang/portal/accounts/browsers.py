"""What a browser calls itself, in words."""

from django.utils.translation import gettext as _

# The order matters: most browsers also claim to be those further down.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser_name(agent: str) -> str:
    """Return ``Firefox, Windows`` for what a browser sends; what is not recognised is said to be unknown."""
    browser = next((name for mark, name in BROWSERS if mark in agent), _("peramban tidak dikenal"))
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    return f"{browser}, {system}" if system else browser
